"""Turns: each owner's own time under a clock."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, select

from bot.rules import ladder
from bot.rules.terms import ClockState, TurnOutcome
from bot.rules.worktime import epoch_seconds
from bot.usecases.clocks.counting import facts_of, replan
from bot.usecases.clocks.promises import Promise, promise
from bot.usecases.clocks.stretches import counted, is_past_stretch
from models import Clock, Turn


def hand_over(session: Session, *, now: datetime, clock: Clock, owner_id: UUID | None) -> None:
    """Begin a turn for a new owner; the clock goes on, or restarts if so agreed."""
    promised = promise(session, clock.window_id)
    turn = turn_of(session, clock)
    if clock.owner_id is None and turn.started_at == now:
        # Nobody's turn had begun yet: the lead was given away in the moment it arrived.
        clock.owner_id = turn.person_id = owner_id
        session.add_all((clock, turn))
        return
    close_turn(session, clock, promised, now, cancel=False)
    clock.owner_id = owner_id
    clock.turn += 1
    clock.turn_stored, clock.turn_started_at = 0, now
    clock.fired &= ~promised.rungs.reminder_bits
    clock.silenced, clock.held_until, clock.snoozed_until = False, None, None
    if promised.restarts:
        clock.generation += 1
        clock.fired, clock.stored, clock.last_started_at, clock.turn = 0, 0, now, 0
    replan(clock, promised)
    session.add(clock)
    session.flush()
    open_turn(session, clock, now)


def pass_turn(session: Session, *, now: datetime, clock: Clock, to: UUID | None) -> None:
    """Let somebody else hold the turn: the clock, its reminders and its owner stay as they were.

    What the former holder had put off or promised was theirs, and falls away.
    """
    promised = promise(session, clock.window_id)
    close_turn(session, clock, promised, now, cancel=False)
    clock.owner_id = to
    clock.turn += 1
    clock.silenced, clock.held_until, clock.snoozed_until = False, None, None
    replan(clock, promised)
    session.add(clock)
    session.flush()
    open_turn(session, clock, now)


def open_turn(session: Session, clock: Clock, at: datetime) -> None:
    session.add(
        Turn(
            clock_id=clock.id,
            generation=clock.generation,
            number=clock.turn,
            person_id=clock.owner_id,
            started_at=at,
        )
    )


def close_turn(
    session: Session, clock: Clock, promised: Promise, at: datetime, *, cancel: bool
) -> None:
    turn = turn_of(session, clock)
    used = _used(session, clock, turn, promised, at)
    turn.ended_at, turn.consumed = at, used
    turn.outcome = _outcome(used, clock, cancel=cancel)
    session.add(turn)


def turn_of(session: Session, clock: Clock, *, number: int | None = None) -> Turn:
    """Return the present turn of a clock, or an earlier one since it last began anew."""
    return session.exec(
        select(Turn).where(
            Turn.clock_id == clock.id,
            Turn.generation == clock.generation,
            Turn.number == (clock.turn if number is None else number),
        )
    ).one()


def _used(session: Session, clock: Clock, turn: Turn, promised: Promise, at: datetime) -> int:
    # Of a clock whose turn was passed on, the row counts what all its holders used up together.
    if clock.turn or is_past_stretch(clock, at):
        return counted(session, clock, promised.hours, since=turn.started_at, until=at)
    if clock.state == ClockState.PAUSED:
        return clock.turn_stored
    return ladder.turn_consumed(facts_of(clock), promised.hours, epoch_seconds(at))


def _outcome(used: int, clock: Clock, *, cancel: bool) -> TurnOutcome:
    if cancel:
        return TurnOutcome.CANCELLED
    if not ladder.is_met(used, clock.target):
        return TurnOutcome.MISSED
    return TurnOutcome.TRANSFERRED if clock.outcome is None else TurnOutcome.MET
