"""Passing a request on within its side, and giving those that waited for an owner theirs."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.requests import RequestCard
from bot.rules.refusals import NoSuchPerson
from bot.rules.requests import AlreadyTheirs, CannotAnswer, RequestState
from bot.rules.responsibilities import OutsideParty
from bot.rules.rights import Action
from bot.rules.terms import side_called
from bot.usecases.actors import Actor, find_person
from bot.usecases.clocks.running import clock_of
from bot.usecases.clocks.turns import hand_over
from bot.usecases.history import record_subject
from bot.usecases.requests.cards import card_for
from bot.usecases.requests.finding import check_answerable, request_to_change, still_open
from bot.usecases.requests.team import able_of, answerer_of
from bot.usecases.requests.telling import ask_owner, refresh_post, shrink
from models import Agreement, Membership, Person, Request, Responsibility


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
    person = _able(session, now, row, _person(session, actor.team_id, to))
    if person.id == row.owner_id:
        raise AlreadyTheirs(row.public_id, person.name)
    _give(session, now, row, person, actor)
    return card_for(session, now=now, actor=actor, request=row)


def give_waiting(session: Session, *, now: datetime, actor: Actor, area: Responsibility) -> None:
    """Give an area's open requests that nobody could answer to whoever answers for it now."""
    person, _ = answerer_of(session, now=now, area=area)
    if person is None:
        return
    waiting = session.exec(
        select(Request)
        .where(
            Request.agreement_id == area.agreement_id,
            Request.area_id == area.id,
            Request.state == RequestState.OPEN.value,
            col(Request.owner_id).is_(None),
        )
        .order_by(col(Request.id))
        .with_for_update()
    ).all()
    for row in waiting:
        _give(session, now, row, person, actor)


def _give(session: Session, now: datetime, row: Request, person: Person, actor: Actor) -> None:
    row.owner_id, row.promised_at = person.id, None
    session.add(row)
    facts = {"to": person.name}
    record_subject(session, row, "request.given", now=now, actor_id=actor.person_id, facts=facts)
    clock = clock_of(session, row.id)
    if clock is not None:
        hand_over(session, now=now, clock=clock, owner_id=person.id)
    shrink(session, now=now, request=row, done="passed", by=actor.ref)
    refresh_post(session, now=now, request=row)
    ask_owner(session, now=now, request=row, by=actor.ref)


def _able(session: Session, now: datetime, row: Request, person: Person) -> Person:
    party = session.exec(
        select(Membership.party).where(
            Membership.agreement_id == row.agreement_id, Membership.person_id == person.id
        )
    ).one_or_none()
    if party != row.party:
        kind = session.get_one(Agreement, row.agreement_id).kind
        raise OutsideParty(person.name, side_called(kind, row.party))
    able = able_of(session, now=now, agreement_id=row.agreement_id, party=row.party)
    if person.id not in {each.id for each in able}:
        raise CannotAnswer(person.name)
    return person


def _person(session: Session, team_id: str, to: str | UUID) -> Person:
    """A menu names a person by our own id, somebody typing by any name they go by."""
    if not isinstance(to, UUID):
        return find_person(session, team_id=team_id, text=to)
    person = session.get(Person, to)
    if person is None or person.team_id != team_id:
        raise NoSuchPerson("")
    return person
