"""The open work of whoever is away, by who answers for it now."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.rules.requests import RequestState
from bot.usecases.standing import covers_at, led_to, line_in
from models import Lead, Request


@dataclass(frozen=True, slots=True)
class Work:
    """What one person answers for in place of others, the longest waiting first."""

    leads: list[Lead] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)


def open_work(session: Session, *, now: datetime, person_id: UUID) -> Mapping[UUID, Work]:
    """Return what is open of a person who is away, and of those they cover, by who answers.

    Where nobody who is here stands in, that is the last who would have.
    """
    covers, work = covers_at(session, now), defaultdict[UUID, Work](Work)
    owners = led_to(session, now=now, person_id=person_id)
    for lead in _leads(session, owners):
        work[_answering(session, covers, lead)].leads.append(lead)
    for request in _requests(session, owners):
        work[_answering(session, covers, request)].requests.append(request)
    return work


def _leads(session: Session, owners: Collection[UUID]) -> Sequence[Lead]:
    query = select(Lead).where(col(Lead.owner_id).in_(owners), col(Lead.closed_at).is_(None))
    return session.exec(query.order_by(col(Lead.received_at), col(Lead.public_id))).all()


def _requests(session: Session, owners: Collection[UUID]) -> Sequence[Request]:
    query = select(Request).where(
        col(Request.owner_id).in_(owners), Request.state == RequestState.OPEN.value
    )
    return session.exec(query.order_by(col(Request.asked_at), col(Request.public_id))).all()


def _answering(session: Session, covers: dict[UUID, UUID | None], subject: Lead | Request) -> UUID:
    assert subject.owner_id is not None  # noqa: S101  found by its owner
    *_, last = line_in(session, covers, subject.owner_id, subject.agreement_id)
    return last
