"""What every agreement does by itself from day to day, planned once for each."""

from datetime import datetime

from sqlmodel import Session, col, select

from bot.usecases import patterns
from bot.usecases.mornings import next_morning
from bot.usecases.planned import plan
from models import Agreement, Occasion

ROUTINE = (patterns.KIND,)
"""The kinds of occasion that come back on their own; each begins the next working morning."""


def plan_routine(session: Session, *, now: datetime, agreement: Agreement) -> None:
    """Plan what an agreement does not do by itself yet."""
    query = select(Occasion.kind).where(
        Occasion.subject_id == agreement.id, col(Occasion.kind).in_(ROUTINE)
    )
    planned = set(session.exec(query).all())
    for kind in ROUTINE:
        if kind not in planned:
            morning = next_morning(session, agreement, now)
            plan(
                session,
                kind=kind,
                subject_id=agreement.id,
                agreement_id=agreement.id,
                at=morning,
            )


def plan_routines(session: Session, *, now: datetime, team_id: str) -> None:
    """Do so for every agreement: some were there before the bot knew a routine."""
    for agreement in session.exec(select(Agreement).where(Agreement.team_id == team_id)).all():
        plan_routine(session, now=now, agreement=agreement)
