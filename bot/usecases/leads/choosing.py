"""Which of somebody's open leads a deed can be done with, when they name none."""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists
from sqlmodel import Session, col, select

from bot.rules.ladder import Fate
from bot.rules.terms import ClockState
from bot.rules.touches import UNDO_SECONDS
from models import Clock, Lead, Step, Touch


class Deed(StrEnum):
    """What somebody wants to do with a lead they did not name."""

    UNDO = "undo"
    PAUSE = "pause"
    RESUME = "resume"
    SNOOZE = "snooze"
    ACKNOWLEDGE = "acknowledge"


def fits(deed: Deed, now: datetime, *, undoes_any: bool = False) -> ColumnElement[bool]:
    """Return the condition that a lead allows a deed; ``undoes_any`` also late and of others."""
    running = _has_clock(col(Clock.state) == ClockState.RUNNING)
    paused = _has_clock(col(Clock.state) == ClockState.PAUSED, col(Clock.paused_until).is_not(None))
    match deed:
        case Deed.UNDO:
            return _has_touch(None if undoes_any else now - timedelta(seconds=UNDO_SECONDS))
        case Deed.PAUSE:
            return and_(running, ~_has_clock(col(Clock.state) == ClockState.PAUSED))
        case Deed.RESUME:
            return paused
        case Deed.SNOOZE:
            return _has_clock(col(Clock.state) == ClockState.RUNNING, col(Clock.due_at) > now)
        case Deed.ACKNOWLEDGE:
            return _has_clock(col(Clock.state) == ClockState.RUNNING, _is_asked())


def allowing(
    session: Session, deed: Deed, *, now: datetime, lead_ids: Collection[UUID]
) -> set[UUID]:
    """Return those of the leads that allow a deed."""
    query = select(Lead.id).where(col(Lead.id).in_(lead_ids), fits(deed, now))
    return set(session.exec(query).all())


def _has_clock(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(col(Clock.lead_id) == col(Lead.id), *conditions)


def _is_asked() -> ColumnElement[bool]:
    """Say of a clock that something was told about it that nobody answered."""
    return exists().where(
        col(Step.clock_id) == col(Clock.id),
        col(Step.fate) == Fate.TOLD.value,
        col(Step.acknowledged_at).is_(None),
    )


def _has_touch(since: datetime | None) -> ColumnElement[bool]:
    live = [col(Touch.lead_id) == col(Lead.id), col(Touch.undone_at).is_(None)]
    recent = [] if since is None else [col(Touch.told_at) >= since]
    return exists().where(*live, *recent)
