"""Taking over from whoever sent before: what they left in the air is looked for, never resent."""

from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select

from bot.usecases.outbox.queue import IS_PENDING, POST, UPDATE
from models import Outbox, PostState, Sender


def recover(
    session: Session,
    *,
    now: datetime,
    team_id: str,
    holder: str,
    settles_after: int,
    gap: int,
    last_try: datetime | None = None,
) -> int:
    """Begin to send for a workspace; say how many messages have to be looked for first.

    The lock must be held: what is SENDING then belongs to a holder that is gone. ``settles_after``
    is how long after its claim such a message must have shown up, ``gap`` the silence after which
    even messages that were never claimed here may have been posted. A ``last_try`` that this
    database knows nothing of tells that it was restored from a backup.
    """
    left = session.exec(
        select(Outbox).where(Outbox.state == PostState.SENDING, Outbox.team_id == team_id)
    ).all()
    for row in left:
        _put_in_doubt(row, now, settles_after)
    in_doubt = sum(row.operation == POST for row in left)
    if _was_silent(session, now, team_id, gap) or _was_restored(session, team_id, last_try):
        in_doubt += _doubt_what_is_due(session, now, team_id)
    beat(session, now=now, team_id=team_id, holder=holder)
    return in_doubt


def beat(session: Session, *, now: datetime, team_id: str, holder: str, paused: str = "") -> None:
    """Say that ``holder`` sends for a workspace, or why it waits."""
    sender = session.get(Sender, team_id) or Sender(team_id=team_id, holder=holder, beat_at=now)
    sender.holder, sender.beat_at, sender.paused = holder, now, paused
    session.add(sender)


def _put_in_doubt(row: Outbox, now: datetime, settles_after: int) -> None:
    if row.operation == UPDATE:
        row.state, row.not_before = PostState.PENDING, now
        return
    last_try = row.last_try_at or now
    row.state, row.lookups = PostState.UNSURE, 0
    row.not_before = max(now, last_try + timedelta(seconds=settles_after))


def _was_silent(session: Session, now: datetime, team_id: str, gap: int) -> bool:
    sender = session.get(Sender, team_id)
    return sender is not None and now - sender.beat_at > timedelta(seconds=gap)


def _was_restored(session: Session, team_id: str, last_try: datetime | None) -> bool:
    if last_try is None:
        return False
    query = select(func.max(Outbox.last_try_at)).where(Outbox.team_id == team_id)
    newest = session.exec(query).one()
    return newest is None or newest < last_try


def _doubt_what_is_due(session: Session, now: datetime, team_id: str) -> int:
    due = session.exec(
        select(Outbox).where(
            IS_PENDING,
            col(Outbox.not_before) <= now,
            Outbox.team_id == team_id,
            Outbox.operation == POST,
        )
    ).all()
    for row in due:
        row.first_sent_at = row.first_sent_at or row.not_before
        row.state, row.lookups, row.not_before = PostState.UNSURE, 0, now
    return len(due)
