"""In which agreement a thing behind a button is, for whoever has a part there."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from bot.rules.commitments import NoSuchCommitment
from bot.rules.goals import NoSuchGoal
from bot.rules.refusals import NoSuchLead, NotAMember
from bot.rules.requests import NoSuchRequest
from bot.rules.rota import NoSuchRota
from bot.rules.worktime import Schedule
from bot.usecases.actors import Actor, AgreementFacts, agreement_facts, part_of
from bot.usecases.clocks.promises import office_of
from models import Agreement, Commitment, Goal, Lead, Request, Rota


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


def working_hours(session: Session, *, now: datetime, actor: Actor, agreement_id: UUID) -> Schedule:
    """Return the hours in which an agreement's people work. Raises ``NotAMember``."""
    del now
    part_of(session, actor, agreement_id)
    return office_of(session, agreement_id)


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


def agreement_of_commitment(
    session: Session, *, now: datetime, actor: Actor, commitment_id: UUID
) -> AgreementFacts:
    """Return a promise's agreement. The same words refuse an absent and a forbidden promise."""
    promise = session.get(Commitment, commitment_id)
    try:
        if promise is not None:
            return agreement_by_id(session, now=now, actor=actor, agreement_id=promise.agreement_id)
    except NotAMember as outsider:
        raise NoSuchCommitment("") from outsider
    raise NoSuchCommitment("")


def agreement_of_request(
    session: Session, *, now: datetime, actor: Actor, request_id: UUID
) -> AgreementFacts:
    """Return a request's agreement. The same words refuse an absent and a forbidden request."""
    request = session.get(Request, request_id)
    try:
        if request is not None:
            return agreement_by_id(session, now=now, actor=actor, agreement_id=request.agreement_id)
    except NotAMember as outsider:
        raise NoSuchRequest("") from outsider
    raise NoSuchRequest("")


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
