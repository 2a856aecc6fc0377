"""Messages of unknown fate: looked for in Slack's history until it is known."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from bot.notices.digests import AdminNote
from bot.rules.retry import may_send_again
from bot.usecases.outbox.fallbacks import PRAISE
from bot.usecases.outbox.marks import forget_rewrites
from bot.usecases.outbox.notes import DAILY, tell_admins
from bot.usecases.outbox.queue import IS_UNSURE
from bot.usecases.outbox.readers import name_of
from bot.usecases.outbox.reasons import MENTION, REPEAT, once_told
from models import Outbox, PostState

_DUE = (
    select(Outbox)
    .where(
        IS_UNSURE,
        col(Outbox.team_id) == bindparam("team_id"),
        col(Outbox.not_before) <= bindparam("now"),
        col(Outbox.destination).not_in(bindparam("busy", expanding=True)),
    )
    .order_by(col(Outbox.not_before))
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Look:
    """One reading of a conversation: from ``since`` on, for all messages in doubt there.

    Replies are not in its history: ``threads`` are those they would stand in.
    """

    team_id: str
    to: str
    channel: str | None
    since: datetime
    post_ids: frozenset[UUID]
    threads: frozenset[str] = frozenset()


def next_look(
    session: Session, *, now: datetime, team_id: str, busy: Collection[str], looks_back: int
) -> Look | None:
    """Return where to look next. All messages in doubt there are settled by one reading."""
    asked = {"team_id": team_id, "now": now, "busy": list(busy)}
    due = session.exec(_DUE, params=asked).first()
    if due is None:
        return None
    rows = session.exec(
        select(Outbox).where(
            IS_UNSURE, Outbox.team_id == team_id, Outbox.destination == due.destination
        )
    ).all()
    return Look(
        team_id=team_id,
        to=due.destination,
        channel=next((row.channel for row in rows if row.channel), None),
        since=min(row.first_sent_at or row.created_at for row in rows)
        - timedelta(seconds=looks_back),
        post_ids=frozenset(row.id for row in rows if row.not_before <= now),
        threads=frozenset(row.thread for row in rows if row.thread),
    )


def saw(
    session: Session,
    *,
    now: datetime,
    look: Look,
    channel: str,
    standing: Mapping[UUID, str],
    looks_again_after: int,
) -> None:
    """Take note of a complete reading; ``standing`` maps what stands there to its ``ts``.

    Absent twice means it was never posted, and it is owed again.
    """
    for row in _in_doubt(session, look):
        if row.id in standing:
            _mark_found(row, channel, standing[row.id])
        elif row.id in look.post_ids:
            row.lookups += 1
            if may_send_again(row.lookups):
                _owe_again(session, row, now)
            else:
                row.not_before = now + timedelta(seconds=looks_again_after)


def may_not_look(session: Session, *, now: datetime, look: Look) -> None:
    """Slack lets nobody look there: what matters is said again as a possible repeat."""
    for row in _in_doubt(session, look):
        if row.id not in look.post_ids:
            continue
        if row.notice in PRAISE or row.subject == MENTION:
            row.state, row.reason = PostState.CANCELLED, REPEAT
        else:
            _owe_again(session, row, now)
            row.reason = REPEAT


def could_not_look(session: Session, *, now: datetime, look: Look, tell_after: int) -> None:
    """A reading failed: nothing is decided. After a while the admin hears of it."""
    old = [
        row
        for row in _in_doubt(session, look)
        if now - (row.last_try_at or row.created_at) > timedelta(seconds=tell_after)
    ]
    if old:
        name = name_of(session, team_id=look.team_id, to=look.to)
        note = AdminNote("unsure", len(old), name)
        tell_admins(session, now=now, team_id=look.team_id, note=note, about=look.to, every=DAILY)


def _in_doubt(session: Session, look: Look) -> list[Outbox]:
    query = (
        select(Outbox)
        .where(IS_UNSURE, Outbox.team_id == look.team_id, Outbox.destination == look.to)
        .order_by(col(Outbox.id))
        .with_for_update()
    )
    return list(session.exec(query).all())


def _mark_found(row: Outbox, channel: str, ts: str) -> None:
    row.state, row.ts, row.reason = PostState.SENT, ts, once_told(row.reason)
    row.channel = row.channel or channel
    row.sent_at = datetime.fromtimestamp(int(float(ts)), UTC)


def _owe_again(session: Session, row: Outbox, now: datetime) -> None:
    row.state, row.not_before, row.lookups = PostState.PENDING, now, 0
    session.flush()
    forget_rewrites(session, row.id)
