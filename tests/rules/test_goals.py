"""Pace by working days, and milestones that are crossed upward, once."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from bot.rules.goals import (
    LARGEST,
    AmountTooLarge,
    BadMilestones,
    Crossing,
    Pace,
    crossing,
    in_order,
    is_doubtful,
    pace,
    passed,
    sensible,
)

MON, TUE, FRI, SAT = (date(2026, 3, day) for day in (2, 3, 6, 7))
NEXT_MON = date(2026, 3, 9)
NEXT_FRI = date(2026, 3, 13)


def weekdays(day: date) -> bool:
    return day.weekday() < 5


def fortnight(today: date, actual: str = "0", target: str = "100") -> Pace:
    """Ten working days, Monday 2 to Friday 13 March."""
    return pace(
        target=Decimal(target),
        actual=Decimal(actual),
        starts_on=MON,
        ends_on=NEXT_FRI,
        today=today,
        is_working=weekdays,
    )


PACES = {
    "before it starts: no pace": (MON - timedelta(days=3), "0", None, "10", 10),
    "on the first day nothing has ended: no pace": (MON, "0", None, "10", 10),
    "on the second day one day has ended": (TUE, "0", "10", "11.11", 9),
    "on Friday four have": (FRI, "40", "40", "10", 6),
    "on Saturday five have": (SAT, "40", "50", "12", 5),
    "a weekend ends nothing": (NEXT_MON, "40", "50", "12", 5),
    "on the last day one is left": (NEXT_FRI, "80", "90", "20", 1),
    "once it is over the whole gap is left": (SAT + timedelta(days=7), "80", "100", "20", 0),
    "long after, the same": (SAT + timedelta(days=70), "80", "100", "20", 0),
    "reached: nothing is required": (FRI, "100", "40", "0", 6),
    "passed: nothing is required": (FRI, "130", "40", "0", 6),
}


@pytest.mark.parametrize(
    ("today", "actual", "expected", "required", "left"), PACES.values(), ids=PACES.keys()
)
def test_pace(today: date, actual: str, expected: str | None, required: str, left: int) -> None:
    at = fortnight(today, actual)

    assert at == Pace(
        None if expected is None else Decimal(expected).quantize(Decimal("0.01")),
        Decimal(required),
        left,
    )


def test_a_period_without_a_working_day_asks_for_the_whole_gap() -> None:
    at = pace(
        target=Decimal(5),
        actual=Decimal(2),
        starts_on=SAT,
        ends_on=SAT,
        today=SAT,
        is_working=weekdays,
    )

    assert at == Pace(None, Decimal(3), 0)


LINES = (25, 50, 75, 100, 120)

CROSSINGS = {
    "nothing crossed": ("0", "24.99", Crossing()),
    "met exactly": ("0", "25", Crossing((25,))),
    "already exactly on it": ("25", "30", Crossing()),
    "just under, then on": ("24.99", "25", Crossing((25,))),
    "two at once": ("10", "60", Crossing((25, 50))),
    "all at once": ("0", "500", Crossing(LINES)),
    "the target itself": ("99.99", "100", Crossing((100,))),
    "beyond the target": ("119.99", "120", Crossing((120,))),
    "back under a line": ("30", "24.99", Crossing(undone=(25,))),
    "back onto a line is not under it": ("30", "25", Crossing()),
    "back under two": ("60", "0", Crossing(undone=(25, 50))),
    "further down, already under": ("20", "10", Crossing()),
}


@pytest.mark.parametrize(("before", "after", "expected"), CROSSINGS.values(), ids=CROSSINGS.keys())
def test_crossing(before: str, after: str, expected: Crossing) -> None:
    assert crossed(before, after) == expected


def test_of_several_lines_crossed_the_highest_is_celebrated() -> None:
    assert crossed("0", "60").celebrated == 50
    assert crossed("60", "0").celebrated is None


@pytest.mark.parametrize(("before", "after"), [("20", "80"), ("80", "20")], ids=["up", "down"])
def test_lines_a_goal_began_at_are_neither_crossed_nor_undone(before: str, after: str) -> None:
    judged = crossed(before, after, from_start=(25, 50))

    assert (*judged.crossed, *judged.undone) == (75,)


def crossed(before: str, after: str, *, from_start: tuple[int, ...] = ()) -> Crossing:
    return crossing(
        before=Decimal(before),
        after=Decimal(after),
        target=Decimal(100),
        lines=LINES,
        from_start=from_start,
    )


@pytest.mark.parametrize(
    ("amount", "doubted"),
    [("200", False), ("200.01", True), ("1200", True), ("-1200", False)],
    ids=["twice the goal", "a hair more", "a nought too many", "taking one back"],
)
def test_more_than_two_goals_at_once_is_doubted(amount: str, *, doubted: bool) -> None:
    assert is_doubtful(Decimal(amount), Decimal(100)) is doubted


def test_lines_are_exact_for_targets_that_do_not_divide() -> None:
    third = Decimal("33.33")

    assert passed(Decimal("8.34"), third, LINES) == (25,)
    assert passed(Decimal("8.33"), third, LINES) == ()


@pytest.mark.parametrize(
    "lines",
    [(0,), (-25,), (1001,), (50, 50), tuple(range(1, 22))],
    ids=["zero", "below", "too far", "twice", "twenty-one"],
)
def test_milestones_nobody_could_celebrate_are_refused(lines: tuple[int, ...]) -> None:
    with pytest.raises(BadMilestones):
        in_order(lines)


@pytest.mark.parametrize(
    "lines", [(), (1, 1000), tuple(range(1, 21))], ids=["none", "the ends", "twenty"]
)
def test_milestones_of_one_s_own_are_kept(lines: tuple[int, ...]) -> None:
    assert in_order(lines) == list(lines)


def test_milestones_are_kept_in_order() -> None:
    assert in_order((80, 10, 40)) == [10, 40, 80]


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "-Infinity", "sNaN"])
def test_what_is_no_number_is_refused(amount: str) -> None:
    with pytest.raises(AmountTooLarge):
        sensible(Decimal(amount))


def test_amounts_have_two_places_and_a_limit() -> None:
    assert sensible(Decimal("1.005")) == Decimal("1.00")
    assert sensible(LARGEST) == LARGEST
    assert sensible(-LARGEST) == -LARGEST
    with pytest.raises(AmountTooLarge):
        sensible(LARGEST + Decimal("0.01"))
