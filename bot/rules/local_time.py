"""Where a label of the wall clock lies in true time, also on days when the clocks change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

DAY_S = 86_400
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
EPOCH_DAY = EPOCH.toordinal()
NOTHING, SECOND = timedelta(), timedelta(seconds=1)


def first_at_or_after(zone: ZoneInfo, day: int, minute: int) -> int:
    """The first epoch second whose wall clock is at or after the label.

    `day` is a proleptic ordinal, `minute` counts from its midnight and may run past it. A label
    that the clocks skip becomes the moment they jump.
    """
    label = datetime.fromordinal(day) + timedelta(minutes=minute)
    first, second = offsets(zone, label)
    naive = (day - EPOCH_DAY) * DAY_S + minute * 60
    return naive - first if first >= second else _jump(zone, naive - second, naive - first)


def last_at(zone: ZoneInfo, day: int, minute: int) -> int:
    """The same for the end of an interval: of a label that comes twice, the later one."""
    label = datetime.fromordinal(day) + timedelta(minutes=minute)
    first, second = offsets(zone, label)
    naive = (day - EPOCH_DAY) * DAY_S + minute * 60
    return naive - second if first >= second else _jump(zone, naive - second, naive - first)


def offsets(zone: ZoneInfo, label: datetime) -> tuple[int, int]:
    """Seconds east of UTC at the label's first and second coming.

    They differ when the label comes twice (the first is greater) or never (the second is).
    """
    first, second = zone.utcoffset(label.replace(fold=0)), zone.utcoffset(label.replace(fold=1))
    return _seconds(first), _seconds(second)


def _jump(zone: ZoneInfo, before: int, after: int) -> int:
    """The first second of the new offset, between one under the old and one under the new."""
    old = _offset_at(zone, before)
    while after - before > 1:
        middle = (before + after) // 2
        if _offset_at(zone, middle) == old:
            before = middle
        else:
            after = middle
    return after


def _offset_at(zone: ZoneInfo, second: int) -> int:
    return _seconds((EPOCH + timedelta(seconds=second)).astimezone(zone).utcoffset())


def _seconds(offset: timedelta | None) -> int:
    return (offset or NOTHING) // SECOND
