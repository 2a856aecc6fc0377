"""What whoever asked may do: withdraw a request, or say that an answer is not what they asked."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from bot.notices.requests import RequestCard
from bot.rules.refusals import MissingValue, ValueTooLong
from bot.rules.requests import (
    LONGEST_ANSWER,
    ReopenTooLate,
    RequestState,
    RequestStillOpen,
    RequestWithdrawn,
)
from bot.usecases.actors import Actor
from bot.usecases.answering import answerer_of
from bot.usecases.clocks import tally
from bot.usecases.clocks.running import clock_of, continue_clock, stop_clock
from bot.usecases.clocks.turns import hand_over
from bot.usecases.history import record_subject
from bot.usecases.outbox.rewrites import reopen_flags
from bot.usecases.requests.cards import card_for, reopens_at_latest
from bot.usecases.requests.finding import check_asked_by, request_to_change, still_open
from bot.usecases.requests.rows import move_on
from bot.usecases.requests.telling import ask_owner, refresh_post, shrink
from models import Person, Request, Responsibility


def withdraw_request(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None = None,
    request: str | UUID,
) -> RequestCard:
    """Take one's request back while it is open; its clock is cancelled, unjudged."""
    row = request_to_change(
        session, now=now, actor=actor, agreement_id=agreement_id, request=request
    )
    check_asked_by(session, actor, row)
    still_open(session, row)
    move_on(session, row, state=RequestState.WITHDRAWN.value, withdrawn_at=now)
    tally.count_request(session, row.agreement_id, is_open=-1)
    record_subject(session, row, "request.withdrawn", now=now, actor_id=actor.person_id)
    clock = clock_of(session, row.id)
    if clock is not None:
        stop_clock(session, now=now, subject=row, clock=clock, at=now, cancel=True)
    shrink(session, now=now, request=row, done="withdrawn", by=actor.ref)
    refresh_post(session, now=now, request=row)
    return card_for(session, now=now, actor=actor, request=row)


def reopen_request(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None = None,
    request: str | UUID,
    why: str,
) -> RequestCard:
    """Say what is missing in an answer, within a working day of it: its clock goes on.

    The time since the answer counts for nobody. Raises ``RequestStillOpen``, ``RequestWithdrawn``,
    ``ReopenTooLate``, ``MissingValue``, ``ValueTooLong``.
    """
    row = request_to_change(
        session, now=now, actor=actor, agreement_id=agreement_id, request=request
    )
    check_asked_by(session, actor, row)
    reason = _checked(session, now, row, why)
    owner_before = row.owner_id
    move_on(
        session,
        row,
        state=RequestState.OPEN.value,
        answered_at=None,
        answered_by=None,
        answer="",
        promised_at=None,
        owner_id=_owner_now(session, now, row),
    )
    tally.count_request(session, row.agreement_id, is_open=1)
    facts = {"note": reason}
    record_subject(session, row, "request.reopened", now=now, actor_id=actor.person_id, facts=facts)
    shrink(session, now=now, request=row, done="reopened", by=actor.ref)
    clock = clock_of(session, row.id)
    if clock is not None:
        continue_clock(session, now=now, subject=row, clock=clock)
        if row.owner_id != owner_before:
            hand_over(session, now=now, clock=clock, owner_id=row.owner_id)
        reopen_flags(session, now=now, clock_id=clock.id)
    refresh_post(session, now=now, request=row)
    ask_owner(session, now=now, request=row, reopened=reason)
    return card_for(session, now=now, actor=actor, request=row)


def _checked(session: Session, now: datetime, row: Request, why: str) -> str:
    if row.state == RequestState.OPEN:
        raise RequestStillOpen(row.public_id)
    if row.state == RequestState.WITHDRAWN:
        raise RequestWithdrawn(row.public_id)
    if not reopens_at_latest(session, row, now=now):
        raise ReopenTooLate(row.public_id)
    reason = why.strip()
    if not reason:
        raise MissingValue("reason")
    if len(reason) > LONGEST_ANSWER:
        raise ValueTooLong("reason", LONGEST_ANSWER)
    return reason


def _owner_now(session: Session, now: datetime, row: Request) -> UUID | None:
    """It goes back to whoever had it; to whoever answers for the area now, if nobody is left."""
    former = session.get(Person, row.owner_id) if row.owner_id else None
    if former is not None and not former.is_deactivated:
        return former.id
    area = session.get_one(Responsibility, row.area_id)
    person = answerer_of(session, now=now, area=area)
    return person.id if person else None
