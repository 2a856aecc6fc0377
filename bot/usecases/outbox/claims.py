"""Claiming what is due for one reader: the last moment to ask whether it is still worth saying."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import and_, bindparam, func, or_, update
from sqlalchemy.exc import NoResultFound
from sqlmodel import Session, col, select

from bot.notices import wire
from bot.notices.digests import AdminNote
from bot.notices.leads import CardChanged, LeadCard
from bot.notices.people import Reader
from bot.rules.pacing import Limit, free_from
from bot.usecases.leads.cards import card_in_dm
from bot.usecases.needed import still_needed
from bot.usecases.outbox.joining import join_due, leave_needed, put_off_expired
from bot.usecases.outbox.lines import notice_of
from bot.usecases.outbox.notes import HOURLY, tell_admins
from bot.usecases.outbox.queue import IS_PENDING, IS_READY, POST, UPDATE
from bot.usecases.outbox.readers import name_of, reader_of
from bot.usecases.outbox.reasons import HELD_BACK, PLAIN, REPEAT
from bot.usecases.outbox.statements import changed, table_of
from models import Outbox, PostState

_TABLE = table_of(Outbox)

_DUE = (
    select(Outbox)
    .where(
        IS_PENDING,
        col(Outbox.not_before) <= bindparam("now"),
        col(Outbox.team_id) == bindparam("team_id"),
        col(Outbox.destination) == bindparam("to"),
        col(Outbox.operation) == POST,
        IS_READY,
    )
    .order_by(col(Outbox.id))
    .with_for_update()
)

_SAID = select(func.coalesce(Outbox.sent_at, Outbox.last_try_at, Outbox.created_at)).where(
    col(Outbox.destination) == bindparam("to"),
    col(Outbox.operation) == POST,
    or_(
        col(Outbox.sent_at) > bindparam("since"),
        and_(
            col(Outbox.sent_at).is_(None),
            col(Outbox.state).in_((PostState.SENDING, PostState.UNSURE)),
        ),
    ),
)

_CLAIM = (
    update(_TABLE)
    .where(_TABLE.c.id == bindparam("post_id"), _TABLE.c.state == PostState.PENDING)
    .values(
        state=PostState.SENDING,
        claimed_by=bindparam("holder"),
        channel=bindparam("place"),
        thread=bindparam("under"),
        attempt=_TABLE.c.attempt + 1,
        last_try_at=bindparam("now"),
        first_sent_at=bindparam("first"),
    )
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A message that is ours to send, or to rewrite where ``ts`` names one that stands.

    ``thread`` is the message it replies to.

    ``plain``: as words only, since Slack refused the blocks. ``repeat``: it may stand already.
    """

    id: UUID
    to: str
    channel: str
    ts: str | None
    thread: str | None
    row: Outbox
    reader: Reader
    tried_at: datetime
    plain: bool
    repeat: bool

    @property
    def kind(self) -> str:
        return self.row.notice

    @property
    def operation(self) -> str:
        return self.row.operation

    @property
    def notice(self) -> object:
        """The fact to say. Raises ``KeyError`` for a kind this version does not know."""
        return notice_of(self.row)


def claim_post(
    session: Session,
    *,
    now: datetime,
    team_id: str,
    to: str,
    channel: str,
    holder: str,
    cap: Limit,
) -> Claim | None:
    """Claim the next message due for a reader, or nothing if none of those due can go now.

    Many become one; what nobody needs any more is cancelled; what is too late joins a catch-up;
    what goes beyond the cap waits.
    """
    due = put_off_expired(session, now, _due(session, now, team_id, to))
    free_at = _free_at(session, now, to, cap)
    if free_at > now:
        _hold_back(session, now, due, free_at)
        return None
    needed = [row for row in due if leave_needed(session, row, _is_needed)]
    first = join_due(session, now, needed)
    if first is None or not _claim(session, now, first, channel, holder):
        return None
    return _claimed(session, now, first, channel, None, about=first.subject_id)


