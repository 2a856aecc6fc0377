"""Rewriting what was already said: newer facts, or "handled" once somebody did what was asked."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select, update

from bot.notices import wire
from bot.notices.leads import LeadFacts, ReminderPast
from bot.notices.requests import RequestFacts, RequestReminderPast
from bot.usecases.outbox.flags import FLAGS
from bot.usecases.outbox.lines import (
    flagged_again,
    settled,
    with_line_open,
    with_line_settled,
)
from bot.usecases.outbox.posts import Post, as_row, insert_new
from models import Outbox, PostState
from models.base import changed, new_id

IN_FLIGHT_OR_SENT = (PostState.SENDING, PostState.UNSURE, PostState.SENT)


def enqueue_update(
    session: Session, *, now: datetime, post_id: UUID, key: str, notice: object
) -> None:
    """Let the message of an earlier post say ``notice``.

    One that has not left yet simply says the newer thing; one that never will is left alone.
    """
    post = session.exec(
        select(Outbox)
        .where(Outbox.id == post_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    if post.state == PostState.PENDING:
        _say_instead(session, post_id, notice)
    elif post.state in IN_FLIGHT_OR_SENT:
        _owe_rewrite(session, now, post, key, notice)


def settle(
    session: Session,
    *,
    now: datetime,
    subject_id: UUID,
    notice: object,
    but: Collection[str] = (),
    clock_id: UUID | None = None,
) -> None:
    """The subject was handled: messages about it lose their buttons and say so.

    ``but`` names notices to leave as they are; ``clock_id`` narrows it to one clock's messages.
    Messages that have not left are cancelled when they are claimed.
    """
    for post in _unsettled(session, subject_id, clock_id):
        if post.notice in but:
            continue
        if post.merged_into is not None:
            _settle_line(session, now, post, notice)
        elif post.state in IN_FLIGHT_OR_SENT:
            said = settled(post, notice)
            if said is not None:
                _settle(session, now, post, post, said)


def reopen_flags(session: Session, *, now: datetime, clock_id: UUID) -> None:
    """What settled a clock's flag was undone: the channel reads again that it waits."""
    settled_flags = (
        select(Outbox)
        .where(
            Outbox.clock_id == clock_id,
            Outbox.operation == "post",
            col(Outbox.notice).in_(FLAGS),
            col(Outbox.settled).is_(True),
        )
        .order_by(col(Outbox.id))
        .with_for_update()
    )
    for flag in session.exec(settled_flags).all():
        carrier = session.get_one(Outbox, flag.merged_into or flag.id)
        said = flagged_again(carrier, flag)
        if flag.merged_into is not None:
            _say_instead(session, carrier.id, said)
        session.execute(update(Outbox).where(col(Outbox.id) == flag.id).values(settled=False))
        _owe_rewrite(session, now, carrier, f"{flag.id}:reopened:{new_id()}", said)


