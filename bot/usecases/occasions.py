"""Doing what was planned for a moment, once it has come."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.exc import OperationalError
from sqlmodel import Session, col, select, update

from bot.usecases import patterns, reminders
from bot.usecases.absence import absence_due
from bot.usecases.clocks.tally import savepoint
from bot.usecases.commitments import commitment_due
from bot.usecases.weekly import WEEK, week_due
from models import Occasion
from models.base import changed

Due = Callable[[Session, datetime, UUID], datetime | None]
"""What to do about a subject now; returns when to come back to it, or nothing."""

KINDS: dict[str, Due] = {
    "commitment": commitment_due,
    "absence": absence_due,
    patterns.KIND: patterns.look_for_patterns,
    reminders.KIND: reminders.mind_reminders,
    WEEK: week_due,
}
AN_HOUR = timedelta(hours=1)

log = logging.getLogger(__name__)


def fire_due_occasions(
    session: Session, *, now: datetime, limit: int, kinds: Mapping[str, Due] = KINDS
) -> int:
    """Fire up to ``limit`` occasions whose moment has come, the earliest first; say how many.

    One that fails changes nothing and is tried again in an hour; the others are fired.
    """
    due = session.exec(
        select(Occasion.id, Occasion.kind, Occasion.subject_id, Occasion.next_at)
        .where(col(Occasion.next_at) <= now)
        .order_by(col(Occasion.next_at), col(Occasion.id))
        .limit(limit)
    ).all()
    return sum(_fire(session, now, kinds, *occasion) for occasion in due)


def next_occasion_at(session: Session) -> datetime | None:
    """Return the earliest moment for which something is planned."""
    planned = select(Occasion.next_at).where(col(Occasion.next_at).is_not(None))
    return session.exec(planned.order_by(col(Occasion.next_at)).limit(1)).first()


def _fire(
    session: Session,
    now: datetime,
    kinds: Mapping[str, Due],
    occasion_id: UUID,
    kind: str,
    subject_id: UUID,
    planned_at: datetime | None,
) -> int:
    # The moment as it was read is part of the claim: of two sweeps one changes the row, and a
    # subject that was handled or moved meanwhile is left alone.
    claim = (
        update(Occasion)
        .where(col(Occasion.id) == occasion_id, col(Occasion.next_at) == planned_at)
        .values(next_at=None, times=Occasion.times + 1)
    )
    if not changed(session, claim):
        return 0
    again_at = _done(session, now, kinds, occasion_id, kind, subject_id)
    session.execute(
        update(Occasion).where(col(Occasion.id) == occasion_id).values(next_at=again_at)
    )
    return 1


def _done(
    session: Session,
    now: datetime,
    kinds: Mapping[str, Due],
    occasion_id: UUID,
    kind: str,
    subject_id: UUID,
) -> datetime | None:
    """Do one occasion by itself; return when to come back to it."""
    try:
        with savepoint(session):
            return kinds[kind](session, now, subject_id)
    except OperationalError:
        # The database is in trouble or made this transaction give way: all of it is tried again.
        raise
    except Exception:
        # Whatever it was, it must not hold up the others, nor be met again at once.
        log.exception("occasion %s (%s) failed; trying again in an hour", occasion_id, kind)
        return now + AN_HOUR
