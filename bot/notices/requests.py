"""What people can be told about requests and their clocks."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.notices.people import PersonRef
from bot.notices.status import ClockRun, StoryLine


@dataclass(frozen=True, slots=True)
class AreaRef:
    """An area named in a message, in both languages."""

    name_en: str
    name_es: str


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """Something asked of an area. ``client`` is whom it was asked for, if not for oneself.

    ``due_at`` is empty where the agreement promises no time; ``promised_at`` is when its owner
    said they would see to it.
    """

    id: UUID
    public_id: str
    kind: str
    text: str
    area: AreaRef
    party: str
    asked_by: PersonRef
    client: str
    owner: PersonRef | None
    asked_at: datetime
    due_at: datetime | None
    is_late: bool
    promised_at: datetime | None
    state: str
    answer: str
    answered_by: PersonRef | None
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class RequestCard:
    """To one reader: a request, and what they have the right to do about it."""

    request: RequestFacts
    may: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RequestPosted:
    """To the working channel: what was asked, of whom, by when; kept up to date."""

    request: RequestFacts


@dataclass(frozen=True, slots=True)
class RequestAsked:
    """To whoever has to answer. ``covers`` names whom they stand in for, if for anybody.

    ``reopened`` says why an answer was not the one asked for; ``by`` who passed it on.
    """

    request: RequestFacts
    covers: PersonRef | None
    candidates: tuple[PersonRef, ...]
    by: PersonRef | None = None
    reopened: str = ""


@dataclass(frozen=True, slots=True)
class RequestUnowned:
    """To the leads of the side asked: its area has nobody who could answer now."""

    request: RequestFacts
    candidates: tuple[PersonRef, ...]
    reopened: str = ""


@dataclass(frozen=True, slots=True)
class RequestSeen:
    """To whoever asked: its owner is on it, and by when."""

    request: RequestFacts
    by: PersonRef
    until: datetime


@dataclass(frozen=True, slots=True)
class RequestAnswerPosted:
    """To the thread of a request: its answer."""

    request: RequestFacts


@dataclass(frozen=True, slots=True)
class RequestReplied:
    """To whoever asked: the answer, and a way to say that it is not what was asked."""

    request: RequestFacts


@dataclass(frozen=True, slots=True)
class RequestHandled:
    """What a message about a request shrinks to once nobody has to act on it any more."""

    request: RequestFacts
    what: str
    by: PersonRef
    at: datetime


@dataclass(frozen=True, slots=True)
class RequestReminderPast:
    """What an earlier message about a request's clock shrinks to when the next one is told."""

    request: RequestFacts
    at: datetime


@dataclass(frozen=True, slots=True)
class RequestClosing:
    """A reminder of what is left of the reader's time; ``percent`` of the window is used up.

    ``standing_in_for`` is the owner, when the reader covers for them. Somebody may be asked when
    the window is past: ``is_late`` then, ``due_at`` is when that was due, and ``own_until`` ends
    the time of a reader whose turn it is.
    """

    request: RequestFacts
    percent: int
    left: int
    due_at: datetime
    standing_in_for: PersonRef | None = None
    is_late: bool = False
    own_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class RequestMissed:
    """To the owner, or whoever covers for them: the window closed without an answer."""

    request: RequestFacts
    due_at: datetime
    standing_in_for: PersonRef | None = None


@dataclass(frozen=True, slots=True)
class RequestMissReported:
    """To the leads of the side asked, at the breach."""

    request: RequestFacts
    due_at: datetime


@dataclass(frozen=True, slots=True)
class RequestEscalated:
    """To the leads of the side asked, some time after the breach."""

    request: RequestFacts
    late: int


@dataclass(frozen=True, slots=True)
class RequestPassOffered:
    """To the leads of the side asked: still no answer; these people could take it."""

    request: RequestFacts
    late: int
    candidates: tuple[PersonRef, ...]


@dataclass(frozen=True, slots=True)
class FlaggedRequest:
    """A line of the channel's flag: id, kind and area; a person only where so agreed."""

    request_id: UUID
    public_id: str
    kind: str
    area: AreaRef
    owner: PersonRef | None
    outcome: str = "missed"


@dataclass(frozen=True, slots=True)
class RequestsFlagged:
    """To the working channel: requests not answered within the agreed window."""

    agreement: str
    requests: tuple[FlaggedRequest, ...]


@dataclass(frozen=True, slots=True)
class RequestList:
    """The open requests that concern one reader, and how many there are in all.

    ``unowned`` wait for a lead of the side asked to pass them on; ``late`` are others' to answer.
    """

    to_answer: tuple[RequestFacts, ...]
    asked: tuple[RequestFacts, ...]
    late: tuple[RequestFacts, ...]
    open: int
    unowned: tuple[RequestFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class RequestStory:
    """Answer to "why?": a request's history, and its clock where it has one."""

    request: RequestFacts
    clock: ClockRun | None
    lines: tuple[StoryLine, ...]
