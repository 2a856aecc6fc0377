"""When a person is told: in their own hours, outside their quiet ones, in a summary if they wish.

The agreement works Monday to Friday from 9 to 17; the days here are counted from Monday 2 March.
"""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.rules.opening_hours import EqualEnds, NoOpening, UnclearLabel, UnknownZone
from bot.rules.quiet_hours import (
    DigestOutsideHours,
    Hearing,
    QuietLeavesNoTime,
    Week,
    Wishes,
    check_wishes,
    heard_at,
    openings,
    reminded_at,
    told_at,
)
from bot.rules.worktime import Schedule, epoch_seconds

OFFICE = Schedule("UTC", {day: [("09:00", "17:00")] for day in range(5)})
LATE_SHIFT: Week = tuple((day, (("12:00", "20:00"),)) for day in range(5))
NONE = Wishes()
LATER = Wishes(week=LATE_SHIFT)
LUNCH = Wishes(quiet=("12:00", "14:00"))
NIGHT = Wishes(quiet=("22:00", "07:00"))
MORNINGS = Wishes(digest_at="10:00")
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def at(text: str, day: int = 2) -> int:
    return epoch_seconds(datetime.fromisoformat(f"2026-03-{day:02}T{text}+00:00"))


def hears(wishes: Wishes, when: int) -> int:
    return heard_at(when, openings(wishes, OFFICE))


@pytest.mark.parametrize(
    ("wishes", "due", "told"),
    [
        pytest.param(NONE, at("11:59:59"), at("11:59:59"), id="who wishes nothing hears at once"),
        pytest.param(NONE, at("17:00"), at("09:00", 3), id="at closing time, on the next day"),
        pytest.param(LATER, at("11:59:59"), at("12:00"), id="before their hours, when they begin"),
        pytest.param(LATER, at("19:59:59"), at("19:59:59"), id="own hours count, not the office's"),
        pytest.param(LATER, at("20:00"), at("12:00", 3), id="own hours end before they end"),
        pytest.param(LUNCH, at("11:59:59"), at("11:59:59"), id="a second before the quiet"),
        pytest.param(LUNCH, at("12:00"), at("14:00"), id="quiet begins with its first second"),
        pytest.param(LUNCH, at("13:59:59"), at("14:00"), id="the last second is quiet"),
        pytest.param(
            NIGHT, at("23:00"), at("09:00", 3), id="after a quiet night, when work begins"
        ),
        pytest.param(
            replace(LATER, quiet=("12:00", "13:30")), at("10:00"), at("13:30"), id="both together"
        ),
        pytest.param(
            replace(LUNCH, zone="America/Bogota"), at("17:00", 5), at("09:00", 6), id="noon there"
        ),
    ],
)
def test_a_person_is_told_when_all_of_their_hours_are_open(
    wishes: Wishes, due: int, told: int
) -> None:
    assert hears(wishes, due) == told


def test_the_agreements_days_off_are_theirs_too() -> None:
    hours = openings(LATER, OFFICE, [date(2026, 3, 2)])

    assert heard_at(at("12:30"), hours) == at("12:00", 3)


@pytest.mark.parametrize(
    ("quiet", "told"),
    [(("00:00", "10:00"), at("10:00")), (("17:00", "24:00"), at("09:00"))],
    ids=["from midnight", "until midnight"],
)
def test_midnight_bounds_quiet_hours_on_either_side(quiet: tuple[str, str], told: int) -> None:
    assert hears(Wishes(quiet=quiet), at("09:00")) == told


@pytest.mark.parametrize(
    ("due", "told"),
    [(at("09:59:59"), at("09:59:59")), (at("10:00"), at("11:00")), (at("11:00"), at("11:00"))],
)
def test_what_slack_keeps_quiet_is_waited_for(due: int, told: int) -> None:
    assert heard_at(due, [OFFICE], (at("10:00"), at("11:00"))) == told


