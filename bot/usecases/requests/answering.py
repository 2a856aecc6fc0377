"""Answering a request, or saying that one is on it."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.requests import RequestAnswerPosted, RequestCard, RequestReplied, RequestSeen
from bot.rules.refusals import (
    MissingValue,
    MomentInPast,
    NothingToAcknowledge,
    ValueTooLong,
)
from bot.rules.requests import LONGEST_ANSWER, RequestState
from bot.rules.rights import Action
from bot.usecases.actors import Actor
from bot.usecases.clocks import tally
from bot.usecases.clocks.holding import hold, last_told
from bot.usecases.clocks.promises import promise
from bot.usecases.clocks.running import clock_of, stop_clock
from bot.usecases.history import record_subject
from bot.usecases.outbox import enqueue
from bot.usecases.requests.cards import card_for
from bot.usecases.requests.finding import check_answerable, request_to_change, still_open
from bot.usecases.requests.rows import move_on
from bot.usecases.requests.telling import post_of, refresh_post, shrink
from models import Membership, Person, Request


def answer_request(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None = None,
    request: str | UUID,
    text: str,
) -> RequestCard:
    """Answer a request: in its thread, and to whoever asked. Its clock stops.

    Raises ``NotAllowed``, ``NoSuchRequest``, ``MissingValue``, ``ValueTooLong``; of two who answer
    at once the second gets ``RequestAnswered``.
    """
    row = request_to_change(
        session, now=now, actor=actor, agreement_id=agreement_id, request=request
    )
    check_answerable(session, Action.ANSWER_REQUEST, now=now, actor=actor, request=row)
    still_open(session, row)
    answer = _checked(text)
    move_on(
        session,
        row,
        state=RequestState.ANSWERED.value,
        answered_at=now,
        answered_by=actor.person_id,
        answer=answer,
    )
    tally.count_request(session, row.agreement_id, is_open=-1)
    record_subject(
        session, row, "request.answered", now=now, actor_id=actor.person_id, facts={"note": answer}
    )
    clock = clock_of(session, row.id)
    if clock is not None:
        stop_clock(session, now=now, subject=row, clock=clock, at=now)
    shrink(session, now=now, request=row, done="answered", by=actor.ref)
    _tell(session, now, actor, row)
    return card_for(session, now=now, actor=actor, request=row)


def acknowledge_request(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None = None,
    request: str | UUID,
    until: datetime,
) -> RequestCard:
    """Say "I am on it" and when; whoever asked is told. The ladder waits until then, no clock does.

    Once for each owner and once for each step that is told of it. Raises ``HoldTooLong`` beyond
    one further target, ``NothingToAcknowledge``, ``MomentInPast``.
    """
    row = request_to_change(
        session, now=now, actor=actor, agreement_id=agreement_id, request=request
    )
    check_answerable(session, Action.ANSWER_REQUEST, now=now, actor=actor, request=row)
    still_open(session, row)
    if until <= now:
        raise MomentInPast(until)
    _hold(session, now, row, until)
    row.promised_at = until
    session.add(row)
    facts = {"until": until.isoformat()}
    record_subject(
        session, row, "clock.acknowledged", now=now, actor_id=actor.person_id, facts=facts
    )
    seen = RequestSeen(refresh_post(session, now=now, request=row), actor.ref, until)
    if row.asked_by != actor.person_id:
        _owe_asker(session, now, row, session.get_one(Person, row.asked_by), seen, "seen")
    return card_for(session, now=now, actor=actor, request=row)


def _checked(text: str) -> str:
    answer = text.strip()
    if not answer:
        raise MissingValue("answer")
    if len(answer) > LONGEST_ANSWER:
        raise ValueTooLong("answer", LONGEST_ANSWER)
    return answer


def _hold(session: Session, now: datetime, row: Request, until: datetime) -> None:
    clock = clock_of(session, row.id)
    step = None if clock is None else last_told(session, clock)
    # A word is given for the present turn: passing on and asking again take it back.
    if row.promised_at is not None and (step is None or step.acknowledged_at is not None):
        raise NothingToAcknowledge(row.public_id)
    if clock is not None:
        hold(clock, promise(session, clock.window_id), until, now)
        session.add(clock)
    if step is not None:
        step.acknowledged_at = now
        session.add(step)


def _tell(session: Session, now: datetime, actor: Actor, row: Request) -> None:
    facts = refresh_post(session, now=now, request=row)
    enqueue(
        session,
        now=now,
        team_id=row.team_id,
        key=f"request:{row.id}:answer:{row.revision}",
        to=row.channel_id,
        notice=RequestAnswerPosted(facts),
        subject="request",
        subject_id=row.id,
        thread=row.thread,
        replies_to=None if row.thread else post_of(session, row),
    )
    for person in _askers(session, row):
        if person.id != actor.person_id:
            _owe_asker(session, now, row, person, RequestReplied(facts), "replied")


def _askers(session: Session, row: Request) -> list[Person]:
    """Whoever asked, and the person they asked for, if of the agreement."""
    query = (
        select(Person)
        .join(Membership, col(Membership.person_id) == col(Person.id))
        .where(
            Membership.agreement_id == row.agreement_id,
            col(Person.id).in_([each for each in (row.asked_by, row.client_id) if each]),
        )
        .order_by(col(Person.name))
    )
    return list(session.exec(query).all())


def _owe_asker(
    session: Session,
    now: datetime,
    row: Request,
    person: Person,
    notice: RequestSeen | RequestReplied,
    step: str,
) -> None:
    enqueue(
        session,
        now=now,
        team_id=row.team_id,
        key=f"request:{row.id}:{step}:{row.revision}:{person.slack_id}",
        to=person.slack_id,
        notice=notice,
        subject="request",
        subject_id=row.id,
        step=step,
    )
