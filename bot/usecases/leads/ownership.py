"""Registering, claiming, accepting, handing over and handing back leads."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from bot.notices.leads import LeadCard, LeadRejected
from bot.rules.refusals import (
    AlreadyAccepted,
    AlreadyOwned,
    DuplicateLead,
    LeadHasNoOwner,
    LeadIsRejected,
    MissingValue,
    PersonCannotOwn,
    ReasonNeeded,
)
from bot.rules.rights import Action
from bot.rules.routing import Why
from bot.rules.terms import LeadStage, PartyKind, RejectReason, Stage
from bot.usecases.actors import Actor, leads_of
from bot.usecases.choosing import chosen_person
from bot.usecases.clocks import tally
from bot.usecases.clocks.running import clocks_of, pause_clock, resume_clock, stop_clock
from bot.usecases.clocks.standing_in import take_turns_back
from bot.usecases.history import record_lead
from bot.usecases.in_turn import one_at_a_time
from bot.usecases.leads.cards import card_for, lead_facts, refresh_card, shrink, shrink_clock
from bot.usecases.leads.finding import allow, lead_by_id, lead_to, the_lead
from bot.usecases.leads.giving import give, opening
from bot.usecases.leads.returned import (
    AGREED,
    CONTESTED,
    already_answered,
    tell_owner_agreed,
    tell_owner_contested,
)
from bot.usecases.leads.rota import away_at, is_in_rota
from bot.usecases.leads.stages import stage_reached
from bot.usecases.leads.storing import NewLead, find_same, store_lead
from bot.usecases.outbox.posts import enqueue
from bot.usecases.standing import check_right
from models import Agreement, Lead, Person


def register_lead(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID, new: NewLead
) -> LeadCard:
    """Register an MQL by hand. Raises ``DuplicateLead`` when the same one is open."""
    check_right(session, Action.REGISTER_LEAD, actor=actor, agreement_id=agreement_id)
    if not new.name.strip() and not new.company.strip():
        raise MissingValue("name")
    one_at_a_time(session, agreement_id)
    same = find_same(session, agreement_id, new)
    if same is not None and same.closed_at is None:
        raise DuplicateLead(same.public_id)
    agreement = session.get_one(Agreement, agreement_id)
    lead, _ = store_lead(session, now=now, agreement=agreement, new=new, by=actor.person_id)
    _, part = lead_by_id(session, now=now, actor=actor, lead_id=lead.id)
    return card_for(session, now=now, lead=lead, actor=actor, part=part)


def claim_lead(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None = None,
    lead: str | UUID | None,
) -> LeadCard:
    """Take a lead nobody owns. Of several who press at once, one gets it: they take turns."""
    found, part = the_lead(session, now, actor, agreement_id, lead)
    in_rota = is_in_rota(session, found.agreement_id, actor.person_id)
    allow(
        session,
        Action.CLAIM_LEAD,
        now=now,
        actor=actor,
        lead=found,
        part=part,
        in_rota=in_rota,
    )
    if found.owner_id is not None:
        raise AlreadyOwned(found.public_id, _name(session, found.owner_id))
    give(session, now=now, lead=found, to=actor.person_id, by=actor.person_id, why=Why.CLAIMED)
    shrink(session, now=now, lead=found, what="claimed", by=actor.ref, late=False)
    return card_for(session, now=now, lead=found, actor=actor, part=part)


def accept_lead(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None = None,
    lead: str | UUID | None = None,
) -> LeadCard:
    """Accept a lead: sales says it will work on it."""
    found, part = the_lead(session, now, actor, agreement_id, lead)
    _owned(found)
    allow(session, Action.HANDLE_LEAD, now=now, actor=actor, lead=found, part=part)
    if found.accepted_at is not None:
        raise AlreadyAccepted(found.public_id, _name(session, found.owner_id))
    if found.stage == LeadStage.REJECTED:
        raise LeadIsRejected(found.public_id)
    waiting = clocks_of(session, found.id)
    mark_accepted(session, now=now, lead=found, at=now, by=actor.person_id)
    refresh_card(session, now=now, lead=found)
    for clock in waiting:
        if clock.stage == Stage.ACCEPT:
            shrink_clock(session, now=now, lead=found, clock_id=clock.id, by=actor.ref)
    return card_for(session, now=now, lead=found, actor=actor, part=part)


def mark_accepted(session: Session, *, now: datetime, lead: Lead, at: datetime, by: UUID) -> None:
    """Record the acceptance and stop the accept clock at ``at``."""
    lead.accepted_at = at
    if lead.stage == LeadStage.NEW:
        lead.stage = LeadStage.ACCEPTED
    session.add(lead)
    record_lead(session, lead, "lead.accepted", now=now, at=at, actor_id=by)
    for clock in clocks_of(session, lead.id):
        if clock.stage == Stage.ACCEPT:
            stop_clock(session, now=now, subject=lead, clock=clock, at=at)


def assign_lead(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None = None,
    lead: str | UUID | None,
    to: str | UUID,
) -> LeadCard:
    """Hand a lead to another rep of the agreement; the clock that ran stays as it was."""
    found, part = lead_to(
        session, Action.REASSIGN, now=now, actor=actor, agreement_id=agreement_id, lead=lead
    )
    person = chosen_person(session, team_id=actor.team_id, chosen=to, gone=PersonCannotOwn)
    if person.id == found.owner_id:
        if not take_turns_back(session, now=now, lead=found):
            raise AlreadyOwned(found.public_id, person.name)
        return card_for(session, now=now, lead=found, actor=actor, part=part)
    able = is_in_rota(session, found.agreement_id, person.id) or _leads_sales(
        session, found.agreement_id, person
    )
    if not able or person.id in away_at(session, now):
        raise PersonCannotOwn(person.name)
    give(session, now=now, lead=found, to=person.id, by=actor.person_id, why=Why.BY_HAND)
    shrink(session, now=now, lead=found, what="assigned", by=actor.ref, late=False)
    return card_for(session, now=now, lead=found, actor=actor, part=part)


def reject_lead(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None = None,
    lead: str | UUID | None,
    reason: RejectReason | None,
    note: str = "",
) -> LeadCard:
    """Hand a lead back to marketing, with a reason; its clocks wait for marketing's answer."""
    found, part = the_lead(session, now, actor, agreement_id, lead)
    _owned(found)
    allow(session, Action.HANDLE_LEAD, now=now, actor=actor, lead=found, part=part)
    if found.stage == LeadStage.REJECTED:
        raise LeadIsRejected(found.public_id)
    if reason is None:
        raise ReasonNeeded("reject")
    found.stage, found.rejected_at = LeadStage.REJECTED, now
    facts = {"reason": reason.value, "note": note}
    record_lead(session, found, "lead.rejected", now=now, actor_id=actor.person_id, facts=facts)
    for clock in clocks_of(session, found.id):
        if clock.stage == Stage.ACCEPT:
            stop_clock(session, now=now, subject=found, clock=clock, at=now)
            continue
        if clock.paused_at is not None:
            # A hold with an end would let the clock run on before marketing has answered.
            resume_clock(session, now=now, lead=found, clock=clock, at=now)
        pause_clock(session, now=now, lead=found, clock=clock, until=None)
    refresh_card(session, now=now, lead=found)
    shrink(session, now=now, lead=found, what="rejected", by=actor.ref, late=False)
    notice = LeadRejected(lead_facts(found), actor.ref, reason, note)
    for person in leads_of(session, found.agreement_id, PartyKind.MARKETING):
        enqueue(
            session,
            now=now,
            team_id=found.team_id,
            key=f"{found.id}:rejected:{found.revision}:{person.slack_id}",
            to=person.slack_id,
            notice=notice,
            subject="lead",
            subject_id=found.id,
            step="rejected",
            not_before=opening(session, found, now),
        )
    return card_for(session, now=now, lead=found, actor=actor, part=part)


