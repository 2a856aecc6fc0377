"""Holding the ladder of a clock: what an acknowledgement does, and which step it answers."""

from datetime import datetime

from sqlmodel import Session, col, select

from bot.rules.ladder import Fate
from bot.rules.refusals import HoldTooLong
from bot.rules.worktime import epoch_seconds, moment
from bot.usecases.clocks.counting import replan
from bot.usecases.clocks.promises import Promise
from models import Clock, Step


def last_told(session: Session, clock: Clock) -> Step | None:
    """Return the last step that was told about a clock since it last began anew."""
    return session.exec(
        select(Step)
        .where(
            Step.clock_id == clock.id,
            Step.generation == clock.generation,
            Step.fate == Fate.TOLD.value,
        )
        .order_by(col(Step.due_at).desc(), col(Step.step).desc())
    ).first()


def hold(clock: Clock, promised: Promise, until: datetime, now: datetime) -> None:
    """Let the ladder wait until a moment, at most one further target from now.

    Before the breach it silences reminders. Raises ``HoldTooLong``.
    """
    latest = moment(promised.hours.add_s(epoch_seconds(now), clock.target))
    if until > latest:
        raise HoldTooLong(latest)
    clock.silenced = clock.breached_at is None
    clock.held_until = until
    replan(clock, promised)
