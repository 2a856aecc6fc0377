"""Status tells of now and of this week: another stretch of time is refused, never guessed."""

import pytest

from bot.rules.status_words import OnlyThisWeek, check_period

TOLD = ["", "hoy", "today", "semana", "this week", "esta semana", "de mi equipo", "may mar"]
REFUSED = [
    *("semana pasada", "la semana pasada", "last week", "semana anterior", "previous week"),
    *("last month", "el mes pasado", "este mes", "this month", "trimestre", "year"),
    *("ayer", "yesterday", "marzo", "of October", "últimos 30 días", "last 30 days"),
]


@pytest.mark.parametrize("typed", TOLD)
def test_now_and_this_week_are_told(typed: str) -> None:
    check_period(typed)


@pytest.mark.parametrize("typed", REFUSED)
def test_any_other_stretch_of_time_is_refused(typed: str) -> None:
    with pytest.raises(OnlyThisWeek):
        check_period(typed)