def answer_rejection(
    session: Session, *, now: datetime, actor: Actor, lead: UUID, agrees: bool
) -> LeadCard:
    """Marketing agrees, and the lead is closed unjudged; or contests, and its clocks go on."""
    found, part = lead_by_id(session, now=now, actor=actor, lead_id=lead)
    check_right(session, Action.ANSWER_REJECTION, actor=actor, agreement_id=found.agreement_id)
    if found.stage != LeadStage.REJECTED or found.closed_at is not None:
        raise already_answered(session, found)
    record_lead(session, found, AGREED if agrees else CONTESTED, now=now, actor_id=actor.person_id)
    waiting = [clock for clock in clocks_of(session, found.id) if agrees or clock.paused_at]
    for clock in waiting:
        if agrees:
            stop_clock(session, now=now, subject=found, clock=clock, at=now, cancel=True)
        else:
            resume_clock(session, now=now, lead=found, clock=clock, at=now)
    if agrees:
        found.closed_at = now
        tally.count_lead(session, found.agreement_id, is_open=-1)
    else:
        found.stage = stage_reached(session, found)
    session.add(found)
    what = "rejection_agreed" if agrees else "rejection_contested"
    refresh_card(session, now=now, lead=found)
    shrink(session, now=now, lead=found, what=what, by=actor.ref, late=False)
    if agrees:
        tell_owner_agreed(session, now=now, lead=found, by=actor)
    else:
        tell_owner_contested(session, now=now, lead=found, by=actor, going_on=waiting)
    return card_for(session, now=now, lead=found, actor=actor, part=part)


def _owned(lead: Lead) -> None:
    if lead.owner_id is None:
        raise LeadHasNoOwner(lead.public_id)


def _name(session: Session, person_id: UUID | None) -> str:
    return "" if person_id is None else session.get_one(Person, person_id).name


def _leads_sales(session: Session, agreement_id: UUID, person: Person) -> bool:
    return person.id in {each.id for each in leads_of(session, agreement_id, PartyKind.SALES)}
