"""When a promise is reminded of and asked about, and when silence ends it."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.rules.refusals import Refusal
from bot.rules.worktime import Schedule

TIMES_ASKED = 3
BEFORE_DUE = timedelta(hours=1)
"""Working time before the due moment at which its owner is first asked, while it is still due."""
DAYS_SEARCHED = 14
ONE_DAY = timedelta(days=1)


class CommitmentState(StrEnum):
    """``asked`` waits for its owner's yes; only then is it ``open``."""

    ASKED = "asked"
    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    RENEGOTIATED = "renegotiated"
    DECLINED = "declined"


WAITING = frozenset({CommitmentState.ASKED, CommitmentState.OPEN})
RESULTS = frozenset({CommitmentState.KEPT, CommitmentState.BROKEN, CommitmentState.RENEGOTIATED})


class NoSuchCommitment(Refusal):
    """Absent, or of an agreement the reader has no part in: the same words for both."""


@dataclass
class CommitmentIsClosed(Refusal):
    """It was answered already."""

    state: str


class NotYetAccepted(Refusal):
    """Nobody keeps or breaks a promise they have not made."""


@dataclass
class HasNoPart(Refusal):
    """Only people of the agreement answer for something in it."""

    name: str


@dataclass
class NotItsLead(Refusal):
    """A whole side promises through whoever leads it."""

    name: str
    party: str


class Standing(StrEnum):
    """How a promise not yet answered stands on a day."""

    ASKED = "asked"
    LATE = "late"
    SOON = "soon"
    OPEN = "open"


def standing(state: str, due_at: datetime, *, now: datetime, hours: Schedule) -> Standing:
    """Say how a promise stands: soon from its reminder on, late from the moment it is due."""
    if state == CommitmentState.ASKED:
        return Standing.ASKED
    if due_at <= now:
        return Standing.LATE
    near = reminder_at(hours, due_at)
    return Standing.SOON if near is not None and near <= now else Standing.OPEN


def reminder_at(hours: Schedule, due_at: datetime) -> datetime | None:
    """Return the opening of the last working day before the due day; none within two weeks."""
    zone = ZoneInfo(hours.zone)
    for back in range(1, DAYS_SEARCHED + 1):
        midnight = _midnight(due_at, zone, days=-back)
        opening = hours.next_open(midnight)
        if opening.astimezone(zone).date() == midnight.date():
            return opening
    return None


def question_at(hours: Schedule, due_at: datetime, *, made_at: datetime) -> datetime:
    """Return when the owner is first asked: one working hour before it is due, on the day itself.

    A promise made later than that is asked about when it is due; one due at a closed hour, before
    the doors close.
    """
    ahead = hours.add(due_at, -BEFORE_DUE)
    opening = hours.next_open(_midnight(due_at, ZoneInfo(hours.zone)))
    if opening <= due_at:
        ahead = max(ahead, opening)
    return hours.next_open(ahead if ahead > made_at else due_at)


def next_question_at(hours: Schedule, asked_at: datetime) -> datetime:
    """Return the opening of the next working day after somebody was asked."""
    return hours.next_open(_midnight(asked_at, ZoneInfo(hours.zone), days=1))


def _midnight(at: datetime, zone: ZoneInfo, *, days: int = 0) -> datetime:
    return datetime.combine(at.astimezone(zone).date() + days * ONE_DAY, time(), zone)
