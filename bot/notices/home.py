"""What a person finds when they come to the bot: what is theirs, the most urgent first."""

from dataclasses import dataclass
from datetime import datetime

from bot.notices.agreements import AgreementTerms, DayHours
from bot.notices.commitments import CommitmentFacts
from bot.notices.goals import GoalFacts
from bot.notices.people import PersonRef
from bot.notices.requests import RequestFacts
from bot.notices.responsibilities import AreaFacts
from bot.notices.status import LeadLine


@dataclass(frozen=True, slots=True)
class PartFacts:
    """A person's part in an agreement."""

    agreement: str
    party: str
    is_lead: bool


@dataclass(frozen=True, slots=True)
class ReachFacts:
    """When a person wants to be reached, by their own clock.

    Without ``hours`` those of the agreement count; ``quiet`` is a stretch without reminders, as in
    "12:00-14:00"; at ``digest_at`` the reminders of a day come in one message. ``gathered``: they
    come together each morning, for most were let pass.
    """

    hours: tuple[DayHours, ...] = ()
    quiet: str = ""
    digest_at: str = ""
    gathered: bool = False


@dataclass(frozen=True, slots=True)
class PreferenceChange:
    """One preference that was changed, by the person or by whoever maps people to the CRM."""

    field: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Me:
    """What the bot knows of its reader, and how it speaks to them."""

    person: PersonRef
    language: str
    zone: str
    parts: tuple[PartFacts, ...]
    reached: ReachFacts = ReachFacts()
    crm_id: str = ""
    crm_email: str = ""
    changes: tuple[PreferenceChange, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonMapped:
    """To whoever maps a person: what the CRM calls them now; empty where it is told nowhere."""

    person: PersonRef
    crm_id: str
    crm_email: str


@dataclass(frozen=True, slots=True)
class ReaderLoad:
    """How many messages somebody was sent in the last ``days`` days."""

    person: PersonRef
    sent: int
    days: int


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """Everything of one person at a moment.

    Leads go by due moment, promises by due date. ``leads`` are the first of ``total_leads``;
    ``busiest`` is for admins, others have none. ``requests`` wait for their answer. Whoever leads a
    side has to see to ``unowned_requests``, and to the first of ``total_led`` leads, ``led``.
    """

    me: Me
    as_of: datetime
    leads: tuple[LeadLine, ...] = ()
    total_leads: int = 0
    commitments: tuple[CommitmentFacts, ...] = ()
    areas: tuple[AreaFacts, ...] = ()
    goals: tuple[GoalFacts, ...] = ()
    agreements: tuple[AgreementTerms, ...] = ()
    busiest: tuple[ReaderLoad, ...] | None = None
    requests: tuple[RequestFacts, ...] = ()
    unowned_requests: tuple[RequestFacts, ...] = ()
    led: tuple[LeadLine, ...] = ()
    total_led: int = 0
