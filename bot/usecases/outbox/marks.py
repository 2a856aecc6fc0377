"""What became of a message that was claimed. Each change holds only for whoever claimed it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, case, or_, update
from sqlmodel import Session, col

from bot.usecases.outbox.fallbacks import say_plainly, tell_next
from bot.usecases.outbox.queue import UPDATE
from bot.usecases.outbox.reasons import DAILY, PLAIN
from bot.usecases.outbox.statements import changed, table_of
from models import Outbox, PostState

_TABLE = table_of(Outbox)

_SENT = (
    update(_TABLE)
    .where(
        _TABLE.c.id == bindparam("post_id"),
        _TABLE.c.claimed_by == bindparam("holder"),
        _TABLE.c.state.in_((PostState.SENDING, PostState.UNSURE)),
    )
    .values(
        state=PostState.SENT,
        ts=bindparam("message"),
        sent_at=bindparam("now"),
        reason=case((_TABLE.c.reason == DAILY, DAILY), else_=""),
    )
)


@dataclass(frozen=True, slots=True)
class Mine:
    """A row as its claimant knows it."""

    post_id: UUID
    holder: str


def mark_sent(session: Session, mine: Mine, *, now: datetime, ts: str) -> None:
    """Slack says it stands there. Rewrites that waited for it become due."""
    sent = {"post_id": mine.post_id, "holder": mine.holder, "message": ts, "now": now}
    changed(session, _SENT, sent)


def mark_unsent(session: Session, mine: Mine) -> None:
    """It surely was not posted: it waits for another try."""
    if _change(session, mine, state=PostState.PENDING, claimed_by=None):
        forget_rewrites(session, mine.post_id)


def mark_unsure(session: Session, mine: Mine, *, now: datetime, looks_at: datetime) -> None:
    """Nobody knows whether it was posted; it is looked for from ``looks_at``."""
    _change(session, mine, state=PostState.UNSURE, last_try_at=now, not_before=looks_at, lookups=0)


def mark_dead(
    session: Session, mine: Mine, *, now: datetime, code: str, plain_may_do: bool
) -> None:
    """It can never be posted like this: the next best thing is owed in its place."""
    row = session.get_one(Outbox, mine.post_id, populate_existing=True)
    was_plain = row.reason == PLAIN
    if not _change(session, mine, state=PostState.DEAD, reason=code) or row.operation == UPDATE:
        return
    forget_rewrites(session, mine.post_id)
    if plain_may_do and not was_plain:
        say_plainly(session, now=now, row=row)
    else:
        tell_next(session, now=now, row=row, code=code)


def release_claims(session: Session, *, holder: str) -> None:
    """Give back what ``holder`` claimed without getting as far as sending it."""
    session.execute(
        update(Outbox)
        .where(col(Outbox.state) == PostState.SENDING, col(Outbox.claimed_by) == holder)
        .values(state=PostState.PENDING, claimed_by=None)
    )


def forget_rewrites(session: Session, post_id: UUID) -> None:
    """A message that does not stand has nothing to rewrite, and is about something open again."""
    session.execute(
        update(Outbox)
        .where(col(Outbox.updates) == post_id, col(Outbox.state) == PostState.PENDING)
        .values(state=PostState.CANCELLED, reason="nothing to rewrite")
    )
    session.execute(
        update(Outbox)
        .where(or_(col(Outbox.id) == post_id, col(Outbox.merged_into) == post_id))
        .values(settled=False)
    )


def _change(session: Session, mine: Mine, **values: object) -> bool:
    # A recovery by another sender, or a newer rewrite, may have taken the row from us.
    statement = (
        update(_TABLE)
        .where(
            _TABLE.c.id == mine.post_id,
            _TABLE.c.claimed_by == mine.holder,
            _TABLE.c.state == PostState.SENDING,
        )
        .values(**values)
    )
    return changed(session, statement, {}) > 0
