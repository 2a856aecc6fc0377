"""Passing a request on within its side, and giving those nobody answers for to whoever does now."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from bot.notices.requests import RequestCard, RequestFacts
from bot.rules.requests import AlreadyTheirs, CannotAnswer, RequestState
from bot.rules.rights import Action
from bot.usecases.actors import Actor
from bot.usecases.answering import answerer_of
from bot.usecases.choosing import check_of_party, chosen_person
from bot.usecases.clocks.running import clock_of
from bot.usecases.clocks.sweep import catch_up_request
from bot.usecases.clocks.turns import hand_over
from bot.usecases.history import record_subject
from bot.usecases.requests.cards import card_for
from bot.usecases.requests.finding import check_answerable, request_to_change, still_open
from bot.usecases.requests.team import able_of
from bot.usecases.requests.telling import ask_owner, refresh_post, shrink
from models import Person, Request, Responsibility


def pass_request(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None = None,
    request: str | UUID,
    to: str | UUID,
) -> RequestCard:
    """Pass a request to another of the side it is asked of; its clock goes on.

    Raises ``OutsideParty``, ``CannotAnswer`` of somebody away, ``AlreadyTheirs``.
    """
    row = request_to_change(
        session, now=now, actor=actor, agreement_id=agreement_id, request=request
    )
    check_answerable(session, Action.HAND_ON_REQUEST, now=now, actor=actor, request=row)
    still_open(session, row)
    chosen = chosen_person(session, team_id=actor.team_id, chosen=to, gone=CannotAnswer)
    person = _able(session, now, row, chosen)
    if person.id == row.owner_id:
        raise AlreadyTheirs(row.public_id, person.name)
    _give(session, now, row, person, actor)
    return card_for(session, now=now, actor=actor, request=row)


def give_waiting(session: Session, *, now: datetime, actor: Actor, area: Responsibility) -> None:
    """Give an area's open requests that nobody could answer to whoever answers for it now.

    One that is still with somebody who left is among them.
    """
    person = answerer_of(session, now=now, area=area)
    if person is None:
        return
    gone = select(Person.id).where(col(Person.is_deactivated).is_(True))
    is_nobodys = col(Request.owner_id).is_(None) | col(Request.owner_id).in_(gone)
    for row in _open_ones(session, area.agreement_id, Request.area_id == area.id, is_nobodys):
        _give(session, now, row, person, actor)


def let_go(
    session: Session, *, now: datetime, agreement_id: UUID, person: Person
) -> list[RequestFacts]:
    """Take the open requests of somebody who left; return those that nobody answers for now.

    The others are asked of whoever answers for their area, or stands in for its owner.
    """
    theirs = _open_ones(session, agreement_id, Request.owner_id == person.id)
    return [facts for row in theirs if (facts := _take(session, now, row)).owner is None]


def _take(session: Session, now: datetime, row: Request) -> RequestFacts:
    catch_up_request(session, now=now, request_id=row.id)
    record_subject(session, row, "request.left", now=now)
    area = session.get_one(Responsibility, row.area_id)
    person = answerer_of(session, now=now, area=area)
    _hand_to(session, now, row, person, None)
    facts = refresh_post(session, now=now, request=row)
    if person is not None:
        ask_owner(session, now=now, request=row)
    return facts


def _open_ones(
    session: Session, agreement_id: UUID, *which: ColumnElement[bool] | bool
) -> Sequence[Request]:
    return session.exec(
        select(Request)
        .where(
            Request.agreement_id == agreement_id,
            Request.state == RequestState.OPEN.value,
            *which,
        )
        .order_by(col(Request.id))
        .with_for_update()
    ).all()


def _give(session: Session, now: datetime, row: Request, person: Person, actor: Actor) -> None:
    _hand_to(session, now, row, person, actor)
    shrink(session, now=now, request=row, done="passed", by=actor.ref)
    refresh_post(session, now=now, request=row)
    ask_owner(session, now=now, request=row, by=actor.ref)


def _hand_to(
    session: Session, now: datetime, row: Request, person: Person | None, actor: Actor | None
) -> None:
    row.owner_id, row.promised_at = person.id if person else None, None
    session.add(row)
    if person is not None:
        by, facts = actor.person_id if actor else None, {"to": person.name}
        record_subject(session, row, "request.given", now=now, actor_id=by, facts=facts)
    clock = clock_of(session, row.id)
    if clock is not None:
        hand_over(session, now=now, clock=clock, owner_id=row.owner_id)


def _able(session: Session, now: datetime, row: Request, person: Person) -> Person:
    check_of_party(session, person, agreement_id=row.agreement_id, party=row.party)
    able = able_of(session, now=now, agreement_id=row.agreement_id, party=row.party)
    if person.id not in {each.id for each in able}:
        raise CannotAnswer(person.name)
    return person
