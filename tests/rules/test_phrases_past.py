"""Moments that lie behind, as people tell of them."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.rules.phrases.past import parse_past
from bot.rules.phrases.refusals import FutureMoment, NoSuchDay, UnclearPastMoment

BOGOTA = "America/Bogota"
NOW = datetime(2026, 3, 4, 20, 30, tzinfo=UTC)
"""Wednesday 4 March, 15:30 in Bogotá."""


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC) + timedelta(hours=5)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("hace 20 min", NOW - timedelta(minutes=20), id="so long ago"),
        pytest.param("20 min ago", NOW - timedelta(minutes=20), id="the same in English"),
        pytest.param("hace media hora", NOW - timedelta(minutes=30), id="in words"),
        pytest.param("hace 2 días", NOW - timedelta(days=2), id="days ago"),
        pytest.param("hoy", NOW, id="today alone is now"),
        pytest.param("ahora", NOW, id="now"),
        pytest.param("hoy 9:30", at(4, 9, 30), id="today at a time"),
        pytest.param("today at 9:30", at(4, 9, 30), id="today at a time in English"),
        pytest.param("9:30", at(4, 9, 30), id="a time alone is today's"),
        pytest.param("a las 3", at(4, 15), id="of two hours the one nearer behind"),
        pytest.param("a las 4", at(4, 4), id="four in the afternoon is still to come"),
        pytest.param("3:30 pm", NOW, id="this very minute"),
        pytest.param("ayer a las 4 pm", at(3, 16), id="yesterday"),
        pytest.param("yesterday 16:00", at(3, 16), id="yesterday in English"),
        pytest.param("ayer 4 de la tarde", at(3, 16), id="an hour of a part of the day"),
        pytest.param("9 de la mañana", at(4, 9), id="this morning's"),
        pytest.param("anteayer 10 am", at(2, 10), id="the day before"),
        pytest.param("HACE 1 HORA", NOW - timedelta(hours=1), id="case does not matter"),
    ],
)
def test_the_latest_moment_that_is_not_to_come(typed: str, meant: datetime) -> None:
    assert parse_past(typed, now=NOW, zone=BOGOTA) == meant


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("el lunes 9am", id="a Monday can be the last one"),
        pytest.param("el 28", id="a day of the month can be last month's"),
        pytest.param("en la tarde", id="an afternoon can be any"),
        pytest.param("2/4", id="two numbers that can be day and month"),
        pytest.param("3 sep 9am", id="half a year ahead can be last year's"),
        pytest.param("ayer", id="a whole day is no moment"),
        pytest.param("hace mucho", id="not a length of time"),
        pytest.param("9:30 9:40", id="two times"),
        pytest.param("hace hace 2h", id="twice ago"),
        pytest.param("", id="nothing"),
        pytest.param("a las", id="nothing but small words"),
        pytest.param("25:00", id="no such hour"),
        pytest.param("hace -5 min", id="less than nothing"),
        pytest.param("٣:٣٠", id="other figures"),
    ],
)
def test_anything_else_is_refused(typed: str) -> None:
    with pytest.raises(UnclearPastMoment):
        parse_past(typed, now=NOW, zone=BOGOTA)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("3:31 pm", at(4, 15, 31), id="a minute from now"),
        pytest.param("mañana 9am", at(5, 9), id="tomorrow"),
        pytest.param("tomorrow 9am", at(5, 9), id="tomorrow in English"),
        pytest.param("pasado mañana", at(6, 9), id="a whole day ahead"),
        pytest.param("en 2 horas", NOW + timedelta(hours=2), id="after so long"),
        pytest.param("in 2 hours", NOW + timedelta(hours=2), id="after so long in English"),
        pytest.param("2 sep 9am", at(1, 9) + timedelta(days=185), id="just within half a year"),
        pytest.param("1 de agosto 10am", at(1, 10) + timedelta(days=153), id="a date this year"),
    ],
)
def test_what_is_surely_to_come_is_called_so(typed: str, meant: datetime) -> None:
    with pytest.raises(FutureMoment) as refused:
        parse_past(typed, now=NOW, zone=BOGOTA)

    assert refused.value == FutureMoment(typed, meant)


def test_a_day_that_does_not_exist_is_named() -> None:
    with pytest.raises(NoSuchDay):
        parse_past("31/02", now=NOW, zone=BOGOTA)
