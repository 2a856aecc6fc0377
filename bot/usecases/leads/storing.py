"""Storing a lead: is it the same as one we have, which clocks start, who gets it."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from bot.rules.routing import Why
from bot.rules.terms import CLOSED_STAGES, LeadStage, Stage
from bot.usecases.clocks import tally
from bot.usecases.clocks.promises import promises_of
from bot.usecases.clocks.running import start_clock
from bot.usecases.history import record_lead
from bot.usecases.in_turn import one_at_a_time
from bot.usecases.leads.giving import give, route
from bot.usecases.short_ids import free_id
from models import Agreement, Lead


class Stored(StrEnum):
    """What storing came to."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class NewLead:
    """A lead as handed over, already checked by the door it came through.

    ``owner_id`` names an owner the source insists on; ``first_touch_at`` and ``stage`` come with
    leads that were worked on elsewhere before; ``was_touched`` when it is not known since when.
    """

    name: str
    company: str = ""
    email: str | None = None
    phone: str | None = None
    source: str = ""
    segment: str = ""
    language: str = ""
    score: int | None = None
    created_at: datetime | None = None
    received_at: datetime | None = None
    qualified_at: datetime | None = None
    owner_id: UUID | None = None
    source_system: str | None = None
    external_id: str | None = None
    first_touch_at: datetime | None = None
    was_touched: bool = False
    stage: LeadStage = LeadStage.NEW
    closed_at: datetime | None = None
    amount: Decimal | None = None


def store_lead(
    session: Session, *, now: datetime, agreement: Agreement, new: NewLead, by: UUID | None
) -> tuple[Lead, Stored]:
    """Store a lead once: an open one we know gets its facts updated, a closed one a successor."""
    one_at_a_time(session, agreement.id)
    same = find_same(session, agreement.id, new)
    if same is not None and same.closed_at is None:
        return same, _update(session, now, same, new)
    if same is not None and _is_repeat(same, new):
        return same, Stored.UNCHANGED
    lead = _add(session, now, agreement, new, by, previous=same)
    if lead.closed_at is None:
        _start(session, now, agreement, lead, new)
    return lead, Stored.ADDED


def find_same(session: Session, agreement_id: UUID, new: NewLead) -> Lead | None:
    """Return the lead this one is: by its id in the source, else its e-mail, else its phone."""
    if new.external_id is not None:
        known = _latest(
            session,
            agreement_id,
            (col(Lead.source_system) == new.source_system)
            & (col(Lead.external_id) == new.external_id),
        )
        if known is not None:
            return known
    for column, value in ((col(Lead.email), new.email), (col(Lead.phone), new.phone)):
        if value:
            return _latest(session, agreement_id, column == value)
    return None


def _latest(session: Session, agreement_id: UUID, same: ColumnElement[bool]) -> Lead | None:
    return session.exec(
        select(Lead)
        .where(Lead.agreement_id == agreement_id, same)
        .order_by(col(Lead.closed_at).desc().nulls_first(), col(Lead.stored_at).desc())
    ).first()


def _is_repeat(closed: Lead, new: NewLead) -> bool:
    """The same row of the same source again, not a new request by somebody we know."""
    by_id = new.external_id is not None and closed.external_id == new.external_id
    return by_id or (new.received_at is not None and new.received_at <= closed.received_at)


def _update(session: Session, now: datetime, lead: Lead, new: NewLead) -> Stored:
    moved = []
    for field in ("name", "company", "email", "phone", "source", "segment", "language", "score"):
        value = getattr(new, field)
        if value not in (None, "") and value != getattr(lead, field):
            setattr(lead, field, value)
            moved.append(field)
    if not moved:
        return Stored.UNCHANGED
    lead.company_key = lead.company.casefold()
    session.add(lead)
    record_lead(session, lead, "lead.updated", now=now, facts={"fields": ", ".join(moved)})
    return Stored.UPDATED


def _add(
    session: Session,
    now: datetime,
    agreement: Agreement,
    new: NewLead,
    by: UUID | None,
    *,
    previous: Lead | None,
) -> Lead:
    received = new.received_at or now
    repeats_id = previous is not None and previous.external_id == new.external_id
    lead = Lead(
        team_id=agreement.team_id,
        agreement_id=agreement.id,
        public_id=free_id(session, Lead, agreement.team_id),
        name=new.name,
        company=new.company,
        company_key=new.company.casefold(),
        email=new.email,
        phone=new.phone,
        source=new.source,
        segment=new.segment,
        language=new.language,
        score=new.score,
        source_system=None if repeats_id else new.source_system,
        external_id=None if repeats_id else new.external_id,
        previous_id=None if previous is None else previous.id,
        stage=new.stage,
        registered_by=by,
        created_at=new.created_at or received,
        received_at=received,
        stored_at=now,
        qualified_at=new.qualified_at,
        first_touch_at=new.first_touch_at,
        closed_at=(new.closed_at or now) if new.stage in CLOSED_STAGES else None,
        amount=new.amount,
    )
    session.add(lead)
    session.flush()
    facts = {"source": lead.source, "stored": now.isoformat()}
    record_lead(session, lead, "lead.received", now=now, at=received, actor_id=by, facts=facts)
    return lead


def _start(session: Session, now: datetime, agreement: Agreement, lead: Lead, new: NewLead) -> None:
    promises = promises_of(session, agreement.id, agreement.version)
    promised = promises.get(Stage.FIRST_TOUCH)
    touched = new.was_touched or lead.first_touch_at is not None
    in_force = lead.received_at >= agreement.enforced_from and not touched
    if in_force and promised is not None:
        start_clock(session, now=now, subject=lead, promised=promised, since=lead.received_at)
    tally.count_lead(session, agreement.id, is_open=1, is_unowned=1)
    if new.owner_id is not None:
        give(session, now=now, lead=lead, to=new.owner_id, by=None, why=Why.FROM_SOURCE)
    else:
        route(session, now=now, lead=lead)
