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


def reminder_at(hours: Schedule, due_at: datetime) -> datetime | None:
    """Return the opening of the last working day before the due day; none within two weeks."""
    zone = ZoneInfo(hours.zone)
    due_day = due_at.astimezone(zone).date()
    for back in range(1, DAYS_SEARCHED + 1):
        midnight = datetime.combine(due_day - back * ONE_DAY, time(), zone)
        opening = hours.next_open(midnight)
        if opening.astimezone(zone).date() == midnight.date():
            return opening
    return None


def question_at(hours: Schedule, due_at: datetime, *, made_at: datetime) -> datetime:
    """Return when the owner is first asked: one working hour before, or at once if made later."""
    ahead = hours.add(due_at, -BEFORE_DUE)
    return hours.next_open(ahead if ahead > made_at else due_at)


def next_question_at(hours: Schedule, asked_at: datetime) -> datetime:
    """Return the opening of the next working day after somebody was asked."""
    zone = ZoneInfo(hours.zone)
    tomorrow = asked_at.astimezone(zone).date() + ONE_DAY
    return hours.next_open(datetime.combine(tomorrow, time(), zone))
