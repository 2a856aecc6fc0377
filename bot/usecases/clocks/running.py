"""Starting, stopping, pausing and handing over clocks; the row is the only state."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.rules import ladder
from bot.rules.terms import ClockOutcome, ClockState
from bot.rules.worktime import epoch_seconds, moment
from bot.usecases.clocks import tally
from bot.usecases.clocks.counting import breach_instant, facts_of, replan, used_at
from bot.usecases.clocks.promises import Promise, promise
from bot.usecases.clocks.stretches import counted, is_past_stretch
from bot.usecases.clocks.turns import close_turn, open_turn, turn_of
from bot.usecases.history import record_subject
from bot.usecases.standing import who_answers
from models import Clock, Lead, Request

Subject = Lead | Request
"""What a clock can run for."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A clock that was just stopped, as its caller tells people of it."""

    clock_id: UUID
    stage: str
    outcome: ClockOutcome
    was_breached: bool
    told_late: bool


def start_clock(
    session: Session, *, now: datetime, subject: Subject, promised: Promise, since: datetime
) -> Clock:
    """Start a window for a subject at ``since``, or now if its breach would already be past."""
    rungs, hours = promised.rungs, promised.hours
    begin = moment(ladder.starts_at(epoch_seconds(since), epoch_seconds(now), rungs.target, hours))
    clock = Clock(
        agreement_id=subject.agreement_id,
        lead_id=subject.id if isinstance(subject, Lead) else None,
        request_id=subject.id if isinstance(subject, Request) else None,
        window_id=promised.window_id,
        stage=promised.stage,
        state=ClockState.RUNNING,
        target=rungs.target,
        started_at=begin,
        last_started_at=begin,
        owner_id=subject.owner_id
        and who_answers(
            session, now=now, person_id=subject.owner_id, agreement_id=subject.agreement_id
        ),
        turn_started_at=begin,
    )
    session.add(clock)
    replan(clock, promised)
    session.flush()
    open_turn(session, clock, begin)
    tally.started(session, clock, promised.day(begin))
    _record(session, now, subject, clock, "clock.started", at=begin, target=rungs.target)
    return clock


def clocks_of(session: Session, lead_id: UUID) -> list[Clock]:
    """Return a lead's clocks that are not stopped, locked against the sweep of another replica."""
    return list(
        session.exec(
            select(Clock)
            .where(Clock.lead_id == lead_id, Clock.state != ClockState.STOPPED.value)
            .order_by(col(Clock.started_at), col(Clock.stage))
            .with_for_update()
            .execution_options(populate_existing=True)
        ).all()
    )


