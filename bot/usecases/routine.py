"""What every agreement does by itself from day to day, planned once for each."""

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlmodel import Session, col, select

from bot.usecases import patterns, reminders
from bot.usecases.mornings import next_morning
from bot.usecases.planned import plan
from bot.usecases.weekly import WEEK, next_week
from models import Agreement, Occasion

Begins = Callable[[Session, Agreement, datetime], datetime]

ROUTINE: Mapping[str, Begins] = {
    patterns.KIND: next_morning,
    reminders.KIND: next_morning,
    WEEK: next_week,
}
"""The kinds of occasion that come back on their own, and when each comes for the first time."""


def plan_routine(session: Session, *, now: datetime, agreement: Agreement) -> None:
    """Plan what an agreement does not do by itself yet."""
    query = select(Occasion.kind).where(
        Occasion.subject_id == agreement.id, col(Occasion.kind).in_(ROUTINE)
    )
    planned = set(session.exec(query).all())
    for kind, begins in ROUTINE.items():
        if kind not in planned:
            plan(
                session,
                kind=kind,
                subject_id=agreement.id,
                agreement_id=agreement.id,
                at=begins(session, agreement, now),
            )


def plan_routines(session: Session, *, now: datetime, team_id: str) -> None:
    """Do so for every agreement: some were there before the bot knew a routine."""
    for agreement in session.exec(select(Agreement).where(Agreement.team_id == team_id)).all():
        plan_routine(session, now=now, agreement=agreement)
