"""Covering in words."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.notices.absence import CoverFreed
from bot.notices.people import Reader
from bot.views import render
from bot.views.examples.absence import HOURS

SPANISH = Reader("es", "America/Bogota", "CO")


@pytest.mark.parametrize(
    ("seconds", "names_it"), [(0, False), (59, False), (60, True)], ids=["none", "59 s", "a minute"]
)
def test_a_stretch_called_off_as_it_began_is_not_named(seconds: int, *, names_it: bool) -> None:
    ends_at = HOURS.starts_at + timedelta(seconds=seconds)

    said = render(CoverFreed(replace(HOURS, ends_at=ends_at)), SPANISH).text

    assert ("<!date" in said) is names_it
    assert said.startswith("Ya no hace falta cubrir a ")
