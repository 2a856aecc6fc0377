"""One call of the Web API, as its method sees it."""

import base64
import binascii
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from bot.sandbox.arguments import Arguments
from bot.sandbox.channels import Channel
from bot.sandbox.errors import NotHere, SlackError
from bot.sandbox.people import Person
from bot.sandbox.shapes import Payload
from bot.sandbox.state import State

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Call:
    state: State
    args: Arguments
    lag: float = 0
    """How many seconds histories run behind, by a fault."""

    def need(self, *scopes: str) -> None:
        """Raise `missing_scope` unless the app holds one of these."""
        held = self.state.app.scopes
        if scopes and not held.intersection(scopes):
            provided = ",".join(sorted(held))
            raise SlackError("missing_scope", needed=scopes[0], provided=provided)

    def channel(self, name: str = "channel") -> Channel:
        """Return the conversation named, when the app can know of it."""
        try:
            channel = self.state.channels.find(self.args.text(name))
        except NotHere:
            raise SlackError("channel_not_found") from None
        if channel.private and not channel.has_bot:
            raise SlackError("channel_not_found")
        return channel

    def joined(self, name: str = "channel") -> Channel:
        """Return the conversation named, when the app is in it."""
        channel = self.channel(name)
        if not channel.has_bot:
            raise SlackError("not_in_channel")
        return channel

    def writable(self, name: str = "channel") -> Channel:
        """Return the conversation named, when the app may write there."""
        channel = self.joined(name)
        if channel.archived:
            raise SlackError("is_archived")
        if channel.is_dm and self.state.people.by_id[channel.user].deleted:
            raise SlackError("channel_not_found")
        return channel

    def person(self, name: str = "user") -> Person:
        found = self.state.people.by_id.get(self.args.text(name))
        if found is None:
            raise SlackError("user_not_found")
        return found

    def page(self, items: Sequence[T], default: int = 100) -> tuple[list[T], Payload]:
        """Cut one page out of a list and say where the next begins."""
        limit = max(1, min(self.args.number("limit", default), 1000))
        start = self._start()
        more = start + limit < len(items)
        cursor = base64.b64encode(f"next:{start + limit}".encode()).decode() if more else ""
        return list(items[start : start + limit]), {"next_cursor": cursor}

    def _start(self) -> int:
        cursor = self.args.text("cursor")
        if not cursor:
            return 0
        try:
            return int(base64.b64decode(cursor, validate=True).decode().removeprefix("next:"))
        except (ValueError, binascii.Error):
            raise SlackError("invalid_cursor") from None


Method: TypeAlias = Callable[[Call], Payload]