def clock_of(session: Session, request_id: UUID) -> Clock | None:
    """Return the clock of a request, locked; none where nothing is promised for its kind."""
    return session.exec(
        select(Clock)
        .where(Clock.request_id == request_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()


def stop_clock(
    session: Session,
    *,
    now: datetime,
    subject: Subject,
    clock: Clock,
    at: datetime,
    cancel: bool = False,
) -> Stop:
    """Stop a clock at ``at`` and judge it; a breach already flagged may turn out to be met."""
    promised = promise(session, clock.window_id)
    used = _used(session, clock, promised, at)
    outcome = _judged(used, clock.target, cancel=cancel)
    was_breached = clock.breached_at is not None
    clock.consumed = used
    clock.outcome = outcome
    clock.told_late = was_breached and outcome is ClockOutcome.MET
    if outcome is ClockOutcome.MISSED and clock.breached_at is None:
        clock.breached_at = breach_instant(clock, promised)
        tally.breached(session, clock, promised.day(clock.breached_at))
    close_turn(session, clock, promised, at, cancel=cancel)
    clock.state = ClockState.STOPPED
    clock.stopped_at = at
    clock.next_at = None
    session.add(clock)
    tally.stopped(session, clock, promised)
    kind = "clock.told_late" if clock.told_late else "clock.stopped"
    _record(session, now, subject, clock, kind, at=at, outcome=outcome, consumed=used)
    return Stop(clock.id, clock.stage, outcome, was_breached, clock.told_late)


def reopen_clock(session: Session, *, now: datetime, lead: Lead, clock: Clock) -> None:
    """Let a stopped clock go on as if it had never been stopped: its touch was undone."""
    promised = promise(session, clock.window_id)
    tally.reopened(session, clock, promised)
    clock.state = ClockState.RUNNING if clock.paused_at is None else ClockState.PAUSED
    clock.outcome, clock.stopped_at, clock.consumed = None, None, None
    clock.told_late = False
    turn = turn_of(session, clock)
    turn.ended_at, turn.consumed, turn.outcome = None, None, None
    session.add(turn)
    replan(clock, promised)
    session.add(clock)
    _record(session, now, lead, clock, "clock.reopened", at=now)


def continue_clock(session: Session, *, now: datetime, subject: Subject, clock: Clock) -> None:
    """Let a stopped clock go on from now: what it had used up stays, the time since is nobody's."""
    promised = promise(session, clock.window_id)
    tally.reopened(session, clock, promised)
    turn = turn_of(session, clock)
    clock.stored, clock.turn_stored = clock.consumed or 0, turn.consumed or 0
    clock.state, clock.last_started_at, clock.turn_started_at = ClockState.RUNNING, now, now
    clock.outcome, clock.stopped_at, clock.consumed = None, None, None
    clock.held_until, clock.silenced = None, False
    turn.ended_at, turn.consumed, turn.outcome = None, None, None
    session.add(turn)
    replan(clock, promised)
    session.add(clock)
    _record(session, now, subject, clock, "clock.continued", at=now)


def pause_clock(
    session: Session, *, now: datetime, lead: Lead, clock: Clock, until: datetime | None
) -> None:
    """Stop counting until ``until``, or until somebody resumes; what is used up is kept.

    Only a pause with an end counts against what the agreement allows: the other kind waits for
    the other party.
    """
    promised = promise(session, clock.window_id)
    facts, second = facts_of(clock), epoch_seconds(now)
    clock.stored = ladder.consumed(facts, promised.hours, second)
    clock.turn_stored = ladder.turn_consumed(facts, promised.hours, second)
    clock.state = ClockState.PAUSED
    clock.pauses += until is not None
    clock.paused_at, clock.paused_until, clock.next_at = now, until, until
    session.add(clock)
    end = None if until is None else until.isoformat()
    _record(session, now, lead, clock, "clock.paused", at=now, until=end)


def resume_clock(
    session: Session, *, now: datetime, lead: Lead, clock: Clock, at: datetime
) -> None:
    """Count again from ``at``. The due moment is worked out anew, never shifted by the hold."""
    promised = promise(session, clock.window_id)
    if clock.paused_until is not None and clock.paused_at is not None:
        began = epoch_seconds(clock.paused_at)
        clock.paused_total += promised.hours.between_s(began, epoch_seconds(at))
    clock.state = ClockState.RUNNING
    clock.paused_at = clock.paused_until = None
    clock.last_started_at = clock.turn_started_at = at
    replan(clock, promised)
    session.add(clock)
    _record(session, now, lead, clock, "clock.resumed", at=at)


def _used(session: Session, clock: Clock, promised: Promise, at: datetime) -> int:
    """What a clock had used up at a moment, also one that was told only after a hold."""
    if not is_past_stretch(clock, at):
        return used_at(clock, promised, at)
    began = turn_of(session, clock, number=0).started_at
    return counted(session, clock, promised.hours, since=began, until=at)


def _judged(used: int, target: int, *, cancel: bool) -> ClockOutcome:
    if cancel:
        return ClockOutcome.CANCELLED
    return ClockOutcome.MET if ladder.is_met(used, target) else ClockOutcome.MISSED


def _record(
    session: Session,
    now: datetime,
    subject: Subject,
    clock: Clock,
    kind: str,
    *,
    at: datetime,
    **facts: str | int | None,
) -> None:
    clock_facts = {"clock": str(clock.id), "stage": clock.stage, **facts}
    record_subject(session, subject, kind, now=now, at=at, facts=clock_facts)
