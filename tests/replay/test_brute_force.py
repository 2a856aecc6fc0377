"""The brute force by hand: what a clock owes, counted on the fingers."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.replay.brute_force import Happened, Hours, Terms, recompute

ZONE = ZoneInfo("America/Bogota")
BLOCKS = ((9 * 60, 12 * 60), (13 * 60, 18 * 60))
OFFICE = Hours(ZONE, dict.fromkeys(range(5), BLOCKS), frozenset())
TOUCH = Terms("first_touch", target=240, reminders=(50, 75), manager=60, offer=240)
ACCEPT = Terms("accept", target=120, reminders=(50,), manager=60, offer=240)
END = "2017-07-07 20:00"


def at(text: str) -> datetime:
    """A moment of the office's wall clock; 3 July 2017 is a Monday."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def line(kind: str, when: str, *, stages: str = "", **moments: str) -> Happened:
    facts = {name: at(moment).isoformat() for name, moment in moments.items()}
    return Happened(at(when), "L", kind, {**facts, "stages": stages})


def arrives(when: str, *, owned: bool = True) -> list[Happened]:
    given = [line("assigned", when)] if owned else []
    return [line("received", when, received=when), *given]


def steps(
    happened: list[Happened], terms: Terms = TOUCH, hours: Hours = OFFICE, end: str = END
) -> list[tuple[str, str]]:
    """What is owed, as step and wall clock."""
    found = recompute(happened, (terms,), hours, at(end))
    return [(step, f"{when.astimezone(ZONE):%a %H:%M:%S}") for _, _, step, when in found]


def test_an_untouched_lead_brings_the_whole_ladder_in_working_time() -> None:
    assert steps(arrives("2017-07-03 09:00")) == [
        ("t0.50", "Mon 11:00:00"),
        ("t0.75", "Mon 13:00:00"),
        ("breach", "Mon 14:00:01"),
        ("manager", "Mon 15:00:00"),
        ("offer", "Tue 09:00:00"),
    ]


@pytest.mark.parametrize(
    ("touched", "last"),
    [
        pytest.param("2017-07-03 10:59", None, id="before the first reminder: nothing is owed"),
        pytest.param("2017-07-03 11:00", "t0.50", id="in the minute of the first reminder"),
        pytest.param("2017-07-03 14:00", "t0.75", id="in the very minute the time is used up: met"),
        pytest.param("2017-07-03 14:01", "breach", id="a minute later: missed"),
    ],
)
def test_a_touch_ends_what_is_owed(touched: str, last: str | None) -> None:
    found = steps([*arrives("2017-07-03 09:00"), line("touched", touched)])

    assert (found[-1][0] if found else None) == last


def test_nothing_falls_on_a_weekend_or_a_holiday() -> None:
    holiday = Hours(ZONE, OFFICE.blocks, frozenset({date(2017, 7, 3)}))

    found = steps(arrives("2017-06-30 16:00"), hours=holiday)

    assert found[:3] == [
        ("t0.50", "Tue 09:00:00"),
        ("t0.75", "Tue 10:00:00"),
        ("breach", "Tue 11:00:01"),
    ]


def test_a_pause_stops_the_minutes_and_not_the_day() -> None:
    pause = line("paused", "2017-07-03 10:00", until="2017-07-03 15:00")

    found = steps([*arrives("2017-07-03 09:00"), pause])

    assert found[:2] == [("t0.50", "Mon 16:00:00"), ("t0.75", "Mon 17:00:00")]


def test_a_new_owner_has_reminders_of_their_own_and_the_same_breach() -> None:
    handed_over = line("assigned", "2017-07-03 11:30")

    found = steps([*arrives("2017-07-03 09:00"), handed_over])

    assert found[:4] == [
        ("t0.50", "Mon 11:00:00"),
        ("t1.50", "Mon 13:15:00"),
        ("t1.75", "Mon 13:37:30"),
        ("breach", "Mon 14:00:01"),
    ]


@pytest.mark.parametrize(
    ("handed_over", "reminded"),
    [
        pytest.param("13:50", "Mon 13:55:00", id="ten minutes left"),
        pytest.param("13:51", "Mon 15:51:00", id="too little left"),
        pytest.param("14:30", "Mon 16:30:00", id="nothing left"),
    ],
)
def test_a_late_owner_is_reminded_of_what_is_left_if_it_is_worth_it(
    handed_over: str, reminded: str
) -> None:
    found = steps([*arrives("2017-07-03 09:00"), line("assigned", f"2017-07-03 {handed_over}")])

    assert dict(found)["t1.50"] == reminded


def test_an_acknowledged_breach_holds_what_comes_after_it() -> None:
    held = line("acknowledged", "2017-07-03 14:10", until="2017-07-03 17:00", stages="first_touch")

    found = steps([*arrives("2017-07-03 09:00"), held])

    assert found[-2:] == [("manager", "Mon 17:00:00"), ("offer", "Tue 09:00:00")]


def test_a_snooze_reminds_again_and_moves_no_breach() -> None:
    snoozed = line("snoozed", "2017-07-03 11:05", until="2017-07-03 13:30")

    found = steps([*arrives("2017-07-03 09:00"), snoozed])

    assert ("again.1", "Mon 13:30:00") in found
    assert ("breach", "Mon 14:00:01") in found


def test_the_time_to_accept_begins_with_an_owner_and_ends_with_their_yes() -> None:
    begun = [*arrives("2017-07-03 09:00", owned=False), line("assigned", "2017-07-03 10:00")]

    assert steps(begun, ACCEPT)[:2] == [("t0.50", "Mon 11:00:00"), ("breach", "Mon 13:00:01")]
    assert steps([*begun, line("accepted", "2017-07-03 10:30")], ACCEPT) == []
