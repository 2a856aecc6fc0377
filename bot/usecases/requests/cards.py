"""A request as one reader may see it, with what they may do about it."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from bot.notices.requests import RequestCard
from bot.rules.refusals import NotAllowed
from bot.rules.requests import RequestState, reopens_until
from bot.rules.rights import Action
from bot.usecases.actors import Actor
from bot.usecases.clocks.promises import calendar_of, office_of, working_day_of
from bot.usecases.requests.facts import request_facts
from bot.usecases.requests.finding import check_answerable, check_asked_by, request_meant
from models import Request


def show_request(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None = None,
    request: str | UUID,
) -> RequestCard:
    """Return a request; looking changes nothing."""
    row = request_meant(session, actor=actor, agreement_id=agreement_id, request=request)
    return card_for(session, now=now, actor=actor, request=row)


def card_for(session: Session, *, now: datetime, actor: Actor, request: Request) -> RequestCard:
    may: list[str] = []
    if request.state == RequestState.OPEN and _answers(session, now, actor, request):
        may += ["answer", "ack", "pass"]
    if _asked(session, actor, request):
        if request.state == RequestState.OPEN:
            may.append("withdraw")
        elif reopens_at_latest(session, request, now=now):
            may.append("reopen")
    return RequestCard(request_facts(session, request), tuple(may))


def reopens_at_latest(session: Session, request: Request, *, now: datetime) -> bool:
    """Say whether an answer can still be called another than the one asked for."""
    if request.state != RequestState.ANSWERED or request.answered_at is None:
        return False
    hours = office_of(session, request.agreement_id)
    working_day = working_day_of(session, calendar_of(session, request.agreement_id).id)
    return now <= reopens_until(hours, request.answered_at, working_day=working_day)


def _answers(session: Session, now: datetime, actor: Actor, request: Request) -> bool:
    try:
        check_answerable(session, Action.ANSWER_REQUEST, now=now, actor=actor, request=request)
    except NotAllowed:
        return False
    return True


def _asked(session: Session, actor: Actor, request: Request) -> bool:
    try:
        check_asked_by(session, actor, request)
    except NotAllowed:
        return False
    return True
