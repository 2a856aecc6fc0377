"""Members of the workspace: who they are, how Slack shows them, when they want quiet."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from datetime import time as time_of_day
from typing import Self
from zoneinfo import ZoneInfo

from bot.sandbox.app import BOT_USER_ID, handle_of
from bot.sandbox.errors import NotHere
from bot.sandbox.seed import SeedPerson
from bot.sandbox.shapes import Payload
from bot.sandbox.times import Times

SLACKBOT = "USLACKBOT"
STRANGERS_TEAM = "T0OTHER"


@dataclass(slots=True)
class Person:
    id: str
    team_id: str
    seed: SeedPerson
    deleted: bool = False
    is_bot: bool = False
    status_text: str = ""
    status_emoji: str = ""
    status_expires: int = 0
    quiet: tuple[str, str] | None = None
    """The daily do-not-disturb window, in the person's own zone: ("22:00", "08:00")."""
    updated: int = 0

    @property
    def handle(self) -> str:
        return self.seed.handle

    def local(self, now: datetime) -> datetime:
        return now.astimezone(ZoneInfo(self.seed.tz))


@dataclass(slots=True)
class People:
    team_id: str
    by_id: dict[str, Person] = field(default_factory=dict)

    @classmethod
    def of(cls, seeds: tuple[SeedPerson, ...], team_id: str, bot: SeedPerson) -> Self:
        people = cls(team_id)
        people.by_id[SLACKBOT] = Person(SLACKBOT, team_id, SeedPerson("slackbot", "Slackbot"))
        people.by_id[BOT_USER_ID] = Person(BOT_USER_ID, team_id, bot, is_bot=True)
        for seed in seeds:
            people.add(seed)
        return people

    def add(self, seed: SeedPerson) -> Person:
        team = STRANGERS_TEAM if seed.external else self.team_id
        person = Person(self._free_id(seed.handle), team, seed)
        self.by_id[person.id] = person
        return person

    def _free_id(self, handle: str) -> str:
        stem = "U0" + "".join(one for one in handle_of(handle).upper() if one.isalnum())
        taken = sum(1 for one in self.by_id if one.startswith(stem))
        return f"{stem}{taken}" if stem in self.by_id else stem

    def find(self, reference: str) -> Person:
        """Find a person by handle (with or without @), id or e-mail address."""
        wanted = reference.removeprefix("@")
        for person in self.by_id.values():
            if wanted in (person.id, person.handle) or wanted == person.seed.email != "":
                return person
        raise NotHere(f"There is nobody called {reference!r} here.")

    def humans(self) -> list[Person]:
        return [one for one in self.by_id.values() if not one.is_bot and one.id != SLACKBOT]


def change_seed(person: Person, **values: object) -> None:
    person.seed = replace(person.seed, **values)  # type: ignore[arg-type]  # checked by the caller


def user_json(person: Person, times: Times, *, email: bool = True, locale: bool = True) -> Payload:
    """Show a person as `users.info` does."""
    seed = person.seed
    offset = person.local(times.now()).utcoffset() or timedelta()
    shown: Payload = {
        "id": person.id,
        "team_id": person.team_id,
        "name": seed.handle,
        "deleted": person.deleted,
        "color": "9f69e7",
        "real_name": seed.name,
        "tz": seed.tz,
        "tz_label": person.local(times.now()).tzname(),
        "tz_offset": int(offset.total_seconds()),
        "profile": _profile(person, times, email=email),
        "is_admin": seed.admin,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": seed.guest or seed.single_channel_guest,
        "is_ultra_restricted": seed.single_channel_guest,
        "is_bot": person.is_bot,
        "is_app_user": False,
        "updated": person.updated,
        "is_email_confirmed": True,
        "who_can_share_contact_card": "EVERYONE",
    }
    if seed.external:
        shown["is_stranger"] = True
    if locale:
        shown["locale"] = seed.locale
    return shown


def _profile(person: Person, times: Times, *, email: bool) -> Payload:
    seed = person.seed
    first, _, last = seed.name.partition(" ")
    lasting = not person.status_expires or person.status_expires > times.seconds()
    profile: Payload = {
        "title": seed.title,
        "real_name": seed.name,
        "real_name_normalized": seed.name,
        "display_name": seed.handle,
        "display_name_normalized": seed.handle,
        "first_name": first,
        "last_name": last,
        "status_text": person.status_text if lasting else "",
        "status_emoji": person.status_emoji if lasting else "",
        "status_expiration": person.status_expires if lasting else 0,
        "avatar_hash": "",
        "team": person.team_id,
    }
    if email and seed.email:
        profile["email"] = seed.email
    return profile


def dnd_json(person: Person, now: datetime) -> Payload:
    """Show the present or next quiet window, as `dnd.info` does; nobody sees others' snooze."""
    if person.quiet is None:
        return {"dnd_enabled": False, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1}
    start, end = _window(person, now)
    return {
        "dnd_enabled": True,
        "next_dnd_start_ts": int(start.timestamp()),
        "next_dnd_end_ts": int(end.timestamp()),
    }


def is_quiet(person: Person, now: datetime) -> bool:
    return person.quiet is not None and _window(person, now)[0] <= now


def _window(person: Person, now: datetime) -> tuple[datetime, datetime]:
    opens, closes = (time_of_day.fromisoformat(one) for one in person.quiet or ("00:00", "00:00"))
    today = person.local(now).date()
    for shift in (-1, 0, 1):
        day = today + timedelta(days=shift)
        start = datetime.combine(day, opens, ZoneInfo(person.seed.tz))
        last = day + timedelta(days=int(closes <= opens))
        end = datetime.combine(last, closes, ZoneInfo(person.seed.tz))
        if end > now:
            return start, end
    raise AssertionError("a daily window always has a next one")
