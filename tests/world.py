"""The vocabulary of stories: a whole workspace with the real bot, and time in the test's hand.

Everything is seen and done as a person would: typed commands, pressed buttons, messages read.
A message nobody looked at fails the story.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import Any, Self
from zoneinfo import ZoneInfo

import httpx

from bot.app import Program
from bot.clock import WoundClock
from bot.intake.setup_file import read_setup
from bot.intake.slack_directory import read_channels
from bot.rules.agreement import ChannelFacts
from bot.sandbox import Workspace
from bot.usecases.actors import find_actor
from bot.usecases.agreement import set_up_agreement
from models.database import Database
from tests.cast import AGREEMENT, BOGOTA, seed

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo(BOGOTA))
LOCALES = {"en": "en-US", "es": "es-LA"}
Json = dict[str, Any]


@dataclass
class Shown:
    """A message as a person sees it, with what they can press."""

    world: "World"
    reader: str
    place: Mapping[str, str]
    raw: Json

    @property
    def words(self) -> str:
        """All the text of the message, as one string."""
        return "\n".join([self.raw.get("text", ""), *_texts(self.raw.get("blocks", []))])

    @property
    def buttons(self) -> list[str]:
        return [element["text"]["text"] for element in _elements(self.raw) if "text" in element]

    def says(self, *words: str) -> Self:
        for word in words:
            assert word in self.words, f"{word!r} is not in:\n{self.words}"
        return self

    def does_not_say(self, *words: str) -> Self:
        for word in words:
            assert word not in self.words, f"{word!r} is in:\n{self.words}"
        return self

    def with_buttons(self, *labels: str) -> Self:
        missing = [label for label in labels if label not in self.buttons]
        assert not missing, f"{missing} not among {self.buttons}"
        return self

    def with_no_buttons(self) -> Self:
        assert not list(_elements(self.raw)), f"still offers {self.buttons}"
        return self

    def click(self, label: str) -> "Outcome":
        """Press the button with this label."""
        element = next(
            each for each in _elements(self.raw) if each.get("text", {}).get("text") == label
        )
        return self._click(element, {"value": element.get("value")})

    def choose(self, action_id: str, value: str) -> "Outcome":
        """Choose an option of a select."""
        element = next(each for each in _elements(self.raw) if each["action_id"] == action_id)
        return self._click(element, {"selected": value})

    def now(self) -> "Shown":
        """The same message as it stands now."""
        fresh = [each for each in self.world.messages(self.place) if each["ts"] == self.raw["ts"]]
        return Shown(self.world, self.reader, self.place, fresh[0])

    def _click(self, element: Json, chosen: Json) -> "Outcome":
        body = {
            "user": self.reader,
            "channel": self.raw["channel"],
            "message_ts": self.raw["ts"],
            "block_id": element["block_id"],
            "action_id": element["action_id"],
            **{key: value for key, value in chosen.items() if value is not None},
        }
        return self.world.act(self.reader, "click", body)


@dataclass
class Outcome:
    """What came of something a person did."""

    world: "World"
    by: str
    raw: Json

    @property
    def reply(self) -> Shown:
        """The one answer to it."""
        replies = self.raw["replies"]
        assert replies, f"no answer: {self.raw}"
        return Shown(self.world, self.by, {}, replies[-1])

    @property
    def errors(self) -> Mapping[str, str]:
        found: Mapping[str, str] = self.raw.get("errors") or {}
        return found

    @property
    def modal(self) -> Json:
        """The form that opened."""
        assert self.raw["modal"], f"no form opened: {self.raw}"
        modal: Json = self.raw["modal"]
        return modal

    def submit(self, **values: object) -> "Outcome":
        """Fill in the form on top and send it."""
        return self.world.act(self.by, "submit", {"user": self.by, "values": values})


@dataclass
class Player:
    """A person of the cast at their keyboard."""

    world: "World"
    handle: str
    seen: set[str] = field(default_factory=set)

    def types(self, text: str, *, channel: str = "ventas") -> Outcome:
        body = {"user": self.handle, "channel": channel, "text": text}
        return self.world.act(self.handle, "command", body)

    def sees(self, *words: str) -> Shown:
        """Read the next message in the conversation with the bot; it says all of the words."""
        unread = self.unread()
        assert unread, f"{self.handle} was told nothing; expected {words}"
        self.seen.add(unread[0].raw["ts"])
        return unread[0].says(*words)

    def sees_nothing(self) -> None:
        assert not self.unread(), f"{self.handle} was told: {self.unread()[0].words}"

    def reads_all(self) -> list[Shown]:
        """Read everything there is; for stories that are about something else."""
        unread = self.unread()
        self.seen |= {each.raw["ts"] for each in unread}
        return unread

    def unread(self) -> list[Shown]:
        place = {"dm": self.handle}
        return [
            Shown(self.world, self.handle, place, each)
            for each in self.world.messages(place)
            if each["ts"] not in self.seen and each.get("user") == self.world.bot_user
            if "ephemeral_for" not in each and not each.get("notice")
        ]


class World:
    """The workspace, the bot and the clock of one story."""

    def __init__(self, database: Database, language: str) -> None:
        self.language = language
        self.clock = WoundClock(MONDAY.astimezone(UTC), speed=0)
        self.workspace = Workspace(
            seed(LOCALES[language]),
            now=self.clock.now,
            elapsed=self.clock.elapsed,
            wind=self._wind,
            settle=self._settle,
        )
        self.workspace.start()
        self.http = httpx.Client(base_url=f"{self.workspace.page_url.rstrip('/')}/_control")
        self.program = Program(
            database,
            self.clock,
            bot_token=self.workspace.bot_token,
            app_token=self.workspace.app_token,
            api_url=self.workspace.api_url,
            admins=("carla@faro.example",),
        )
        self.program.connect()
        self.bot_user = self.program.team.bot_user_id
        self.seen: set[str] = set()
        people = ("marta", "sofia", "carla", "ana", "bruno", "diego")
        self.players = {handle: Player(self, handle) for handle in people}

    def __getattr__(self, name: str) -> Player:
        """``world.ana`` is Ana."""
        try:
            return self.__dict__["players"][name]  # type: ignore[no-any-return]
        except KeyError:
            raise AttributeError(name) from None

    def agreed(self) -> Self:
        """Have the agreement of the cast set up, and its announcement read."""
        channels = [
            ChannelFacts(each.id, each.name, each.is_shared)
            for each in read_channels(self.program.client)
        ]
        written = AGREEMENT.format(language=self.language)
        facts = read_setup(written.encode(), channels=channels)
        carla = self.program.ask(
            find_actor, team_id=self.program.team.team_id, slack_id=self.id_of("carla")
        )
        self.program.act(set_up_agreement, actor=carla, facts=facts)
        self.program.settle()
        self.channel_shows("ventas")
        return self

    def until(self, at: str, *, day: int = 0) -> None:
        """Wind the clock to a time of the agreement's wall clock, ``day`` days after Monday."""
        hours, minutes, *seconds = (int(part) for part in at.split(":"))
        wall = time(hours, minutes, seconds[0] if seconds else 0)
        to = datetime.combine(MONDAY.date() + timedelta(days=day), wall, MONDAY.tzinfo)
        self._post("clock", {"to": to.isoformat()})

    def lead_arrives(self, company: str, *, name: str = "Laura Gómez") -> str:
        """Marta registers a lead; return its short id."""
        outcome = self.marta.types("/sla new").submit(name=name, company=company)
        assert not outcome.errors, outcome.errors
        return self._short_id(company)

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
        found: list[Json] = self.http.get(path, params=query).raise_for_status().json()["messages"]
        return found

    def act(self, by: str, call: str, body: Json) -> Outcome:
        outcome = Outcome(self, by, self._post(call, body))
        assert "problem" not in outcome.raw, outcome.raw
        return outcome

    def fault(self, **fault: object) -> None:
        self._post("faults", fault)

    def change(self, **change: object) -> None:
        self._post("change", change)

    def id_of(self, handle: str) -> str:
        people = self.http.get("people").raise_for_status().json()["people"]
        return next(str(each["id"]) for each in people if each["handle"] == handle)

    def nothing_unread(self) -> None:
        """Fail on any message the story did not speak of."""
        for channel in ("ventas", "equipo", "general"):
            self.channel_shows_nothing(channel)
        for player in self.players.values():
            player.sees_nothing()

    def close(self) -> None:
        self.http.close()
        self.program.stop()
        self.workspace.stop()

    def _wind(self, to: datetime) -> None:
        self.program.drain(to)

    def _settle(self) -> None:
        self.program.settle()

    def _post(self, call: str, body: Json) -> Json:
        answer = self.http.post(call, json=body, timeout=30)
        assert answer.status_code == httpx.codes.OK, f"{call} {body}: {answer.text}"
        found: Json = answer.json()
        return found

    def _short_id(self, company: str) -> str:
        card = self.carla.types(f"/sla lead {company}").reply.words
        return next(word.strip("*`_.,:()·") for word in card.split() if "L-" in word)


@contextmanager
def living(database: Database, language: str) -> Iterator[World]:
    """A world for one story; at its end every message has been read."""
    world = World(database, language)
    try:
        yield world
        world.nothing_unread()
    finally:
        world.close()


def _texts(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("text"), str):
            yield node["text"]
        for value in node.values():
            yield from _texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value)


def _elements(message: Json) -> Iterator[Json]:
    """Everything in a message that can be pressed or chosen, with the block it is in."""
    for block in message.get("blocks", []):
        parts = [
            *block.get("elements", []),
            *([block["accessory"]] if "accessory" in block else []),
        ]
        for element in parts:
            if isinstance(element, dict) and "action_id" in element:
                yield {**element, "block_id": block["block_id"]}
