"""What just happened, told to whoever watches: the page, and an act waiting for its outcome."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bot.sandbox.shapes import Payload


@dataclass(frozen=True, slots=True)
class Happening:
    number: int
    type: str
    data: Payload
    audience: frozenset[str] | None = None
    """The people who can see it; `None` is everybody."""
    via: str = ""
    """The response address it came through, when it answers an act."""

    def seen_by(self, user: str) -> bool:
        return not user or self.audience is None or user in self.audience


Watcher = Callable[[Happening], None]


class Stream:
    def __init__(self) -> None:
        self._watchers: list[Watcher] = []
        self._number = 0

    def tell(
        self, kind: str, data: Payload, audience: Collection[str] | None = None, via: str = ""
    ) -> None:
        self._number += 1
        audience = None if audience is None else frozenset(audience)
        happening = Happening(self._number, kind, data, audience, via)
        for watcher in tuple(self._watchers):
            watcher(happening)

    @contextmanager
    def watched_by(self, watcher: Watcher) -> Iterator[None]:
        self._watchers.append(watcher)
        try:
            yield
        finally:
            self._watchers.remove(watcher)
