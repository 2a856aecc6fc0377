"""Moments as people say them, in their own zone: mañana 9am, el lunes, fin de mes, 2h, 30/11."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.rules.local_time import offsets
from bot.rules.opening_hours import zone_named
from bot.rules.phrases.days import read_day
from bot.rules.phrases.duration import Span, span_of
from bot.rules.phrases.reading import Day, Words, moment_tokens
from bot.rules.phrases.refusals import NoSuchMoment, PastMoment, UnclearMoment
from bot.rules.phrases.times import HOUR, HOUR_SIGNS, Clock, Part, Said, read_time

UNTIL = frozenset({"hasta", "until", "till", "til"})
FILLERS = frozenset(
    word
    for words in (
        "el la los las lo a al en por para de del este esta proximo proxima que viene dia sobre",
        "the on at in by for of this next coming",
        ", punto",
    )
    for word in words.split()
)
AFTERNOON_AT, NIGHT_AT = 15 * HOUR, 19 * HOUR
HALF_A_YEAR = timedelta(days=182)
"""A day without its year that is further ahead can be last year's."""


class WorkDays(Protocol):
    """When the work of a day begins and ends; see ``rules.worktime.Schedule``."""

    def opens_on(self, day: date, /) -> datetime: ...
    def closes_on(self, day: date, /) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class Hours:
    """The minutes at which any day's work begins and ends, and those of a certain day."""

    start: int
    end: int
    work: WorkDays | None
    place: ZoneInfo

    def begins(self, on: date) -> datetime:
        """The wall time at which work begins on a day, or next begins after it."""
        return self._local(self.work.opens_on(on) if self.work else None, on, self.start)

    def ends(self, on: date) -> datetime:
        """The wall time at which the work of a day ends; a day off has the usual hours."""
        return self._local(self.work.closes_on(on) if self.work else None, on, self.end)

    def _local(self, at: datetime | None, on: date, minute: int) -> datetime:
        if at is not None:
            return at.astimezone(self.place).replace(tzinfo=None)
        return datetime.combine(on, time()) + timedelta(minutes=minute)


@dataclass(frozen=True, slots=True)
class Saying:
    """What was said, not yet placed: a day, a time of day, a part of it, in any combination."""

    until: bool = False
    day: Day | None = None
    clock: Clock | None = None
    part: Said | None = None


def parse_when(
    text: str,
    *,
    now: datetime,
    zone: str,
    day_start: time = time(9),
    day_end: time = time(18),
    day_first: bool | None = None,
    work: WorkDays | None = None,
    due: bool = False,
) -> datetime:
    """The moment meant, in UTC and after `now`; a day without a time begins with its work.

    The end of a week, month or quincena, and today, mean the end of that day's work; so does any
    day for something `due`, and next week its last one. `work` says when the work of a day begins
    and ends, otherwise it is from `day_start` to `day_end`. A wall time that comes twice is its
    next coming.

    Raises UnclearMoment, NoSuchDay, AmbiguousDate where 01/02 needs `day_first`, WrongWeekday,
    PastMoment, NoSuchMoment for an hour the clocks skip, TooLong, UnknownZone.
    """
    if now.tzinfo is None:
        raise ValueError(f"now needs a time zone: {now!r}")
    place = zone_named(zone)
    local = now.astimezone(place)
    words = Words(text, moment_tokens(text), local.date(), day_first)
    until = words.word(0) in UNTIL
    span = span_of(words.tokens[until:])
    if span and not _hour_of_day(words, int(until)):
        return _after(local, span)
    saying = _said(words, Saying(until=until))
    hours = Hours(_minutes(day_start), _minutes(day_end), work, place)
    return _first_after(now, _candidates(saying, words, hours, due=due), place, text)


def only_ahead(text: str, *, now: datetime, zone: str) -> datetime | None:
    """The moment meant where none behind can be: tomorrow 9am, but not on Monday, nor at nine.

    Raises as parse_when does.
    """
    at = parse_when(text, now=now, zone=zone)
    today = now.astimezone(zone_named(zone)).date()
    words = Words(text, moment_tokens(text), today)
    if span_of(words.tokens):
        return at
    saying = _said(words, Saying(until=words.word(0) in UNTIL))
    if saying.day is None:
        is_later_today = at.astimezone(zone_named(zone)).date() == today
        return at if saying.clock and is_later_today else None
    return at if len(saying.day.dates) == 1 and at - now < HALF_A_YEAR else None


