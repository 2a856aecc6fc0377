"""Is a message still worth sending? Asked at the door, in the transaction that claims it."""

from uuid import UUID

from sqlmodel import Session, select

from bot.rules.requests import RequestState
from bot.rules.terms import ClockState, LeadStage
from bot.usecases.commitments import is_waiting
from bot.usecases.goals import still_true
from models import Clock, Lead, Person, Request

_AFTER_BREACH = frozenset({"breach", "manager", "offer"})


def still_needed(
    session: Session,
    *,
    subject: str,
    subject_id: UUID | None,
    clock_id: UUID | None,
    step: str,
    notice: str,
    destination: str,
) -> bool:
    """Say whether what a message is about still asks for it."""
    del notice
    if subject == "commitment" and subject_id is not None:
        return is_waiting(session, subject_id, step)
    if subject == "goal" and subject_id is not None:
        return still_true(session, subject_id, step)
    if clock_id is not None:
        return _is_clock_waiting(session, clock_id, step)
    if subject == "lead" and subject_id is not None:
        return _is_lead_waiting(session, subject_id, step, destination)
    if subject == "request" and subject_id is not None:
        return _is_request_waiting(session, subject_id, step, destination)
    return True


def _is_clock_waiting(session: Session, clock_id: UUID, step: str) -> bool:
    """A step is needed while its clock runs; a reminder only for the turn it belongs to."""
    clock = session.get_one(Clock, clock_id, populate_existing=True)
    if clock.state == ClockState.STOPPED:
        return False
    if step in _AFTER_BREACH:
        return True
    is_this_turn = step.startswith((f"t{clock.turn}.", "again."))
    return is_this_turn and clock.state == ClockState.RUNNING


def _is_lead_waiting(session: Session, lead_id: UUID, step: str, destination: str) -> bool:
    lead = session.get_one(Lead, lead_id, populate_existing=True)
    if step == "card":
        return lead.closed_at is None and _owner_slack_id(session, lead) == destination
    if step == "unowned":
        return lead.owner_id is None and lead.closed_at is None
    if step == "rejected":
        return lead.stage == LeadStage.REJECTED and lead.closed_at is None
    return True


def _is_request_waiting(session: Session, request_id: UUID, step: str, destination: str) -> bool:
    request = session.get_one(Request, request_id, populate_existing=True)
    is_open = request.state == RequestState.OPEN
    if step == "asked":
        return is_open and _owner_slack_id(session, request) == destination
    if step == "unowned":
        return is_open and request.owner_id is None
    return True


def _owner_slack_id(session: Session, owned: Lead | Request) -> str | None:
    return session.exec(select(Person.slack_id).where(Person.id == owned.owner_id)).first()
