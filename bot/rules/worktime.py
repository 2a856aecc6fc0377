"""Working time: what is due when, and how much open time lies between two moments.

Moments are UTC, aware, in whole seconds (fractions are dropped); durations are elapsed seconds.
Intervals are half-open. An overnight one belongs to the day it starts on.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Self

from bot.rules.local_time import DAY_S, EPOCH, first_at_or_after, last_at
from bot.rules.open_calendar import OpenCalendar
from bot.rules.open_intervals import SEARCH_LIMIT, Interval
from bot.rules.opening_hours import (
    Block,
    EqualEnds,
    NeverOpens,
    NoOpening,
    OutOfCalendar,
    OverlappingBlocks,
    UnclearLabel,
    UnknownWeekday,
    UnknownZone,
    blocks_of,
    zone_named,
)

__all__ = [
    "EqualEnds",
    "NeverOpens",
    "NoOpening",
    "OutOfCalendar",
    "OverlappingBlocks",
    "Schedule",
    "UnclearLabel",
    "UnknownWeekday",
    "UnknownZone",
    "epoch_seconds",
    "moment",
]

Written = Sequence[tuple[str, str]]
NO_OVERRIDES: Mapping[date, Written] = MappingProxyType({})
ROUND_THE_CLOCK: Written = [("00:00", "24:00")]


class Schedule:
    """A time zone with weekly opening hours, holidays, and dates that differ.

    `week` maps 0 (Monday) … 6 (Sunday) to local blocks such as ("09:00", "13:00"); ("22:00",
    "06:00") crosses midnight. A holiday cancels the blocks that start on it. An override replaces
    a date's blocks, holiday or not; an empty one closes the date.

    Raises UnknownZone, UnknownWeekday, UnclearLabel, EqualEnds, OverlappingBlocks, NeverOpens.
    """

    __slots__ = ("_calendar", "_holidays", "_overrides", "_week", "_zone", "zone")

    def __init__(
        self,
        zone: str,
        week: Mapping[int, Written],
        holidays: Collection[date] = (),
        overrides: Mapping[date, Written] = NO_OVERRIDES,
    ) -> None:
        self.zone = zone
        self._zone = zone_named(zone)
        self._week = _blocks_by_weekday(week)
        self._holidays = _askable(holidays)
        self._overrides = {_plain(day): blocks_of(written) for day, written in overrides.items()}
        if not (any(self._week) or any(self._overrides.values())):
            raise NeverOpens
        self._calendar = OpenCalendar(self._openings)

    @classmethod
    def always(cls, zone: str = "UTC") -> Self:
        """Open at every moment, for promises in clock time: a day is 24 hours."""
        return cls(zone, dict.fromkeys(range(7), ROUND_THE_CLOCK))

    def add(self, start: datetime, amount: timedelta) -> datetime:
        """The moment nearest `start` at which `amount` is used up; a negative one walks back.

        Raises NoOpening when the way is closed for more than 400 days on end.
        """
        seconds = amount.days * DAY_S + amount.seconds
        if not seconds:
            epoch_seconds(start)
            return start.astimezone(UTC)
        return moment(self.add_s(epoch_seconds(start), seconds))

    def between(self, start: datetime, end: datetime) -> timedelta:
        """Elapsed open time; negative when `end` comes first."""
        return timedelta(seconds=self.between_s(epoch_seconds(start), epoch_seconds(end)))

    def is_open(self, at: datetime) -> bool:
        second = epoch_seconds(at)
        return self._calendar.covering(second).is_open(second)

    def next_open(self, at: datetime) -> datetime:
        """`at` itself when open. Raises NoOpening after 400 days without an opening."""
        second = epoch_seconds(at)
        opening = self.next_open_s(second)
        return at.astimezone(UTC) if opening == second else moment(opening)

    def opens_on(self, day: date) -> datetime:
        """When work begins on a date; on one without work, when it next begins after it.

        Raises NoOpening after 400 days without an opening.
        """
        number = day.toordinal()
        own = next(iter(self._openings(number, number + 1)), None)
        midnight = first_at_or_after(self._zone, number, 0)
        return moment(own[0] if own else self.next_open_s(midnight))

    def closes_on(self, day: date) -> datetime | None:
        """When the work that begins on a date ends; nothing where none begins."""
        own = list(self._openings(day.toordinal(), day.toordinal() + 1))
        return moment(own[-1][1]) if own else None

    def add_s(self, start: int, seconds: int) -> int:
        """`add` in epoch seconds."""
        table = self._calendar.known
        if table is None or not table.low <= start <= table.high:
            table = self._calendar.covering(start)
        while (at := table.after(start, seconds)) is None:
            table = self._calendar.further(table, start, forward=seconds > 0)
        if table.deserts and (closed := table.desert_between(start, at)) is not None:
            raise NoOpening(closed)
        return at

    def between_s(self, start: int, end: int) -> int:
        """`between` in epoch seconds."""
        table = self._calendar.known
        if table is None or not table.low <= start <= table.high:
            table = self._calendar.covering(start)
        if not table.low <= end <= table.high:
            table = self._calendar.covering(end)
        return table.worked(end) - table.worked(start)

    def next_open_s(self, at: int) -> int:
        """`next_open` in epoch seconds."""
        table = self._calendar.known
        if table is None or not table.low <= at <= table.high:
            table = self._calendar.covering(at)
        while (opening := table.opening(at)) is None:
            table = self._calendar.further(table, at, forward=True)
        if opening - at > SEARCH_LIMIT:
            raise NoOpening(at)
        return opening

    def _openings(self, first: int, last: int) -> Iterator[Interval]:
        for day in range(first, last):
            for opens, closes in self._blocks_on(day):
                start = first_at_or_after(self._zone, day, opens)
                end = last_at(self._zone, day, closes)
                if start < end:
                    yield start, end

    def _blocks_on(self, day: int) -> Sequence[Block]:
        on = date.fromordinal(day)
        if on in self._overrides:
            return self._overrides[on]
        return () if on in self._holidays else self._week[on.weekday()]


def epoch_seconds(at: datetime) -> int:
    """Whole seconds since 1970. Raises ValueError for a moment that names no time zone."""
    if at.utcoffset() is None:
        raise ValueError(f"a moment needs a time zone: {at!r}")
    since = at - EPOCH
    return since.days * DAY_S + since.seconds


def moment(second: int) -> datetime:
    """The opposite of `epoch_seconds`."""
    return EPOCH + timedelta(seconds=second)


def _blocks_by_weekday(week: Mapping[int, Written]) -> tuple[tuple[Block, ...], ...]:
    for weekday in week:
        if weekday not in range(7):
            raise UnknownWeekday(weekday)
    return tuple(blocks_of(week.get(weekday, ())) for weekday in range(7))


def _askable(holidays: Collection[date]) -> Collection[date]:
    """A mapping is asked day by day: the package `holidays` works out a year when asked for it."""
    if isinstance(holidays, Mapping):
        return holidays
    return frozenset(_plain(day) for day in holidays)


def _plain(day: date) -> date:
    """A datetime would never equal the date it falls on."""
    return date(day.year, day.month, day.day)
