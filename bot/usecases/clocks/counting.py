"""What a clock has used up and what it owes next, asked of its row."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row as Fetched

from bot.rules import ladder
from bot.rules.ladder import ClockFacts
from bot.rules.terms import ClockState
from bot.rules.worktime import epoch_seconds, moment
from bot.usecases.clocks.promises import Promise
from models import Clock


def replan(clock: Clock, promised: Promise) -> None:
    """Work out anew when a clock's next step is due, and the moment shown to people."""
    if clock.state != ClockState.RUNNING:
        clock.next_at = clock.paused_until
        return
    facts = facts_of(clock)
    instants = [each.at for each in ladder.plan(facts, promised.rungs, promised.hours)]
    clock.next_at = moment(min(instants)) if instants else None
    clock.due_at = moment(ladder.due_at(facts, clock.target, promised.hours))


def used_at(clock: Clock, promised: Promise, at: datetime) -> int:
    """Return the seconds of its own time a clock has used up at ``at``."""
    if clock.consumed is not None:
        return clock.consumed
    if clock.state == ClockState.PAUSED:
        return clock.stored
    return ladder.consumed(facts_of(clock), promised.hours, epoch_seconds(at))


def breach_instant(clock: Clock, promised: Promise) -> datetime:
    """Return the instant a clock's breach is, whether or not it has come."""
    due = ladder.due_at(facts_of(clock), clock.target, promised.hours)
    return moment(promised.hours.next_open_s(due) + 1)


def late_turn_until(clock: Clock, promised: Promise) -> datetime | None:
    """Return when the owner's turn ends, where it goes on after the window itself has closed."""
    is_open = clock.state == ClockState.RUNNING and clock.owner_id is not None
    if not is_open or clock.breached_at is None:
        return None
    facts = facts_of(clock)
    own = ladder.turn_due_at(facts, clock.target, promised.hours)
    closed = ladder.due_at(facts, clock.target, promised.hours)
    return moment(own) if own > closed else None


def facts_of(clock: Clock | Fetched[Any]) -> ClockFacts:
    """Return the values the rules decide on."""
    started = clock.last_started_at or clock.started_at
    return ClockFacts(
        stored=clock.stored,
        last_started=epoch_seconds(started),
        turn=clock.turn,
        turn_stored=clock.turn_stored,
        turn_started=epoch_seconds(clock.turn_started_at or started),
        fired=clock.fired,
        silenced=clock.silenced,
        held_until=_seconds(clock.held_until),
        snoozes=clock.snoozes,
        snoozed_until=_seconds(clock.snoozed_until),
    )


def _seconds(instant: datetime | None) -> int | None:
    return None if instant is None else epoch_seconds(instant)
