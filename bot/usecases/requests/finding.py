"""From what a person typed or pressed to the request they mean, and whether it is theirs."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, select

from bot.rules.public_id import REQUEST_PREFIX, as_public_id
from bot.rules.refusals import NotAMember
from bot.rules.requests import (
    NoSuchRequest,
    RequestAnswered,
    RequestState,
    RequestWithdrawn,
)
from bot.rules.rights import Action
from bot.usecases.actors import Actor, part_of
from bot.usecases.clocks.sweep import catch_up_request
from bot.usecases.standing import answers_for, check_right
from models import Person, Request, Responsibility


def request_meant(
    session: Session, *, actor: Actor, agreement_id: UUID | None, request: str | UUID
) -> Request:
    """Return a request of an agreement the actor has a part in, else ``NoSuchRequest``.

    A button names it by its id, a person by its short id.
    """
    text = "" if isinstance(request, UUID) else request.strip()
    row = _by_id(session, actor, agreement_id, request)
    if row is None or row.team_id != actor.team_id:
        raise NoSuchRequest(text)
    try:
        part_of(session, actor, row.agreement_id)
    except NotAMember as outsider:
        raise NoSuchRequest(text) from outsider
    return row


def request_to_change(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None,
    request: str | UUID,
) -> Request:
    """Return the request meant, locked; what its clock already owed is written down first."""
    row = request_meant(session, actor=actor, agreement_id=agreement_id, request=request)
    session.refresh(row, with_for_update=True)
    catch_up_request(session, now=now, request_id=row.id)
    session.refresh(row)
    return row


def still_open(session: Session, row: Request) -> Request:
    """Return the request. Raises ``RequestAnswered`` or ``RequestWithdrawn`` once it is over."""
    if row.state == RequestState.WITHDRAWN:
        raise RequestWithdrawn(row.public_id)
    if row.state == RequestState.ANSWERED:
        by = session.get_one(Person, row.answered_by)
        raise RequestAnswered(row.public_id, by.name)
    return row


def check_answerable(
    session: Session, action: Action, *, now: datetime, actor: Actor, request: Request
) -> None:
    """Check the right of whoever answers for a request or its area, or leads the side asked."""
    area = session.get_one(Responsibility, request.area_id)
    owns = any(
        answers_for(
            session, now=now, actor=actor, owner_id=owner_id, agreement_id=request.agreement_id
        )
        for owner_id in (request.owner_id, area.owner_id)
    )
    check_right(
        session,
        action,
        actor=actor,
        agreement_id=request.agreement_id,
        owns=owns,
        of_party=request.party,
    )


def check_asked_by(session: Session, actor: Actor, request: Request) -> None:
    """Check the right of whoever asked, or of the person it was asked for."""
    check_right(
        session,
        Action.WITHDRAW_REQUEST,
        actor=actor,
        agreement_id=request.agreement_id,
        owns=actor.person_id in (request.asked_by, request.client_id),
    )


def _by_id(
    session: Session, actor: Actor, agreement_id: UUID | None, request: str | UUID
) -> Request | None:
    if isinstance(request, UUID):
        return session.get(Request, request)
    short = as_public_id(request, REQUEST_PREFIX)
    query = select(Request).where(Request.team_id == actor.team_id, Request.public_id == short)
    if agreement_id is not None:
        query = query.where(Request.agreement_id == agreement_id)
    return session.exec(query).one_or_none()
