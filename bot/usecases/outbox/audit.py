"""A second look at the whole: nothing overdue, nothing stuck."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from bot.usecases.outbox.queue import IS_PENDING, IS_READY
from models import Agreement, Clock, Outbox, PostState, Sender

CLOCK_MAY_BE_LATE = timedelta(minutes=5)
PENDING_MAY_WAIT = timedelta(minutes=15)
CLAIM_MAY_LAST = timedelta(minutes=5)
DOUBT_MAY_LAST = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Audit:
    """How many clocks are overdue and messages stuck; ``paused`` is why nothing is sent, if so.

    ``in_doubt`` counts messages of unknown fate, which is no fault unless it lasts.
    """

    overdue_clocks: int
    stuck_pending: int
    stuck_claimed: int
    stuck_in_doubt: int
    in_doubt: int
    paused: str
    beat_at: datetime | None

    @property
    def is_well(self) -> bool:
        stuck = self.stuck_pending + self.stuck_claimed + self.stuck_in_doubt
        return not (self.overdue_clocks or stuck or self.paused)


def audit(session: Session, *, now: datetime, team_id: str) -> Audit:
    """Count what should not be there, without asking those who should have prevented it."""
    sender = session.get(Sender, team_id)
    return Audit(
        overdue_clocks=_overdue_clocks(session, now, team_id),
        stuck_pending=_count(
            session, team_id, IS_PENDING, IS_READY, col(Outbox.not_before) < now - PENDING_MAY_WAIT
        ),
        stuck_claimed=_count(
            session,
            team_id,
            col(Outbox.state) == PostState.SENDING,
            col(Outbox.last_try_at) < now - CLAIM_MAY_LAST,
        ),
        stuck_in_doubt=_count(
            session,
            team_id,
            col(Outbox.state) == PostState.UNSURE,
            func.coalesce(Outbox.last_try_at, Outbox.first_sent_at) < now - DOUBT_MAY_LAST,
        ),
        in_doubt=_count(session, team_id, col(Outbox.state) == PostState.UNSURE),
        paused=sender.paused if sender else "",
        beat_at=sender.beat_at if sender else None,
    )


def _overdue_clocks(session: Session, now: datetime, team_id: str) -> int:
    query = (
        select(func.count())
        .select_from(Clock)
        .join(Agreement, col(Agreement.id) == col(Clock.agreement_id))
        .where(Agreement.team_id == team_id, col(Clock.next_at) < now - CLOCK_MAY_BE_LATE)
    )
    return session.exec(query).one()


def _count(session: Session, team_id: str, *conditions: ColumnElement[bool]) -> int:
    query = select(func.count()).select_from(Outbox).where(Outbox.team_id == team_id, *conditions)
    return session.exec(query).one()
