"""Every step of every clock, worked out again minute by minute from what happened.

It shares nothing with the engine: no rules, no schedule, no database. All moments are whole
minutes, so a clock can simply be walked; only a breach falls on the second after its minute.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)

Found = tuple[str, str, str, datetime]
"""Lead, window, step, instant."""


@dataclass(frozen=True)
class Hours:
    """When the office is open, asked of the wall clock one minute at a time."""

    zone: ZoneInfo
    blocks: Mapping[int, Sequence[tuple[int, int]]]
    holidays: frozenset[date]
    known: dict[datetime, bool] = field(default_factory=dict)

    def is_open(self, minute: datetime) -> bool:
        if minute not in self.known:
            local = minute.astimezone(self.zone)
            of_day = local.hour * 60 + local.minute
            blocks = () if local.date() in self.holidays else self.blocks.get(local.weekday(), ())
            self.known[minute] = any(start <= of_day < end for start, end in blocks)
        return self.known[minute]


@dataclass(frozen=True)
class Terms:
    """A window as agreed, in minutes."""

    stage: str
    target: int
    reminders: tuple[int, ...]
    manager: int
    offer: int


@dataclass(frozen=True)
class Happened:
    """One line of the journal: something done to a lead at a moment."""

    at: datetime
    lead: str
    kind: str
    facts: Mapping[str, str]


@dataclass
class Walk:
    """One clock being walked: the minutes it used, the minutes of this turn, what it said."""

    lead: str
    terms: Terms
    used: int = 0
    turn_used: int = 0
    turn_began_at: int = 0
    turn: int = 0
    owned: bool = False
    running: bool = True
    paused_until: datetime | None = None
    held_until: datetime | None = None
    snoozed_until: datetime | None = None
    snoozes: int = 0
    said: set[str] = field(default_factory=set)


def recompute(
    happened: Sequence[Happened], windows: Sequence[Terms], hours: Hours, end: datetime
) -> list[Found]:
    """Return every step of every clock up to ``end``, in no particular order."""
    by_lead: dict[str, list[Happened]] = {}
    for line in happened:
        by_lead.setdefault(line.lead, []).append(line)
    return [
        found
        for lines in by_lead.values()
        for terms in windows
        for found in _walk_lead(lines, terms, hours, end)
    ]


def _walk_lead(
    lines: Sequence[Happened], terms: Terms, hours: Hours, end: datetime
) -> Iterator[Found]:
    """Walk one window of one lead through what happened to it."""
    walk: Walk | None = None
    minute = end
    for line in lines:
        if walk is not None:
            while walk.running and minute < line.at:
                yield from _steps(walk, minute, hours, line.at)
                minute = _tick(walk, minute, hours)
            yield from _steps(walk, minute, hours, line.at)
        walk = _apply(walk, line, terms, hours)
        minute = line.at
    while walk is not None and walk.running and minute <= end:
        yield from _steps(walk, minute, hours, end)
        minute = _tick(walk, minute, hours)


def _apply(walk: Walk | None, line: Happened, terms: Terms, hours: Hours) -> Walk | None:
    """Change the walk by one line of the journal; the first one that concerns it begins it."""
    match line.kind:
        case "received" if terms.stage == "first_touch":
            received = datetime.fromisoformat(line.facts["received"])
            return Walk(line.lead, terms, used=_used_before(received, line.at, terms, hours))
        case "assigned":
            return _assign(walk, line, terms)
        case "accepted" if walk is not None and terms.stage == "accept":
            walk.running = False
        case "touched" | "closed" if walk is not None:
            walk.running = False
        case "paused" if walk is not None:
            walk.paused_until = datetime.fromisoformat(line.facts["until"])
        case "acknowledged" if walk is not None and terms.stage in line.facts["stages"]:
            walk.held_until = datetime.fromisoformat(line.facts["until"])
        case "snoozed" if walk is not None and (due := _due(walk, line.at, hours)) > line.at:
            walk.snoozes += 1
            walk.snoozed_until = min(datetime.fromisoformat(line.facts["until"]), due)
    return walk


def _assign(walk: Walk | None, line: Happened, terms: Terms) -> Walk | None:
    """An owner begins a turn; the accept window begins with the first one."""
    if walk is None:
        return Walk(line.lead, terms, owned=True) if terms.stage == "accept" else None
    if walk.owned or walk.used:
        walk.turn += 1
        walk.turn_used = 0
        walk.turn_began_at = walk.used
        walk.said -= {name for name in walk.said if name.startswith("t")}
    walk.owned = True
    walk.held_until = walk.snoozed_until = None
    return walk


def _used_before(received: datetime, stored: datetime, terms: Terms, hours: Hours) -> int:
    """Minutes used when the lead was stored; none if it would be late already by then."""
    used, minute = 0, received
    while minute < stored:
        if used >= terms.target and hours.is_open(minute):
            return 0
        used += hours.is_open(minute)
        minute += MINUTE
    return used


def _steps(walk: Walk, minute: datetime, hours: Hours, limit: datetime) -> Iterator[Found]:
    """Yield what this minute brings, if it brings it by ``limit``."""
    if not walk.running or not hours.is_open(minute) or walk.paused_until is not None:
        return
    for name, instant in _due_now(walk, minute):
        if name not in walk.said and instant <= limit:
            walk.said.add(name)
            yield walk.lead, walk.terms.stage, name, instant


def _due_now(walk: Walk, minute: datetime) -> Iterator[tuple[str, datetime]]:
    terms = walk.terms
    yield from _reminders_now(walk, minute)
    if walk.snoozed_until is not None and minute >= walk.snoozed_until:
        yield f"again.{walk.snoozes}", minute
    if walk.used >= terms.target:
        yield "breach", minute + timedelta(seconds=1)
    if walk.held_until is not None and minute < walk.held_until:
        return
    if walk.used >= terms.target + terms.manager:
        yield "manager", minute
    if walk.used >= terms.target + terms.offer:
        yield "offer", minute


def _reminders_now(walk: Walk, minute: datetime) -> Iterator[tuple[str, datetime]]:
    """Reminders are shares of the target, or of what was left of it for a late owner.

    Shares of what was left may fall within a minute.
    """
    span = walk.terms.target - walk.turn_began_at
    if not 10 <= span < walk.terms.target:
        span = walk.terms.target
    for percent in walk.terms.reminders:
        seconds_to_go = span * percent * 60 // 100 - walk.turn_used * 60
        if seconds_to_go < 60:
            yield f"t{walk.turn}.{percent}", minute + timedelta(seconds=max(0, seconds_to_go))


def _tick(walk: Walk, minute: datetime, hours: Hours) -> datetime:
    """Let one minute pass."""
    after = minute + MINUTE
    if walk.paused_until is None:
        walk.used += hours.is_open(minute)
        walk.turn_used += hours.is_open(minute)
    elif after >= walk.paused_until:
        walk.paused_until = None
    return after


def _due(walk: Walk, minute: datetime, hours: Hours) -> datetime:
    """The minute at which the clock's time will be used up."""
    left = walk.terms.target - walk.used
    while left > 0:
        left -= hours.is_open(minute)
        minute += MINUTE
    return minute


def in_minutes(label: str) -> int:
    hours, minutes = label.split(":")
    return int(hours) * 60 + int(minutes)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
