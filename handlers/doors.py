"""How handlers reach the use cases: a transaction opens, the use case runs, it is committed."""

from collections.abc import Callable
from typing import Protocol, TypeVar

R = TypeVar("R")


class Act(Protocol):
    """Runs a use case in one writing transaction; it is committed when this returns."""

    def __call__(self, use_case: Callable[..., R], /, **facts: object) -> R: ...


class Ask(Protocol):
    """Runs a use case in one reading transaction; nothing it writes is kept."""

    def __call__(self, use_case: Callable[..., R], /, **facts: object) -> R: ...


class Noticed:
    """An ``act`` that remembers whether it was used."""

    def __init__(self, act: Act) -> None:
        self._act = act
        self.was_used = False

    def __call__(self, use_case: Callable[..., R], /, **facts: object) -> R:
        done = self._act(use_case, **facts)
        self.was_used = True
        return done
