"""What Slack sends when somebody types, presses, fills in or uses a shortcut; and what it gets."""

import json
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from typing import Any, TypeVar

from slack_bolt import App
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request import BoltRequest
from slack_sdk import WebClient

import handlers
from bot.sandbox.blocks import message_problems, view_problems
from bot.sandbox.blocks.checks import Problem
from models import Person
from models.database import Database
from tests.usecases.builders import MONDAY

R = TypeVar("R")
Json = dict[str, Any]
TEAM = "T1"


class Inline(Executor):
    """Runs what is submitted at once, so that no test has to wait."""

    def submit(self, fn: Callable[..., R], /, *args: Any, **kwargs: Any) -> "Future[R]":
        future: Future[R] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


@dataclass
class Reply:
    """What a person sees: the ack's own message or form, whispers, and forms opened."""

    status: int
    ack: Json
    whispers: list[Json] = field(default_factory=list)
    views: list[Json] = field(default_factory=list)

    @property
    def message(self) -> Json:
        said = [self.ack] if self.ack.get("text") else self.whispers
        assert len(said) == 1, (self.ack, self.whispers)
        return said[0]

    @property
    def text(self) -> str:
        """Everything in words: the sentence, the blocks, the forms."""
        return "\n".join(words(each) for each in (self.ack, *self.whispers, *self.views))

    @property
    def view(self) -> Json:
        shown = [self.ack["view"]] if "view" in self.ack else self.views
        assert len(shown) == 1, shown
        found = shown[0]
        assert isinstance(found, dict)
        return found

    @property
    def errors(self) -> Mapping[str, str]:
        found = self.ack["errors"]
        assert isinstance(found, dict)
        return found


class Door:
    """The bot's app without a network: people act on it as Slack would pass it on."""

    def __init__(self, database: Database) -> None:
        self.database, self.now = database, MONDAY
        self._whispers: list[Json] = []
        self._views: list[Json] = []
        self._events = 0
        self.app = App(
            name="sla",
            authorize=_authorize,
            process_before_response=True,
            request_verification_enabled=False,
            listener_executor=Inline(),
        )
        self.app.middleware(self._listen)
        handlers.register(self.app, self.act, self.ask)

    def act(self, use_case: Callable[..., R], /, **facts: object) -> R:
        with self.database.writing() as session:
            return use_case(session, now=self.now, **facts)

    def ask(self, use_case: Callable[..., R], /, **facts: object) -> R:
        with self.database.reading() as session:
            return use_case(session, now=self.now, **facts)

    def types(self, person: Person, text: str, channel: str = "CLEADS", **more: Any) -> Reply:
        body = {
            "command": "/sla",
            "text": text,
            "team_id": TEAM,
            "user_id": person.slack_id,
            "channel_id": channel,
            "trigger_id": "1.2.3",
            "response_url": "https://hooks.slack.test/1",
        }
        return self.sends(body | more)

    def presses(
        self, person: Person, action_id: str, value: str = "", channel: str = "DANA", **more: Any
    ) -> Reply:
        body = self._interaction("block_actions", person) | {
            "channel": {"id": channel},
            "container": {"type": "message", "message_ts": "1.1", "channel_id": channel},
            "response_url": "https://hooks.slack.test/1",
            "actions": [{"type": "button", "action_id": action_id, "value": value}],
        }
        return self.sends(body | more)

    def chooses(self, person: Person, action_id: str, value: str) -> Reply:
        option = {"type": "static_select", "action_id": action_id}
        return self.presses(
            person, action_id, actions=[option | {"selected_option": {"value": value}}]
        )

    def submits(self, person: Person, view: Json, /, **values: Any) -> Reply:
        """Fill in a form by its block ids without ``field.``: a text, or an element state."""
        state = {}
        for block in view["blocks"]:
            name = block.get("block_id", "").removeprefix("field.")
            if block["type"] == "input":
                given = values.pop(name, None)
                held = given if isinstance(given, dict) else {"value": given}
                state[block["block_id"]] = {block["element"]["action_id"]: held}
        assert not values, f"the form has no {set(values)}"
        body = self._interaction("view_submission", person) | {
            "view": view | {"team_id": TEAM, "state": {"values": state}}
        }
        return self.sends(body)

    def uses(self, person: Person, callback_id: str, message: str | None = None) -> Reply:
        kind = "shortcut" if message is None else "message_action"
        body = self._interaction(kind, person) | {"callback_id": callback_id}
        if message is not None:
            body |= {"message": {"text": message}, "channel": {"id": "CLEADS"}}
        return self.sends(body)

    def tells(self, event: Json, event_id: str | None = None) -> Reply:
        self._events += 1
        return self.sends(
            {
                "type": "event_callback",
                "team_id": TEAM,
                "event_id": event_id or f"Ev{self._events}",
                "event": event,
            }
        )

    def sends(self, body: Json) -> Reply:
        self._whispers, self._views = [], []
        response = self.app.dispatch(BoltRequest(mode="socket_mode", body=body))
        reply = Reply(response.status, _json(response.body), self._whispers, self._views)
        assert refused_by_slack(reply) == [], reply
        return reply

    def _interaction(self, kind: str, person: Person) -> Json:
        return {
            "type": kind,
            "team": {"id": TEAM},
            "user": {"id": person.slack_id, "team_id": TEAM},
            "trigger_id": "1.2.3",
        }

    def _listen(self, context: Any, next_: Callable[[], object]) -> None:
        """Put an ear where the network would begin."""
        context["client"] = Ear(self._views)
        if context.response_url:
            context["respond"] = lambda **said: self._whispers.append(said)
        next_()


class Ear(WebClient):
    """Keeps what would be sent to Slack."""

    def __init__(self, views: list[Json]) -> None:
        super().__init__(token="xoxb-test")
        self._views = views

    def api_call(self, api_method: str, **kwargs: Any) -> Any:
        assert api_method.startswith("views."), f"{api_method} inside a listener"
        self._views.append(kwargs["json"]["view"])
        return {"ok": True}


def words(piece: object) -> str:
    """Return all the text in a payload, as a person reads it."""
    if isinstance(piece, dict):
        own = [piece["text"]] if isinstance(piece.get("text"), str) else []
        rest = [words(value) for name, value in piece.items() if name != "text" or not own]
        return "\n".join(part for part in [*own, *rest] if part)
    if isinstance(piece, list | tuple):
        return "\n".join(part for part in map(words, piece) if part)
    return ""


def refused_by_slack(reply: Reply) -> list[Problem]:
    """Return what Slack would not take of an answer."""
    messages = [each for each in (reply.ack, *reply.whispers) if "blocks" in each]
    views = [*reply.views, *([reply.ack["view"]] if "view" in reply.ack else [])]
    found = [problem for each in messages for problem in message_problems(each["blocks"])]
    return [*found, *(problem for each in views for problem in view_problems(each))]


def _json(body: object) -> Json:
    if isinstance(body, str) and body.startswith("{"):
        found = json.loads(body)
        assert isinstance(found, dict)
        return found
    return {"text": body} if body else {}


def _authorize() -> AuthorizeResult:
    return AuthorizeResult(
        enterprise_id=None, team_id=TEAM, bot_token="xoxb-test", bot_user_id="UBOT", bot_id="B1"
    )