def _hour_of_day(words: Words, at: int) -> bool:
    """18h is six in the evening, 2h and 24h are hours from now."""
    number = words.number(at)
    return (
        number is not None and 13 <= number <= 23 and words.word(at + 1) in HOUR_SIGNS - {"horas"}
    )


def _after(local: datetime, span: Span) -> datetime:
    """Days keep the time on the wall, hours simply pass."""
    there = local.replace(microsecond=0) + timedelta(days=span.days)
    return there.astimezone(UTC) + timedelta(seconds=span.seconds)


def _said(words: Words, saying: Saying) -> Saying:
    """Reads on until every word has found its meaning. Raises UnclearMoment."""
    at = int(saying.until)
    while at < len(words.tokens):
        saying, at = _next(words, saying, at)
    unsaid = saying.day is None and saying.clock is None and saying.part is None
    only_a_number = len(words.tokens) == 1 and words.number(0) is not None
    if unsaid or only_a_number:
        raise UnclearMoment(words.text)
    return saying


def _next(words: Words, saying: Saying, at: int) -> tuple[Saying, int]:
    if saying.day is None and (day := read_day(words, at)):
        return replace(saying, day=day[0]), day[1]
    if timed := read_time(words.tokens, at):
        said, end = timed
        if isinstance(said, Clock) and saying.clock is None:
            return replace(saying, clock=said), end
        if isinstance(said, Said) and saying.part is None:
            return replace(saying, part=said), end
    if words.word(at) in FILLERS:
        return saying, at + 1
    raise UnclearMoment(words.text)


def _candidates(saying: Saying, words: Words, hours: Hours, *, due: bool) -> Iterator[datetime]:
    """Every wall time that can be meant, soonest first."""
    day = saying.day or _nearest_day(saying, words.today)
    if saying.clock is None and saying.part is None:
        yield from _whole_days(day, words.today, hours, due=due)
        return
    minutes = _minutes_meant(saying, hours)
    if not minutes:
        raise UnclearMoment(words.text)
    for on in day.dates:
        for minute in minutes:
            yield datetime.combine(on, time()) + timedelta(minutes=minute)


def _whole_days(day: Day, today: date, hours: Hours, *, due: bool) -> Iterator[datetime]:
    for on in day.dates:
        if not day.today_too and on <= today:
            continue
        if due and day.through is not None:
            yield hours.ends(day.through)
        elif due or day.at_end:
            yield hours.ends(on)
        else:
            yield hours.begins(on)


def _nearest_day(saying: Saying, today: date) -> Day:
    only_today = saying.part is not None and saying.part.today
    return Day((today,) if only_today else (today, today + timedelta(1)))


def _minutes_meant(saying: Saying, hours: Hours) -> tuple[int, ...]:
    """An hour is the one in the part of the day said, else the one within working hours."""
    if saying.clock is None:
        return (_usual(saying.part.part, hours),) if saying.part else ()
    options = saying.clock.minutes
    if saying.part:
        return tuple(minute for minute in options if minute in saying.part.part.value)
    within = tuple(minute for minute in options if hours.start <= minute <= hours.end)
    return within if len(within) == 1 else options


def _usual(part: Part, hours: Hours) -> int:
    return {Part.MORNING: hours.start, Part.AFTERNOON: AFTERNOON_AT, Part.NIGHT: NIGHT_AT}[part]


def _first_after(
    now: datetime, candidates: Iterator[datetime], zone: ZoneInfo, text: str
) -> datetime:
    past = now
    for local in candidates:
        first, second = offsets(zone, local)
        if first < second:
            raise NoSuchMoment(text, local)
        for offset in (first, second):
            past = local.replace(tzinfo=UTC) - timedelta(seconds=offset)
            if past > now:
                return past
    raise PastMoment(text, past)


def _minutes(at: time) -> int:
    return at.hour * HOUR + at.minute
