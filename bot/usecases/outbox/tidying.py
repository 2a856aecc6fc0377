"""Forgetting messages and events that nothing asks about any more, a page at a time."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, exists, func, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from bot.rules.commitments import WAITING
from bot.rules.terms import ClockState
from models import Absence, Clock, Commitment, Goal, Inbox, Lead, Outbox, PostState
from models.base import changed

PAGE = 500
EVENTS_STAY = timedelta(days=30)
MESSAGES_STAY = timedelta(days=180)
ENDED = (PostState.SENT, PostState.CANCELLED, PostState.MERGED, PostState.DEAD)
ABOUT_NOTHING_OPEN = ("", "touch", "responsibility")
"""Subjects whose messages are never rewritten nor looked for again."""

_Later = aliased(Outbox)


def tidy(session: Session, *, now: datetime) -> int:
    """Forget a page of old events and one of old messages; say how many there were.

    Slack repeats an event for hours, not days. A message stays as long as something may still ask
    for it: while it is on its way or in doubt, while its clock runs or its subject is open, while
    another row rewrites it or went into it, and the last one tried, by which a restored backup is
    known. Messages about subjects this does not know of stay.
    """
    events = select(Inbox.event_id).where(col(Inbox.taken_at) < now - EVENTS_STAY).limit(PAGE)
    old = session.exec(events).all()
    forgotten = changed(session, delete(Inbox).where(col(Inbox.event_id).in_(old))) if old else 0
    ended = session.exec(
        select(Outbox.id)
        .where(
            col(Outbox.created_at) < now - MESSAGES_STAY,
            func.coalesce(Outbox.last_try_at, Outbox.created_at) < now - MESSAGES_STAY,
            col(Outbox.state).in_(ENDED),
            _is_over(now),
            ~exists().where(col(_Later.updates) == col(Outbox.id)),
            ~exists().where(col(_Later.merged_into) == col(Outbox.id)),
            _was_not_the_last_tried(),
        )
        .order_by(col(Outbox.created_at))
        .limit(PAGE)
        .with_for_update(skip_locked=True)
    ).all()
    if ended:
        forgotten += changed(session, delete(Outbox).where(col(Outbox.id).in_(ended)))
    return forgotten


def _is_over(now: datetime) -> ColumnElement[bool]:
    """What a message is about has come to its end: its clock, else its subject."""
    subject, subject_id = col(Outbox.subject), col(Outbox.subject_id)
    ends = (
        subject.in_(ABOUT_NOTHING_OPEN),
        and_(
            subject == "absence",
            ~exists().where(col(Absence.id) == subject_id, col(Absence.ends_at) > now),
        ),
        and_(
            subject == "lead",
            exists().where(col(Lead.id) == subject_id, col(Lead.closed_at).is_not(None)),
        ),
        and_(
            subject == "commitment",
            exists().where(col(Commitment.id) == subject_id, col(Commitment.state).not_in(WAITING)),
        ),
        and_(
            subject == "goal",
            exists().where(col(Goal.id) == subject_id, col(Goal.closed_at).is_not(None)),
        ),
    )
    stopped = exists().where(
        col(Clock.id) == col(Outbox.clock_id), col(Clock.state) == ClockState.STOPPED.value
    )
    return or_(stopped, and_(col(Outbox.clock_id).is_(None), or_(*ends)))


def _was_not_the_last_tried() -> ColumnElement[bool]:
    return or_(
        col(Outbox.last_try_at).is_(None),
        exists().where(
            col(_Later.team_id) == col(Outbox.team_id),
            col(_Later.last_try_at) > col(Outbox.last_try_at),
        ),
    )
