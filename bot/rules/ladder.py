"""What a clock owes at a moment: its reminders, the breach, and the steps after it.

Everything is in whole seconds since 1970 and seconds of the window's own time, because the sweep
asks this of every due clock. Definitions: docs/architecture.md, "Clocks".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Protocol


class Timetable(Protocol):
    """The open hours a clock counts, on epoch seconds; see ``rules.worktime.Schedule``."""

    def add_s(self, start: int, seconds: int, /) -> int: ...
    def between_s(self, start: int, end: int, /) -> int: ...
    def next_open_s(self, at: int, /) -> int: ...


SHORTEST_SPAN = 600
"""Seconds of a clock below which a new owner is not reminded beside the card that they get."""


class StepKind(StrEnum):
    REMINDER = "reminder"
    AGAIN = "again"
    BREACH = "breach"
    MANAGER = "manager"
    OFFER = "offer"


class Fate(StrEnum):
    """What became of a step when its moment came; ``gathered``: a list of the morning tells it."""

    TOLD = "told"
    OVERTAKEN = "overtaken"
    SILENCED = "silenced"
    SNOOZED = "snoozed"
    GATHERED = "gathered"


@dataclass(frozen=True, slots=True)
class Step:
    """One rung: ``amount`` seconds of consumed time; ``bit`` marks it in a clock's ``fired``."""

    kind: StepKind
    amount: int
    bit: int
    percent: int = 0


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs of a window, in order."""

    target: int
    steps: tuple[Step, ...]

    @property
    def reminder_bits(self) -> int:
        return sum(step.bit for step in self.steps if step.kind is StepKind.REMINDER)


@cache
def ladder(
    target: int, reminders: tuple[int, ...], manager_after: int | None, offer_after: int | None
) -> Ladder:
    """Build a window's ladder: reminders in per cent, the rest in seconds after the breach."""
    rungs = [(StepKind.REMINDER, target * percent // 100, percent) for percent in reminders]
    rungs.append((StepKind.BREACH, target, 100))
    if manager_after is not None:
        rungs.append((StepKind.MANAGER, target + manager_after, 0))
    if offer_after is not None:
        rungs.append((StepKind.OFFER, target + offer_after, 0))
    return Ladder(
        target,
        tuple(Step(kind, amount, 1 << n, pc) for n, (kind, amount, pc) in enumerate(rungs)),
    )


@dataclass(frozen=True, slots=True)
class ClockFacts:
    """A running clock as the rules see it: reminders count the turn's time, the rest its own."""

    stored: int
    last_started: int
    turn: int
    turn_stored: int
    turn_started: int
    fired: int = 0
    silenced: bool = False
    held_until: int | None = None
    snoozes: int = 0
    snoozed_until: int | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """A step and the instant it comes due. ``name`` is its key in the ledger."""

    at: int
    step: Step
    name: str


@dataclass(frozen=True, slots=True)
class Due:
    planned: Planned
    fate: Fate


@dataclass(frozen=True, slots=True)
class Verdict:
    """The steps that have come due, in order, and the instant of the next one."""

    due: tuple[Due, ...]
    next_at: int | None


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """What a reminder says: seconds left, percentage used up, and the instant it closes.

    ``closed_at`` is when the window itself had closed before, for everybody.
    """

    left: int
    percent: int
    due_at: int
    closed_at: int | None


def judge(clock: ClockFacts, rungs: Ladder, hours: Timetable, now: int) -> Verdict:
    """Say what a running clock owes at ``now`` and when to look again."""
    planned = sorted(plan(clock, rungs, hours), key=lambda each: (each.at, each.step.amount))
    due = [each for each in planned if each.at <= now]
    rest = planned[len(due) :]
    return Verdict(
        due=tuple(Due(each, _fate(each, due, clock)) for each in due),
        next_at=rest[0].at if rest else None,
    )


def plan(clock: ClockFacts, rungs: Ladder, hours: Timetable) -> Iterator[Planned]:
    """Yield every step that is not in the ledger yet, with its instant."""
    for step in rungs.steps:
        if not clock.fired & step.bit:
            yield Planned(_instant(step, rungs.target, clock, hours), step, _name(step, clock))
    if clock.snoozed_until is not None:
        again = Step(StepKind.AGAIN, rungs.target, 0)
        yield Planned(hours.next_open_s(clock.snoozed_until), again, f"again.{clock.snoozes}")


def consumed(clock: ClockFacts, hours: Timetable, at: int) -> int:
    """Return the seconds the clock has used up at ``at``."""
    return clock.stored + max(0, hours.between_s(clock.last_started, at))


def turn_consumed(clock: ClockFacts, hours: Timetable, at: int) -> int:
    """Return the seconds the present owner's turn has used up at ``at``."""
    return clock.turn_stored + max(0, hours.between_s(clock.turn_started, at))


def is_met(used: int, target: int) -> bool:
    """Say whether a window was kept: a reply at its very last second still is."""
    return used <= target


def due_at(clock: ClockFacts, target: int, hours: Timetable) -> int:
    """Return the moment shown to people: when the window's time is used up."""
    return hours.add_s(clock.last_started, target - clock.stored)


def turn_due_at(clock: ClockFacts, target: int, hours: Timetable) -> int:
    """Return the moment the present owner is reminded of: when what they can use is used up."""
    return hours.add_s(clock.turn_started, turn_span(clock, target, hours) - clock.turn_stored)


def turn_span(clock: ClockFacts, target: int, hours: Timetable) -> int:
    """Return the seconds of the turn of which reminders are shares.

    That is the whole target, or what the clock had left when the turn began, if that is less:
    reminders are to come before the breach. With hardly anything left there is nothing to share.
    """
    between = hours.between_s(clock.last_started, clock.turn_started)
    left = target - (clock.stored - clock.turn_stored + max(0, between))
    return left if SHORTEST_SPAN <= left < target else target


def time_left(planned: Planned, clock: ClockFacts, target: int, hours: Timetable) -> TimeLeft:
    """Return what a reminder says of the turn's time at the moment it is planned for.

    Where a turn began with less than the whole target, the percentage is of the whole all the same.
    """
    span = turn_span(clock, target, hours)
    left = span - turn_consumed(clock, hours, planned.at)
    percent = planned.step.percent if span == target else 100 * (target - left) // target
    closes = due_at(clock, target, hours)
    closed_at = closes if closes < planned.at else None
    return TimeLeft(left, percent, turn_due_at(clock, target, hours), closed_at)


def starts_at(received: int, stored_at: int, target: int, hours: Timetable) -> int:
    """Return where a lead's clock starts.

    That is when it was received, unless the breach would already be past when the lead was
    stored: then the clock starts at storing, and the gap is the systems' delay, not the owner's.
    """
    breach = hours.next_open_s(hours.add_s(received, target)) + 1
    return received if breach > stored_at else stored_at


def _instant(step: Step, target: int, clock: ClockFacts, hours: Timetable) -> int:
    if step.kind is StepKind.REMINDER:
        amount = turn_span(clock, target, hours) * step.percent // 100
        used_up = hours.add_s(clock.turn_started, amount - clock.turn_stored)
        return hours.next_open_s(used_up)
    reached = hours.next_open_s(hours.add_s(clock.last_started, step.amount - clock.stored))
    if step.kind is StepKind.BREACH:
        # One second later, so that a reply at the last second is met.
        return reached + 1
    if clock.held_until is not None:
        return max(reached, hours.next_open_s(clock.held_until))
    return reached


def _name(step: Step, clock: ClockFacts) -> str:
    """Name a step for the ledger. Reminders belong to the turn, so each owner has their own."""
    if step.kind is StepKind.REMINDER:
        return f"t{clock.turn}.{step.percent}"
    return step.kind.value


def _fate(each: Planned, due: list[Planned], clock: ClockFacts) -> Fate:
    if each.step.kind not in (StepKind.REMINDER, StepKind.AGAIN):
        return Fate.TOLD
    if clock.silenced:
        return Fate.SILENCED
    snoozed = clock.snoozed_until
    if each.step.kind is StepKind.REMINDER and snoozed is not None and each.at < snoozed:
        return Fate.SNOOZED
    # A reminder is worth a message only if nothing later is due as well.
    return Fate.TOLD if each is due[-1] else Fate.OVERTAKEN