def reopen_reminders(
    session: Session,
    *,
    now: datetime,
    subject_id: UUID,
    clock_id: UUID,
    settled_at: datetime,
    said: Callable[[str], object],
) -> None:
    """What settled a clock's reminders at ``settled_at`` was undone: they ask for it again.

    ``said`` gives the notice for a reader. What had become a line before that stays a line.
    """
    reminders = (
        select(Outbox)
        .where(
            Outbox.subject_id == subject_id,
            Outbox.clock_id == clock_id,
            Outbox.operation == "post",
            col(Outbox.notice).not_in(FLAGS),
            col(Outbox.settled).is_(True),
        )
        .order_by(col(Outbox.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    for post in session.exec(reminders).all():
        carrier_id = post.merged_into or post.id
        if not _was_settled(session, post.id, carrier_id, settled_at):
            continue
        carrier = session.get_one(Outbox, carrier_id, populate_existing=True)
        if post.merged_into is None:
            again = said(post.destination)
        else:
            again = with_line_open(carrier, post)
            _say_instead(session, carrier_id, again)
        session.execute(update(Outbox).where(col(Outbox.id) == post.id).values(settled=False))
        _owe_rewrite(session, now, carrier, f"{post.id}:reopened:{new_id()}", again)


def shrink_earlier(
    session: Session,
    *,
    now: datetime,
    clocks: Mapping[UUID, LeadFacts | RequestFacts],
    next_ones: Iterable[Post],
) -> None:
    """The next step of these clocks is told: what its reader was told before shrinks to a line.

    An owner keeps the buttons of the miss when only the sales lead hears of the next step. A
    channel's flag stays as it is: it is a record, not a request.
    """
    told_again = {(post.clock_id, post.to) for post in next_ones}
    earlier = session.exec(
        select(Outbox)
        .where(
            col(Outbox.clock_id).in_(clocks),
            Outbox.operation == "post",
            col(Outbox.notice).not_in(FLAGS),
            col(Outbox.settled).is_(False),
            col(Outbox.merged_into).is_(None),
            col(Outbox.state).in_(IN_FLIGHT_OR_SENT),
        )
        .order_by(col(Outbox.id))
        .with_for_update()
    ).all()
    for post in earlier:
        if post.clock_id is not None and (post.clock_id, post.destination) in told_again:
            said = _past(clocks[post.clock_id], post.sent_at or post.created_at)
            _settle(session, now, post, post, said)


def _past(subject: LeadFacts | RequestFacts, at: datetime) -> ReminderPast | RequestReminderPast:
    if isinstance(subject, LeadFacts):
        return ReminderPast(subject, at)
    return RequestReminderPast(subject, at)


def _settle_line(session: Session, now: datetime, line: Outbox, outcome: object) -> None:
    carrier = session.get_one(Outbox, line.merged_into, populate_existing=True)
    said = with_line_settled(carrier, line, outcome)
    if carrier.state in IN_FLIGHT_OR_SENT and said is not None:
        _say_instead(session, carrier.id, said)
        _settle(session, now, line, carrier, said)


def _settle(session: Session, now: datetime, post: Outbox, carrier: Outbox, said: object) -> None:
    session.execute(update(Outbox).where(col(Outbox.id) == post.id).values(settled=True))
    _owe_rewrite(session, now, carrier, f"{_settled_key(post.id)}{new_id()}", said)


def _was_settled(session: Session, post_id: UUID, carrier_id: UUID, at: datetime) -> bool:
    rewrite = select(Outbox.id).where(
        Outbox.updates == carrier_id,
        Outbox.created_at == at,
        col(Outbox.dedupe_key).startswith(_settled_key(post_id), autoescape=True),
    )
    return session.exec(rewrite).first() is not None


def _settled_key(post_id: UUID) -> str:
    return f"{post_id}:settled:"


def _unsettled(session: Session, subject_id: UUID, clock_id: UUID | None) -> list[Outbox]:
    # The rows are locked in the order of their ids, as a claim does: either the claim sees that
    # the subject was handled, or we see that the message is on its way.
    statement = (
        select(Outbox)
        .where(
            Outbox.subject_id == subject_id,
            Outbox.operation == "post",
            col(Outbox.settled).is_(False),
            col(Outbox.state).in_((PostState.PENDING, PostState.MERGED, *IN_FLIGHT_OR_SENT)),
        )
        .order_by(col(Outbox.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if clock_id is not None:
        statement = statement.where(Outbox.clock_id == clock_id)
    return list(session.exec(statement).all())


def _say_instead(session: Session, post_id: UUID, notice: object) -> None:
    session.execute(
        update(Outbox)
        .where(col(Outbox.id) == post_id)
        .values(notice=type(notice).__name__, facts=wire.dump(notice))
    )


def _owe_rewrite(session: Session, now: datetime, post: Outbox, key: str, notice: object) -> None:
    row = as_row(Post(post.team_id, key, post.destination, notice), now, updates=post.id)
    if insert_new(session, Outbox, [row]):
        supersede(session, {post.id}, but={row["id"]})


def supersede(
    session: Session, post_ids: Collection[UUID | None], *, but: Collection[UUID]
) -> None:
    """Cancel the rewrites of these messages that have not been sent, except the newest."""
    changed(
        session,
        update(Outbox)
        .where(
            col(Outbox.updates).in_(post_ids),
            col(Outbox.id).not_in(but),
            col(Outbox.state).in_((PostState.PENDING, PostState.SENDING)),
        )
        .values(state=PostState.CANCELLED, reason="a newer rewrite"),
    )
