"""Opening hours as people write them, and what is wrong with them when they cannot be kept."""

from collections.abc import Sequence
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.rules.refusals import Refusal

DAY = 24 * 60

Block = tuple[int, int]
"""Minutes from the midnight of the day a block starts on; past 1440 it runs into the next day."""


class UnknownZone(Refusal):
    """No time zone has this name."""

    def __init__(self, zone: str) -> None:
        super().__init__(zone)
        self.zone = zone


class UnknownWeekday(Refusal):
    """A weekday is a number from 0 (Monday) to 6 (Sunday)."""

    def __init__(self, weekday: int) -> None:
        super().__init__(weekday)
        self.weekday = weekday


class UnclearLabel(Refusal):
    """A time of day is written HH:MM; 24:00 only ends a block."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label


class EqualEnds(Refusal):
    """A block that starts when it ends could mean nothing or a whole day."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label


class OverlappingBlocks(Refusal):
    """Two blocks of one day share time."""

    def __init__(self, first: tuple[str, str], second: tuple[str, str]) -> None:
        super().__init__(first, second)
        self.first = first
        self.second = second


class NeverOpens(Refusal):
    """A schedule without a single block can promise nothing."""


class NoOpening(Refusal):
    """From `since`, in epoch seconds, the search met 400 days without an opening."""

    def __init__(self, since: int) -> None:
        super().__init__(since)
        self.since = since


class OutOfCalendar(Refusal):
    """The moment, in epoch seconds, lies beyond the years 1 to 9999."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


def zone_named(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as unknown:
        raise UnknownZone(name) from unknown


def blocks_of(written: Sequence[tuple[str, str]]) -> tuple[Block, ...]:
    """One day's blocks in order. Raises UnclearLabel, EqualEnds, OverlappingBlocks."""
    ordered = sorted(((_block(*pair), pair) for pair in written), key=lambda item: item[0])
    for (one, first), (two, second) in pairwise(ordered):
        if two[0] < one[1]:
            raise OverlappingBlocks(first, second)
    return tuple(block for block, _ in ordered)


def _block(start: str, end: str) -> Block:
    opens, closes = _minutes(start), _minutes(end)
    if opens == DAY:
        raise UnclearLabel(start)
    if opens == closes:
        raise EqualEnds(start)
    return opens, closes if closes > opens else closes + DAY


def _minutes(label: str) -> int:
    hour, colon, minute = label.partition(":")
    digits = hour + minute
    if not (colon and digits.isascii() and digits.isdigit() and len(hour) in {1, 2}):
        raise UnclearLabel(label)
    total = int(hour) * 60 + int(minute or "60")
    if len(minute) != 2 or int(minute) > 59 or total > DAY:
        raise UnclearLabel(label)
    return total
