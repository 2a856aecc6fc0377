"""What time does with a promise: reminds, asks, and after three silences calls it broken."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from bot.notices.commitments import CommitmentDue, CommitmentNear
from bot.rules.commitments import (
    TIMES_ASKED,
    CommitmentState,
    next_question_at,
    question_at,
    reminder_at,
)
from bot.usecases.actors import who_speaks_for
from bot.usecases.commitments.ending import conclude
from bot.usecases.commitments.rows import ASKED_STEP, KIND, facts_of, hours_of
from bot.usecases.outbox import enqueue
from bot.usecases.planned import plan
from bot.usecases.standing import absence_of
from models import Agreement, Commitment, Person


def plan_reminders(session: Session, now: datetime, row: Commitment) -> None:
    """Come back the working day before it is due; made too late for that, when it is due."""
    hours = hours_of(session, row.agreement_id)
    near = reminder_at(hours, row.due_at)
    first = near if near is not None and near > now else _question_at(session, row)
    plan(session, kind=KIND, subject_id=row.id, agreement_id=row.agreement_id, at=first)


def commitment_due(session: Session, now: datetime, commitment_id: UUID) -> datetime | None:
    """Do what is due for a promise now; return when to come back to it."""
    row = session.get_one(Commitment, commitment_id, with_for_update=True)
    if row.state == CommitmentState.OPEN:
        return _follow_up(session, now, row)
    if row.state == CommitmentState.ASKED:
        conclude(session, now, row, CommitmentState.DECLINED)
    return None


def is_waiting(session: Session, commitment_id: UUID, step: str) -> bool:
    """Say whether a promise still waits for what a message of this step asks.

    ``asked`` makes sense until it is accepted or declined, everything else while it is open.
    """
    row = session.get(Commitment, commitment_id, populate_existing=True)
    awaited = CommitmentState.ASKED if step == ASKED_STEP else CommitmentState.OPEN
    return row is not None and row.state == awaited


def _follow_up(session: Session, now: datetime, row: Commitment) -> datetime | None:
    asks_from = _question_at(session, row)
    if now < asks_from:
        _remind(session, now, row)
        return asks_from
    away = absence_of(session, now=now, person_id=row.owner_id)
    if away is not None:
        # Silence of somebody on leave is no answer: the question waits for their return.
        return hours_of(session, row.agreement_id).next_open(away.ends_at)
    if row.times_asked >= TIMES_ASKED:
        conclude(session, now, row, CommitmentState.BROKEN)
        return None
    return _ask_again(session, now, row)


def _ask_again(session: Session, now: datetime, row: Commitment) -> datetime:
    row.times_asked += 1
    session.flush()
    facts, owner = facts_of(session, row), session.get_one(Person, row.owner_id)
    question = CommitmentDue(facts, row.times_asked, instead=owner.is_deactivated)
    for person in _answering(session, row, owner):
        _tell(session, now, row, person, question, f"due-{row.times_asked}")
    return next_question_at(hours_of(session, row.agreement_id), now)


def _question_at(session: Session, row: Commitment) -> datetime:
    hours = hours_of(session, row.agreement_id)
    return question_at(hours, row.due_at, made_at=row.accepted_at or row.made_at)


def _remind(session: Session, now: datetime, row: Commitment) -> None:
    owner = session.get_one(Person, row.owner_id)
    if not owner.is_deactivated:
        _tell(session, now, row, owner, CommitmentNear(facts_of(session, row)), "near")


def _answering(session: Session, row: Commitment, owner: Person) -> list[Person]:
    """Return who is asked how it went: its owner, or who speaks for the side of one who left."""
    if not owner.is_deactivated:
        return [owner]
    return who_speaks_for(session, row.agreement_id, row.party)


def _tell(
    session: Session,
    now: datetime,
    row: Commitment,
    person: Person,
    notice: CommitmentNear | CommitmentDue,
    step: str,
) -> None:
    enqueue(
        session,
        now=now,
        team_id=session.get_one(Agreement, row.agreement_id).team_id,
        key=f"commitment:{row.id}:{step}:{person.id}",
        to=person.slack_id,
        notice=notice,
        subject=KIND,
        subject_id=row.id,
        step=step,
    )
