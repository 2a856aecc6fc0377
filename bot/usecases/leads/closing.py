"""Closing a lead: won with an amount, or lost."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session

from bot.notices.leads import LeadCard
from bot.rules.refusals import AmountNeeded
from bot.rules.rights import Action
from bot.rules.terms import LeadStage
from bot.usecases.actors import Actor
from bot.usecases.clocks import tally
from bot.usecases.clocks.running import clocks_of, stop_clock
from bot.usecases.history import record_lead
from bot.usecases.leads.cards import card_for, refresh_card, shrink
from bot.usecases.leads.finding import lead_to


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
    """Close a lead. Its running clocks stop now and are judged like by any other answer."""
    found, part = lead_to(
        session, Action.CLOSE_DEAL, now=now, actor=actor, agreement_id=agreement_id, lead=lead
    )
    if won and (amount is None or amount <= 0):
        raise AmountNeeded(found.public_id)
    for clock in clocks_of(session, found.id):
        stop_clock(session, now=now, subject=found, clock=clock, at=now)
    found.stage = LeadStage.WON if won else LeadStage.LOST
    found.closed_at, found.amount = now, amount if won else None
    unowned = -1 if found.owner_id is None else 0
    tally.count_lead(session, found.agreement_id, is_open=-1, is_unowned=unowned)
    facts = {"stage": found.stage, "amount": None if found.amount is None else str(found.amount)}
    record_lead(session, found, "lead.closed", now=now, actor_id=actor.person_id, facts=facts)
    refresh_card(session, now=now, lead=found)
    shrink(session, now=now, lead=found, what=found.stage, by=actor.ref, late=False)
    return card_for(session, now=now, lead=found, actor=actor, part=part)
