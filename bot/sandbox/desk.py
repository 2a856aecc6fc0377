"""Where people act: do something, wait until the bot is idle, say what came of it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from dataclasses import dataclass, field
from datetime import datetime

from bot.sandbox.errors import NotHere
from bot.sandbox.hub import Hub, Receipt
from bot.sandbox.payloads import event
from bot.sandbox.people import Person
from bot.sandbox.shapes import Payload
from bot.sandbox.state import State
from bot.sandbox.stream import Happening

LONGEST = 3.0
_CHANGES = {"message": "posted", "message_changed": "updated", "message_deleted": "deleted"}


@dataclass(frozen=True, slots=True)
class Hooks:
    """What the program around the workspace offers it."""

    wind: Callable[[datetime], None] | None = None
    settle: Callable[[], None] | None = None
    due_next: Callable[[], datetime | None] | None = None


@dataclass(slots=True)
class Watch:
    """What one person sees happen during an act."""

    person: str
    via: str = ""
    events: "list[Future[Receipt]]" = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    problem: str = ""
    _replies: dict[str, Payload] = field(default_factory=dict)
    _changes: dict[str, Payload] = field(default_factory=dict)

    def see(self, happening: Happening) -> None:
        kind = _CHANGES.get(happening.type)
        if kind is None or not happening.seen_by(self.person):
            return
        message = happening.data.get("message", happening.data)
        answers = bool(self.via) and happening.via == self.via
        key = f"{message['channel']} {message['ts']}"
        if kind != "deleted" and (answers or message.get("ephemeral_for") or key in self._replies):
            self._replies[key] = message
        else:
            first = self._changes.get(key, {}).get("type", kind)
            seen = "posted" if (first, kind) == ("posted", "updated") else kind
            self._changes[key] = {"type": seen, "message": message}

    def outcome(self, receipt: Receipt | None) -> Payload:
        outcome: Payload = {
            "ack_ms": receipt.ms if receipt else None,
            "replies": list(self._replies.values()),
            "changes": list(self._changes.values()),
        }
        problem = self.problem or (receipt.problem if receipt else "")
        if self.errors:
            outcome["errors"] = self.errors
        return outcome | ({"problem": problem} if problem else {})


class Desk:
    def __init__(self, state: State, hub: Hub, hooks: Hooks, quiet: float) -> None:
        self.state, self.hub, self.hooks = state, hub, hooks
        self._quiet = quiet
        self._settling = ThreadPoolExecutor(4, thread_name_prefix="sandbox-settle")

    def act(self, person: Person, deed: "Callable[[Watch], Receipt | None]") -> Payload:
        """Do the deed and wait; answer what this person saw come of it."""
        watch = Watch(person.id)
        with self.state.stream.watched_by(watch.see):
            receipt = deed(watch)
            if watch.events:
                wait_for(watch.events, LONGEST)
                receipt = receipt or self._first(watch.events)
            self.rest()
        with self.state.lock:
            top = self.state.modals.top(person.id)
            return watch.outcome(receipt) | {"modal": top.json() if top else None}

    @staticmethod
    def _first(events: "list[Future[Receipt]]") -> Receipt | None:
        done = [one.result() for one in events if one.done()]
        return next((one for one in done if not one.problem), done[0] if done else None)

    def rest(self) -> None:
        """Return when the bot is idle, at most three seconds from now."""
        begun = self.state.times.real()
        if self.hooks.settle:
            settled = self._settling.submit(self.hooks.settle)
            wait_for([settled], LONGEST)
            if settled.done():
                settled.result()
        left = begun + LONGEST - self.state.times.real()
        self.state.activity.wait_quiet(self._quiet, left)

    def event(self, watch: Watch | None, name: str, inner: Payload) -> None:
        """Send an event when the app subscribed to it under this name."""
        if name in self.state.app.events:
            sent = self.hub.announce(event(self.state, inner))
            if watch is not None:
                watch.events.append(sent)

    def close(self) -> None:
        self._settling.shutdown(wait=False, cancel_futures=True)

    def person(self, body: Payload) -> Person:
        person = self.state.people.find(str(body.get("user", "")))
        if person.deleted:
            raise NotHere(f"{person.seed.name} is deactivated and cannot do anything.")
        return person
