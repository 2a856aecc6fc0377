"""What a clock owes, and when: reminders, the breach one second after the target, the ladder."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.rules.ladder import (
    ClockFacts,
    Fate,
    Planned,
    consumed,
    due_at,
    is_met,
    judge,
    ladder,
    starts_at,
    time_left,
    turn_consumed,
    turn_due_at,
)
from bot.rules.worktime import Schedule, epoch_seconds, moment

HOUR = 3600
OFFICE = Schedule("UTC", {day: [("09:00", "13:00"), ("14:00", "18:00")] for day in range(5)})
RUNGS = ladder(4 * HOUR, (50, 75), HOUR, 4 * HOUR)
MONDAY = datetime(2026, 3, 2, tzinfo=UTC)


def at(text: str, *, day: int = 0) -> int:
    """Return a moment of the week that begins on Monday 2 March 2026."""
    hours, minutes, *seconds = (int(part) for part in text.split(":"))
    since = timedelta(days=day, hours=hours, minutes=minutes, seconds=seconds[0] if seconds else 0)
    return epoch_seconds(MONDAY + since)


def clock(start: int, **more: int | bool | None) -> ClockFacts:
    values: dict[str, int | bool | None] = {
        "stored": 0,
        "last_started": start,
        "turn": 0,
        "turn_stored": 0,
        "turn_started": start,
    }
    return ClockFacts(**{**values, **more})  # type: ignore[arg-type]


def told(facts: ClockFacts, now: int) -> list[tuple[str, str]]:
    verdict = judge(facts, RUNGS, OFFICE, now)
    return [
        (due.planned.name, moment(due.planned.at).strftime("%a %H:%M:%S")) for due in verdict.due
    ]


@pytest.mark.parametrize(
    ("now", "names"),
    [
        pytest.param("10:59:59", [], id="nothing before half the time is used"),
        pytest.param("11:00:00", ["t0.50"], id="the first reminder at half the time"),
        pytest.param("11:59:59", ["t0.50"], id="the second not a second early"),
        pytest.param("12:00:00", ["t0.50", "t0.75"], id="the second at three quarters"),
        pytest.param("14:00:00", ["t0.50", "t0.75"], id="at the target itself nothing is missed"),
        pytest.param("14:00:01", ["t0.50", "t0.75", "breach"], id="the breach a second later"),
        pytest.param("14:59:59", ["t0.50", "t0.75", "breach"], id="the manager not early"),
        pytest.param("15:00:00", ["t0.50", "t0.75", "breach", "manager"], id="then the manager"),
    ],
)
def test_steps_come_due_by_consumed_time(now: str, names: list[str]) -> None:
    """A window of four hours from Monday 09:00, lunch from 13:00 to 14:00 not counted."""
    assert [name for name, _ in told(clock(at("09:00")), at(now))] == names


def test_every_step_has_its_true_instant_however_late_it_is_noticed() -> None:
    """Woken a week later, breach and escalations still carry the moments they were due."""
    assert told(clock(at("09:00")), at("09:00", day=7)) == [
        ("t0.50", "Mon 11:00:00"),
        ("t0.75", "Mon 12:00:00"),
        ("breach", "Mon 14:00:01"),
        ("manager", "Mon 15:00:00"),
        ("offer", "Tue 09:00:00"),
    ]


def test_a_window_that_ends_at_closing_is_breached_when_work_begins_again() -> None:
    """Due is shown as Friday 18:00; nothing leaves out of hours, so the flag waits for Monday."""
    friday = clock(at("14:00", day=4))

    assert moment(due_at(friday, 4 * HOUR, OFFICE)) == moment(at("18:00", day=4))
    assert told(friday, at("09:00:00", day=7))[-1] == ("t0.75", "Fri 17:00:00")
    assert told(friday, at("09:00:01", day=7))[-1] == ("breach", "Mon 09:00:01")


@pytest.mark.parametrize(
    ("reply", "met"),
    [
        pytest.param(at("18:00", day=4), True, id="a reply at closing"),
        pytest.param(at("17:30", day=5), True, id="a reply on Saturday"),
        pytest.param(at("09:00:00", day=7), True, id="a reply in Monday's first second"),
        pytest.param(at("09:00:01", day=7), False, id="a reply in Monday's second second"),
    ],
)
def test_a_reply_while_the_office_is_closed_uses_no_time(reply: int, *, met: bool) -> None:
    """The window ended exactly at closing on Friday."""
    friday = clock(at("14:00", day=4))

    assert is_met(consumed(friday, OFFICE, reply), 4 * HOUR) is met


def test_reminders_overtaken_by_the_breach_are_not_worth_a_message() -> None:
    verdict = judge(clock(at("09:00")), RUNGS, OFFICE, at("14:30"))

    assert [due.fate for due in verdict.due] == [Fate.OVERTAKEN, Fate.OVERTAKEN, Fate.TOLD]


def test_breach_and_escalation_are_both_told_however_late() -> None:
    verdict = judge(clock(at("09:00"), fired=0b11), RUNGS, OFFICE, at("16:00"))

    assert [(due.planned.name, due.fate) for due in verdict.due] == [
        ("breach", Fate.TOLD),
        ("manager", Fate.TOLD),
    ]


def test_the_next_look_is_at_the_earliest_step_left() -> None:
    assert judge(clock(at("09:00")), RUNGS, OFFICE, at("11:00")).next_at == at("12:00")


def test_a_clock_with_nothing_left_is_not_looked_at_again() -> None:
    assert judge(clock(at("09:00"), fired=0b11111), RUNGS, OFFICE, at("11:00")).next_at is None


def test_time_used_before_a_pause_counts() -> None:
    """Two hours were used before the pause, so two are left from Monday 14:00."""
    resumed = clock(at("14:00"), stored=2 * HOUR, turn_stored=2 * HOUR, fired=0b01)

    assert told(resumed, at("16:00:01")) == [("t0.75", "Mon 15:00:00"), ("breach", "Mon 16:00:01")]


def test_a_new_owner_gets_reminders_of_what_is_left_of_the_window() -> None:
    """Handed over at 11:00 with two hours left: reminded after one, and after half an hour more."""
    handed = clock(at("09:00"), turn=1, turn_started=at("11:00"))

    assert told(handed, at("14:00:00")) == [("t1.50", "Mon 12:00:00"), ("t1.75", "Mon 12:30:00")]
    assert moment(turn_due_at(handed, 4 * HOUR, OFFICE)) == moment(at("13:00"))
    assert turn_consumed(handed, OFFICE, at("14:00")) == 2 * HOUR


@pytest.mark.parametrize(
    ("reminded_at", "closed_at"),
    [
        pytest.param("14:00:00", None, id="at its last second the window is still kept"),
        pytest.param("14:00:01", "14:00", id="a second later it is past"),
    ],
)
def test_a_reminder_knows_whether_the_window_had_closed_before(
    reminded_at: str, closed_at: str | None
) -> None:
    """Five minutes were left at the hand-over: the turn has its four hours all the same."""
    handed = clock(at("10:00"), turn=1, turn_started=at("14:55"))
    reminder = Planned(at(reminded_at, day=0) + HOUR, RUNGS.steps[1], "t1.75")

    said = time_left(reminder, handed, 4 * HOUR, OFFICE)

    assert said.closed_at == (None if closed_at is None else at(closed_at) + HOUR)
    assert moment(said.due_at) == moment(at("09:55", day=1))


@pytest.mark.parametrize(
    ("handed_at", "reminded_at"),
    [
        pytest.param("09:00:00", "Mon 11:00:00", id="at once: half of the four hours"),
        pytest.param("12:50:00", "Mon 12:55:00", id="ten minutes left: after five of them"),
        pytest.param("12:50:01", "Mon 15:50:01", id="less: half of a turn of their own"),
        pytest.param("14:30:00", "Mon 16:30:00", id="past the window: the same"),
    ],
)
def test_a_reminder_comes_before_the_miss_where_there_is_time_to_act(
    handed_at: str, reminded_at: str
) -> None:
    handed = clock(at("09:00"), turn=1, turn_started=at(handed_at))

    assert dict(told(handed, at("18:00")))["t1.50"] == reminded_at


def test_what_is_left_is_counted_without_what_a_pause_held() -> None:
    """Handed over after three of four hours, paused after ten minutes, resumed at 15:00."""
    resumed = clock(at("15:00"), stored=3 * HOUR + 600, turn=1, turn_stored=600)

    assert told(resumed, at("15:49:59")) == [("t1.50", "Mon 15:20:00"), ("t1.75", "Mon 15:35:00")]


def test_an_acknowledgement_holds_the_ladder_but_not_the_breach() -> None:
    held = clock(at("09:00"), fired=0b11, held_until=at("16:30"))

    assert told(held, at("16:29:59")) == [("breach", "Mon 14:00:01")]
    assert told(held, at("16:30:00"))[-1] == ("manager", "Mon 16:30:00")


def test_a_hold_that_ends_at_night_holds_until_work_begins() -> None:
    held = clock(at("09:00"), fired=0b111, held_until=at("20:00"))

    assert told(held, at("09:00", day=1))[0] == ("manager", "Tue 09:00:00")


def test_an_acknowledgement_before_the_breach_silences_reminders() -> None:
    verdict = judge(clock(at("09:00"), silenced=True), RUNGS, OFFICE, at("11:00"))

    assert [due.fate for due in verdict.due] == [Fate.SILENCED]


def test_a_snoozed_reminder_comes_again_when_asked_and_those_before_it_do_not() -> None:
    snoozed = clock(at("09:00"), fired=0b01, snoozes=1, snoozed_until=at("12:30"))

    verdict = judge(snoozed, RUNGS, OFFICE, at("12:30"))

    assert [(due.planned.name, due.fate) for due in verdict.due] == [
        ("t0.75", Fate.SNOOZED),
        ("again.1", Fate.TOLD),
    ]


@pytest.mark.parametrize(
    ("stored", "begins"),
    [
        pytest.param("14:00:00", "09:00:00", id="the breach is still ahead: since received"),
        pytest.param("14:00:01", "14:00:01", id="the breach would be now: since stored"),
        pytest.param("17:00:00", "17:00:00", id="the breach would be past: since stored"),
    ],
)
def test_a_lead_stored_too_late_starts_its_clock_when_stored(stored: str, begins: str) -> None:
    """What was lost before the lead reached us is the systems' delay, not the owner's."""
    assert starts_at(at("09:00"), at(stored), 4 * HOUR, OFFICE) == at(begins)
