"""Whose late leads somebody sees by name: the table of rights, asked as a condition of a query."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, false, or_, true
from sqlmodel import Session, col, select

from bot.rules.rights import Action, may
from bot.rules.terms import ClockState
from bot.usecases.actors import Actor, Part
from bot.usecases.leads.finding import answered_by
from bot.usecases.standing import standing_of
from models import Clock, Window


def late_for(
    session: Session, *, now: datetime, actor: Actor, part: Part
) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions on a clock and its lead under which an actor sees it is late."""
    return (
        col(Clock.agreement_id) == part.agreement_id,
        col(Clock.state) == ClockState.RUNNING.value,
        col(Clock.breached_at).is_not(None),
        _seen(session, now, actor, part),
    )


def _seen(session: Session, now: datetime, actor: Actor, part: Part) -> ColumnElement[bool]:
    standing = standing_of(actor, part)
    if may(Action.SEE_LATE, standing):
        return true()
    seen: list[ColumnElement[bool]] = []
    if part.party and may(Action.SEE_LATE, replace(standing, of_party=part.party)):
        windows = select(Window.id).where(
            Window.agreement_id == part.agreement_id, Window.party == part.party
        )
        seen.append(col(Clock.window_id).in_(windows))
    if may(Action.SEE_LATE, replace(standing, owns=True)):
        seen.append(answered_by(session, now, actor, part.agreement_id))
    return or_(false(), *seen)
