"""The open intervals of a schedule, worked out only as far as somebody asked."""

from collections.abc import Callable, Iterable
from threading import Lock

from bot.rules.local_time import DAY_S, EPOCH_DAY
from bot.rules.open_intervals import SEARCH_LIMIT, Interval, OpenIntervals, open_intervals
from bot.rules.opening_hours import NoOpening, OutOfCalendar

FIRST_STRETCH = 64
MARGIN = 3
"""Days at either end of what was worked out that a neighbour's night or zone could still touch."""
FIRST_DAY, LAST_DAY = 2, 3_652_058
"""Ordinals that leave room for a night and an offset inside the years 1 to 9999."""

Openings = Callable[[int, int], Iterable[Interval]]
"""The intervals that start on the days from one ordinal up to, without, another."""


class OpenCalendar:
    """Grows on demand, in either direction; safe to ask from several threads.

    `known` is replaced whole, never changed, so a reader keeps what it holds.
    """

    __slots__ = ("_first", "_last", "_lock", "_openings", "known")

    def __init__(self, openings: Openings) -> None:
        self._openings = openings
        self._lock = Lock()
        self._first = self._last = 0
        self.known: OpenIntervals | None = None

    def covering(self, at: int) -> OpenIntervals:
        """Raises OutOfCalendar for a moment outside the years 1 to 9999."""
        with self._lock:
            known = self.known
            if known is None or not known.low <= at <= known.high:
                known = self.known = self._extended(known, at)
            return known

    def further(self, known: OpenIntervals, start: int, *, forward: bool) -> OpenIntervals:
        """More of the side on which a search from `start` goes on.

        Raises NoOpening once the search has met 400 days without an opening.
        """
        edge = known.high if forward else known.low
        closed = known.closed_since(start) if forward else known.closed_until(start)
        if abs(edge - closed) > SEARCH_LIMIT:
            raise NoOpening(closed)
        return self.covering(edge + (DAY_S if forward else -DAY_S))

    def _extended(self, known: OpenIntervals | None, at: int) -> OpenIntervals:
        day = at // DAY_S + EPOCH_DAY
        if known is None:
            self._first = self._last = min(max(day - MARGIN, FIRST_DAY), LAST_DAY)
        # Each extension doubles the table, so a long way costs what its length costs.
        stretch = max(FIRST_STRETCH, self._last - self._first)
        first, last = self._first, self._last
        if known is not None and at < known.low:
            first = max(min(day - MARGIN, first - stretch), FIRST_DAY)
            added = self._openings(first, self._first)
        else:
            last = min(max(day + MARGIN + 1, last + stretch), LAST_DAY)
            added = self._openings(self._last, last)
        low, high = _second(first + MARGIN), _second(last - MARGIN)
        if not low <= at <= high:
            raise OutOfCalendar(at)
        extended = open_intervals([*(known.intervals if known else ()), *added], low=low, high=high)
        self._first, self._last = first, last
        return extended


def _second(day: int) -> int:
    return (day - EPOCH_DAY) * DAY_S
