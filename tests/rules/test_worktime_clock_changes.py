"""Working time on the days when the clocks of a place change."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.rules.worktime import Schedule

NIGHT = ("22:00", "06:00")
WHOLE = ("00:00", "24:00")


@pytest.mark.parametrize(
    ("zone", "block", "day", "elapsed"),
    [
        # Madrid: 2026-03-29 02:00 → 03:00, 2026-10-25 03:00 → 02:00.
        pytest.param("Europe/Madrid", NIGHT, "2026-03-28", "7:00", id="Madrid, spring, night"),
        pytest.param("Europe/Madrid", NIGHT, "2026-10-24", "9:00", id="Madrid, autumn, night"),
        pytest.param("Europe/Madrid", WHOLE, "2026-03-29", "23:00", id="Madrid, short day"),
        pytest.param("Europe/Madrid", WHOLE, "2026-10-25", "25:00", id="Madrid, long day"),
        pytest.param(
            "Europe/Madrid", ("02:00", "03:00"), "2026-03-29", "0:00", id="the skipped hour"
        ),
        pytest.param(
            "Europe/Madrid", ("02:30", "04:00"), "2026-03-29", "1:00", id="a skipped start"
        ),
        pytest.param("Europe/Madrid", ("01:00", "02:30"), "2026-03-29", "1:00", id="a skipped end"),
        pytest.param(
            "Europe/Madrid", ("02:00", "03:00"), "2026-10-25", "2:00", id="the doubled hour"
        ),
        pytest.param(
            "Europe/Madrid",
            ("02:30", "04:00"),
            "2026-10-25",
            "2:30",
            id="a doubled start is the first",
        ),
        pytest.param(
            "Europe/Madrid", ("01:00", "02:30"), "2026-10-25", "2:30", id="a doubled end, the later"
        ),
        pytest.param(
            "Europe/Madrid", ("03:00", "04:00"), "2026-10-25", "1:00", id="from the change on"
        ),
        # New York: 2026-03-08 02:00 → 03:00, 2026-11-01 02:00 → 01:00.
        pytest.param("America/New_York", NIGHT, "2026-03-07", "7:00", id="New York, spring"),
        pytest.param("America/New_York", NIGHT, "2026-10-31", "9:00", id="New York, autumn"),
        pytest.param("America/Bogota", WHOLE, "2026-03-29", "24:00", id="Bogotá never changes"),
        pytest.param("Asia/Kathmandu", NIGHT, "2026-03-28", "8:00", id="Kathmandu neither"),
        # Lord Howe: half an hour, 2026-10-04 02:00 → 02:30, 2026-04-05 02:00 → 01:30.
        pytest.param("Australia/Lord_Howe", WHOLE, "2026-10-04", "23:30", id="Lord Howe, spring"),
        pytest.param("Australia/Lord_Howe", WHOLE, "2026-04-05", "24:30", id="Lord Howe, autumn"),
        pytest.param(
            "Australia/Lord_Howe", ("01:45", "02:15"), "2026-10-04", "0:15", id="Lord Howe, skipped"
        ),
        pytest.param(
            "Australia/Lord_Howe", ("01:00", "01:45"), "2026-04-05", "1:15", id="Lord Howe, doubled"
        ),
        # Santiago: at midnight, 2026-09-06 00:00 → 01:00, 2026-04-05 00:00 → 04-04 23:00.
        pytest.param("America/Santiago", WHOLE, "2026-09-06", "23:00", id="Santiago, no midnight"),
        pytest.param(
            "America/Santiago", WHOLE, "2026-04-04", "25:00", id="Santiago, long Saturday"
        ),
        pytest.param("America/Santiago", NIGHT, "2026-04-04", "9:00", id="Santiago, night"),
        pytest.param(
            "America/Santiago", ("22:00", "23:30"), "2026-04-04", "2:30", id="Santiago, evening"
        ),
        # São Paulo: at midnight, 2018-11-04 00:00 → 01:00, 2018-02-18 00:00 → 02-17 23:00.
        pytest.param("America/Sao_Paulo", WHOLE, "2018-11-04", "23:00", id="São Paulo, spring"),
        pytest.param("America/Sao_Paulo", WHOLE, "2018-02-17", "25:00", id="São Paulo, autumn"),
        pytest.param("America/Sao_Paulo", WHOLE, "2026-11-01", "24:00", id="São Paulo, today"),
        # St John's changed one minute past midnight: 2010-11-07 00:01 → 11-06 23:01.
        pytest.param("America/St_Johns", WHOLE, "2010-11-06", "25:00", id="St John's, end of day"),
        # Casablanca leaves its summer time for Ramadan: 2026-02-15 03:00 → 02:00.
        pytest.param("Africa/Casablanca", NIGHT, "2026-02-14", "9:00", id="Casablanca, Ramadan"),
        pytest.param("Africa/Casablanca", NIGHT, "2026-03-21", "7:00", id="Casablanca, after it"),
        # Apia skipped 2011-12-30 altogether.
        pytest.param("Pacific/Apia", WHOLE, "2011-12-30", "0:00", id="Apia, the missing day"),
        pytest.param("Pacific/Apia", NIGHT, "2011-12-29", "2:00", id="Apia, night cut short"),
        pytest.param("Pacific/Apia", NIGHT, "2011-12-30", "6:00", id="Apia, night from the jump"),
        # Monrovia lost 44 min 30 s on 1972-01-07.
        pytest.param("Africa/Monrovia", WHOLE, "1972-01-07", "23:15:30", id="Monrovia, seconds"),
    ],
)
def test_a_block_lasts_as_long_as_the_clocks_let_it(
    zone: str, block: tuple[str, str], day: str, elapsed: str
) -> None:
    starts = datetime.fromisoformat(day)
    schedule = Schedule(zone, {}, overrides={starts.date(): [block]})
    around = starts.replace(tzinfo=ZoneInfo("UTC"))

    lasted = schedule.between(around - timedelta(days=3), around + timedelta(days=4))

    hour, minute, *second = (int(part) for part in elapsed.split(":"))
    assert lasted == timedelta(hours=hour, minutes=minute, seconds=sum(second))


def test_a_skipped_label_becomes_the_moment_the_clocks_jump() -> None:
    early = Schedule("Europe/Madrid", {6: [("02:30", "09:00")]})

    opening = early.next_open(datetime(2026, 3, 29, tzinfo=ZoneInfo("Europe/Madrid")))

    assert opening == datetime(2026, 3, 29, 1, tzinfo=ZoneInfo("UTC"))


def test_a_night_shift_in_autumn_ends_by_elapsed_time_not_by_the_wall() -> None:
    nights = Schedule("Europe/Madrid", {5: [NIGHT]})
    start = datetime(2026, 10, 24, 22, tzinfo=ZoneInfo("Europe/Madrid"))

    assert nights.add(start, timedelta(hours=9)) == datetime(
        2026, 10, 25, 5, tzinfo=ZoneInfo("UTC")
    )


def test_a_start_in_the_doubled_hour_is_told_apart_by_its_instant() -> None:
    nights = Schedule("Europe/Madrid", {5: [NIGHT]})
    first = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Madrid"))
    second = first.replace(fold=1)

    assert nights.between(first, second.astimezone(ZoneInfo("UTC"))) == timedelta(hours=1)
