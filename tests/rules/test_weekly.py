"""A week is spoken of at its first working moment. Monday 2 March 2026, hours 9 to 17."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.rules.weekly import next_week_opens, week_of
from bot.rules.worktime import Schedule

BOGOTA = ZoneInfo("America/Bogota")
HOURS = Schedule(
    "America/Bogota",
    {day: [("09:00", "17:00")] for day in range(5)},
    holidays=[date(2026, 3, 23)],
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=BOGOTA)


OPENINGS = {
    "on the Monday itself, the next one": ("03-02 00:00", "03-09 09:00"),
    "at its opening, the next one": ("03-02 09:00", "03-09 09:00"),
    "in the week": ("03-04 12:00", "03-09 09:00"),
    "on Sunday night": ("03-08 23:59", "03-09 09:00"),
    "a minute later": ("03-09 00:00", "03-16 09:00"),
    "before a holiday Monday, Tuesday": ("03-17 09:00", "03-24 09:00"),
    "on that Tuesday": ("03-24 09:00", "03-30 09:00"),
}


@pytest.mark.parametrize(("now", "opens"), OPENINGS.values(), ids=OPENINGS)
def test_the_next_week_opens(now: str, opens: str) -> None:
    assert next_week_opens(HOURS, at(now)) == at(opens)


@pytest.mark.parametrize("moment", ["03-02 00:00", "03-05 12:00", "03-08 23:59"])
def test_a_week_runs_from_monday_to_monday_on_the_wall_clock(moment: str) -> None:
    assert week_of(at(moment), "America/Bogota") == (at("03-02 00:00"), at("03-09 00:00"))


def test_a_moment_is_of_the_week_of_its_own_zone() -> None:
    """Sunday evening in Bogotá is Monday in Madrid."""
    begins, _ = week_of(at("03-08 20:00"), "Europe/Madrid")

    assert begins.date() == date(2026, 3, 9)
