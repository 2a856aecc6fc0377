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

    ``crossed`` are new on record, of which ``celebrated`` (the highest) is told; ``undone`` is the
    highest celebrated line that the goal went back under.
    """

    crossed: tuple[int, ...] = ()
    celebrated: int | None = None
    undone: int | None = None


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
    on_record: Collection[int],
    celebrated: Collection[int],
) -> Crossing:
    """Judge an entry: a line is crossed when it is met exactly, once per version of the goal."""
    crossed = tuple(
        line
        for line in sorted(lines)
        if not reaches(before, target, line)
        and reaches(after, target, line)
        and line not in on_record
    )
    undone = [
        line
        for line in celebrated
        if reaches(before, target, line) and not reaches(after, target, line)
    ]
    return Crossing(crossed, crossed[-1] if crossed else None, max(undone, default=None))


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
