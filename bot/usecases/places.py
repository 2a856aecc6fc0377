"""In which agreement a thing behind a button is, for whoever has a part there."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from bot.rules.commitments import NoSuchCommitment
from bot.rules.goals import NoSuchGoal
from bot.rules.refusals import NoSuchLead, NotAMember, Refusal
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
    return _behind(session, now, actor, session.get(Goal, goal_id), NoSuchGoal(""))


def agreement_of_commitment(
    session: Session, *, now: datetime, actor: Actor, commitment_id: UUID
) -> AgreementFacts:
    """Return a promise's agreement. The same words refuse an absent and a forbidden promise."""
    return _behind(
        session, now, actor, session.get(Commitment, commitment_id), NoSuchCommitment("")
    )


def agreement_of_request(
    session: Session, *, now: datetime, actor: Actor, request_id: UUID
) -> AgreementFacts:
    """Return a request's agreement. The same words refuse an absent and a forbidden request."""
    return _behind(session, now, actor, session.get(Request, request_id), NoSuchRequest(""))


def agreement_of_lead(
    session: Session, *, now: datetime, actor: Actor, lead_id: UUID
) -> AgreementFacts:
    """Return a lead's agreement. The same words refuse an absent and a forbidden lead."""
    return _behind(session, now, actor, session.get(Lead, lead_id), NoSuchLead(""))


def agreement_of_rota(
    session: Session, *, now: datetime, actor: Actor, rota_id: UUID
) -> AgreementFacts:
    """Return a rota's agreement. The same words refuse an absent and a forbidden rota."""
    return _behind(session, now, actor, session.get(Rota, rota_id), NoSuchRota())


def _behind(
    session: Session,
    now: datetime,
    actor: Actor,
    thing: Goal | Commitment | Request | Lead | Rota | None,
    absent: Refusal,
) -> AgreementFacts:
    """Return the agreement a thing is of; the same refusal for one that is absent or forbidden."""
    if thing is None:
        raise absent
    try:
        return agreement_by_id(session, now=now, actor=actor, agreement_id=thing.agreement_id)
    except NotAMember as outsider:
        raise absent from outsider
