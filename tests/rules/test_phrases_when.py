"""Moments as people say them, on Wednesday 11 November 2026 at 10:03 in Bogotá."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.rules.opening_hours import UnknownZone
from bot.rules.phrases.refusals import (
    AmbiguousDate,
    NoSuchMoment,
    PastMoment,
    UnclearMoment,
    WrongWeekday,
)
from bot.rules.phrases.when import parse_when
from bot.rules.worktime import Schedule

BOGOTA, MADRID = "America/Bogota", "Europe/Madrid"
NOW = datetime(2026, 11, 11, 10, 3, tzinfo=ZoneInfo(BOGOTA)).astimezone(UTC)


def meant(
    typed: str,
    *,
    day_first: bool | None = None,
    due: bool = False,
    work: Schedule | None = None,
    now: datetime = NOW,
) -> str:
    at = parse_when(typed, now=now, zone=BOGOTA, day_first=day_first, due=due, work=work)
    return f"{at.astimezone(ZoneInfo(BOGOTA)):%a %Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        # From now on.
        ("2h", "Wed 2026-11-11 12:03"),
        ("en 2 horas", "Wed 2026-11-11 12:03"),
        ("in 2 hours", "Wed 2026-11-11 12:03"),
        ("media hora", "Wed 2026-11-11 10:33"),
        ("24h", "Thu 2026-11-12 10:03"),
        ("en 18h", "Thu 2026-11-12 04:03"),
        ("3 días", "Sat 2026-11-14 10:03"),
        ("dentro de una semana", "Wed 2026-11-18 10:03"),
        # Days near today.
        ("hoy", "Wed 2026-11-11 18:00"),
        ("today", "Wed 2026-11-11 18:00"),
        ("eod", "Wed 2026-11-11 18:00"),
        ("mañana", "Thu 2026-11-12 09:00"),
        ("Mañana 9am", "Thu 2026-11-12 09:00"),
        ("¿mañana?", "Thu 2026-11-12 09:00"),
        ("mañana 9 am.", "Thu 2026-11-12 09:00"),
        ("9 a.m. de mañana", "Thu 2026-11-12 09:00"),
        ("mañana 9", "Thu 2026-11-12 09:00"),
        ("tomorrow at 9", "Thu 2026-11-12 09:00"),
        ("mañana a las 5", "Thu 2026-11-12 17:00"),
        ("mañana a la 1", "Thu 2026-11-12 13:00"),
        ("mañana 8:30 a.m.", "Thu 2026-11-12 08:30"),
        ("pasado mañana", "Fri 2026-11-13 09:00"),
        ("the day after tomorrow", "Fri 2026-11-13 09:00"),
        ("mañana en la mañana", "Thu 2026-11-12 09:00"),
        ("mañana por la tarde", "Thu 2026-11-12 15:00"),
        ("mañana a las 5 de la mañana", "Thu 2026-11-12 05:00"),
        ("mañana a primera hora", "Thu 2026-11-12 09:00"),
        # Times of day: the next time they come.
        ("al mediodía", "Wed 2026-11-11 12:00"),
        ("noon", "Wed 2026-11-11 12:00"),
        ("medianoche", "Thu 2026-11-12 00:00"),
        ("12 de la noche", "Thu 2026-11-12 00:00"),
        ("12 am", "Thu 2026-11-12 00:00"),
        ("12 pm", "Wed 2026-11-11 12:00"),
        ("en la tarde", "Wed 2026-11-11 15:00"),
        ("esta tarde", "Wed 2026-11-11 15:00"),
        ("tonight", "Wed 2026-11-11 19:00"),
        ("5 de la tarde", "Wed 2026-11-11 17:00"),
        ("a las nueve y media", "Thu 2026-11-12 09:30"),
        ("6:00 p. m.", "Wed 2026-11-11 18:00"),
        ("6:00\u202fp.\u00a0m.", "Wed 2026-11-11 18:00"),
        ("17:30", "Wed 2026-11-11 17:30"),
        ("18h", "Wed 2026-11-11 18:00"),
        ("17h30", "Wed 2026-11-11 17:30"),
        ("5:30", "Wed 2026-11-11 17:30"),
        ("05:30", "Thu 2026-11-12 05:30"),
        ("00:00", "Thu 2026-11-12 00:00"),
        ("mañana 24:00", "Fri 2026-11-13 00:00"),
        # Days of the week.
        ("el lunes", "Mon 2026-11-16 09:00"),
        ("lunes próximo", "Mon 2026-11-16 09:00"),
        ("el lunes que viene", "Mon 2026-11-16 09:00"),
        ("next monday", "Mon 2026-11-16 09:00"),
        ("el miércoles", "Wed 2026-11-18 09:00"),
        ("miércoles 5pm", "Wed 2026-11-11 17:00"),
        ("miércoles 9am", "Wed 2026-11-18 09:00"),
        ("friday at noon", "Fri 2026-11-13 12:00"),
        ("jueves en la noche", "Thu 2026-11-12 19:00"),
        ("viernes 9 de la mañana", "Fri 2026-11-13 09:00"),
        ("viernes 6 pm", "Fri 2026-11-13 18:00"),
        ("hasta el viernes", "Fri 2026-11-13 09:00"),
        ("until friday", "Fri 2026-11-13 09:00"),
        ("hasta las 6", "Wed 2026-11-11 18:00"),
        # Dates.
        ("vie 13", "Fri 2026-11-13 09:00"),
        ("viernes 13", "Fri 2026-11-13 09:00"),
        ("vie 13, 6:00 p. m.", "Fri 2026-11-13 18:00"),
        ("el viernes 13 de noviembre de 2026 a las 17:00", "Fri 2026-11-13 17:00"),
        ("13 de noviembre", "Fri 2026-11-13 09:00"),
        ("nov 13", "Fri 2026-11-13 09:00"),
        ("nov. 13, 2026", "Fri 2026-11-13 09:00"),
        ("november 13th", "Fri 2026-11-13 09:00"),
        ("13th of november", "Fri 2026-11-13 09:00"),
        ("vie. 13", "Fri 2026-11-13 09:00"),
        ("vie, 13 nov", "Fri 2026-11-13 09:00"),
        ("mar 17 de noviembre", "Tue 2026-11-17 09:00"),
        ("11 nov 5pm", "Wed 2026-11-11 17:00"),
        ("el 11 a las 5", "Wed 2026-11-11 17:00"),
        ("el 1", "Tue 2026-12-01 09:00"),
        ("the 15", "Sun 2026-11-15 09:00"),
        ("13 mar", "Sat 2027-03-13 09:00"),
        ("29 feb", "Tue 2028-02-29 09:00"),
        ("2026-11-30", "Mon 2026-11-30 09:00"),
        ("2026-11-30T17:00", "Mon 2026-11-30 17:00"),
        ("30/11", "Mon 2026-11-30 09:00"),
        ("11/30", "Mon 2026-11-30 09:00"),
        ("5/5", "Wed 2027-05-05 09:00"),
        ("30-11-2026", "Mon 2026-11-30 09:00"),
        ("30/11/26", "Mon 2026-11-30 09:00"),
        ("el 15", "Sun 2026-11-15 09:00"),
        ("el día 15", "Sun 2026-11-15 09:00"),
        ("on the 15th at 5", "Sun 2026-11-15 17:00"),
        ("el 10", "Thu 2026-12-10 09:00"),
        ("el 31", "Thu 2026-12-31 09:00"),
        # Ends and beginnings.
        ("fin de mes", "Mon 2026-11-30 18:00"),
        ("end of month", "Mon 2026-11-30 18:00"),
        ("quincena", "Sun 2026-11-15 18:00"),
        ("end of week", "Fri 2026-11-13 18:00"),
        ("fin del trimestre", "Thu 2026-12-31 18:00"),
        ("fin de año", "Thu 2026-12-31 18:00"),
        ("la próxima semana", "Mon 2026-11-16 09:00"),
        ("next month", "Tue 2026-12-01 09:00"),
    ],
)
def test_a_moment_is_understood(typed: str, moment: str) -> None:
    assert meant(typed) == moment


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("by friday", "Fri 2026-11-13 18:00"),
        ("el viernes", "Fri 2026-11-13 18:00"),
        ("hoy", "Wed 2026-11-11 18:00"),
        ("mañana", "Thu 2026-11-12 18:00"),
        ("30/11", "Mon 2026-11-30 18:00"),
        ("fin de mes", "Mon 2026-11-30 18:00"),
        ("next week", "Fri 2026-11-20 18:00"),
        ("el próximo mes", "Thu 2026-12-31 18:00"),
        ("friday 10am", "Fri 2026-11-13 10:00"),
        ("mañana por la tarde", "Thu 2026-11-12 15:00"),
        ("2h", "Wed 2026-11-11 12:03"),
    ],
)
def test_something_due_on_a_day_is_due_when_its_work_ends(typed: str, moment: str) -> None:
    assert meant(typed, due=True) == moment


SHOP = Schedule(
    BOGOTA,
    {
        **{day: [("08:00", "12:00"), ("14:00", "17:00")] for day in range(4)},
        4: [("07:30", "15:00")],
    },
    holidays=[date(2026, 11, 16)],
)
"""Opens at 8, on Friday at 7:30; closed on Monday 16 November."""


@pytest.mark.parametrize(
    ("typed", "begins", "ends"),
    [
        pytest.param("el jueves", "Thu 2026-11-12 08:00", "Thu 2026-11-12 17:00", id="its blocks"),
        pytest.param("hasta el viernes", "Fri 2026-11-13 07:30", "Fri 2026-11-13 15:00", id="day"),
        pytest.param("el lunes", "Tue 2026-11-17 08:00", "Mon 2026-11-16 18:00", id="holiday"),
        pytest.param("mañana 9am", "Thu 2026-11-12 09:00", "Thu 2026-11-12 09:00", id="an hour"),
        pytest.param("hoy", "Wed 2026-11-11 17:00", "Wed 2026-11-11 17:00", id="today ends"),
    ],
)
def test_a_day_begins_and_ends_with_its_own_work(typed: str, begins: str, ends: str) -> None:
    assert meant(typed, work=SHOP) == begins
    assert meant(typed, work=SHOP, due=True) == ends


def test_today_is_over_when_its_work_is() -> None:
    closing = datetime(2026, 11, 11, 17, tzinfo=ZoneInfo(BOGOTA))

    before = closing - timedelta(seconds=1)
    assert meant("hoy", work=SHOP, due=True, now=before) == "Wed 2026-11-11 17:00"
    with pytest.raises(PastMoment):
        meant("hoy", work=SHOP, due=True, now=closing)


def test_the_hours_of_another_zone_are_told_by_the_reader_s_clock() -> None:
    madrid = Schedule(MADRID, {day: [("09:00", "18:00")] for day in range(5)})

    assert meant("el viernes", work=madrid) == "Fri 2026-11-13 03:00"
    assert meant("el viernes", work=madrid, due=True) == "Fri 2026-11-13 12:00"


def test_the_order_of_day_and_month_can_be_known() -> None:
    assert meant("01/02", day_first=True) == "Mon 2027-02-01 09:00"
    assert meant("01/02", day_first=False) == "Sat 2027-01-02 09:00"
    assert meant("30/11", day_first=False) == "Mon 2026-11-30 09:00"


def test_01_02_is_asked_about() -> None:
    with pytest.raises(AmbiguousDate) as refused:
        meant("01/02")

    assert refused.value.day_first == date(2027, 2, 1)
    assert refused.value.month_first == date(2027, 1, 2)


def test_working_hours_decide_which_six_is_meant() -> None:
    at = parse_when("mañana a las 6", now=NOW, zone=BOGOTA, day_start=time(5), day_end=time(13, 30))

    assert at == datetime(2026, 11, 12, 6, tzinfo=ZoneInfo(BOGOTA))


def test_the_second_half_of_a_month_ends_with_it() -> None:
    later = datetime(2026, 11, 15, 23, 30, tzinfo=UTC)

    assert parse_when("quincena", now=later, zone=BOGOTA) == datetime(2026, 11, 30, 23, tzinfo=UTC)


def test_the_end_of_the_month_moves_on_once_it_is_past() -> None:
    late = datetime(2026, 11, 30, 23, 0, tzinfo=UTC)

    assert parse_when("fin de mes", now=late, zone=BOGOTA) == datetime(2026, 12, 31, 23, tzinfo=UTC)


def test_the_end_of_the_week_moves_on_once_it_is_past() -> None:
    saturday = datetime(2026, 11, 14, 15, tzinfo=UTC)
    friday_night = datetime(2026, 11, 13, 23, tzinfo=UTC)
    next_friday = datetime(2026, 11, 20, 23, tzinfo=UTC)

    assert parse_when("end of week", now=saturday, zone=BOGOTA) == next_friday
    assert parse_when("end of week", now=friday_night, zone=BOGOTA) == next_friday


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "xyz",
        "el",
        "9",
        "in",
        "25:00",
        "9:60",
        "13am",
        "0pm",
        "-2h",
        "２h",
        "９am",
        "99/99",
        "31/02",
        "30 feb",
        "2026-02-30",
        "0/0",
        "30-11",
        "1/1/1",
        "1/1/1999",
        "mañana mañana",
        "lunes martes",
        "mar 10",
        "mañana 9am 10am",
        "viernes y lunes",
        "fin de semana",
        "1 de la noche",
    ],
)
def test_an_unclear_moment_is_refused(typed: str) -> None:
    with pytest.raises(UnclearMoment) as refused:
        meant(typed)

    assert refused.value.text == typed


@pytest.mark.parametrize(
    ("typed", "on"),
    [("vie 12", date(2026, 11, 12)), ("martes 13 de noviembre", date(2026, 11, 13))],
)
def test_a_date_on_another_weekday_is_refused(typed: str, on: date) -> None:
    with pytest.raises(WrongWeekday) as refused:
        meant(typed)

    assert refused.value.on == on


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("hoy 9am", "2026-11-11T14:00"),
        ("hoy a las 10:03", "2026-11-11T15:03"),
        ("ayer 5pm", "2026-11-10T22:00"),
        ("esta mañana", "2026-11-11T14:00"),
        ("2026-11-10", "2026-11-10T14:00"),
    ],
)
def test_a_moment_behind_is_refused_but_named(typed: str, moment: str) -> None:
    with pytest.raises(PastMoment) as refused:
        meant(typed)

    assert refused.value.at == datetime.fromisoformat(moment).replace(tzinfo=UTC)


def test_a_moment_has_to_lie_ahead_by_a_second() -> None:
    assert meant("hoy a las 10:04") == "Wed 2026-11-11 10:04"


def test_an_hour_the_clocks_skip_is_refused() -> None:
    with pytest.raises(NoSuchMoment) as refused:
        parse_when("mañana 2:30am", now=datetime(2026, 3, 28, 12, tzinfo=UTC), zone=MADRID)

    assert refused.value.local.isoformat() == "2026-03-29T02:30:00"


@pytest.mark.parametrize(
    ("now", "moment"),
    [
        pytest.param("2026-10-24T12:00", "2026-10-25T00:30", id="the first coming"),
        pytest.param("2026-10-25T00:30", "2026-10-25T01:30", id="the second, after the first"),
    ],
)
def test_an_hour_that_comes_twice_is_its_next_coming(now: str, moment: str) -> None:
    then = datetime.fromisoformat(now).replace(tzinfo=UTC)

    at = parse_when("25/10/2026 2:30am", now=then, zone=MADRID)

    assert at == datetime.fromisoformat(moment).replace(tzinfo=UTC)


def test_days_keep_the_time_on_the_wall_and_hours_pass() -> None:
    before = datetime(2026, 10, 24, 12, tzinfo=UTC)

    assert parse_when("1 día", now=before, zone=MADRID) == datetime(2026, 10, 25, 13, tzinfo=UTC)
    assert parse_when("24h", now=before, zone=MADRID) == datetime(2026, 10, 25, 12, tzinfo=UTC)


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(UnknownZone):
        parse_when("mañana", now=NOW, zone="America/Macondo")


def test_now_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        parse_when("mañana", now=NOW.replace(tzinfo=None), zone=BOGOTA)
