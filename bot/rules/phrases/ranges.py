"""Stretches of time as people say them: until friday, mañana de 14 a 17, del 13 al 20 de noviembre.

A day without a time is the whole day, from midnight to midnight; what began already begins now.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise, product
from zoneinfo import ZoneInfo

from bot.rules.local_time import EPOCH, first_at_or_after
from bot.rules.opening_hours import zone_named
from bot.rules.phrases.duration import Span, span_of
from bot.rules.phrases.range_sides import Side, read_side
from bot.rules.phrases.reading import Day, Words, moment_tokens
from bot.rules.phrases.refusals import OpenEnded, PastMoment, RangeReversed, UnclearRange
from bot.rules.phrases.times import HOUR, MIDNIGHT, NOON, Clock, Part
from bot.rules.phrases.when import UNTIL, parse_when

WORKING = range(9 * HOUR, 18 * HOUR + 1)
EDGES = {
    Part.MORNING: (0, NOON),
    Part.AFTERNOON: (NOON, 20 * HOUR),
    Part.NIGHT: (18 * HOUR, MIDNIGHT),
}
CONTRACTED = {"del": ("de", "el"), "al": ("a", "el")}

Point = tuple[date, int]
"""A day and a minute of it."""


@dataclass(frozen=True, slots=True)
class Range:
    """From one instant up to another, in UTC."""

    starts_at: datetime
    ends_at: datetime


def parse_range(text: str, *, now: datetime, zone: str, day_first: bool | None = None) -> Range:
    """The stretch meant, which ends after `now`; see ``parse_when`` for days and times.

    Until a day includes that day; "until next week" ends as it begins. A number of days counts
    today.

    Raises UnclearRange, OpenEnded without an end, RangeReversed, PastMoment, UnclearMoment,
    AmbiguousDate, WrongWeekday, TooLong, UnknownZone.
    """
    place = zone_named(zone)
    local = now.astimezone(place)
    words = Words(text, _tokens(text), local.date(), day_first)
    meant = _Meaning(words, now, place, (local.date(), local.hour * HOUR + local.minute))
    if not words.tokens:
        raise UnclearRange(text)
    if span := span_of(words.tokens):
        return meant.lasting(span)
    if words.word(0) in UNTIL:
        return meant.until()
    left, at = read_side(words, 0)
    if at == len(words.tokens):
        return meant.within(left)
    right, end = read_side(words, at + 1)
    if end != len(words.tokens):
        raise UnclearRange(text)
    return meant.between(*_made_alike(left, right, text))


def _tokens(text: str) -> tuple[str, ...]:
    """Del 13 al 20 is de el 13 a el 20: days of a month, where de 13 a 20 are hours."""
    found: list[str] = []
    words = moment_tokens(text)
    for word, after in pairwise((*words, "")):
        found += CONTRACTED[word] if word in CONTRACTED and after.isdigit() else (word,)
    return tuple(found)


def _made_alike(left: Side, right: Side, text: str) -> tuple[Side, Side]:
    """A number that stands alone is an hour beside an hour, and a day beside a day."""
    if left.number is not None:
        is_day = right.has_day and not right.is_timed
        left = left if is_day else _as_hour(left, text)
    if right.number is not None:
        right = right if left.clock is None and left.has_day else _as_hour(right, text)
    return left, right


def _as_hour(side: Side, text: str) -> Side:
    hour = side.number or 0
    if hour * HOUR > MIDNIGHT:
        raise UnclearRange(text)
    options = (hour * HOUR, hour * HOUR + NOON) if 1 <= hour <= 12 else (hour * HOUR,)
    return replace(side, number=None, clock=Clock(options))


@dataclass(frozen=True, slots=True)
class _Meaning:
    """The words, and when and where they were said."""

    words: Words
    now: datetime
    place: ZoneInfo
    at: Point

    def lasting(self, span: Span) -> Range:
        """Hours pass from now on; days are whole, today the first of them."""
        if span.days and not span.seconds:
            return self._range(self.at, (self.words.today + timedelta(span.days - 1), MIDNIGHT))
        return Range(self.now, self.now + timedelta(days=span.days, seconds=span.seconds))

    def until(self) -> Range:
        side, end = read_side(self.words, 1)
        if end != len(self.words.tokens) or side.number is not None:
            raise UnclearRange(self.words.text)
        if side.span:
            return self._range(self.at, (side.span[0], 0))
        if side.is_timed:
            zone, day_first = self.place.key, self.words.day_first
            return Range(
                self.now,
                parse_when(self.words.text, now=self.now, zone=zone, day_first=day_first),
            )
        return self._range(self.at, (_soonest(side, self.words.today), MIDNIGHT))

    def within(self, side: Side) -> Range:
        """One side alone: a day, a part of one, a week; or from an hour to the day's end."""
        if side.number is not None or (side.clock and not side.since):
            raise OpenEnded(self.words.text)
        if side.clock:
            return self.between(side, Side(day=side.day, clock=Clock((MIDNIGHT,))))
        if side.part:
            return self._first_ahead(side.day or self._near(side), [EDGES[side.part.part]])
        if side.since:
            raise OpenEnded(self.words.text)
        first, last = side.span or (_soonest(side, self.words.today),) * 2
        return self._range((first, 0), (last, MIDNIGHT))

    def between(self, left: Side, right: Side) -> Range:
        if left.clock and right.clock and not (left.has_day and right.has_day):
            day = left.day or right.day or self._near(left)
            return self._first_ahead(day, _hours(left, right))
        start = self._start(left, right)
        end = self._end(right, start)
        return self._range(start, end)

    def _start(self, left: Side, right: Side) -> Point:
        if left.number is not None:
            return self._same_month(left.number, _soonest(right, self.words.today)), 0
        minute = EDGES[left.part.part][0] if left.part else 0
        if left.clock:
            minute = _likely(left.clock)
        on = _soonest(left, self.words.today) if left.has_day else self.words.today
        return on, minute

    def _end(self, right: Side, start: Point) -> Point:
        if right.number is not None:
            return self._same_month(right.number, start[0]), MIDNIGHT
        minute = EDGES[right.part.part][1] if right.part else MIDNIGHT
        if right.clock:
            minute = _likely(right.clock)
        if right.span:
            return right.span[1], minute
        dates = right.day.dates if right.day else (start[0],)
        return next((on for on in dates if (on, minute) > start), dates[-1]), minute

    def _same_month(self, number: int, on: date) -> date:
        try:
            return on.replace(day=number)
        except ValueError as wrong:
            raise UnclearRange(self.words.text) from wrong

    def _near(self, side: Side) -> Day:
        only_today = side.part is not None and side.part.today
        today = self.words.today
        return Day((today,) if only_today else (today, today + timedelta(1)))

    def _first_ahead(self, day: Day, hours: list[tuple[int, int]]) -> Range:
        """The likeliest hours of the first of the days that still has them ahead."""
        if not hours:
            raise RangeReversed(self.words.text)
        past = self.now
        for on, (begins, ends) in product(day.dates, hours):
            past = self._instant((on, ends))
            if past > self.now:
                return self._range((on, begins), (on, ends))
        raise PastMoment(self.words.text, past)

    def _range(self, start: Point, end: Point) -> Range:
        if end <= start:
            raise RangeReversed(self.words.text)
        starts_at, ends_at = self._instant(start), self._instant(end)
        if ends_at <= self.now:
            raise PastMoment(self.words.text, ends_at)
        return Range(max(starts_at, self.now), ends_at)

    def _instant(self, point: Point) -> datetime:
        on, minute = point
        second = first_at_or_after(self.place, on.toordinal(), minute)
        return (EPOCH + timedelta(seconds=second)).astimezone(UTC)


