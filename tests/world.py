"""The vocabulary of stories: a whole workspace with the real bot, and time in the test's hand.

Everything is seen and done as a person would: typed commands, pressed buttons, messages read.
A message nobody looked at fails the story.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from time import sleep
from typing import Any, Self
from zoneinfo import ZoneInfo

import httpx

from bot.app import Program
from bot.clock import Clock, WoundClock
from bot.delivery.lines import certificates
from bot.intake.setup_file import read_setup
from bot.intake.slack_directory import read_channels
from bot.rules.agreement import ChannelFacts
from bot.rules.responsibilities import STARTING_AREAS
from bot.rules.terms import PartyKind
from bot.sandbox import Strictness, Workspace
from bot.usecases.actors import find_actor
from bot.usecases.agreement import set_up_agreement
from models.database import Database
from tests.cast import BOGOTA, NAMES, agreement, seed
from tests.invariants import (
    ErrorLog,
    live_tokens,
    steps_without_an_end,
    told_after_it_was_handled,
)
from tests.player import Player
from tests.shown import Json, Outcome, Shown

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo(BOGOTA))
LOCALES = {"en": "en-US", "es": "es-LA"}
REAL = Clock()
LONGEST_OFFLINE = 30.0
PATIENCE = 15.0
AWAKE = timedelta(seconds=20)
SHORT_ID = re.compile(r"L-[0-9A-Z]+")


class Hands(ThreadPoolExecutor):
    """What the bot does beside a listener, and when all of it is done."""

    def __init__(self) -> None:
        super().__init__(4)
        self._given: list[Future[Any]] = []

    def submit(self, work: Callable[..., Any], /, *args: Any, **facts: Any) -> Future[Any]:
        given = super().submit(work, *args, **facts)
        self._given.append(given)
        return given

    def finish(self) -> None:
        wait(self._given)


class World:
    """The workspace, the bot and the clock of one story."""

    def __init__(self, database: Database, language: str) -> None:
        self.language = language
        self.database = database
        self.errors = ErrorLog()
        self.clock = WoundClock(MONDAY.astimezone(UTC), speed=0)
        self.workspace = Workspace(
            seed(LOCALES[language]),
            now=self.clock.now,
            elapsed=self.clock.elapsed,
            wind=self._wind,
            settle=self._settle,
            strictness=Strictness(ack_seconds=PATIENCE),
        )
        self.workspace.start()
        control = f"{self.workspace.page_url.rstrip('/')}/_control"
        self.http = httpx.Client(base_url=control, verify=certificates())
        self.program = Program(
            database,
            self.clock,
            bot_token=self.workspace.bot_token,
            app_token=self.workspace.app_token,
            api_url=self.workspace.api_url,
            admins=("carla@faro.example",),
        )
        self.hands = self.program.app.listener_runner.listener_executor = Hands()
        self.program.connect()
        self.bot_user = self.program.team.bot_user_id
        self.seen: set[str] = set()
        self.players = {handle: Player(self, handle) for handle in NAMES}

    def __getattr__(self, name: str) -> Player:
        """``world.ana`` is Ana."""
        try:
            return self.__dict__["players"][name]  # type: ignore[no-any-return]  # ours
        except KeyError:
            raise AttributeError(name) from None

    def agreed(self, *, reps: Sequence[str] = ("ana", "bruno"), more: str = "") -> Self:
        """Have the agreement of the cast set up, and its announcement read; ``more`` is TOML."""
        return self.agreed_on(agreement(self.language, reps, more), announced_in="ventas")

    def agreed_on(self, written: str, *, announced_in: str) -> Self:
        """Have an agreement set up from its file."""
        channels = [
            ChannelFacts(each.id, each.name, each.is_shared)
            for each in read_channels(self.program.client)
        ]
        facts = read_setup(written.encode(), channels=channels)
        carla = self.program.ask(
            find_actor, team_id=self.program.team.team_id, slack_id=self.id_of("carla")
        )
        self.program.act(set_up_agreement, actor=carla, facts=facts)
        self.program.settle()
        self.channel_shows(announced_in)
        return self

    def every_area_owned(self) -> Self:
        """Give each area to the lead of its side, so that no Monday calls one out."""
        leads = {PartyKind.MARKETING: "marta", PartyKind.SALES: "carla"}
        for party, area in STARTING_AREAS:
            self.players[leads[party]].types(f"/sla own {area.slug} @{leads[party]}")
        return self

    def joins(self, handle: str, **about: object) -> Player:
        """Somebody new comes to the workspace."""
        self.change(user=handle, new=True, **about)
        return self.players.setdefault(handle, Player(self, handle))

    def until(self, at: str, *, day: int = 0) -> None:
        """Wind the clock to a time of the agreement's wall clock, ``day`` days after Monday."""
        self._post("clock", {"to": self.at(at, day=day).isoformat()})

    def sleeps_until(self, at: str, *, day: int = 0) -> None:
        """The machine sleeps: nobody looks at the clock before it wakes."""
        self.clock.set(self.at(at, day=day))
        self.program.drain(self.at(at, day=day) + AWAKE)

    def at(self, at: str, *, day: int = 0) -> datetime:
        hours, minutes, *seconds = (int(part) for part in at.split(":"))
        wall = time(hours, minutes, seconds[0] if seconds else 0)
        return datetime.combine(MONDAY.date() + timedelta(days=day), wall, MONDAY.tzinfo)

    def lead_arrives(self, company: str, *, name: str = "Laura Gómez", **facts: str) -> str:
        """Marta registers a lead; return its short id."""
        email = f"laura@{re.sub('[^a-z]', '', company.casefold())}.example"
        form = self.marta.types("/sla new")
        known = {"name": name, "company": company, "email": email, **facts}
        outcome = form.submit(**known)
        assert not outcome.errors, outcome.errors
        found = SHORT_ID.search(outcome.reply.words)
        assert found, outcome.reply.words
        return found[0]

    def channel_shows(self, channel: str, *words: str) -> Shown:
        """Read the next message of the bot in a channel."""
        unread = self.unread(channel)
        assert unread, f"#{channel} shows nothing new; expected {words}"
        self.seen.add(unread[0].raw["ts"])
        return unread[0].says(*words)

    def channel_shows_nothing(self, channel: str) -> None:
        assert not self.unread(channel), f"#{channel} shows: {self.unread(channel)[0].words}"

    def unread(self, channel: str) -> list[Shown]:
        place = {"channel": channel}
        return [
            Shown(self, "carla", place, each)
            for each in self.messages(place)
            if each["ts"] not in self.seen and each.get("user") == self.bot_user
            if "ephemeral_for" not in each
        ]

    def messages(self, place: Mapping[str, str]) -> list[Json]:
        path = "dm" if "dm" in place else "messages"
        query = {"user": place["dm"]} if "dm" in place else dict(place)
        found: list[Json] = self._get(path, **query)["messages"]
        return found

    def act(self, by: str, call: str, body: Json) -> Outcome:
        outcome = Outcome(self, by, self._post(call, body))
        assert "problem" not in outcome.raw, outcome.raw
        return outcome

    def fault(self, **fault: object) -> None:
        """Have a call of Slack go wrong; see docs/sandbox.md."""
        self._post("faults", fault)

    def mended(self) -> None:
        """Nothing goes wrong any more."""
        self.http.delete("faults").raise_for_status()

    def reconnects(self) -> None:
        """Wait until the bot has found its way back; that takes real seconds."""
        until = REAL.elapsed() + LONGEST_OFFLINE
        while not self._get("health")["bot_connected"]:
            assert REAL.elapsed() < until, "the bot did not come back"
            sleep(0.05)

    def change(self, **change: object) -> None:
        """Change a person or a channel in Slack."""
        self._post("change", change)

    def id_of(self, handle: str) -> str:
        return next(str(each["id"]) for each in self._people() if each["handle"] == handle)

    def nothing_unread(self) -> None:
        """Fail on any message the story did not speak of."""
        for channel in self._get("channels")["channels"]:
            self.channel_shows_nothing(channel["name"])
        for player in self.players.values():
            player.sees_nothing()

    def nothing_amiss(self) -> None:
        """Fail on what no story may leave behind."""
        standing = {
            where: {each["ts"] for each in self.messages({"channel": where})}
            for where in [
                *(channel["id"] for channel in self._get("channels")["channels"]),
                *(person["dm"] for person in self._people()),
            ]
        }
        with self.database.reading() as session:
            lost = steps_without_an_end(session, standing)
            needless = told_after_it_was_handled(session)
        live = live_tokens(self._get("traffic", limit="100000")["entries"])
        assert not lost, f"I1: {lost}"
        assert not needless, f"I2: {needless}"
        assert not self.errors.records, "I4: " + "\n".join(self.errors.records)
        assert not live, f"I5: {live}"

    def close(self) -> None:
        self.http.close()
        self.program.stop()
        self.hands.shutdown()
        self.workspace.stop()

    def _wind(self, to: datetime) -> None:
        self.program.drain(to)

    def _settle(self) -> None:
        self.hands.finish()
        self.program.settle()

    def _people(self) -> list[Json]:
        people: list[Json] = self._get("people")["people"]
        return people

    def _get(self, look: str, **query: str) -> Json:
        found: Json = self.http.get(look, params=query).raise_for_status().json()
        return found

    def _post(self, call: str, body: Json) -> Json:
        answer = self.http.post(call, json=body, timeout=30)
        assert answer.status_code == httpx.codes.OK, f"{call} {body}: {answer.text}"
        found: Json = answer.json()
        return found


@contextmanager
def living(database: Database, language: str) -> Iterator[World]:
    """A world for one story; at its end every message has been read and nothing is amiss."""
    world = World(database, language)
    try:
        with world.errors:
            yield world
            world.nothing_amiss()
            world.nothing_unread()
    finally:
        world.close()
