"""Pace and milestones of a goal that adds up day by day; ratios are no running totals."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from bot.rules.refusals import Refusal

MILESTONES = (25, 50, 75, 100, 120)
MOST_LINES = 20
FURTHEST_LINE = 1000
LARGEST = Decimal(10) ** 13
HUNDREDTH = Decimal("0.01")
ONE_DAY = timedelta(days=1)
DOUBTFUL = 2
"""An entry of more than this many targets at once is asked about: it is mostly a slip."""


class Direction(StrEnum):
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass
class NoSuchGoal(Refusal):
    """Absent, or of an agreement the reader has no part in: the same words for both."""

    asked: str


@dataclass
class WhichGoal(Refusal):
    """Several goals could be meant; ``choices`` are (id, name)."""

    choices: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """What somebody says moves a goal: a negative ``amount`` corrects it.

    ``is_sure`` is said after being asked about an amount far beyond the whole goal.
    """

    amount: Decimal
    is_sure: bool = False
    happened_at: datetime | None = None
    note: str = ""


class NoOpenGoal(Refusal):
    """The agreement has no open goal."""


@dataclass
class GoalExists(Refusal):
    """An open goal has this name."""

    name: str


@dataclass
class GoalIsClosed(Refusal):
    """A closed goal takes no more entries."""

    name: str


@dataclass
class EntryInFuture(Refusal):
    """Only what has happened moves a goal."""

    at: datetime


class EntryIsZero(Refusal):
    """An entry of nothing moves nothing."""


@dataclass
class AmountTooLarge(Refusal):
    """The number is beyond what a goal can hold; ``limit`` is."""

    limit: Decimal


@dataclass
class EntryFarBeyond(Refusal):
    """One entry of far more than the whole goal counts only once its author says it is meant."""

    amount: Decimal
    target: Decimal


class BadMilestones(Refusal):
    """Milestones are whole per cents from 1 to 1,000, each once, twenty at most."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Where a goal should be. ``expected`` is empty until a working day has ended."""

    expected: Decimal | None
    required: Decimal
    days_left: int


@dataclass(frozen=True, slots=True)
class Crossing:
    """What an entry did to the milestones.

    ``crossed`` were not reached before, and the highest of them is told; the goal went back under
    ``undone``.
    """

    crossed: tuple[int, ...] = ()
    undone: tuple[int, ...] = ()

    @property
    def celebrated(self) -> int | None:
        return self.crossed[-1] if self.crossed else None


def pace(
    *,
    target: Decimal,
    actual: Decimal,
    starts_on: date,
    ends_on: date,
    today: date,
    is_working: Callable[[date], bool],
) -> Pace:
    """Compare a goal with its calendar: a working day has ended once its date is past.

    ``required`` is what each remaining working day, today included, has to bring; with no day
    left it is the whole gap, and nothing once the target is reached.
    """
    total = _working_days(starts_on, ends_on, is_working)
    ended = _working_days(starts_on, min(ends_on, today - ONE_DAY), is_working)
    left = total - ended
    gap = max(target - actual, Decimal(0))
    return Pace(
        expected=_rounded(target * ended / total) if ended else None,
        required=_rounded(gap / left) if left else gap,
        days_left=left,
    )


def crossing(
    *,
    before: Decimal,
    after: Decimal,
    target: Decimal,
    lines: Collection[int],
    from_start: Collection[int],
) -> Crossing:
    """Judge an entry by the totals alone: a line is crossed when it is met exactly.

    A correction that takes the goal back under a line undoes it, so that crossing it again counts.
    Lines the goal was at ``from_start`` are neither.
    """
    judged = [line for line in sorted(lines) if line not in from_start]
    was, now = ({line for line in judged if reaches(at, target, line)} for at in (before, after))
    return Crossing(tuple(sorted(now - was)), tuple(sorted(was - now)))


def is_doubtful(amount: Decimal, target: Decimal) -> bool:
    """Say whether one entry is so far beyond the whole goal that it looks like a slip."""
    return amount > target * DOUBTFUL


def reaches(amount: Decimal, target: Decimal, percent: int) -> bool:
    return amount * 100 >= target * percent


def passed(amount: Decimal, target: Decimal, lines: Collection[int]) -> tuple[int, ...]:
    """Return the lines a goal is at or past from the start: they are never celebrated."""
    return tuple(line for line in sorted(lines) if reaches(amount, target, line))


def in_order(lines: Collection[int]) -> list[int]:
    """Return milestones from the lowest to the highest. Raises ``BadMilestones``."""
    possible = all(1 <= line <= FURTHEST_LINE for line in lines)
    if not possible or len(set(lines)) != len(lines) or len(lines) > MOST_LINES:
        raise BadMilestones
    return sorted(lines)


def sensible(amount: Decimal) -> Decimal:
    """Return an amount to two places. Raises ``AmountTooLarge``, also for what is no number."""
    if not amount.is_finite() or abs(amount) > LARGEST:
        raise AmountTooLarge(LARGEST)
    return amount.quantize(HUNDREDTH)


def _working_days(first: date, last: date, is_working: Callable[[date], bool]) -> int:
    span = range((last - first).days + 1)
    return sum(1 for ahead in span if is_working(first + ahead * ONE_DAY))


def _rounded(amount: Decimal) -> Decimal:
    return amount.quantize(HUNDREDTH)
