"""When reminders have stopped helping, on both sides of each line."""

from collections.abc import Sequence

import pytest

from bot.rules.reminders import are_ignored, is_heeded
from bot.rules.worktime import Schedule

OFFICE = Schedule("UTC", {day: [("09:00", "17:00")] for day in range(5)})
MONDAY_16_30 = 4 * 86_400 + 16 * 3600 + 30 * 60
"""Monday 5 January 1970, half an hour before closing."""
NIGHT = 16 * 3600
HOUR = 3600


@pytest.mark.parametrize(
    ("acts", "heeded"),
    [
        pytest.param([MONDAY_16_30], True, id="at once"),
        pytest.param([MONDAY_16_30 - 1], False, id="before it was sent"),
        pytest.param([MONDAY_16_30 + NIGHT + HOUR], True, id="an hour of work later, on Tuesday"),
        pytest.param([MONDAY_16_30 + NIGHT + HOUR + 1], False, id="a second more"),
        pytest.param([MONDAY_16_30 - 5, MONDAY_16_30 + 60], True, id="one of several acts"),
        pytest.param([], False, id="never"),
    ],
)
def test_a_reminder_is_heeded_within_a_working_hour(acts: Sequence[int], heeded: bool) -> None:  # noqa: FBT001  a column of the table
    assert is_heeded(MONDAY_16_30, acts, OFFICE) is heeded


@pytest.mark.parametrize(
    ("heeded", "ignored"),
    [
        pytest.param([False] * 9, False, id="too few to conclude anything"),
        pytest.param([False] * 10, True, id="ten and none helped"),
        pytest.param([True] * 5 + [False] * 5, False, id="half of them helped"),
        pytest.param([True] * 4 + [False] * 6, True, id="fewer than half"),
        pytest.param([True] * 30 + [False] * 11 + [True] * 9, True, id="only the latest 20 count"),
        pytest.param([False] * 30 + [True] * 10 + [False] * 10, False, id="old silence is past"),
        pytest.param([], False, id="none yet"),
    ],
)
def test_reminders_are_ignored(heeded: Sequence[bool], ignored: bool) -> None:  # noqa: FBT001  as above
    assert are_ignored(heeded) is ignored
