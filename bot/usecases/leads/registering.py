"""Registering a lead from what somebody typed into a form."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from bot.notices.leads import LeadCard
from bot.rules.contacts import email_of, phone_of, score_of
from bot.rules.refusals import PersonCannotOwn, TouchInFuture
from bot.rules.terms import PartyKind
from bot.rules.value_words import language_code
from bot.usecases.actors import Actor, find_person, leads_of
from bot.usecases.leads.ownership import register_lead
from bot.usecases.leads.rota import away_at, is_in_rota
from bot.usecases.leads.storing import NewLead


@dataclass(frozen=True, slots=True)
class TypedLead:
    """A lead as typed; ``owner`` is a Slack id or a name, empty to let the rota decide."""

    name: str = ""
    company: str = ""
    email: str = ""
    phone: str = ""
    source: str = ""
    segment: str = ""
    score: str = ""
    owner: str = ""
    received_at: datetime | None = None
    language: str = ""


def register_typed(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID, typed: TypedLead
) -> LeadCard:
    """Register a lead.

    Raises ``BadEmail``, ``BadPhone``, ``BadScore``, ``PersonCannotOwn``, ``NoSuchPerson`` and what
    ``register_lead`` raises.
    """
    if typed.received_at is not None and typed.received_at > now:
        raise TouchInFuture(typed.received_at)
    new = NewLead(
        name=" ".join(typed.name.split()),
        company=" ".join(typed.company.split()),
        email=email_of(typed.email),
        phone=phone_of(typed.phone),
        source=typed.source,
        segment=typed.segment,
        language=language_code(typed.language),
        score=score_of(typed.score),
        owner_id=_owner(session, now, actor, agreement_id, typed.owner),
        received_at=typed.received_at,
    )
    return register_lead(session, now=now, actor=actor, agreement_id=agreement_id, new=new)


def _owner(
    session: Session, now: datetime, actor: Actor, agreement_id: UUID, named: str
) -> UUID | None:
    if not named:
        return None
    person = find_person(session, team_id=actor.team_id, text=named)
    sales = {each.id for each in leads_of(session, agreement_id, PartyKind.SALES)}
    able = is_in_rota(session, agreement_id, person.id) or person.id in sales
    if not able or person.id in away_at(session, now):
        raise PersonCannotOwn(person.name)
    return person.id