def claim_update(
    session: Session, *, now: datetime, team_id: str, to: str, holder: str
) -> Claim | None:
    """Claim the next rewrite of a message that stands in a reader's conversation."""
    row = session.exec(
        select(Outbox)
        .where(
            IS_PENDING,
            IS_READY,
            col(Outbox.not_before) <= now,
            Outbox.team_id == team_id,
            Outbox.destination == to,
            Outbox.operation == UPDATE,
        )
        .order_by(col(Outbox.not_before), col(Outbox.id))
        .limit(1)
    ).first()
    if row is None or not _is_written(session, now, row):
        return None
    post = session.get_one(Outbox, row.updates)
    channel = post.channel or to
    if not _claim(session, now, row, channel, holder):
        return None
    return _claimed(session, now, row, channel, post.ts, about=post.subject_id)


def _is_written(session: Session, now: datetime, row: Outbox) -> bool:
    """Let a changed card say what is true now; cancel that of a lead its reader lost."""
    if row.notice != CardChanged.__name__:
        return True
    lead_id = wire.load(CardChanged, row.facts).lead_id
    card = card_in_dm(session, now=now, lead_id=lead_id, to=row.destination)
    if card is None:
        row.state, row.reason = "CANCELLED", "no longer needed"
        return False
    row.notice, row.facts = LeadCard.__name__, wire.dump(card)
    return True


def _due(session: Session, now: datetime, team_id: str, to: str) -> list[Outbox]:
    # Locked in the order of their ids, as settling does: see rewrites._unsettled.
    rows = session.exec(_DUE, params={"now": now, "team_id": team_id, "to": to}).all()
    return sorted(rows, key=lambda row: (not row.urgent, row.not_before, row.created_at))


def _free_at(session: Session, now: datetime, to: str, cap: Limit) -> datetime:
    """Return when a reader may be written to again; what is in doubt counts as sent."""
    since = now - timedelta(seconds=cap.seconds)
    said = session.exec(_SAID, params={"to": to, "since": since}).all()
    free = free_from(sorted(at.timestamp() for at in said), cap)
    return now if free is None else datetime.fromtimestamp(free, UTC)


def _hold_back(session: Session, now: datetime, due: Sequence[Outbox], free_at: datetime) -> None:
    if not due:
        return
    for row in due:
        row.not_before = free_at
        row.reason = row.reason or HELD_BACK
    team_id, to = due[0].team_id, due[0].destination
    note = AdminNote("capped", len(due), name_of(session, team_id=team_id, to=to))
    tell_admins(session, now=now, team_id=team_id, note=note, about=to, every=HOURLY)


def _is_needed(session: Session, row: Outbox) -> bool:
    try:
        return still_needed(
            session,
            subject=row.subject,
            subject_id=row.subject_id,
            clock_id=row.clock_id,
            step=row.step,
            notice=row.notice,
            destination=row.destination,
        )
    except NoResultFound:
        return False  # the lead was erased


def _claim(session: Session, now: datetime, row: Outbox, channel: str, holder: str) -> bool:
    session.flush()
    claimed = {
        "post_id": row.id,
        "holder": holder,
        "place": channel,
        "under": _thread_of(session, row),
        "now": now,
        "first": row.first_sent_at or now,
    }
    # Whoever changes the row first has it; another sender or a newer rewrite may be quicker.
    return changed(session, _CLAIM, claimed) > 0


def _thread_of(session: Session, row: Outbox) -> str | None:
    """Return the message a post goes under; a root that never came leaves it to stand alone."""
    if row.replies_to is None:
        return row.thread
    root = session.get_one(Outbox, row.replies_to)
    return root.thread or root.ts


def _claimed(
    session: Session,
    now: datetime,
    row: Outbox,
    channel: str,
    ts: str | None,
    *,
    about: UUID | None,
) -> Claim:
    return Claim(
        id=row.id,
        to=row.destination,
        channel=channel,
        ts=ts,
        thread=_thread_of(session, row),
        tried_at=now,
        row=row,
        reader=reader_of(session, team_id=row.team_id, to=row.destination, about=about),
        plain=row.reason == PLAIN,
        repeat=row.reason == REPEAT,
    )
