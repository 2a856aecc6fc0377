"""Is a message still worth sending? Asked at the door, in the transaction that claims it."""

from collections.abc import Callable, Mapping
from uuid import UUID

from sqlmodel import Session, col, select

from bot.rules.requests import RequestState
from bot.rules.terms import ClockState, LeadStage
from bot.usecases import absence, departures
from bot.usecases.commitments import is_waiting
from bot.usecases.goals import still_true
from bot.usecases.responsibilities.unowned import UNOWNED, is_any_unowned
from models import Absence, Clock, Lead, Person, Request

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
    if clock_id is not None:
        return _is_clock_waiting(session, clock_id, step)
    waits = WAITS.get(subject)
    return waits is None or subject_id is None or waits(session, subject_id, step, destination)


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
    if step in ("card", "sent_back"):
        return lead.closed_at is None and destination in _answering(session, lead)
    if step == "unowned":
        return lead.owner_id is None and lead.closed_at is None
    if step == "rejected":
        return lead.stage == LeadStage.REJECTED and lead.closed_at is None
    return True


def _answering(session: Session, lead: Lead) -> set[str]:
    """The owner, whoever covers for them, and whoever has the turn of one of its clocks."""
    holders = select(Clock.owner_id).where(
        Clock.lead_id == lead.id, Clock.state != ClockState.STOPPED.value
    )
    covers = select(Absence.cover_id).where(
        Absence.person_id == lead.owner_id, col(Absence.cover_id).is_not(None)
    )
    people = select(Person.slack_id).where(
        (col(Person.id) == lead.owner_id) | col(Person.id).in_(holders) | col(Person.id).in_(covers)
    )
    return set(session.exec(people).all())


def _is_request_waiting(session: Session, request_id: UUID, step: str, destination: str) -> bool:
    request = session.get_one(Request, request_id, populate_existing=True)
    is_open = request.state == RequestState.OPEN
    if step == "asked":
        return is_open and _owner_slack_id(session, request) == destination
    if step == "unowned":
        return is_open and request.owner_id is None
    return True


def _owner_slack_id(session: Session, request: Request) -> str | None:
    return session.exec(select(Person.slack_id).where(Person.id == request.owner_id)).first()


Waits = Callable[[Session, UUID, str, str], bool]
"""Whether a subject still waits for what a message of this step asks of this reader."""

WAITS: Mapping[str, Waits] = {
    "lead": _is_lead_waiting,
    "request": _is_request_waiting,
    "commitment": lambda session, subject_id, step, _: is_waiting(session, subject_id, step),
    "goal": lambda session, subject_id, step, _: still_true(session, subject_id, step),
    "absence": absence.is_waiting,
    "status": lambda session, subject_id, _, to: absence.is_offered(session, subject_id, to),
    UNOWNED: lambda session, subject_id, step, _: is_any_unowned(session, subject_id, step),
    departures.SUBJECT: lambda session, subject_id, *_: departures.has_leads_left(
        session, subject_id
    ),
}
