"""Stretches of time as people say them, on Wednesday 11 November 2026 at 10:03 in Bogotá."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.rules.phrases.ranges import parse_range
from bot.rules.phrases.refusals import (
    OpenEnded,
    PastMoment,
    RangeReversed,
    TooLong,
    UnclearMoment,
    UnclearRange,
    WrongWeekday,
)
from bot.rules.refusals import Refusal

BOGOTA = "America/Bogota"
NOW = datetime(2026, 11, 11, 10, 3, tzinfo=ZoneInfo(BOGOTA)).astimezone(UTC)


def meant(typed: str, now: datetime = NOW) -> str:
    found = parse_range(typed, now=now, zone=BOGOTA)
    edges = (at.astimezone(ZoneInfo(BOGOTA)) for at in (found.starts_at, found.ends_at))
    return " / ".join(f"{at:%a %d %H:%M}" for at in edges)


@pytest.mark.parametrize(
    ("typed", "stretch"),
    [
        # Until a day, which is the last one away.
        ("until friday", "Wed 11 10:03 / Sat 14 00:00"),
        ("hasta el viernes", "Wed 11 10:03 / Sat 14 00:00"),
        ("hasta vie 13", "Wed 11 10:03 / Sat 14 00:00"),
        ("until today", "Wed 11 10:03 / Thu 12 00:00"),
        ("hasta mañana", "Wed 11 10:03 / Fri 13 00:00"),
        ("hasta el 20", "Wed 11 10:03 / Sat 21 00:00"),
        ("hasta el 20 de noviembre", "Wed 11 10:03 / Sat 21 00:00"),
        ("till nov 20", "Wed 11 10:03 / Sat 21 00:00"),
        ("until wednesday", "Wed 11 10:03 / Thu 19 00:00"),
        ("hasta fin de mes", "Wed 11 10:03 / Tue 01 00:00"),
        # Until an hour; until something begins.
        ("until 3pm", "Wed 11 10:03 / Wed 11 15:00"),
        ("hasta las 3", "Wed 11 10:03 / Wed 11 15:00"),
        ("hasta mañana al mediodía", "Wed 11 10:03 / Thu 12 12:00"),
        ("until friday 3pm", "Wed 11 10:03 / Fri 13 15:00"),
        ("until next week", "Wed 11 10:03 / Mon 16 00:00"),
        # Whole days.
        ("today", "Wed 11 10:03 / Thu 12 00:00"),
        ("hoy", "Wed 11 10:03 / Thu 12 00:00"),
        ("mañana", "Thu 12 00:00 / Fri 13 00:00"),
        ("mañana todo el día", "Thu 12 00:00 / Fri 13 00:00"),
        ("el lunes", "Mon 16 00:00 / Tue 17 00:00"),
        ("wednesday", "Wed 18 00:00 / Thu 19 00:00"),
        ("13/11", "Fri 13 00:00 / Sat 14 00:00"),
        ("esta semana", "Wed 11 10:03 / Mon 16 00:00"),
        ("la próxima semana", "Mon 16 00:00 / Mon 23 00:00"),
        ("next month", "Tue 01 00:00 / Fri 01 00:00"),
        # How long.
        ("3 días", "Wed 11 10:03 / Sat 14 00:00"),
        ("por un día", "Wed 11 10:03 / Thu 12 00:00"),
        ("for 2 hours", "Wed 11 10:03 / Wed 11 12:03"),
        ("media hora", "Wed 11 10:03 / Wed 11 10:33"),
        # From a day to a day.
        ("de lunes a miércoles", "Mon 16 00:00 / Thu 19 00:00"),
        ("del lunes al viernes", "Mon 16 00:00 / Sat 21 00:00"),
        ("from monday to wednesday", "Mon 16 00:00 / Thu 19 00:00"),
        ("friday - monday", "Fri 13 00:00 / Tue 17 00:00"),
        ("desde mañana hasta el viernes", "Thu 12 00:00 / Sat 14 00:00"),
        ("from tomorrow until friday", "Thu 12 00:00 / Sat 14 00:00"),
        ("hoy hasta el viernes", "Wed 11 10:03 / Sat 14 00:00"),
        ("del 13 al 20", "Fri 13 00:00 / Sat 21 00:00"),
        ("del 13 al 20 de noviembre", "Fri 13 00:00 / Sat 21 00:00"),
        ("13 a 20 de febrero", "Sat 13 00:00 / Sun 21 00:00"),
        ("13 de noviembre a 20 de noviembre", "Fri 13 00:00 / Sat 21 00:00"),
        ("13 to 20 november", "Fri 13 00:00 / Sat 21 00:00"),
        ("nov 13-20", "Fri 13 00:00 / Sat 21 00:00"),
        ("from nov 13 to nov 20", "Fri 13 00:00 / Sat 21 00:00"),
        ("13/11 - 20/11", "Fri 13 00:00 / Sat 21 00:00"),
        ("2026-11-13 - 2026-11-20", "Fri 13 00:00 / Sat 21 00:00"),
        ("9 al 13 de noviembre", "Wed 11 10:03 / Sat 14 00:00"),
        # Hours of a day.
        ("tomorrow 2pm-5pm", "Thu 12 14:00 / Thu 12 17:00"),
        ("tomorrow 2-5pm", "Thu 12 14:00 / Thu 12 17:00"),
        ("tomorrow 2-5", "Thu 12 14:00 / Thu 12 17:00"),
        ("tomorrow from 2 to 5", "Thu 12 14:00 / Thu 12 17:00"),
        ("from 2 to 5pm tomorrow", "Thu 12 14:00 / Thu 12 17:00"),
        ("mañana de 14 a 17", "Thu 12 14:00 / Thu 12 17:00"),
        ("mañana de 2 a 5 de la tarde", "Thu 12 14:00 / Thu 12 17:00"),
        ("mañana entre las 14 y media a 17", "Thu 12 14:30 / Thu 12 17:00"),
        ("mañana de 14:30 a 17:15", "Thu 12 14:30 / Thu 12 17:15"),
        ("el viernes de 9 a 11", "Fri 13 09:00 / Fri 13 11:00"),
        ("friday 2pm-5pm", "Fri 13 14:00 / Fri 13 17:00"),
        ("de 14 a 17", "Wed 11 14:00 / Wed 11 17:00"),
        ("de 8 a 10", "Thu 12 08:00 / Thu 12 10:00"),
        ("de 9 a 11", "Wed 11 10:03 / Wed 11 11:00"),
        ("hoy de 9 a 11", "Wed 11 10:03 / Wed 11 11:00"),
        ("11-13", "Wed 11 11:00 / Wed 11 13:00"),
        ("2026-11-13 14:00 - 2026-11-13 17:00", "Fri 13 14:00 / Fri 13 17:00"),
        ("mañana a las 2 hasta el viernes", "Thu 12 14:00 / Sat 14 00:00"),
        ("mañana hasta las 12", "Thu 12 00:00 / Thu 12 12:00"),
        ("hoy desde las 3", "Wed 11 15:00 / Thu 12 00:00"),
        ("from 3pm", "Wed 11 15:00 / Thu 12 00:00"),
        # Parts of a day.
        ("hoy en la tarde", "Wed 11 12:00 / Wed 11 20:00"),
        ("this afternoon", "Wed 11 12:00 / Wed 11 20:00"),
        ("mañana en la mañana", "Thu 12 00:00 / Thu 12 12:00"),
        ("monday morning", "Mon 16 00:00 / Mon 16 12:00"),
        ("esta mañana", "Wed 11 10:03 / Wed 11 12:00"),
    ],
)
def test_a_stretch_is_understood(typed: str, stretch: str) -> None:
    assert meant(typed) == stretch


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        pytest.param("", UnclearRange, id="nothing"),
        pytest.param("cuando pueda", UnclearRange, id="no time at all"),
        pytest.param("until", UnclearRange, id="until nothing"),
        pytest.param("hasta 15", UnclearRange, id="a number alone"),
        pytest.param("de 14 a 25", UnclearRange, id="an hour no day has"),
        pytest.param("lunes y miércoles", UnclearRange, id="two days that are no stretch"),
        pytest.param("monday to tuesday to friday", UnclearRange, id="three days"),
        pytest.param("13 al 31 de febrero", UnclearMoment, id="a day no month has"),
        pytest.param("viernes 14", WrongWeekday, id="another day of the week"),
        pytest.param("desde mañana", OpenEnded, id="no end, in Spanish"),
        pytest.param("from monday", OpenEnded, id="no end, in English"),
        pytest.param("tomorrow 2pm", OpenEnded, id="an hour is no stretch"),
        pytest.param("tomorrow 5pm-2pm", RangeReversed, id="hours reversed"),
        pytest.param("del 20 al 13 de noviembre", RangeReversed, id="days reversed"),
        pytest.param("2026-11-20 - 2026-11-13", RangeReversed, id="dates reversed"),
        pytest.param("hoy de 8 a 10", PastMoment, id="over already"),
        pytest.param("2026-11-10", PastMoment, id="yesterday"),
        pytest.param("mañana " * 200, TooLong, id="too long"),
    ],
)
def test_what_is_not_understood_is_refused(typed: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        meant(typed)


def test_hours_of_today_count_until_they_are_over() -> None:
    eleven = NOW.replace(hour=16, minute=0)

    assert meant("de 9 a 11", eleven.replace(hour=15, minute=59)) == "Wed 11 10:59 / Wed 11 11:00"
    assert meant("de 9 a 11", eleven) == "Thu 12 09:00 / Thu 12 11:00"


def test_a_day_begins_where_the_clocks_jump_over_midnight() -> None:
    """In Santiago, Sunday 6 September 2026 begins at 01:00."""
    saturday = datetime(2026, 9, 5, 15, tzinfo=UTC)

    found = parse_range("mañana", now=saturday, zone="America/Santiago")

    assert found.starts_at == datetime(2026, 9, 6, 4, tzinfo=UTC)
    assert found.ends_at == datetime(2026, 9, 7, 3, tzinfo=UTC)
