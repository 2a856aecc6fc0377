"""Writing the history: rows are added in the transaction that made them true."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from sqlmodel import Session

from models import Event, Lead, Request

Facts = Mapping[str, str | int | None]
NONE: Facts = MappingProxyType({})


def record(  # noqa: PLR0913  these are the columns of an event
    session: Session,
    *,
    now: datetime,
    team_id: str,
    subject: str,
    subject_id: UUID,
    kind: str,
    happened_at: datetime | None = None,
    actor_id: UUID | None = None,
    agreement_id: UUID | None = None,
    **facts: str | int | None,
) -> None:
    """Add one event; ``happened_at`` is when it became true, ``now`` when it was noticed."""
    session.add(
        Event(
            team_id=team_id,
            agreement_id=agreement_id,
            subject=subject,
            subject_id=subject_id,
            kind=kind,
            happened_at=happened_at or now,
            noticed_at=now,
            actor_id=actor_id,
            facts=facts,
        )
    )


def record_lead(
    session: Session,
    lead: Lead,
    kind: str,
    *,
    now: datetime,
    at: datetime | None = None,
    actor_id: UUID | None = None,
    facts: Facts = NONE,
) -> None:
    """Add one event of a lead's history."""
    record_subject(session, lead, kind, now=now, at=at, actor_id=actor_id, facts=facts)


def record_subject(
    session: Session,
    subject: Lead | Request,
    kind: str,
    *,
    now: datetime,
    at: datetime | None = None,
    actor_id: UUID | None = None,
    facts: Facts = NONE,
) -> None:
    """Add one event of the history of whatever has a clock."""
    session.add(
        Event(
            team_id=subject.team_id,
            agreement_id=subject.agreement_id,
            subject="lead" if isinstance(subject, Lead) else "request",
            subject_id=subject.id,
            kind=kind,
            happened_at=at or now,
            noticed_at=now,
            actor_id=actor_id,
            facts=dict(facts),
        )
    )
