"""What people can be told about goals."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from bot.notices.people import PersonRef


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """A goal and its pace. ``expected`` and ``required`` are empty where there is no pace yet."""

    id: UUID
    name: str
    unit: str
    direction: str
    target: Decimal
    actual: Decimal
    expected: Decimal | None
    required: Decimal | None
    days_left: int
    starts_on: date
    ends_on: date
    party: str
    owner: PersonRef
    is_open: bool
    is_over: bool = False
    """It is open, and its last day has passed."""


@dataclass(frozen=True, slots=True)
class MilestoneReached:
    """To the team channel: a goal crossed a line, and who moved it."""

    goal: GoalFacts
    percent: int
    by: tuple[PersonRef, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class MilestoneUndone:
    """To the team channel, plainly: a correction took a goal back under a line it had crossed."""

    goal: GoalFacts
    percent: int
    by: PersonRef


@dataclass(frozen=True, slots=True)
class MilestoneWithdrawn:
    """Where a line was celebrated: the figure behind it was corrected since."""

    goal: GoalFacts
    percent: int
    by: PersonRef


@dataclass(frozen=True, slots=True)
class GoalUpdated:
    goal: GoalFacts
    amount: Decimal
    by: PersonRef
    crossed: tuple[int, ...]
