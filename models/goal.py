"""Goals, the dated entries that move them, and the milestones already celebrated."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Date, PrimaryKeyConstraint
from sqlmodel import Field

from models.base import Hundredths, Row, at, key, link


class Goal(Row, table=True):
    """A number to reach by a date. ``starts_on`` and ``ends_on`` are local days, both included."""

    __table_args__ = (
        CheckConstraint("target > 0", name="target_is_positive"),
        CheckConstraint("ends_on >= starts_on", name="ends_after_it_starts"),
    )

    id: UUID = key()
    agreement_id: UUID = link("agreement.id", index=True)
    name: str
    metric: str = "custom"
    direction: str = "at_least"
    target: Decimal = Field(sa_type=Hundredths)
    unit: str = ""
    starts_on: date = Field(sa_type=Date)
    ends_on: date = Field(sa_type=Date)
    party: str
    owner_id: UUID = link("person.id")
    baseline: Decimal | None = Field(default=None, sa_type=Hundredths)
    total: Decimal = Field(default=Decimal(0), sa_type=Hundredths)
    version: int = 1
    milestones: list[int] = Field(sa_type=JSON)
    made_by: UUID = link("person.id")
    made_at: datetime = at()
    closed_at: datetime | None = at(nullable=True)
    closed_by: UUID | None = link("person.id", nullable=True)


class GoalEntry(Row, table=True):
    """A dated amount added to a goal; a correction is a new, negative entry."""

    id: UUID = key()
    goal_id: UUID = link("goal.id", index=True)
    amount: Decimal = Field(sa_type=Hundredths)
    made_by: UUID = link("person.id")
    happened_at: datetime = at()
    told_at: datetime = at()
    note: str = ""


class Milestone(Row, table=True):
    """A line a goal crossed; the key makes sure it is celebrated once per goal version."""

    __table_args__ = (PrimaryKeyConstraint("goal_id", "version", "percent"),)

    goal_id: UUID = link("goal.id")
    version: int
    percent: int
    reached_at: datetime = at()
    celebrated: bool
