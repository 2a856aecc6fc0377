"""Giving a lead to its owner: the turn, the accept clock, the card in their DM."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, select

from bot.notices import wire
from bot.notices.leads import LeadArrived, LeadUnowned
from bot.notices.rota import RotaTurn
from bot.rules.routing import Why
from bot.rules.terms import LeadStage, PartyKind, Stage
from bot.usecases.actors import leads_of, ref_of
from bot.usecases.clocks import tally
from bot.usecases.clocks.promises import office_of, promises_of
from bot.usecases.clocks.running import clocks_of, start_clock
from bot.usecases.clocks.turns import hand_over
from bot.usecases.history import record_lead
from bot.usecases.leads.cards import lead_facts, owners_card, pass_on_card
from bot.usecases.leads.rota import Routed, candidates_of, next_owner
from bot.usecases.outbox.posts import enqueue
from bot.usecases.standing import here_or_covered, who_answers
from models import Agreement, Assignment, Clock, Lead, Person


def route(session: Session, *, now: datetime, lead: Lead, but: UUID | None = None) -> None:
    """Give a lead to whoever's turn it is; with nobody there, tell the sales leads at once."""
    routed = next_owner(session, now=now, lead=lead, but=but)
    if routed.owner_id is not None:
        give(session, now=now, lead=lead, to=routed.owner_id, by=None, why=routed.why, how=routed)
        return
    _record_assignment(session, now, lead, None, None, routed.why, routed)
    able = candidates_of(session, agreement_id=lead.agreement_id, now=now)
    notice = LeadUnowned(
        lead_facts(lead),
        routed.why,
        tuple(person for person in able if person.id != but),
        "" if routed.turn is None else routed.turn.rota,
    )
    told = leads_of(session, lead.agreement_id, PartyKind.SALES)
    for person in here_or_covered(session, now=now, people=told, agreement_id=lead.agreement_id):
        enqueue(
            session,
            now=now,
            team_id=lead.team_id,
            key=f"{lead.id}:unowned:{lead.revision}:{person.slack_id}",
            to=person.slack_id,
            notice=notice,
            subject="lead",
            subject_id=lead.id,
            step="unowned",
            not_before=opening(session, lead, now),
        )


def give(
    session: Session,
    *,
    now: datetime,
    lead: Lead,
    to: UUID,
    by: UUID | None,
    why: Why,
    how: Routed | None = None,
) -> None:
    """Make ``to`` the owner: a turn begins on every running clock, and the card goes out.

    ``how`` is the rota's decision, where it was one.
    """
    former = None if lead.owner_id is None else session.get(Person, lead.owner_id)
    owner = session.get_one(Person, to)
    answering = who_answers(session, now=now, person_id=to, agreement_id=lead.agreement_id)
    reader = session.get_one(Person, answering)
    absent = None if reader is owner else ref_of(owner)
    if former is None:
        tally.count_lead(session, lead.agreement_id, is_unowned=-1)
    lead.owner_id, lead.assigned_at = to, now
    lead.revision += 1
    session.add(lead)
    for clock in clocks_of(session, lead.id):
        hand_over(session, now=now, clock=clock, owner_id=answering)
    if lead.accepted_at is None and lead.stage == LeadStage.NEW:
        _start_accepting(session, now, lead)
    assignment = _record_assignment(session, now, lead, to, by, why, how)
    session.flush()
    given_by = None if by is None else ref_of(session.get(Person, by))
    if former is not None:
        pass_on_card(session, now=now, lead=lead, former=former, to=ref_of(owner), by=given_by)
    enqueue(
        session,
        now=now,
        team_id=lead.team_id,
        key=f"{assignment.id}:arrived",
        to=reader.slack_id,
        notice=LeadArrived(
            owners_card(session, now=now, lead=lead), why, given_by, absent, _name_of_rota(how)
        ),
        subject="lead",
        subject_id=lead.id,
        step="card",
        not_before=opening(session, lead, now),
    )


def opening(session: Session, lead: Lead, now: datetime) -> datetime:
    """Return the next working moment of a lead's agreement: nothing is sent at night."""
    return office_of(session, lead.agreement_id).next_open(now)


def _start_accepting(session: Session, now: datetime, lead: Lead) -> None:
    """The accept window starts with the first assignment; a later owner continues it."""
    agreement = session.get_one(Agreement, lead.agreement_id)
    promised = promises_of(session, agreement.id, agreement.version).get(Stage.ACCEPT)
    if promised is None or lead.received_at < agreement.enforced_from:
        return
    started = session.exec(
        select(Clock.id).where(Clock.lead_id == lead.id, Clock.stage == Stage.ACCEPT.value)
    ).first()
    if started is None and lead.first_touch_at is None:
        start_clock(session, now=now, subject=lead, promised=promised, since=now)


def _record_assignment(
    session: Session,
    now: datetime,
    lead: Lead,
    to: UUID | None,
    by: UUID | None,
    why: Why,
    how: Routed | None = None,
) -> Assignment:
    turn = None if how is None else how.turn
    assignment = Assignment(
        lead_id=lead.id,
        owner_id=to,
        given_by=by,
        given_at=now,
        reason=why,
        rota_id=None if how is None else how.rota_id,
        turn=None if turn is None else wire.dump(turn),
    )
    session.add(assignment)
    owner = None if to is None else session.get_one(Person, to)
    facts = {"to": None if owner is None else owner.name, "why": why.value} | _told(turn)
    record_lead(session, lead, "lead.assigned", now=now, actor_id=by, facts=facts)
    return assignment


def _told(turn: RotaTurn | None) -> dict[str, str | None]:
    """What the history tells of a rota's decision: its name, who was passed over and why."""
    if turn is None:
        return {}
    skipped: dict[str, list[str]] = {}
    for each in turn.skipped:
        skipped.setdefault(each.why, []).append(each.name)
    names = {why: ", ".join(people) for why, people in skipped.items()}
    return {"rota": turn.rota or None, "passed_by": turn.passed_by, **names}


def _name_of_rota(how: Routed | None) -> str:
    return "" if how is None or how.turn is None else how.turn.rota
