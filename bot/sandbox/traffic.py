"""The record of every Web API call, `response_url` post and socket envelope, in order."""

from collections.abc import Callable
from datetime import datetime

from bot.sandbox.shapes import Payload

_SECRETS = frozenset({"token", "bot_access_token"})


class Traffic:
    def __init__(self, now: Callable[[], datetime], tell: Callable[[Payload], None]) -> None:
        self._now = now
        self._tell = tell
        self._entries: list[Payload] = []

    def note(self, kind: str, **facts: object) -> None:
        shown = {name: _without_secrets(value) for name, value in facts.items()}
        entry = {
            "seq": len(self._entries) + 1,
            "kind": kind,
            "at": self._now().isoformat(),
            **shown,
        }
        self._entries.append(entry)
        self._tell(entry)

    def after(self, seq: int, limit: int) -> list[Payload]:
        return self._entries[seq : seq + limit]

    @property
    def last(self) -> int:
        return len(self._entries)


def _without_secrets(value: object) -> object:
    if isinstance(value, dict):
        return {name: held for name, held in value.items() if name not in _SECRETS}
    return value
