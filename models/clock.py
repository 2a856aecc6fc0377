"""Clocks, turns, the ledger of steps, occasions and the tallies that status reads."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Date,
    Index,
    PrimaryKeyConstraint,
    UniqueConstraint,
    text,
)
from sqlmodel import Field

from models.base import Row, at, key, link


class Clock(Row, table=True):
    """One window running for one lead or request. The row is narrow: the sweep lives on it.

    ``consumed`` is the figure of a stopped clock, in seconds, never computed again.
    ``stored`` and ``turn_stored`` are seconds consumed before ``last_started_at`` and
    ``turn_started_at``; ``fired`` is a bit per step already in the ledger.
    """

    __table_args__ = (
        UniqueConstraint("lead_id", "window_id"),
        UniqueConstraint("request_id", "window_id"),
        CheckConstraint("(lead_id IS NULL) <> (request_id IS NULL)", name="has_one_subject"),
        Index(
            "ix_clock_open",
            "agreement_id",
            "breached_at",
            "due_at",
            sqlite_where=text("state = 'running'"),
            postgresql_where=text("state = 'running'"),
        ),
        Index(
            "ix_clock_due",
            "next_at",
            sqlite_where=text("next_at IS NOT NULL"),
            postgresql_where=text("next_at IS NOT NULL"),
        ),
    )

    id: UUID = key()
    agreement_id: UUID = link("agreement.id")
    lead_id: UUID | None = link("lead.id", nullable=True)
    request_id: UUID | None = link("request.id", nullable=True)
    window_id: UUID = link("window.id")
    stage: str
    state: str
    outcome: str | None = None
    generation: int = 0
    target: int
    stored: int = 0
    started_at: datetime = at()
    last_started_at: datetime | None = at(nullable=True)
    owner_id: UUID | None = link("person.id", nullable=True)
    turn: int = 0
    turn_stored: int = 0
    turn_started_at: datetime | None = at(nullable=True)
    fired: int = 0
    silenced: bool = False
    held_until: datetime | None = at(nullable=True)
    snoozes: int = 0
    snoozed_until: datetime | None = at(nullable=True)
    pauses: int = 0
    paused_at: datetime | None = at(nullable=True)
    paused_until: datetime | None = at(nullable=True)
    paused_total: int = 0
    due_at: datetime | None = at(nullable=True)
    breached_at: datetime | None = at(nullable=True)
    stopped_at: datetime | None = at(nullable=True)
    consumed: int | None = None
    told_late: bool = False
    next_at: datetime | None = at(nullable=True)


class Turn(Row, table=True):
    """One person's time as owner under a clock."""

    __table_args__ = (UniqueConstraint("clock_id", "generation", "number"),)

    id: UUID = key()
    clock_id: UUID = link("clock.id")
    generation: int
    number: int
    person_id: UUID | None = link("person.id", nullable=True)
    started_at: datetime = at()
    ended_at: datetime | None = at(nullable=True)
    consumed: int | None = None
    outcome: str | None = None


class Step(Row, table=True):
    """The ledger: one row per step that came due, so that none can happen twice."""

    __tablename__ = "ledger"
    __table_args__ = (PrimaryKeyConstraint("clock_id", "generation", "step"),)

    clock_id: UUID = link("clock.id")
    generation: int
    step: str
    due_at: datetime = at()
    noticed_at: datetime = at()
    fate: str
    person_id: UUID | None = link("person.id", nullable=True)
    acknowledged_at: datetime | None = at(nullable=True)


class Occasion(Row, table=True):
    """Something due at a moment that is no clock: a commitment's reminder, the end of a pause."""

    __table_args__ = (
        UniqueConstraint("kind", "subject_id"),
        Index(
            "ix_occasion_due",
            "next_at",
            sqlite_where=text("next_at IS NOT NULL"),
            postgresql_where=text("next_at IS NOT NULL"),
        ),
    )

    id: UUID = key()
    agreement_id: UUID = link("agreement.id")
    kind: str
    subject_id: UUID
    next_at: datetime | None = at(nullable=True)
    times: int = 0


class Tally(Row, table=True):
    """Clocks started and decided per window, day and outcome; kept in the clock's transaction."""

    __table_args__ = (PrimaryKeyConstraint("agreement_id", "stage", "day", "measure"),)

    agreement_id: UUID = link("agreement.id")
    stage: str
    day: date = Field(sa_type=Date)
    measure: str
    count: int = 0
