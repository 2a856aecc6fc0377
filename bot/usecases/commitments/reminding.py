"""What time does with a promise: reminds, asks, and after three silences calls it broken."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.commitments import CommitmentDue, CommitmentNear
from bot.notices.people import PersonRef
from bot.rules.commitments import (
    TIMES_ASKED,
    CommitmentState,
    next_question_at,
    question_at,
    reminder_at,
)
from bot.usecases.actors import ref_of, who_speaks_for
from bot.usecases.clocks.promises import office_of
from bot.usecases.commitments.ending import conclude
from bot.usecases.commitments.rows import ASKED_STEP, KIND, facts_of
from bot.usecases.hearing import reminder_of_agreement
from bot.usecases.outbox import enqueue
from bot.usecases.planned import plan
from bot.usecases.standing import absence_of, here_for
from models import Agreement, Commitment, Occasion, Person


def plan_reminders(session: Session, now: datetime, row: Commitment) -> None:
    """Come back the working day before it is due; made too late for that, when it is due."""
    hours = office_of(session, row.agreement_id)
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
    away = absence_of(session, now=now, person_id=row.owner_id)
    cover = _cover(session, now, row) if away else None
    if now < asks_from:
        if away is None or cover is not None:
            _remind(session, now, row, cover)
        return asks_from
    if away is not None and (cover is None or row.times_asked >= TIMES_ASKED - 1):
        # Silence of somebody on leave is no answer: the last question waits for their return.
        return office_of(session, row.agreement_id).next_open(away.ends_at)
    if row.times_asked >= TIMES_ASKED:
        conclude(session, now, row, CommitmentState.BROKEN)
        return None
    return _ask_again(session, now, row, cover)


def resume_questions(
    session: Session, *, now: datetime, owner_id: UUID, waited_until: datetime, back_at: datetime
) -> None:
    """Ask at the opening after ``back_at`` what waited for a return expected later."""
    rows = session.exec(
        select(Commitment, Occasion)
        .join(Occasion, col(Occasion.subject_id) == col(Commitment.id))
        .where(
            Occasion.kind == KIND,
            Commitment.owner_id == owner_id,
            Commitment.state == CommitmentState.OPEN.value,
        )
    ).all()
    for row, occasion in rows:
        hours = office_of(session, row.agreement_id)
        # One that is not due yet waits for its own day, and may fall on that of the return.
        if _question_at(session, row) <= now and occasion.next_at == hours.next_open(waited_until):
            occasion.next_at = hours.next_open(back_at)
            session.add(occasion)


def _cover(session: Session, now: datetime, row: Commitment) -> PersonRef | None:
    """Whoever stands in for an owner who is away, if anybody is here to."""
    people = (row.owner_id,)
    return ref_of(here_for(session, now=now, agreement_id=row.agreement_id, people=people))


def _ask_again(
    session: Session, now: datetime, row: Commitment, cover: PersonRef | None
) -> datetime:
    row.times_asked += 1
    session.flush()
    facts, owner = facts_of(session, row), session.get_one(Person, row.owner_id)
    question = CommitmentDue(facts, row.times_asked, cover, instead=owner.is_deactivated)
    for person in _answering(session, row, owner, cover):
        _tell(session, now, row, person, question, f"due-{row.times_asked}")
    return next_question_at(office_of(session, row.agreement_id), now)


def _question_at(session: Session, row: Commitment) -> datetime:
    hours = office_of(session, row.agreement_id)
    return question_at(hours, row.due_at, made_at=row.accepted_at or row.made_at)


def _remind(session: Session, now: datetime, row: Commitment, cover: PersonRef | None) -> None:
    owner = session.get_one(Person, row.owner_id)
    if not owner.is_deactivated:
        near = CommitmentNear(facts_of(session, row), cover)
        _tell(session, now, row, cover or ref_of(owner), near, "near")


def _answering(
    session: Session, row: Commitment, owner: Person, cover: PersonRef | None
) -> list[PersonRef]:
    """Return who is asked how it went: the owner, their cover, or who speaks for one who left."""
    if owner.is_deactivated:
        return [ref_of(each) for each in who_speaks_for(session, row.agreement_id, row.party)]
    return [cover or ref_of(owner)]


def _tell(
    session: Session,
    now: datetime,
    row: Commitment,
    person: PersonRef,
    notice: CommitmentNear | CommitmentDue,
    step: str,
) -> None:
    is_reminder = isinstance(notice, CommitmentNear)
    not_before, mark = reminder_of_agreement(
        session,
        person_id=person.id,
        agreement_id=row.agreement_id,
        at=now,
        closes=row.due_at if is_reminder else None,
    )
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
        not_before=not_before,
        reason=mark,
    )
