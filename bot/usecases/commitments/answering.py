"""Answering somebody who asked for a promise."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from bot.notices.commitments import CommitmentAnswered, CommitmentFacts
from bot.rules.commitments import CommitmentIsClosed, CommitmentState
from bot.rules.refusals import NotAllowed
from bot.rules.rights import Who
from bot.usecases.actors import Actor
from bot.usecases.commitments.announcing import announce
from bot.usecases.commitments.reminding import plan_reminders
from bot.usecases.commitments.rows import KIND, commitment_of, facts_of, move_on, remember
from bot.usecases.outbox import enqueue, settle
from bot.usecases.planned import cancel
from models import Commitment


def accept_commitment(
    session: Session, *, now: datetime, actor: Actor, commitment_id: UUID
) -> CommitmentFacts:
    """Make what was asked one's own promise; from now on it is reminded of and asked about."""
    row = _asked_of(session, actor, commitment_id)
    move_on(session, row, state=CommitmentState.OPEN.value, accepted_at=now)
    remember(session, now, row, "commitment_accepted", actor)
    plan_reminders(session, now, row)
    announce(session, now, row)
    return _answer(session, now, actor, row, accepted=True)


def decline_commitment(
    session: Session, *, now: datetime, actor: Actor, commitment_id: UUID, note: str = ""
) -> CommitmentFacts:
    row = _asked_of(session, actor, commitment_id)
    move_on(
        session,
        row,
        state=CommitmentState.DECLINED.value,
        closed_at=now,
        closed_by=actor.person_id,
        closing_note=note.strip(),
    )
    remember(session, now, row, "commitment_declined", actor, note)
    cancel(session, kind=KIND, subject_id=row.id)
    return _answer(session, now, actor, row, accepted=False)


def _asked_of(session: Session, actor: Actor, commitment_id: UUID) -> Commitment:
    row = commitment_of(session, actor, commitment_id)
    if row.owner_id != actor.person_id:
        raise NotAllowed("answer_commitment", (Who.OWNER.value,))
    if row.state != CommitmentState.ASKED:
        raise CommitmentIsClosed(row.state)
    return row


def _answer(
    session: Session, now: datetime, actor: Actor, row: Commitment, *, accepted: bool
) -> CommitmentFacts:
    facts = facts_of(session, row)
    notice = CommitmentAnswered(facts, actor.ref, accepted)
    settle(session, now=now, subject_id=row.id, notice=notice)
    enqueue(
        session,
        now=now,
        team_id=actor.team_id,
        key=f"commitment:{row.id}:answered",
        to=facts.asked_by.slack_id,
        notice=notice,
    )
    return facts
