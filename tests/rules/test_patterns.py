"""Which habits are worth a quiet look, on both sides of each line."""

from collections.abc import Iterable
from uuid import UUID

import pytest

from bot.rules.patterns import (
    Deed,
    Pattern,
    done_at_once,
    is_instant_contact,
    is_late_pause,
    repeated,
)

ANA, BRUNO = (UUID(int=n) for n in (1, 2))


def lead(number: int) -> UUID:
    return UUID(int=1000 + number)


def deeds(person: UUID, moments: Iterable[int]) -> list[Deed]:
    """One lead after the other, at these seconds."""
    return [Deed(person, lead(number), at) for number, at in enumerate(moments)]


@pytest.mark.parametrize(
    ("moments", "leads"),
    [
        pytest.param((0, 15, 30, 45, 60), 5, id="five leads within sixty seconds"),
        pytest.param((0, 15, 30, 45, 61), 0, id="the fifth a second later"),
        pytest.param((0, 10, 20, 30), 0, id="four are an ordinary morning"),
        pytest.param((0, 400, 410, 420, 430, 440, 450), 6, id="a run later in the day"),
        pytest.param((0, 1, 2, 3, 4, 500, 501, 502, 503, 504, 505), 6, id="the longest of two"),
        pytest.param((), 0, id="nothing done"),
    ],
)
def test_leads_changed_at_once(moments: tuple[int, ...], leads: int) -> None:
    seen = done_at_once(deeds(ANA, moments))

    assert [len(each.leads) for each in seen] == ([leads] if leads else [])


def test_one_lead_changed_many_times_is_no_run() -> None:
    same = [Deed(ANA, lead(1), at) for at in range(10)]

    assert done_at_once(same) == ()


def test_people_are_judged_apart() -> None:
    """Two who work at the same minute are not one who works too fast."""
    both = deeds(ANA, (0, 10, 20)) + deeds(BRUNO, (5, 15, 25))

    assert done_at_once(both) == ()


def test_the_last_moment_of_a_run_is_told() -> None:
    (seen,) = done_at_once(reversed(deeds(ANA, (300, 310, 320, 330, 340))))

    assert (seen.person_id, seen.pattern, seen.at) == (ANA, Pattern.AT_ONCE, 340)
    assert seen.leads == tuple(lead(n) for n in range(5))


@pytest.mark.parametrize(
    ("times", "is_told"),
    [pytest.param(3, True, id="three times"), pytest.param(2, False, id="twice may be chance")],
)
def test_what_is_repeated(times: int, is_told: bool) -> None:  # noqa: FBT001  a column of a table
    seen = repeated(Pattern.LATE_PAUSES, deeds(ANA, range(times)))

    assert [each.person_id for each in seen] == ([ANA] if is_told else [])


@pytest.mark.parametrize(
    ("used", "is_late"),
    [(89, False), (90, True), (100, True), (101, False), (0, False)],
)
def test_a_pause_in_the_last_tenth(used: int, is_late: bool) -> None:  # noqa: FBT001  a column
    assert is_late_pause(used) is is_late


@pytest.mark.parametrize(
    ("assigned", "contacted", "note", "is_instant"),
    [
        pytest.param(100, 160, "", True, id="a minute after"),
        pytest.param(100, 161, "", False, id="a second more"),
        pytest.param(100, 100, "", True, id="in the same second"),
        pytest.param(100, 99, "", False, id="before: they talked already"),
        pytest.param(100, 110, "She asked for a quote.", False, id="with something to show"),
        pytest.param(100, 110, "  ", True, id="a blank note shows nothing"),
    ],
)
def test_a_contact_as_soon_as_assigned(
    assigned: int,
    contacted: int,
    note: str,
    is_instant: bool,  # noqa: FBT001  a column of a table
) -> None:
    assert is_instant_contact(assigned, contacted, note) is is_instant
