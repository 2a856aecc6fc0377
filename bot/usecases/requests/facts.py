"""Requests as people are told of them."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.people import PersonRef
from bot.notices.requests import AreaRef, RequestFacts
from bot.rules.requests import RequestState
from models import Clock, Person, Request, Responsibility


def request_facts(session: Session, row: Request) -> RequestFacts:
    session.flush()
    return many_facts(session, (row.id,))[row.id]


def many_facts(session: Session, request_ids: Collection[UUID]) -> dict[UUID, RequestFacts]:
    """Return several requests by id, in four questions however many they are."""
    rows = session.exec(
        select(Request, Responsibility)
        .join(Responsibility, col(Responsibility.id) == col(Request.area_id))
        .where(col(Request.id).in_(request_ids))
        .execution_options(populate_existing=True)
    ).all()
    people = _people(session, [row for row, _ in rows])
    clocks = {
        request_id: (due_at, breached_at)
        for request_id, due_at, breached_at in session.exec(
            select(Clock.request_id, Clock.due_at, Clock.breached_at).where(
                col(Clock.request_id).in_(request_ids)
            )
        ).all()
    }
    return {
        row.id: _facts(row, area, people, *clocks.get(row.id, (None, None))) for row, area in rows
    }


def _facts(
    row: Request,
    area: Responsibility,
    people: dict[UUID, PersonRef],
    due_at: datetime | None,
    breached_at: datetime | None,
) -> RequestFacts:
    client = people[row.client_id].name if row.client_id else row.client
    return RequestFacts(
        id=row.id,
        public_id=row.public_id,
        kind=row.kind,
        text=row.text,
        area=AreaRef(area.name_en, area.name_es),
        party=row.party,
        asked_by=people[row.asked_by],
        client=client,
        owner=people[row.owner_id] if row.owner_id else None,
        asked_at=row.asked_at,
        due_at=due_at,
        is_late=breached_at is not None,
        promised_at=row.promised_at if row.state == RequestState.OPEN else None,
        state=row.state,
        answer=row.answer,
        answered_by=people[row.answered_by] if row.answered_by else None,
        answered_at=row.answered_at,
    )


def _people(session: Session, rows: Collection[Request]) -> dict[UUID, PersonRef]:
    named = {
        person_id
        for row in rows
        for person_id in (row.asked_by, row.client_id, row.owner_id, row.answered_by)
        if person_id is not None
    }
    found = session.exec(select(Person).where(col(Person.id).in_(named))).all()
    return {each.id: PersonRef(each.id, each.name, each.slack_id) for each in found}
