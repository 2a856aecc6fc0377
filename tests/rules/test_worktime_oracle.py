"""Working time against a second opinion that only ever reads clocks, minute by minute.

The oracle walks through true time, reads the wall clock of the place at each minute, and opens and
closes as a doorkeeper would. It shares no code with the rule: it never turns a label into an
instant, and it adds by counting.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

import pytest

from bot.rules.worktime import Schedule

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
Written = list[tuple[str, str]]

WEEKS: dict[str, dict[int, Written]] = {
    "office with lunch": {d: [("09:00", "13:00"), ("14:00", "18:00")] for d in range(5)},
    "nights": {d: [("22:00", "06:00")] for d in range(7)},
    "around the change": {d: [("00:30", "01:45"), ("02:15", "03:00")] for d in range(7)},
    "late evenings": {d: [("20:00", "24:00")] for d in range(7)},
    "first hour": {d: [("00:00", "01:00")] for d in range(7)},
    "nights that overlap mornings": {d: [("05:00", "09:00"), ("23:30", "05:30")] for d in range(7)},
}
ZONES = [
    "Europe/Madrid",
    "America/New_York",
    "America/Bogota",
    "America/Santiago",
    "America/Havana",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Pacific/Apia",
    "Pacific/Chatham",
    "Atlantic/Azores",
    "Europe/Dublin",
    "Africa/Cairo",
]
HISTORY = [
    ("Pacific/Apia", 2011),
    ("America/Sao_Paulo", 2018),
    ("America/St_Johns", 2010),
    ("Asia/Pyongyang", 2018),
    ("America/Caracas", 2016),
    ("Europe/Istanbul", 2016),
]


class Doorkeeper:
    """Minutes of true time in the six days around a moment, each open or closed."""

    def __init__(self, zone: str, week: dict[int, Written], middle: datetime) -> None:
        self.first = middle - 3 * DAY
        self.walls = [
            (self.first + n * MINUTE).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
            for n in range(6 * 1440)
        ]
        self.open = [False] * len(self.walls)
        day = self.walls[0].date() - 2 * DAY
        while day <= self.walls[-1].date():
            for opens, closes in week.get(day.weekday(), []):
                self._keep(_label(day, opens), _label(day, closes, after=opens))
            day += DAY

    def _keep(self, opens: datetime, closes: datetime) -> None:
        start = next((n for n, wall in enumerate(self.walls) if wall >= opens), len(self.walls))
        shown = [n for n, wall in enumerate(self.walls) if wall == closes]
        reached = (n for n, wall in enumerate(self.walls) if wall >= closes)
        end = shown[-1] if shown else next(reached, len(self.walls))
        for n in range(start, end):
            self.open[n] = True

    def at(self, minute: int) -> datetime:
        return self.first + minute * MINUTE

    def add(self, minute: int, amount: int) -> int | None:
        """Steps until `amount` open minutes have passed; None when they do not fit."""
        while amount and 0 < minute < len(self.open):
            if amount > 0:
                amount -= self.open[minute]
                minute += 1
            else:
                minute -= 1
                amount += self.open[minute]
        return None if amount else minute


def _label(day: date, label: str, *, after: str = "") -> datetime:
    hour, minute = (int(part) for part in label.split(":"))
    next_day = bool(after) and label <= after
    return datetime.combine(day, time()) + timedelta(days=next_day, hours=hour, minutes=minute)


def changes(zone: str, year: int) -> Iterator[datetime]:
    """The days on which a place's offset changes; a day without a change when it never does."""
    noons = [datetime(year, 1, 1, 12, tzinfo=UTC) + n * DAY for n in range(365)]
    offsets = [noon.astimezone(ZoneInfo(zone)).utcoffset() for noon in noons]
    found = [noons[n] for n, (one, two) in enumerate(pairwise(offsets)) if one != two]
    yield from found or [datetime(year, 6, 15, 12, tzinfo=UTC)]


PLACES = [(zone, 2026) for zone in ZONES] + HISTORY
DAYS = [
    pytest.param(zone, middle, id=f"{zone} {middle:%Y-%m-%d}")
    for zone, year in PLACES
    for middle in changes(zone, year)
]


@pytest.mark.parametrize(("zone", "middle"), DAYS)
@pytest.mark.parametrize("hours", WEEKS)
def test_the_rule_and_the_doorkeeper_agree(zone: str, middle: datetime, hours: str) -> None:
    keeper = Doorkeeper(zone, WEEKS[hours], middle)
    schedule = Schedule(zone, WEEKS[hours])
    inside = range(1440, len(keeper.open) - 1440)
    chance = Random(f"{zone} {middle} {hours}")  # noqa: S311 - samples, no secrets

    assert [schedule.is_open(keeper.at(n)) for n in inside] == [keeper.open[n] for n in inside]
    for _ in range(40):
        start, end = chance.choice(inside), chance.choice(inside)
        passed = sum(keeper.open[min(start, end) : max(start, end)])
        signed = passed if end >= start else -passed
        assert schedule.between(keeper.at(start), keeper.at(end)) == signed * MINUTE
        amount = chance.choice([-200, -61, -60, -1, 1, 59, 60, 61, 240, 480])
        if (stop := keeper.add(start, amount)) is not None:
            assert schedule.add(keeper.at(start), amount * MINUTE) == keeper.at(stop)
