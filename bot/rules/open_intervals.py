"""A stretch of the calendar as sorted open intervals with a running sum: answers are bisects."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

SEARCH_LIMIT = 400 * 86_400
"""Seconds without an opening after which a search gives up."""

Interval = tuple[int, int]


@dataclass(frozen=True, slots=True)
class OpenIntervals:
    """Half-open intervals in epoch seconds, complete between `low` and `high`.

    The first entry is empty and earlier than everything, so that a bisect never falls off.
    """

    low: int
    high: int
    starts: list[int]
    ends: list[int]
    sums: list[int]
    sum_low: int
    sum_high: int
    deserts: tuple[Interval, ...]

    @property
    def intervals(self) -> Iterable[Interval]:
        return zip(self.starts[1:], self.ends[1:], strict=True)

    def worked(self, at: int) -> int:
        """Open seconds before `at`, counted from an arbitrary but fixed moment."""
        i = bisect_right(self.starts, at) - 1
        end = self.ends[i]
        reached = at if at < end else end  # noqa: FURB136 - min() costs the sweep a fifth more
        return self.sums[i] + reached - self.starts[i]

    def after(self, start: int, seconds: int) -> int | None:
        """The moment nearest `start` at which `seconds`, if negative walking back, are used up.

        None when it lies outside of what is known.
        """
        target = self.worked(start) + seconds
        if seconds > 0:
            if target > self.sum_high:
                return None
            i = bisect_left(self.sums, target) - 1
        elif seconds < 0:
            if target < self.sum_low:
                return None
            i = bisect_right(self.sums, target) - 1
        else:
            return start
        return self.starts[i] + target - self.sums[i]

    def opening(self, at: int) -> int | None:
        """`at` itself when open, else the next start; None when it lies further on."""
        i = bisect_right(self.starts, at) - 1
        if at < self.ends[i]:
            return at
        if i + 1 == len(self.starts) or self.starts[i + 1] > self.high:
            return None
        return self.starts[i + 1]

    def is_open(self, at: int) -> bool:
        return at < self.ends[bisect_right(self.starts, at) - 1]

    def closed_since(self, at: int) -> int:
        """The last moment, not after `high`, from which on no opening is known; at least `at`."""
        last = self.ends[bisect_right(self.starts, self.high) - 1]
        return max(at, min(last, self.high))

    def closed_until(self, at: int) -> int:
        """The first moment, not before `low`, up to which no opening is known; at most `at`."""
        i = bisect_right(self.ends, self.low)
        first = self.starts[i] if i < len(self.starts) else self.high
        return min(at, max(first, self.low))

    def desert_between(self, one: int, other: int) -> int | None:
        """Where a way between two moments is closed for longer than the limit, if anywhere."""
        low, high = min(one, other), max(one, other)
        for closed, opened in self.deserts:
            if min(opened, high) - max(closed, low) > SEARCH_LIMIT:
                return max(closed, low)
        return None


def open_intervals(intervals: Iterable[Interval], *, low: int, high: int) -> OpenIntervals:
    """Overlapping and touching intervals become one, so that no second counts twice."""
    merged = _merged(intervals)
    before_all = min(low, merged[0][0] if merged else low) - 1
    starts, ends, sums, total = [before_all], [before_all], [0], 0
    for start, end in merged:
        starts.append(start)
        ends.append(end)
        sums.append(total)
        total += end - start
    edges = [(low, low), *merged, (high, high)]
    gaps = [(closed, opened) for (_, closed), (opened, _) in pairwise(edges)]
    deserts = tuple(gap for gap in gaps if gap[1] - gap[0] > SEARCH_LIMIT)
    table = OpenIntervals(low, high, starts, ends, sums, 0, 0, deserts)
    return replace(table, sum_low=table.worked(low), sum_high=table.worked(high))


def _merged(intervals: Iterable[Interval]) -> list[Interval]:
    merged: list[Interval] = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
