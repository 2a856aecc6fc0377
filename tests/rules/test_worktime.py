"""Working time: how much of it lies between two moments, and when an amount is used up."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from bot.rules.refusals import Refusal
from bot.rules.worktime import (
    EqualEnds,
    NeverOpens,
    NoOpening,
    OutOfCalendar,
    OverlappingBlocks,
    Schedule,
    UnclearLabel,
    UnknownWeekday,
    UnknownZone,
)

BOGOTA = "America/Bogota"
OFFICE = {day: [("09:00", "17:00")] for day in range(5)}
LUNCH = {day: [("09:00", "13:00"), ("14:00", "18:00")] for day in range(5)}
NIGHTS = {day: [("22:00", "06:00")] for day in range(5)}


def at(text: str, zone: str = BOGOTA) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def hours(amount: float) -> timedelta:
    return timedelta(hours=amount)


# 2026-11-20 is a Friday.
@pytest.mark.parametrize(
    ("week", "start", "amount", "end"),
    [
        pytest.param(
            OFFICE, "2026-11-20 16:00", hours(1), "2026-11-20 17:00", id="ends at closing"
        ),
        pytest.param(
            OFFICE,
            "2026-11-20 16:00",
            timedelta(seconds=3601),
            "2026-11-23 09:00:01",
            id="a second more is Monday",
        ),
        pytest.param(
            OFFICE, "2026-11-20 17:00", hours(1), "2026-11-23 10:00", id="closing time is closed"
        ),
        pytest.param(
            OFFICE, "2026-11-21 12:00", hours(1), "2026-11-23 10:00", id="Saturday waits for Monday"
        ),
        pytest.param(
            OFFICE, "2026-11-23 08:59:59", hours(8), "2026-11-23 17:00", id="before opening"
        ),
        pytest.param(
            OFFICE, "2026-11-21 12:00", hours(0), "2026-11-21 12:00", id="nothing moves nothing"
        ),
        pytest.param(LUNCH, "2026-11-20 12:00", hours(1), "2026-11-20 13:00", id="ends at lunch"),
        pytest.param(LUNCH, "2026-11-20 12:00", hours(2), "2026-11-20 15:00", id="skips lunch"),
        pytest.param(LUNCH, "2026-11-20 13:30", hours(4), "2026-11-20 18:00", id="inside lunch"),
        pytest.param(
            NIGHTS, "2026-11-20 23:00", hours(7), "2026-11-21 06:00", id="Friday's night is open"
        ),
        pytest.param(
            NIGHTS, "2026-11-20 23:00", hours(8), "2026-11-23 23:00", id="Saturday has no night"
        ),
        pytest.param(NIGHTS, "2026-11-23 02:00", hours(1), "2026-11-23 23:00", id="nor has Sunday"),
        pytest.param(
            OFFICE, "2026-11-23 10:00", hours(-1), "2026-11-23 09:00", id="back to opening"
        ),
        pytest.param(
            OFFICE, "2026-11-23 10:00", hours(-2), "2026-11-20 16:00", id="back over the weekend"
        ),
        pytest.param(
            OFFICE, "2026-11-22 10:00", hours(-8), "2026-11-20 09:00", id="back from a closed day"
        ),
        pytest.param(
            OFFICE,
            "2026-11-23 09:00",
            timedelta(seconds=-1),
            "2026-11-20 16:59:59",
            id="a second before opening is Friday",
        ),
        pytest.param(
            OFFICE, "2026-01-01 09:00", hours(8 * 261), "2026-12-31 17:00", id="a year of weekdays"
        ),
    ],
)
def test_an_amount_is_used_up_at_the_moment_nearest_the_start(
    week: Mapping[int, list[tuple[str, str]]], start: str, amount: timedelta, end: str
) -> None:
    assert Schedule(BOGOTA, week).add(at(start), amount) == at(end)


@pytest.mark.parametrize(
    ("start", "end", "open_time"),
    [
        pytest.param("2026-11-20 16:00", "2026-11-23 10:00", hours(2), id="over a weekend"),
        pytest.param("2026-11-23 10:00", "2026-11-20 16:00", hours(-2), id="reversed is negative"),
        pytest.param("2026-11-21 01:00", "2026-11-22 23:00", hours(0), id="closed throughout"),
        pytest.param(
            "2026-11-20 16:59:59", "2026-11-20 17:00:01", timedelta(seconds=1), id="up to closing"
        ),
        pytest.param(
            "2026-11-20 08:59:59", "2026-11-20 09:00:01", timedelta(seconds=1), id="from opening"
        ),
        pytest.param("2016-01-01 00:00", "2026-01-01 00:00", hours(8 * 2609), id="ten years"),
    ],
)
def test_the_open_time_between_two_moments(start: str, end: str, open_time: timedelta) -> None:
    assert Schedule(BOGOTA, OFFICE).between(at(start), at(end)) == open_time


@pytest.mark.parametrize(
    ("moment", "is_open", "next_open"),
    [
        pytest.param("2026-11-20 08:59:59", False, "2026-11-20 09:00", id="before opening"),
        pytest.param("2026-11-20 09:00", True, "2026-11-20 09:00", id="at opening"),
        pytest.param("2026-11-20 16:59:59", True, "2026-11-20 16:59:59", id="last second"),
        pytest.param("2026-11-20 17:00", False, "2026-11-23 09:00", id="at closing"),
    ],
)
def test_intervals_are_half_open(moment: str, is_open: bool, next_open: str) -> None:  # noqa: FBT001 - a column of the table
    office = Schedule(BOGOTA, OFFICE)

    assert office.is_open(at(moment)) is is_open
    assert office.next_open(at(moment)) == at(next_open)


def test_a_holiday_cancels_the_blocks_that_start_on_it() -> None:
    office = Schedule(BOGOTA, OFFICE, holidays=[date(2026, 11, 23)])

    assert office.add(at("2026-11-20 16:00"), hours(2)) == at("2026-11-24 10:00")


def test_a_night_that_began_before_a_holiday_goes_on_into_it() -> None:
    nights = Schedule(BOGOTA, NIGHTS, holidays={date(2026, 11, 18)})

    assert nights.is_open(at("2026-11-18 05:59:59"))
    assert not nights.is_open(at("2026-11-18 06:00"))
    assert nights.next_open(at("2026-11-18 22:00")) == at("2026-11-19 22:00")


def test_an_override_wins_over_the_holiday_and_the_week() -> None:
    monday = date(2026, 11, 23)
    office = Schedule(BOGOTA, OFFICE, [monday], {monday: [("10:00", "12:00")]})

    assert office.next_open(at("2026-11-23 08:00")) == at("2026-11-23 10:00")
    assert office.between(at("2026-11-23 00:00"), at("2026-11-24 00:00")) == hours(2)


def test_an_empty_override_closes_the_date() -> None:
    office = Schedule(BOGOTA, OFFICE, overrides={date(2026, 11, 23): []})

    assert office.next_open(at("2026-11-23 09:00")) == at("2026-11-24 09:00")


def test_an_override_opens_a_day_the_week_keeps_closed() -> None:
    office = Schedule(BOGOTA, OFFICE, overrides={date(2026, 11, 21): [("22:00", "02:00")]})

    assert office.between(at("2026-11-21 00:00"), at("2026-11-23 00:00")) == hours(4)


def test_a_datetime_stands_for_its_date() -> None:
    office = Schedule(BOGOTA, OFFICE, holidays=[datetime(2026, 11, 23, 12, tzinfo=UTC)])

    assert not office.is_open(at("2026-11-23 12:00"))


def test_holidays_known_only_when_asked_for_count_too() -> None:
    class Christmases(dict[date, str]):
        def __contains__(self, day: object) -> bool:
            return isinstance(day, date) and (day.month, day.day) == (12, 25)

    office = Schedule(BOGOTA, OFFICE, holidays=Christmases())

    assert office.next_open(at("2031-12-25 09:00")) == at("2031-12-26 09:00")


def test_time_that_two_nights_share_counts_once() -> None:
    week = {0: [("22:00", "06:00")], 1: [("05:00", "09:00")]}
    shared = Schedule("UTC", week)

    assert shared.between(at("2026-11-23", "UTC"), at("2026-11-25", "UTC")) == hours(11)
    assert shared.add(at("2026-11-23 22:00", "UTC"), hours(11)) == at("2026-11-24 09:00", "UTC")


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(("22:00", "24:00"), id="24:00"),
        pytest.param(("22:00", "00:00"), id="00:00"),
    ],
)
def test_midnight_ends_a_day_however_it_is_written(block: tuple[str, str]) -> None:
    late = Schedule("UTC", {0: [block]})

    assert late.between(at("2026-11-23", "UTC"), at("2026-11-25", "UTC")) == hours(2)


def test_whole_days_side_by_side_never_close() -> None:
    whole = Schedule(BOGOTA, {day: [("00:00", "24:00")] for day in range(7)})

    assert whole.add(at("2026-11-20 16:00"), timedelta(days=7)) == at("2026-11-27 16:00")


def test_clock_time_counts_every_second() -> None:
    start = at("2026-03-28 12:00", "Europe/Madrid")

    assert Schedule.always().add(start, hours(24)) == at("2026-03-29 13:00", "Europe/Madrid")
    assert Schedule.always("Europe/Madrid").between(start, at("2027-03-28 12:00")) == (
        at("2027-03-28 12:00") - start
    )


def test_answers_are_in_utc_whatever_zone_was_asked_in() -> None:
    office = Schedule(BOGOTA, OFFICE)
    start = at("2026-11-20 10:00")

    assert office.add(start, hours(1)).tzinfo is UTC
    assert office.add(start, hours(0)).tzinfo is UTC
    assert office.next_open(start).tzinfo is UTC
    assert office.add(start.astimezone(timezone(hours(9))), hours(1)) == at("2026-11-20 11:00")


def test_fractions_of_a_second_are_dropped() -> None:
    office = Schedule(BOGOTA, OFFICE)
    start = at("2026-11-20 10:00") + timedelta(milliseconds=999)

    assert office.add(start, hours(1) + timedelta(milliseconds=999)) == at("2026-11-20 11:00")
    assert office.between(start, at("2026-11-20 10:00:01")) == timedelta(seconds=1)


def test_a_moment_without_a_zone_is_a_mistake_of_the_caller() -> None:
    office = Schedule(BOGOTA, OFFICE)
    naive = datetime(2026, 11, 20, 10)  # noqa: DTZ001 - the mistake under test

    for call in (
        lambda: office.add(naive, hours(0)),
        lambda: office.add(naive, hours(1)),
        lambda: office.between(naive, at("2026-11-20 10:00")),
        lambda: office.is_open(naive),
        lambda: office.next_open(naive),
    ):
        with pytest.raises(ValueError, match="time zone"):
            call()


@pytest.mark.parametrize(
    ("zone", "week", "refusal"),
    [
        pytest.param("America/Macondo", OFFICE, UnknownZone, id="no such zone"),
        pytest.param("America", OFFICE, UnknownZone, id="a folder of zones"),
        pytest.param("../etc/passwd", OFFICE, UnknownZone, id="a path"),
        pytest.param("", OFFICE, UnknownZone, id="no name"),
        pytest.param("UTC", {7: [("09:00", "17:00")]}, UnknownWeekday, id="an eighth day"),
        pytest.param("UTC", {-1: [("09:00", "17:00")]}, UnknownWeekday, id="day minus one"),
        pytest.param("UTC", {0: [("09:00", "09:00")]}, EqualEnds, id="equal ends"),
        pytest.param("UTC", {0: [("9", "17:00")]}, UnclearLabel, id="no minutes"),
        pytest.param("UTC", {0: [("9:", "17:00")]}, UnclearLabel, id="empty minutes"),
        pytest.param("UTC", {0: [(":30", "17:00")]}, UnclearLabel, id="empty hours"),
        pytest.param("UTC", {0: [("09:00", "17:60")]}, UnclearLabel, id="minute 60"),
        pytest.param("UTC", {0: [("09:00", "17:5")]}, UnclearLabel, id="one-digit minute"),
        pytest.param("UTC", {0: [("09:00", "24:01")]}, UnclearLabel, id="past 24:00"),
        pytest.param("UTC", {0: [("24:00", "06:00")]}, UnclearLabel, id="24:00 opens nothing"),
        pytest.param("UTC", {0: [("٠٩:00", "17:00")]}, UnclearLabel, id="foreign digits"),
        pytest.param("UTC", {0: [("-1:00", "17:00")]}, UnclearLabel, id="a sign"),
        pytest.param("UTC", {0: [("09:00:00", "17:00")]}, UnclearLabel, id="seconds"),
        pytest.param(
            "UTC", {0: [("09:00", "13:00"), ("12:59", "18:00")]}, OverlappingBlocks, id="overlap"
        ),
        pytest.param(
            "UTC",
            {0: [("23:00", "24:00"), ("22:00", "06:00")]},
            OverlappingBlocks,
            id="overlap at night, written in any order",
        ),
        pytest.param("UTC", {}, NeverOpens, id="no week"),
        pytest.param("UTC", {0: []}, NeverOpens, id="an empty day"),
    ],
)
def test_a_schedule_that_cannot_be_kept_is_refused(
    zone: str, week: Mapping[int, list[tuple[str, str]]], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        Schedule(zone, week)


def test_blocks_may_touch() -> None:
    touching = Schedule("UTC", {0: [("13:00", "18:00"), ("9:00", "13:00")]})

    assert touching.add(at("2026-11-23 12:00", "UTC"), hours(3)) == at("2026-11-23 15:00", "UTC")


def test_an_override_is_checked_like_the_week() -> None:
    with pytest.raises(EqualEnds):
        Schedule("UTC", OFFICE, overrides={date(2026, 11, 23): [("09:00", "09:00")]})


def test_closed_overrides_alone_never_open() -> None:
    with pytest.raises(NeverOpens):
        Schedule("UTC", {}, overrides={date(2026, 11, 23): []})


EVENT = Schedule("UTC", {}, overrides={date(2026, 11, 23): [("09:00", "17:00")]})


def test_a_search_of_exactly_400_days_still_finds_the_opening() -> None:
    opening = at("2026-11-23 09:00", "UTC")

    assert EVENT.next_open(opening - timedelta(days=400)) == opening


@pytest.mark.parametrize(
    ("start", "amount"),
    [
        pytest.param("2026-11-23 16:00", timedelta(seconds=3601), id="too much to add"),
        pytest.param("2026-11-23 10:00", timedelta(seconds=-3601), id="too much to walk back"),
        pytest.param("2030-01-01 00:00", hours(-1), id="back from far away"),
        pytest.param("2020-01-01 00:00", hours(1), id="on from far away"),
    ],
)
@pytest.mark.parametrize("known", ["2026-11-23", "2010-01-01"], ids=["fresh", "long known"])
def test_a_way_closed_for_400_days_ends_the_search(
    start: str, amount: timedelta, known: str
) -> None:
    event = Schedule("UTC", {}, overrides={date(2026, 11, 23): [("09:00", "17:00")]})
    event.between(at(known, "UTC"), at("2026-11-23", "UTC"))

    with pytest.raises(NoOpening):
        event.add(at(start, "UTC"), amount)


@pytest.mark.parametrize(
    "start",
    [
        pytest.param("2025-10-19 08:59:59", id="a second too early"),
        pytest.param("2026-11-23 17:00", id="afterwards"),
    ],
)
def test_400_days_without_an_opening_end_the_search(start: str) -> None:
    with pytest.raises(NoOpening):
        EVENT.next_open(at(start, "UTC"))


def test_a_way_closed_for_exactly_400_days_is_gone_on_both_sides() -> None:
    opening, closing = at("2026-11-23 09:00", "UTC"), at("2026-11-23 17:00", "UTC")

    assert EVENT.add(opening - timedelta(days=400), hours(8)) == closing
    assert EVENT.add(closing + timedelta(days=400), hours(-8)) == opening


def test_walking_back_from_a_time_nothing_is_known_about_ends_too() -> None:
    unasked = Schedule("UTC", {}, overrides={date(2026, 11, 23): [("09:00", "17:00")]})

    with pytest.raises(NoOpening):
        unasked.add(at("2030-01-01", "UTC"), hours(-1))


def test_the_sweep_s_seconds_are_the_same_answers() -> None:
    office = Schedule(BOGOTA, OFFICE)
    friday, saturday = (int(at(f"2026-11-{day} 16:00").timestamp()) for day in (20, 21))

    assert office.add_s(saturday, 0) == saturday
    assert office.add_s(friday, 3600) == friday + 3600
    assert office.between_s(saturday, friday) == -3600
    assert office.next_open_s(friday) == friday
    assert office.next_open_s(saturday) == int(at("2026-11-23 09:00").timestamp())


def test_an_amount_within_reach_is_found_beside_a_desert() -> None:
    two_events = Schedule(
        "UTC",
        {},
        overrides={
            date(2020, 6, 1): [("09:00", "17:00")],
            date(2026, 11, 23): [("09:00", "17:00")],
        },
    )
    two_events.between(at("2010-01-01", "UTC"), at("2040-01-01", "UTC"))

    assert two_events.add(at("2020-06-01", "UTC"), hours(8)) == at("2020-06-01 17:00", "UTC")
    assert two_events.add(at("2026-11-24", "UTC"), hours(-8)) == at("2026-11-23 09:00", "UTC")
    assert two_events.between(at("2010-01-01", "UTC"), at("2040-01-01", "UTC")) == hours(16)


def test_moments_beyond_the_calendar_are_refused() -> None:
    with pytest.raises(OutOfCalendar):
        Schedule.always().is_open(datetime.max.replace(tzinfo=UTC))


def test_the_answer_does_not_depend_on_what_was_asked_before() -> None:
    start = at("2026-11-20 16:00")
    fresh, asked = Schedule(BOGOTA, OFFICE), Schedule(BOGOTA, OFFICE)
    asked.is_open(at("2024-02-01 00:00"))
    asked.add(at("2028-05-05 00:00"), timedelta(days=-400))

    assert asked.add(start, timedelta(days=90)) == fresh.add(start, timedelta(days=90))
    assert asked.add(start, timedelta(days=-90)) == fresh.add(start, timedelta(days=-90))


def test_threads_that_extend_one_calendar_agree() -> None:
    shared, alone = Schedule(BOGOTA, OFFICE), Schedule(BOGOTA, OFFICE)
    start = at("2026-11-20 16:00")
    amounts = list(_back_and_forth())

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda amount: shared.add(start, amount), amounts))

    assert together == [alone.add(start, amount) for amount in amounts]


def _back_and_forth() -> Iterator[timedelta]:
    for days in range(1, 120):
        yield timedelta(days=days)
        yield timedelta(days=-days)