@pytest.mark.parametrize(
    ("wishes", "closes", "told"),
    [
        pytest.param(
            LUNCH, at("14:00:01"), Hearing(at("14:00")), id="it waits while it is in time"
        ),
        pytest.param(LUNCH, at("14:00"), Hearing(at("12:30")), id="it comes rather than too late"),
        pytest.param(
            MORNINGS,
            at("10:00:01", 3),
            Hearing(at("10:00", 3), in_digest=True),
            id="in the summary",
        ),
        pytest.param(
            MORNINGS,
            at("10:00", 3),
            Hearing(at("12:30")),
            id="no summary when it would be too late",
        ),
        pytest.param(
            replace(MORNINGS, quiet=("12:00", "14:00")),
            at("16:00"),
            Hearing(at("14:00")),
            id="without a summary in time, at the next opening",
        ),
    ],
)
def test_a_reminder_due_at_half_past_twelve_waits_but_never_past_its_use(
    wishes: Wishes, closes: int, told: Hearing
) -> None:
    assert reminded_at(at("12:30"), closes, wishes, openings(wishes, OFFICE)) == told


@pytest.mark.parametrize(
    ("due", "told"),
    [
        (at("10:00"), at("10:00")),
        (at("10:00:01"), at("10:00", 3)),
        (at("11:00", 6), at("10:00", 9)),
    ],
    ids=["at its time", "a second late", "over a weekend"],
)
def test_the_summary_comes_at_its_time_on_the_next_day_of_work(due: int, told: int) -> None:
    found = reminded_at(due, at("00:00", 30), MORNINGS, [OFFICE])

    assert found == Hearing(told, in_digest=True)


def test_a_summary_within_the_quiet_of_slack_moves_to_the_next_day() -> None:
    silence = (at("09:30"), at("10:30"))

    found = reminded_at(at("09:00"), at("00:00", 30), MORNINGS, [OFFICE], silence)

    assert found == Hearing(at("10:00", 3), in_digest=True)


def test_hours_that_never_meet_keep_nobody_from_being_told() -> None:
    """The agreement may change its hours after somebody chose theirs."""
    never = openings(Wishes(quiet=("09:00", "17:00")), OFFICE)

    with pytest.raises(NoOpening):
        heard_at(at("12:00"), never)
    assert told_at(at("12:00"), never) == at("12:00")
    assert reminded_at(at("12:00"), at("16:00"), NONE, never) == Hearing(at("12:00"))


@pytest.mark.parametrize(
    ("wishes", "refusal"),
    [
        pytest.param(Wishes(zone="Bogota"), UnknownZone, id="no such zone"),
        pytest.param(Wishes(week=((0, (("9", "17:00"),)),)), UnclearLabel, id="no such hour"),
        pytest.param(
            Wishes(week=((0, (("09:00", "09:00"),)),)), EqualEnds, id="hours of no length"
        ),
        pytest.param(Wishes(quiet=("12:00", "12:00")), EqualEnds, id="quiet of no length"),
        pytest.param(Wishes(quiet=("00:00", "24:00")), QuietLeavesNoTime, id="quiet all day"),
        pytest.param(Wishes(quiet=("09:00", "17:00")), QuietLeavesNoTime, id="quiet all of work"),
        pytest.param(Wishes(digest_at="25:00"), UnclearLabel, id="a summary at no such time"),
        pytest.param(Wishes(digest_at="17:00"), DigestOutsideHours, id="a summary after work"),
        pytest.param(replace(LUNCH, digest_at="13:59"), DigestOutsideHours, id="or in the quiet"),
        pytest.param(
            replace(LATER, digest_at="11:59"), DigestOutsideHours, id="or before own hours"
        ),
    ],
)
def test_wishes_that_cannot_be_kept_are_refused(wishes: Wishes, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        check_wishes(wishes, [OFFICE], NOON)


@pytest.mark.parametrize(
    "wishes",
    [
        NONE,
        LATER,
        NIGHT,
        Wishes(quiet=("09:00", "16:59")),
        Wishes(digest_at="09:00"),
        replace(LUNCH, digest_at="14:00"),
        replace(LATER, digest_at="12:00"),
    ],
)
def test_wishes_that_leave_time_are_taken(wishes: Wishes) -> None:
    check_wishes(wishes, [OFFICE], NOON)
    check_wishes(wishes, [], NOON)
