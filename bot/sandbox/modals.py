"""Views: each person's stack of modals and App Home, and the trigger ids that open them."""

import secrets
from dataclasses import dataclass, field

from bot.sandbox.app import APP_ID, BOT_ID
from bot.sandbox.blocks import view_problems
from bot.sandbox.blocks.limits import LIMITS
from bot.sandbox.elements import initial_state
from bot.sandbox.errors import NotHere, SlackError
from bot.sandbox.messages import number_blocks
from bot.sandbox.shapes import Payload
from bot.sandbox.times import Times

TRIGGER_SECONDS = 3.0
VIEW_BYTES = 250_000


@dataclass(slots=True)
class View:
    id: str
    user: str
    team_id: str
    body: Payload
    hash: str = ""
    root_id: str = ""
    previous_id: str | None = None
    values: Payload = field(default_factory=dict)
    """Block id → action id → what the input holds now, as in Slack's `state.values`."""

    def dress(self, body: Payload, times: Times) -> None:
        """Take new content; inputs that keep their ids keep what was typed."""
        number_blocks(body["blocks"])
        fresh = initial_state(body["blocks"])
        for block_id, actions in fresh.items():
            kept = self.values.get(block_id, {})
            actions |= {
                name: kept[name]
                for name, state in actions.items()
                if name in kept and kept[name]["type"] == state["type"]
            }
        self.body, self.values = body, fresh
        self.hash = f"{int(times.seconds())}.{secrets.token_hex(4)}"

    def json(self) -> Payload:
        body = self.body
        shown: Payload = {
            "id": self.id,
            "team_id": self.team_id,
            "type": body["type"],
            "blocks": body["blocks"],
            "private_metadata": body.get("private_metadata") or "",
            "callback_id": body.get("callback_id") or "",
            "state": {"values": self.values},
            "hash": self.hash,
            "title": body.get("title") or {"type": "plain_text", "text": "View Title"},
            "clear_on_close": bool(body.get("clear_on_close")),
            "notify_on_close": bool(body.get("notify_on_close")),
            "close": body.get("close"),
            "submit": body.get("submit"),
            "previous_view_id": self.previous_id,
            "root_view_id": self.root_id,
            "app_id": APP_ID,
            "external_id": body.get("external_id") or "",
            "app_installed_team_id": self.team_id,
            "bot_id": BOT_ID,
        }
        return shown


@dataclass(slots=True)
class Trigger:
    user: str
    made: float
    in_view: bool
    used: bool = False


@dataclass(slots=True)
class Modals:
    team_id: str
    times: Times
    stacks: dict[str, list[View]] = field(default_factory=dict)
    homes: dict[str, View] = field(default_factory=dict)
    triggers: dict[str, Trigger] = field(default_factory=dict)

    def stack(self, user: str) -> list[View]:
        return self.stacks.setdefault(user, [])

    def top(self, user: str) -> View | None:
        return self.stack(user)[-1] if self.stack(user) else None

    def find(self, view_id: str) -> View | None:
        everything = [*self.homes.values(), *(one for held in self.stacks.values() for one in held)]
        return next((one for one in everything if one.id == view_id), None)

    def find_external(self, external_id: str) -> View | None:
        views = [one for held in self.stacks.values() for one in held]
        return next((one for one in views if one.body.get("external_id") == external_id), None)

    def of(self, user: str, view_id: str | None) -> View:
        """Find a view this person has open: the one named, or the one on top."""
        found = self.find(view_id) if view_id else self.top(user)
        if found is None or found.user != user:
            raise NotHere("This person has no such view open.")
        return found

    def trigger(self, user: str, *, in_view: bool) -> str:
        made = f"{secrets.randbelow(10**12)}.{secrets.randbelow(10**10)}.{secrets.token_hex(16)}"
        self.triggers[made] = Trigger(user, self.times.real(), in_view)
        return made

    def spend(self, trigger_id: str) -> Trigger:
        """Use a trigger id up: once, within three real seconds."""
        trigger = self.triggers.get(trigger_id)
        if trigger is None:
            raise SlackError("invalid_trigger_id")
        if trigger.used:
            raise SlackError("exchanged_trigger_id")
        if self.times.real() - trigger.made > TRIGGER_SECONDS:
            raise SlackError("expired_trigger_id")
        trigger.used = True
        return trigger

    def open(self, user: str, body: Payload) -> View:
        self.stacks[user] = []
        return self.push(user, body)

    def push(self, user: str, body: Payload) -> View:
        stack = self.stack(user)
        if len(stack) >= LIMITS["view.stack.max_items"]:
            raise SlackError("push_limit_reached")
        self._refuse_known(body, None)
        view = self._new(user, body)
        view.previous_id = stack[-1].id if stack else None
        view.root_id = stack[0].id if stack else view.id
        stack.append(view)
        return view

    def publish(self, user: str, body: Payload, expected: str | None) -> View:
        held = self.homes.get(user)
        if held is None:
            self.homes[user] = held = self._new(user, body)
            held.root_id = held.id
        else:
            self.redress(held, body, expected)
        return held

    def redress(self, view: View, body: Payload, expected: str | None) -> None:
        if expected and expected != view.hash:
            raise SlackError("hash_conflict")
        self._refuse_known(body, view)
        view.dress(body, self.times)

    def _refuse_known(self, body: Payload, but: View | None) -> None:
        wanted = body.get("external_id")
        if wanted and self.find_external(wanted) not in (None, but):
            raise SlackError("duplicate_external_id")

    def _new(self, user: str, body: Payload) -> View:
        view = View(f"V0{secrets.token_hex(5).upper()}", user, self.team_id, body)
        view.dress(body, self.times)
        return view


def checked_view(body: object, *kinds: str) -> Payload:
    """Return the view when Slack would take it; raise what it would answer otherwise."""
    problems = view_problems(body)
    if problems:
        raise SlackError("invalid_arguments", messages=[str(one) for one in problems])
    if not isinstance(body, dict) or body["type"] not in kinds:
        raise SlackError("invalid_arguments", messages=[f"view must be of type {kinds[0]}"])
    if len(str(body).encode()) > VIEW_BYTES:
        raise SlackError("view_too_large")
    return body
