"""In which agreement a thing behind a button is, for whoever has a part there."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from bot.rules.goals import NoSuchGoal
from bot.rules.refusals import NoSuchLead, NotAMember
from bot.rules.rota import NoSuchRota
from bot.usecases.actors import Actor, AgreementFacts, agreement_facts, part_of
from models import Agreement, Goal, Lead, Rota


def agreement_by_id(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID
) -> AgreementFacts:
    """Return an agreement the actor has a part in. Raises ``NotAMember``."""
    del now
    agreement = session.get(Agreement, agreement_id)
    if agreement is None or agreement.team_id != actor.team_id:
        raise NotAMember
    part_of(session, actor, agreement_id)
    return agreement_facts(agreement)


def agreement_of_goal(
    session: Session, *, now: datetime, actor: Actor, goal_id: UUID
) -> AgreementFacts:
    """Return a goal's agreement. The same words refuse an absent and a forbidden goal."""
    goal = session.get(Goal, goal_id)
    try:
        if goal is not None:
            return agreement_by_id(session, now=now, actor=actor, agreement_id=goal.agreement_id)
    except NotAMember as outsider:
        raise NoSuchGoal("") from outsider
    raise NoSuchGoal("")


def agreement_of_lead(
    session: Session, *, now: datetime, actor: Actor, lead_id: UUID
) -> AgreementFacts:
    """Return a lead's agreement. The same words refuse an absent and a forbidden lead."""
    lead = session.get(Lead, lead_id)
    try:
        if lead is not None:
            return agreement_by_id(session, now=now, actor=actor, agreement_id=lead.agreement_id)
    except NotAMember as outsider:
        raise NoSuchLead("") from outsider
    raise NoSuchLead("")


def agreement_of_rota(
    session: Session, *, now: datetime, actor: Actor, rota_id: UUID
) -> AgreementFacts:
    """Return a rota's agreement. The same words refuse an absent and a forbidden rota."""
    rota = session.get(Rota, rota_id)
    try:
        if rota is not None:
            return agreement_by_id(session, now=now, actor=actor, agreement_id=rota.agreement_id)
    except NotAMember as outsider:
        raise NoSuchRota from outsider
    raise NoSuchRota
