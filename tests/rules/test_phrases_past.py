"""Moments that lie behind, as people tell of them."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.rules.phrases.past import parse_past
from bot.rules.phrases.refusals import UnclearMoment

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
        pytest.param("anteayer 10 am", at(2, 10), id="the day before"),
        pytest.param("HACE 1 HORA", NOW - timedelta(hours=1), id="case does not matter"),
    ],
)
def test_the_latest_moment_that_is_not_to_come(typed: str, meant: datetime) -> None:
    assert parse_past(typed, now=NOW, zone=BOGOTA) == meant


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("3:31 pm", id="a minute from now"),
        pytest.param("mañana 9am", id="tomorrow"),
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
    with pytest.raises(UnclearMoment):
        parse_past(typed, now=NOW, zone=BOGOTA)
