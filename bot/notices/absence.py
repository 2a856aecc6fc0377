"""What people can be told about absences and who covers them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.notices.people import PersonRef
from bot.notices.requests import RequestFacts
from bot.notices.status import LeadLine


@dataclass(frozen=True, slots=True)
class AbsenceFacts:
    """Somebody's time away; ``cover`` said yes, ``asked`` has yet to answer."""

    id: UUID
    person: PersonRef
    starts_at: datetime
    ends_at: datetime
    cover: PersonRef | None = None
    asked: PersonRef | None = None


@dataclass(frozen=True, slots=True)
class AbsenceList:
    """A person's absences now and to come."""

    absences: tuple[AbsenceFacts, ...]


@dataclass(frozen=True, slots=True)
class AbsenceSet:
    """The answer to whoever registered an absence; ``former`` is one that it took the place of."""

    absence: AbsenceFacts
    by: PersonRef
    former: AbsenceFacts | None = None


@dataclass(frozen=True, slots=True)
class AbsenceSetForYou:
    """To the person: whoever leads sales registered an absence of theirs."""

    absence: AbsenceFacts
    by: PersonRef


@dataclass(frozen=True, slots=True)
class AbsenceCancelled:
    """An absence that will not be; to whoever it was for, and in place of open questions."""

    absence: AbsenceFacts
    by: PersonRef


@dataclass(frozen=True, slots=True)
class AbsencePast:
    """In place of an earlier message about an absence: ``what`` became of that.

    ``over``, ``taken_back``, ``moved`` to other dates, or ``alone`` without a cover.
    """

    absence: AbsenceFacts
    what: str


@dataclass(frozen=True, slots=True)
class CoverAsked:
    """To the person asked to cover; ``again`` when they do already and the dates have moved."""

    absence: AbsenceFacts
    by: PersonRef
    again: bool = False


@dataclass(frozen=True, slots=True)
class CoverAnswered:
    """In place of the question, and to those who wait for it; a no to who leads the side too.

    ``told`` says whom a no is told to: ``absent``, a ``leader`` who may name a cover for them, or
    an ``other``; it is empty where the answer stands in place of something else.
    """

    absence: AbsenceFacts
    by: PersonRef
    accepted: bool
    told: str = ""


@dataclass(frozen=True, slots=True)
class CoverFreed:
    """To somebody who covered or was asked to: it is not needed any more."""

    absence: AbsenceFacts


@dataclass(frozen=True, slots=True)
class CoverBegan:
    """To the cover, as the absence begins: the leads and requests they look after now."""

    absence: AbsenceFacts
    leads: tuple[LeadLine, ...]
    more: int = 0
    requests: tuple[RequestFacts, ...] = ()
    more_requests: int = 0


@dataclass(frozen=True, slots=True)
class AbsenceUncovered:
    """To who leads sales, once, as an absence begins that nobody covers."""

    absence: AbsenceFacts
    leads: tuple[LeadLine, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """A lead after an absence: who followed up and how often, and who has its turn still."""

    line: LeadLine
    touches: int
    touched_by: str | None
    kept_by: str | None


@dataclass(frozen=True, slots=True)
class AbsenceOver:
    """To whoever comes back, in one message: what became of their leads meanwhile.

    ``ended_by`` is somebody else who ended the absence.
    """

    absence: AbsenceFacts
    leads: tuple[ReturnLine, ...]
    more: int = 0
    ended_by: PersonRef | None = None


@dataclass(frozen=True, slots=True)
class CoverOver:
    """To the cover, as the absence ends; ``kept`` are leads whose turn stays with them."""

    absence: AbsenceFacts
    kept: tuple[LeadLine, ...]


@dataclass(frozen=True, slots=True)
class AbsenceOffered:
    """To somebody whose Slack status sounds like an absence: it is offered, never assumed."""

    person_id: UUID
    status: str
    until: datetime | None


@dataclass(frozen=True, slots=True)
class AbsenceOfferDeclined:
    """In place of the offer: nothing was registered."""

    status: str
