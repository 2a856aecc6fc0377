"""What people can be told about commitments."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from bot.notices.people import PersonRef


@dataclass(frozen=True, slots=True)
class CommitmentFacts:
    """A promise; ``of_party`` says that the whole side promises and its owner answers for it."""

    id: UUID
    text: str
    owner: PersonRef
    asked_by: PersonRef
    quantity: Decimal | None
    unit: str
    due_at: datetime
    state: str
    accepted_at: datetime | None
    goal: str | None
    reason: str
    closing_note: str
    party: str = ""
    of_party: bool = False
    how: str = ""
    closed_at: datetime | None = None
    closed_by: PersonRef | None = None


@dataclass(frozen=True, slots=True)
class WaitingCommitment:
    """A promise not yet answered; ``standing`` is asked, late, soon or open."""

    promise: CommitmentFacts
    standing: str


@dataclass(frozen=True, slots=True)
class CommitmentBoard:
    """Both sides' promises: those waiting, by due moment, and how those of 30 days ended."""

    waiting: tuple[WaitingCommitment, ...]
    ended: tuple[CommitmentFacts, ...]


@dataclass(frozen=True, slots=True)
class CommitmentsWeek:
    """To the working channel as a week opens: how last week's ended, and what this one brings.

    ``overdue`` are past their date and nobody said how they ended.
    """

    agreement: str
    ended: tuple[CommitmentFacts, ...]
    due: tuple[CommitmentFacts, ...]
    overdue: tuple[CommitmentFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class CommitmentMade:
    """To the other side's leads: a whole side promises."""

    commitment: CommitmentFacts


@dataclass(frozen=True, slots=True)
class CommitmentAsked:
    """To the person somebody asks a promise of: accept or decline."""

    commitment: CommitmentFacts


@dataclass(frozen=True, slots=True)
class CommitmentNear:
    """To the owner, or ``cover`` while they are away, before the due date."""

    commitment: CommitmentFacts
    cover: PersonRef | None = None


@dataclass(frozen=True, slots=True)
class CommitmentDue:
    """To the owner, or ``cover`` while they are away, on the day: it asks if it was kept.

    ``times`` counts how often it was asked; ``instead``: to who speaks for the side of an owner
    who left.
    """

    commitment: CommitmentFacts
    times: int
    cover: PersonRef | None = None
    instead: bool = False


@dataclass(frozen=True, slots=True)
class CommitmentClosed:
    """To whoever asked: kept, broken or renegotiated (to ``new_due_at``), by whom and why."""

    commitment: CommitmentFacts
    by: PersonRef | None
    new_due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CommitmentAnswered:
    """To whoever asked, and in place of the question: accepted, or declined with a note."""

    commitment: CommitmentFacts
    by: PersonRef
    accepted: bool
