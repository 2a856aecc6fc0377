"""Closing a lead: won with an amount, or lost."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session

from bot.notices.leads import LeadCard
from bot.rules.refusals import AmountNeeded
from bot.rules.rights import Action
from bot.rules.terms import CLOSED_STAGES, LeadStage
from bot.usecases.actors import Actor
from bot.usecases.clocks import tally
from bot.usecases.clocks.running import clocks_of, stop_clock
from bot.usecases.history import record_lead
from bot.usecases.leads.cards import card_for, refresh_card, shrink
from bot.usecases.leads.finding import allow, any_lead, still_open
from models import Lead


def close_lead(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None = None,
    lead: str | UUID | None,
    won: bool,
    amount: Decimal | None = None,
) -> LeadCard:
    """Close a lead. Its running clocks stop now and are judged like by any other answer.

    Closing a closed one again corrects its result or its amount; it was closed when it was.
    Raises ``AmountNeeded``, ``LeadIsClosed`` where it is closed just so, ``LeadGivenBack``.
    """
    found, part = any_lead(session, now, actor, agreement_id, lead)
    allow(session, Action.CLOSE_DEAL, now=now, actor=actor, lead=found, part=part)
    if won and (amount is None or amount <= 0):
        raise AmountNeeded(found.public_id)
    result = (LeadStage.WON, amount) if won else (LeadStage.LOST, None)
    if found.closed_at is None:
        _end(session, now, found)
    elif found.stage not in CLOSED_STAGES or (found.stage, found.amount) == result:
        still_open(found)
    found.stage, found.amount = result
    facts = {"stage": found.stage, "amount": None if found.amount is None else str(found.amount)}
    record_lead(session, found, "lead.closed", now=now, actor_id=actor.person_id, facts=facts)
    refresh_card(session, now=now, lead=found)
    shrink(session, now=now, lead=found, what=found.stage, by=actor.ref, late=False)
    return card_for(session, now=now, lead=found, actor=actor, part=part)


def _end(session: Session, now: datetime, lead: Lead) -> None:
    for clock in clocks_of(session, lead.id):
        stop_clock(session, now=now, subject=lead, clock=clock, at=now)
    lead.closed_at = now
    unowned = -1 if lead.owner_id is None else 0
    tally.count_lead(session, lead.agreement_id, is_open=-1, is_unowned=unowned)
