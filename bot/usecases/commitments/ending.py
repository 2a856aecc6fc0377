"""The end of a promise: on record, out of the calendar, and told to those it concerns."""

from datetime import datetime

from sqlmodel import Session

from bot.notices.commitments import CommitmentClosed
from bot.rules.commitments import CommitmentState
from bot.usecases.actors import Actor
from bot.usecases.commitments.rows import KIND, facts_of, move_on, other_leads, remember
from bot.usecases.outbox import enqueue, settle
from bot.usecases.planned import cancel
from models import Agreement, Commitment


def conclude(
    session: Session,
    now: datetime,
    row: Commitment,
    state: CommitmentState,
    *,
    actor: Actor | None = None,
    note: str = "",
    new_due_at: datetime | None = None,
) -> None:
    """End a promise. Without an actor it was silence that ended it."""
    move_on(
        session,
        row,
        state=state.value,
        closed_at=now,
        closed_by=actor.person_id if actor else None,
        closing_note=note,
    )
    remember(session, now, row, f"commitment_{state.value}", actor, note)
    cancel(session, kind=KIND, subject_id=row.id)
    facts = facts_of(session, row)
    notice = CommitmentClosed(facts, actor.ref if actor else None, new_due_at)
    settle(session, now=now, subject_id=row.id, notice=notice)
    _tell(session, now, row, notice, actor)


def _tell(
    session: Session, now: datetime, row: Commitment, notice: CommitmentClosed, actor: Actor | None
) -> None:
    """Tell those it concerns, but nobody of what they did themselves.

    The owner of a promise that silence ended reads it in place of the question.
    """
    knows = row.owner_id if actor is None else actor.person_id
    concerned = (notice.commitment.asked_by, notice.commitment.owner)
    people = (*concerned, *other_leads(session, row))
    for person in {each.id: each for each in people if each.id != knows}.values():
        enqueue(
            session,
            now=now,
            team_id=session.get_one(Agreement, row.agreement_id).team_id,
            key=f"commitment:{row.id}:closed:{person.id}",
            to=person.slack_id,
            notice=notice,
        )