def _soonest(side: Side, today: date) -> date:
    if side.span:
        return side.span[0]
    assert side.day is not None  # noqa: S101  asked of sides that name a day
    ahead = [on for on in side.day.dates if side.day.today_too or side.is_timed or on > today]
    return ahead[0]


def _hours(left: Side, right: Side) -> list[tuple[int, int]]:
    """The hours that can be meant, those of a working day first, then the shorter ones."""
    assert left.clock is not None  # noqa: S101  asked of two times of day
    assert right.clock is not None  # noqa: S101  as above
    ends = _of_part(right.clock.minutes, right)
    begins = _of_part(left.clock.minutes, left)
    pairs = [(begin, end) for begin, end in product(begins, ends) if begin < end]
    return sorted(pairs, key=_likelihood)[:1]


def _likelihood(hours: tuple[int, int]) -> tuple[bool, int]:
    begin, end = hours
    return not (begin in WORKING and end in WORKING), end - begin


def _of_part(minutes: Iterable[int], side: Side) -> list[int]:
    part = side.part
    return [minute for minute in minutes if part is None or minute in part.part.value]


def _likely(clock: Clock) -> int:
    within = [minute for minute in clock.minutes if minute in WORKING]
    return within[0] if len(within) == 1 else clock.minutes[0]
