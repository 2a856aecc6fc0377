"""What is said at the beginning of a week, once: planned for its first working moment."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from bot.rules.weekly import next_week_opens, week_of
from bot.usecases.clocks.promises import office_of
from bot.usecases.commitments.overview import tell_commitments_week
from bot.usecases.responsibilities.unowned import tell_unowned
from models import Agreement

WEEK = "week"


def next_week(session: Session, agreement: Agreement, now: datetime) -> datetime:
    """Return the first working moment of an agreement's next week."""
    return next_week_opens(office_of(session, agreement.id), now)


def week_due(session: Session, now: datetime, agreement_id: UUID) -> datetime:
    """Say what the week begins with; return when the next one opens.

    Woken late in the week it is still said, once; weeks slept through are not made up for.
    """
    agreement = session.get_one(Agreement, agreement_id)
    begins, _ = week_of(now, agreement.zone)
    week = f"{begins:%Y-%m-%d}"
    tell_commitments_week(session, now=now, agreement=agreement, week=week)
    tell_unowned(session, now=now, agreement=agreement, week=week)
    return next_week(session, agreement, now)
