"""Opening hours as people write them, and what is wrong with them when they cannot be kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.rules.refusals import Refusal

DAY = 24 * 60

Block = tuple[int, int]
"""Minutes from the midnight of the day a block starts on; past 1440 it runs into the next day."""


@dataclass
class UnknownZone(Refusal):
    """No time zone has this name."""

    zone: str


@dataclass
class UnknownWeekday(Refusal):
    """A weekday is a number from 0 (Monday) to 6 (Sunday)."""

    weekday: int


@dataclass
class UnclearLabel(Refusal):
    """A time of day is written HH:MM; 24:00 only ends a block."""

    label: str


@dataclass
class EqualEnds(Refusal):
    """A block that starts when it ends could mean nothing or a whole day."""

    label: str


@dataclass
class OverlappingBlocks(Refusal):
    """Two blocks of one day share time."""

    first: tuple[str, str]
    second: tuple[str, str]


class NeverOpens(Refusal):
    """A schedule without a single block can promise nothing."""


@dataclass
class NoOpening(Refusal):
    """From `since`, in epoch seconds, the search met 400 days without an opening."""

    since: int


@dataclass
class OutOfCalendar(Refusal):
    """The moment, in epoch seconds, lies beyond the years 1 to 9999."""

    at: int


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
