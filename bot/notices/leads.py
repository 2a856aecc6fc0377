"""What people can be told about a lead and its clocks."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from bot.notices.people import PersonRef


@dataclass(frozen=True, slots=True)
class LeadFacts:
    """A lead as it may be named to its owner and to those who may see it in full."""

    id: UUID
    public_id: str
    name: str
    company: str
    source: str
    segment: str
    score: int | None
    language: str = ""


@dataclass(frozen=True, slots=True)
class WindowFacts:
    """One clock of a lead at a moment; ``left`` is seconds of its own time, negative when late.

    ``own_until`` is when the owner's turn ends, where that is after the window itself has closed.
    """

    stage: str
    state: str
    outcome: str | None
    target: int
    left: int
    due_at: datetime | None
    breached_at: datetime | None
    paused_until: datetime | None
    told_late: bool
    own_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class TouchFacts:
    by: PersonRef
    on_behalf_of: PersonRef | None
    channel: str
    outcome: str
    note: str
    happened_at: datetime


@dataclass(frozen=True, slots=True)
class LeadCard:
    """The live card of a lead. ``may`` holds the actions its reader has the right to."""

    lead: LeadFacts
    agreement: str
    stage: str
    owner: PersonRef | None
    email: str | None
    phone: str | None
    received_at: datetime
    accepted_at: datetime | None
    windows: tuple[WindowFacts, ...]
    touches: int
    last_touch: TouchFacts | None
    amount: Decimal | None
    currency: str
    may: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardChanged:
    """A posted card is owed a rewrite; what it says is worked out when that leaves."""

    lead_id: UUID


@dataclass(frozen=True, slots=True)
class LeadArrived:
    """To the new owner, or whoever stands in: the card, and why it came to them.

    ``rota`` is empty for the default one.
    """

    card: LeadCard
    reason: str
    given_by: PersonRef | None
    standing_in_for: PersonRef | None = None
    rota: str = ""


@dataclass(frozen=True, slots=True)
class LeadUnowned:
    """To the sales lead: nobody could take it; ``rota`` is empty for the default one."""

    lead: LeadFacts
    reason: str
    candidates: tuple[PersonRef, ...]
    rota: str = ""


@dataclass(frozen=True, slots=True)
class WindowClosing:
    """A reminder of what is left of the reader's turn; ``percent`` of the window is used up.

    ``standing_in_for`` is the owner whose turn the reader has, when they are not the owner. A turn
    may begin when the window is past: ``is_late`` then, ``due_at`` is when that was due, and
    ``own_until`` ends the turn of a reader who has one.
    """

    lead: LeadFacts
    stage: str
    percent: int
    left: int
    due_at: datetime
    standing_in_for: PersonRef | None = None
    is_late: bool = False
    own_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReminderAgain:
    """The reminder its owner asked to have again."""

    lead: LeadFacts
    stage: str
    left: int
    due_at: datetime
    standing_in_for: PersonRef | None = None


@dataclass(frozen=True, slots=True)
class WindowMissed:
    """To the owner, or whoever stands in: the window closed."""

    lead: LeadFacts
    stage: str
    due_at: datetime
    standing_in_for: PersonRef | None = None


@dataclass(frozen=True, slots=True)
class MissReported:
    """To the sales lead, at the breach; ``cover`` has the turn if its owner has not."""

    lead: LeadFacts
    stage: str
    owner: PersonRef | None
    due_at: datetime
    cover: PersonRef | None = None


@dataclass(frozen=True, slots=True)
class MissEscalated:
    """To the sales lead, some time after the breach; ``promised`` if it was acknowledged."""

    lead: LeadFacts
    stage: str
    owner: PersonRef | None
    due_at: datetime
    late: int
    promised: datetime | None
    cover: PersonRef | None = None


@dataclass(frozen=True, slots=True)
class ReassignmentOffered:
    """To the sales lead: nobody followed up; these people could."""

    lead: LeadFacts
    stage: str
    owner: PersonRef | None
    late: int
    candidates: tuple[PersonRef, ...]
    cover: PersonRef | None = None


@dataclass(frozen=True, slots=True)
class FlaggedLead:
    """A line of the channel's flag; never a person, never an amount."""

    lead_id: UUID
    public_id: str
    company: str
    stage: str
    owner: PersonRef | None
    outcome: str = "missed"


@dataclass(frozen=True, slots=True)
class MissesFlagged:
    """To the working channel: leads not followed up within the agreed window."""

    agreement: str
    leads: tuple[FlaggedLead, ...]


@dataclass(frozen=True, slots=True)
class LeadHandled:
    """What a reminder shrinks to once somebody did what it asked for.

    ``late`` when it had been done in time and was told after the breach.
    """

    lead: LeadFacts
    what: str
    by: PersonRef | None
    at: datetime
    late: bool = False


@dataclass(frozen=True, slots=True)
class ReminderPast:
    """What an earlier message about a clock shrinks to when the next one is told."""

    lead: LeadFacts
    at: datetime


@dataclass(frozen=True, slots=True)
class LeadPassed:
    """To the former owner: the lead went to somebody else."""

    lead: LeadFacts
    to: PersonRef | None
    by: PersonRef | None


@dataclass(frozen=True, slots=True)
class LeadRejected:
    """To marketing's leads: sales handed a lead back."""

    lead: LeadFacts
    by: PersonRef
    reason: str
    note: str


@dataclass(frozen=True, slots=True)
class TouchedForYou:
    """To an owner: a colleague followed up in their name."""

    lead: LeadFacts
    touch: TouchFacts


@dataclass(frozen=True, slots=True)
class DealWon:
    """To the team channel, where the agreement celebrates deals."""

    lead: LeadFacts
    owner: PersonRef | None
