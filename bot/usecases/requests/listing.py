"""Showing requests: those that concern one person, and the story of one."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.notices.requests import RequestFacts, RequestList, RequestStory
from bot.notices.status import ClockRun
from bot.rules.requests import RequestState
from bot.rules.rights import Action
from bot.rules.terms import ClockState
from bot.usecases.actors import Actor, Part, part_of
from bot.usecases.clocks import tally
from bot.usecases.clocks.counting import used_at
from bot.usecases.clocks.promises import promise
from bot.usecases.clocks.tally import NOW, REQUESTS, Count, Measure
from bot.usecases.leads.listing import story_lines
from bot.usecases.requests.facts import many_facts, request_facts
from bot.usecases.requests.finding import request_meant
from bot.usecases.standing import check_right, stands_in_for
from models import Clock, Request, Role

MOST = 15


def list_requests(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID
) -> RequestList:
    """Return the open requests that concern the actor or whom they cover, those due first on top.

    Those that nobody answers for, and those past their window, are named to the leads of the side
    they are asked of; everybody gets the total.
    """
    check_right(session, Action.SEE_TOTALS, actor=actor, agreement_id=agreement_id)
    part = part_of(session, actor, agreement_id)
    day = now.date()
    person_id = actor.person_id
    answered = stands_in_for(session, now=now, person_id=person_id, agreement_id=agreement_id)
    mine = col(Request.owner_id).in_(answered)
    counts = tally.read(session, agreement_id, day, day)
    return RequestList(
        to_answer=_listed(session, _open(agreement_id).where(mine)),
        asked=_listed(session, _open(agreement_id).where(_is_asker(actor))),
        late=_late(session, part, mine),
        open=counts[Count(agreement_id, REQUESTS, NOW, Measure.OPEN)],
        unowned=_unowned(session, part),
    )


def why_request(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None = None,
    request: str | UUID,
) -> RequestStory:
    """Return what happened to a request, step by step."""
    row = request_meant(session, actor=actor, agreement_id=agreement_id, request=request)
    clock = session.exec(select(Clock).where(Clock.request_id == row.id)).one_or_none()
    lines = tuple(line for line, _ in story_lines(session, row.id))
    run = None if clock is None else _run(session, now, clock)
    return RequestStory(request_facts(session, row), run, lines)


def _run(session: Session, now: datetime, clock: Clock) -> ClockRun:
    return ClockRun(
        stage=clock.stage,
        target=clock.target,
        consumed=used_at(clock, promise(session, clock.window_id), now),
        outcome=clock.outcome,
        state=clock.state,
        due_at=clock.due_at,
    )


def _open(agreement_id: UUID) -> SelectOfScalar[UUID]:
    due = (
        select(Clock.due_at)
        .where(Clock.request_id == Request.id, Clock.state == ClockState.RUNNING.value)
        .scalar_subquery()
    )
    return (
        select(Request.id)
        .where(Request.agreement_id == agreement_id, Request.state == RequestState.OPEN.value)
        .order_by(due.asc().nulls_last(), col(Request.asked_at), col(Request.public_id))
        .limit(MOST)
    )


def _is_asker(actor: Actor) -> ColumnElement[bool]:
    return (col(Request.asked_by) == actor.person_id) | (col(Request.client_id) == actor.person_id)


def _unowned(session: Session, part: Part) -> tuple[RequestFacts, ...]:
    """Those nobody answers for, for whoever leads the side asked: they have to pass them on."""
    if part.role != Role.LEAD:
        return ()
    query = _open(part.agreement_id).where(
        Request.party == part.party, col(Request.owner_id).is_(None)
    )
    return _listed(session, query)


def _late(session: Session, part: Part, mine: ColumnElement[bool]) -> tuple[RequestFacts, ...]:
    """The late ones of others, for whoever leads the side asked: the rest is listed above."""
    if part.role != Role.LEAD:
        return ()
    late = select(Clock.request_id).where(
        Clock.agreement_id == part.agreement_id,
        Clock.state == ClockState.RUNNING.value,
        col(Clock.breached_at).is_not(None),
        col(Clock.request_id).is_not(None),
    )
    of_others = col(Request.owner_id).is_not(None) & ~mine
    query = _open(part.agreement_id).where(
        Request.party == part.party, col(Request.id).in_(late), of_others
    )
    return _listed(session, query)


def _listed(session: Session, query: SelectOfScalar[UUID]) -> tuple[RequestFacts, ...]:
    ids = session.exec(query).all()
    found = many_facts(session, ids)
    return tuple(found[each] for each in ids)
