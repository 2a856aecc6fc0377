"""Later, I am on it, and on hold: what moves a clock and what does not."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlmodel import select

from bot.notices.attention import Snoozed
from bot.rules.refusals import (
    ClockAlreadyPaused,
    HoldTooLong,
    MomentInPast,
    NothingToAcknowledge,
    PausedTooLong,
    ReasonNeeded,
    SnoozePastDue,
    TooManyPauses,
)
from bot.rules.terms import ClockState
from bot.usecases.leads.attention import acknowledge, pause_lead, resume_lead, snooze
from bot.usecases.leads.ownership import assign_lead
from models import Clock, Outbox, Person
from models.database import Database
from tests.usecases.builders import acts
from tests.usecases.leadwork import Day, local


@pytest.fixture
def day(database: Database) -> Day:
    return Day(database)


def test_a_snoozed_reminder_comes_back_when_asked(day: Day) -> None:
    lead = day.lead_arrives()
    day.until("11:00")

    _snooze(day, lead, "12:30")
    day.until("12:30")

    assert day.steps(lead) == [("t0.50", "told"), ("t0.75", "snoozed"), ("again.1", "told")]


def test_a_snooze_never_passes_the_end_of_the_window(day: Day) -> None:
    lead = day.lead_arrives()
    day.until("11:00")

    _snooze(day, lead, "16:00")

    assert day.clock(lead).snoozed_until == local("13:00")


@pytest.mark.parametrize(
    ("arrives", "until", "on", "at", "day_at", "is_capped"),
    [
        pytest.param("15:00", "16:59:59", 0, "16:59:59", 0, False, id="within working hours"),
        pytest.param("15:00", "17:00", 0, "09:00", 1, False, id="at closing: next morning"),
        pytest.param("15:00", "19:40", 0, "09:00", 1, False, id="in the evening"),
        pytest.param("15:00", "10:30", 1, "10:30", 1, False, id="next day"),
        pytest.param("15:00", "11:00", 1, "11:00", 1, False, id="the end of the window"),
        pytest.param("15:00", "11:00:01", 1, "11:00", 1, True, id="beyond it"),
    ],
)
def test_whoever_snoozes_is_told_when_the_reminder_is_really_sent(
    day: Day, arrives: str, until: str, on: int, at: str, day_at: int, *, is_capped: bool
) -> None:
    lead = day.lead_arrives(at=arrives)

    told = _snooze(day, lead, until, on=on)

    assert (told.at, told.is_capped) == (local(at, day=day_at), is_capped)
    before = told.at - timedelta(seconds=1)
    day.sweep(at=before)
    assert ("again.1", "told") not in day.steps(lead)
    day.sweep(at=told.at)
    assert ("again.1", "told") in day.steps(lead)
    assert _sent(day, "ReminderAgain") == [told.at]


def test_on_friday_evening_the_reminder_comes_on_monday(day: Day) -> None:
    day.until("15:00", day=4)
    lead = day.lead_arrives(at="15:00")

    assert _snooze(day, lead, "09:00", on=5).at == local("09:00", day=7)


def test_a_reminder_due_as_a_snooze_ends_gives_way_to_the_one_asked_for(day: Day) -> None:
    lead = day.lead_arrives()
    day.until("11:00")
    _snooze(day, lead, "12:00")

    day.until("12:00")

    assert sorted(day.steps(lead)[1:]) == [("again.1", "told"), ("t0.75", "overtaken")]


def test_a_snooze_moves_neither_breach_nor_ladder(day: Day) -> None:
    lead = day.lead_arrives()
    _snooze(day, lead, "12:59")

    day.until("14:00:00")

    assert day.steps(lead)[-2:] == [("breach", "told"), ("manager", "told")]


def test_there_is_nothing_to_snooze_once_every_window_is_over(day: Day) -> None:
    lead = day.lead_arrives()
    day.until("17:00", day=0)
    day.until("10:00", day=1)

    with pytest.raises(SnoozePastDue):
        _snooze(day, lead, "12:00", on=1)


def test_an_acknowledgement_holds_the_ladder_until_the_promised_moment(day: Day) -> None:
    lead = day.lead_arrives()
    day.until("13:00:01")

    _ack(day, lead, day.cast.ana, "15:30")
    day.until("15:29:59")
    assert ("manager", "told") not in day.steps(lead)
    day.until("15:30:00")

    assert ("manager", "told") in day.steps(lead)


def test_an_acknowledgement_before_the_breach_silences_reminders_only(day: Day) -> None:
    lead = day.lead_arrives()
    day.until("11:00")

    _ack(day, lead, day.cast.ana, "12:30")
    day.until("13:00:01")

    assert day.steps(lead) == [("t0.50", "told"), ("t0.75", "silenced"), ("breach", "told")]


def test_whoever_was_on_it_and_asks_to_be_reminded_is_reminded(day: Day) -> None:
    lead = day.lead_arrives()
    day.until("11:00")
    _ack(day, lead, day.cast.ana, "12:45")

    _snooze(day, lead, "12:30")
    day.until("12:30")

    assert day.steps(lead) == [("t0.50", "told"), ("t0.75", "snoozed"), ("again.1", "told")]


def test_only_whom_the_step_reached_may_acknowledge_and_once(day: Day) -> None:
    lead = day.lead_arrives()
    day.until("11:00")

    with pytest.raises(NothingToAcknowledge):
        _ack(day, lead, day.cast.carla, "12:00")
    _ack(day, lead, day.cast.ana, "12:00")
    with pytest.raises(NothingToAcknowledge):
        _ack(day, lead, day.cast.ana, "12:00")


def test_a_new_owner_cannot_acknowledge_what_reached_the_former_owner(day: Day) -> None:
    lead = day.lead_arrives()
    day.until("11:00")
    with day.database.writing() as session:
        assign_lead(session, now=day.now, actor=acts(day.cast.carla), lead=lead, to="Bruno")

    with pytest.raises(NothingToAcknowledge):
        _ack(day, lead, day.cast.bruno, "12:00")


def test_an_acknowledgement_holds_for_at_most_one_further_target(day: Day) -> None:
    """Four more working hours from 13:00:01 end at 09:00:01 on Tuesday."""
    lead = day.lead_arrives()
    day.until("13:00:01")

    with pytest.raises(HoldTooLong):
        _ack(day, lead, day.cast.ana, "09:01", on=1)
    _ack(day, lead, day.cast.ana, "09:00", on=1)

    assert day.clock(lead).held_until == local("09:00", day=1)


def test_a_paused_clock_counts_nothing_and_ends_later_by_what_was_left(day: Day) -> None:
    """Paused from 10:00 to 12:00 after one hour: the three left end at 15:00."""
    lead = day.lead_arrives()
    day.until("10:00")

    _pause(day, lead, "12:00")
    day.until("15:00:00")
    assert day.clock(lead).breached_at is None
    day.until("15:00:01")

    assert day.clock(lead).breached_at == local("15:00:01")


def test_a_clock_can_be_resumed_before_its_pause_ends(day: Day) -> None:
    lead = day.lead_arrives()
    day.until("10:00")
    _pause(day, lead, "16:00")
    day.until("11:00")

    with day.database.writing() as session:
        resume_lead(session, now=day.now, actor=acts(day.cast.ana), lead=lead)

    assert day.clock(lead).due_at == local("14:00")


def test_a_pause_ends_beside_a_clock_that_was_looked_at_in_vain(day: Day) -> None:
    lead, other = day.lead_arrives(), day.lead_arrives("Beta")
    _pause(day, lead, "10:00")
    with day.database.writing() as session:
        looked_at = select(Clock).where(Clock.lead_id == other, Clock.stage == "first_touch")
        session.exec(looked_at).one().next_at = local("10:00")

    day.sweep(at=local("10:00"))

    assert day.clock(lead).state == ClockState.RUNNING
    assert day.clock(lead, "accept").state == ClockState.RUNNING


def test_a_pause_needs_a_reason_a_future_end_and_a_running_clock(day: Day) -> None:
    lead = day.lead_arrives()

    with pytest.raises(ReasonNeeded):
        _pause(day, lead, "12:00", reason=" ")
    with pytest.raises(MomentInPast):
        _pause(day, lead, "09:00")
    _pause(day, lead, "12:00")
    with pytest.raises(ClockAlreadyPaused):
        _pause(day, lead, "12:00")


def test_a_clock_is_paused_twice_at_the_most(day: Day) -> None:
    lead = day.lead_arrives()
    for end in ("09:30", "10:00"):
        _pause(day, lead, end)
        day.until(end)

    with pytest.raises(TooManyPauses):
        _pause(day, lead, "11:00")


def test_pauses_together_last_five_working_days_at_the_most(day: Day) -> None:
    """Forty working hours from Monday 09:00 are used up on Friday at 17:00."""
    lead = day.lead_arrives()

    with pytest.raises(PausedTooLong):
        _pause(day, lead, "09:01", on=7)
    _pause(day, lead, "09:00", on=7)

    assert day.clock(lead).paused_until == local("09:00", day=7)


def _snooze(day: Day, lead: UUID, until: str, *, on: int = 0) -> Snoozed:
    with day.database.writing() as session:
        end = local(until, day=on)
        return snooze(session, now=day.now, actor=acts(day.cast.ana), lead=lead, until=end)


def _sent(day: Day, notice: str) -> list[datetime]:
    """When the messages of a kind may leave, at the earliest."""
    with day.database.reading() as session:
        rows = session.exec(select(Outbox).where(Outbox.notice == notice)).all()
        return sorted({row.not_before for row in rows if row.not_before is not None})


def _ack(day: Day, lead: UUID, by: Person, until: str, *, on: int = 0) -> None:
    with day.database.writing() as session:
        end = local(until, day=on)
        acknowledge(session, now=day.now, actor=acts(by), lead=lead, until=end)


def _pause(
    day: Day, lead: UUID, until: str, *, on: int = 0, reason: str = "El cliente viaja"
) -> None:
    with day.database.writing() as session:
        end = local(until, day=on)
        actor = acts(day.cast.ana)
        pause_lead(session, now=day.now, actor=actor, lead=lead, reason=reason, until=end)
