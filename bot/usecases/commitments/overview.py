"""Both sides' promises at a glance: now, over thirty days, and as a week opens."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import true
from sqlmodel import Session, col, select

from bot.notices.commitments import (
    CommitmentBoard,
    CommitmentFacts,
    CommitmentsWeek,
    WaitingCommitment,
)
from bot.rules.commitments import RESULTS, CommitmentState, standing
from bot.rules.weekly import A_WEEK, week_of
from bot.usecases.actors import Actor
from bot.usecases.clocks.promises import office_of
from bot.usecases.commitments.making import list_commitments
from bot.usecases.commitments.rows import facts_of
from bot.usecases.outbox import enqueue
from models import Agreement, Commitment

LOOKED_BACK = timedelta(days=30)


def commitment_board(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID, mine: bool = False
) -> CommitmentBoard:
    """Return the promises of both sides, or the actor's own: waiting, and ended in 30 days."""
    waiting = list_commitments(session, now=now, actor=actor, agreement_id=agreement_id, mine=mine)
    ended = _ended(session, agreement_id, now - LOOKED_BACK, now)
    hours = office_of(session, agreement_id)
    return CommitmentBoard(
        waiting=tuple(
            WaitingCommitment(each, standing(each.state, each.due_at, now=now, hours=hours).value)
            for each in waiting
        ),
        ended=tuple(each for each in ended if not mine or each.owner.id == actor.person_id),
    )


def tell_commitments_week(
    session: Session, *, now: datetime, agreement: Agreement, week: str
) -> None:
    """Post to the working channel how last week's promises ended, and what is due or overdue.

    ``week`` names the week, so that it is posted once; with nothing to say nothing is posted.
    """
    begins, ends = week_of(now, agreement.zone)
    facts = CommitmentsWeek(
        agreement=agreement.name,
        ended=_ended(session, agreement.id, begins - A_WEEK, begins),
        due=_due(session, agreement.id, max(begins, now), ends),
        overdue=_due(session, agreement.id, None, max(begins, now)),
    )
    if facts.ended or facts.due or facts.overdue:
        enqueue(
            session,
            now=now,
            team_id=agreement.team_id,
            key=f"commitments_week:{agreement.id}:{week}",
            to=agreement.channel_id,
            notice=facts,
        )


def _ended(
    session: Session, agreement_id: UUID, since: datetime, until: datetime
) -> tuple[CommitmentFacts, ...]:
    """Return those closed from ``since`` on and before ``until``, the latest first."""
    rows = session.exec(
        select(Commitment)
        .where(
            Commitment.agreement_id == agreement_id,
            col(Commitment.state).in_([state.value for state in RESULTS]),
            col(Commitment.closed_at) >= since,
            col(Commitment.closed_at) < until,
        )
        .order_by(col(Commitment.closed_at).desc(), col(Commitment.made_at))
    ).all()
    return tuple(facts_of(session, row) for row in rows)


def _due(
    session: Session, agreement_id: UUID, since: datetime | None, until: datetime
) -> tuple[CommitmentFacts, ...]:
    """Return those open and due from ``since`` on, or since ever, and before ``until``."""
    rows = session.exec(
        select(Commitment)
        .where(
            Commitment.agreement_id == agreement_id,
            Commitment.state == CommitmentState.OPEN.value,
            true() if since is None else col(Commitment.due_at) >= since,
            col(Commitment.due_at) < until,
        )
        .order_by(col(Commitment.due_at), col(Commitment.made_at))
    ).all()
    return tuple(facts_of(session, row) for row in rows)
