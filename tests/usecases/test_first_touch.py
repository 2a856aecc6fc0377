"""A lead waits for its first follow-up: who is told, when, and what stops the clock."""

from uuid import UUID

import pytest
from sqlmodel import select

from bot.rules.refusals import NotAllowed, TouchBeforeLead, TouchInFuture, UndoTooLate
from bot.rules.terms import ClockOutcome, ClockState, LeadStage, Outcome
from bot.usecases.leads.attention import pause_lead
from bot.usecases.leads.touching import undo_touch
from models import Turn, Window
from models.database import Database
from tests.usecases.builders import acts
from tests.usecases.leadwork import Day, local


@pytest.fixture
def day(database: Database) -> Day:
    return Day(database)


def test_the_owner_is_reminded_at_half_and_at_three_quarters(day: Day) -> None:
    """Four hours from 09:00: Ana is reminded at 11:00 and at 12:00, not before."""
    lead = day.lead_arrives()

    day.until("10:59:59")
    assert day.told(day.cast.ana, "WindowClosing") == []

    day.until("11:00")
    assert day.told(day.cast.ana, "WindowClosing") == ["WindowClosing"]

    day.until("12:59")
    assert day.steps(lead) == [("t0.50", "told"), ("t0.75", "told")]


def test_a_miss_is_told_to_the_owner_to_the_sales_lead_and_to_the_channel(day: Day) -> None:
    day.lead_arrives()

    day.until("13:00:00")
    assert day.told(day.cast.carla) == []

    day.until("13:00:01")
    assert day.told(day.cast.ana)[-1] == "WindowMissed"
    assert day.told(day.cast.carla) == ["MissReported"]
    assert day.told("CLEADS") == ["MissesFlagged"]


def test_the_ladder_goes_on_to_the_sales_lead_and_offers_a_reassignment(day: Day) -> None:
    """One working hour after the breach, and four."""
    lead = day.lead_arrives()

    day.until("09:00", day=1)

    assert day.told(day.cast.carla)[:3] == ["MissReported", "MissEscalated", "ReassignmentOffered"]
    assert day.steps(lead)[-2:] == [("manager", "told"), ("offer", "told")]


def test_a_follow_up_in_the_last_second_keeps_the_promise(day: Day) -> None:
    lead = day.lead_arrives()
    day.until("13:00:00")

    day.touch(day.cast.ana, lead)

    assert day.clock(lead).outcome == ClockOutcome.MET
    assert day.clock(lead).consumed == 4 * 3600


def test_a_follow_up_a_second_later_breaks_it_and_its_true_time_is_kept(day: Day) -> None:
    lead = day.lead_arrives()
    day.until("15:00:00")

    day.touch(day.cast.ana, lead)

    assert day.clock(lead).outcome == ClockOutcome.MISSED
    assert day.clock(lead).consumed == 6 * 3600


def test_a_step_nobody_had_noticed_yet_is_written_down_before_the_follow_up_counts(
    day: Day,
) -> None:
    """The process slept through 13:00; the follow-up at 15:00 does not hide the miss."""
    lead = day.lead_arrives()
    day.now = local("15:00")

    day.touch(day.cast.ana, lead)

    assert ("breach", "told") in day.steps(lead)
    assert day.clock(lead).breached_at == local("13:00:01")


def test_after_the_follow_up_nothing_more_comes_due(day: Day) -> None:
    lead = day.lead_arrives()
    day.until("10:00")

    day.touch(day.cast.ana, lead)
    day.until("17:00", day=3)

    assert day.steps(lead) == []
    assert day.clock(lead, "accept").state == ClockState.STOPPED


def test_the_same_tap_twice_is_one_follow_up(day: Day) -> None:
    lead = day.lead_arrives()

    day.touch(day.cast.ana, lead)
    card = day.touch(day.cast.ana, lead)

    assert card.touches == 1
    assert day.history(lead).count("lead.touched") == 1


def test_a_follow_up_told_within_a_working_day_counts_when_it_happened(day: Day) -> None:
    """Called at 12:30, told at 16:00 after the flag: met, told late, and counted apart."""
    lead = day.lead_arrives()
    day.until("16:00")

    day.touch(day.cast.ana, lead, happened=local("12:30"))

    clock = day.clock(lead)
    assert (clock.outcome, clock.told_late) == (ClockOutcome.MET, True)
    assert clock.breached_at == local("13:00:01")
    assert "clock.told_late" in day.history(lead)


def test_a_follow_up_told_after_more_than_a_working_day_counts_when_told(day: Day) -> None:
    lead = day.lead_arrives()
    day.until("16:00", day=1)

    day.touch(day.cast.ana, lead, happened=local("12:30"))

    assert day.clock(lead).outcome == ClockOutcome.MISSED


def test_the_sales_leads_word_confirms_a_follow_up_told_too_late(day: Day) -> None:
    lead = day.lead_arrives()
    day.until("16:00", day=1)

    day.touch(day.cast.carla, lead, happened=local("12:30"))

    assert day.clock(lead).outcome == ClockOutcome.MET


@pytest.mark.parametrize("told", ["14:30", "16:30"], ids=["on hold", "after the hold"])
def test_a_hold_takes_nothing_from_a_follow_up_that_came_before_it(day: Day, told: str) -> None:
    """Called at 12:00, held from 14:00 to 16:00: three hours were used, whenever it is told."""
    lead = day.lead_arrives()
    day.until("14:00")
    with day.database.writing() as session:
        ana, end = acts(day.cast.ana), local("16:00")
        pause_lead(session, now=day.now, actor=ana, lead=lead, reason="Viaja", until=end)
    day.until(told)

    day.touch(day.cast.ana, lead, happened=local("12:00"))

    clock = day.clock(lead)
    assert (clock.outcome, clock.told_late, clock.consumed) == (ClockOutcome.MET, True, 3 * 3600)
    with day.database.reading() as session:
        turn = session.exec(select(Turn).where(Turn.clock_id == clock.id)).one()
    assert (turn.outcome, turn.consumed) == ("met", 3 * 3600)


def test_a_hold_before_a_follow_up_told_after_another_is_not_counted(day: Day) -> None:
    """Held 10-11 and 13-14, called at 12:00: one hour and one, not three."""
    lead = day.lead_arrives()
    for begin, end in (("10:00", "11:00"), ("13:00", "14:00")):
        day.until(begin)
        with day.database.writing() as session:
            ana, until = acts(day.cast.ana), local(end)
            pause_lead(session, now=day.now, actor=ana, lead=lead, reason="Viaja", until=until)
    day.until("14:30")

    day.touch(day.cast.ana, lead, happened=local("12:00"))

    assert day.clock(lead).consumed == 2 * 3600


def test_a_follow_up_told_after_exactly_a_working_day_still_counts_when_it_happened(
    day: Day,
) -> None:
    lead = day.lead_arrives()
    day.until("12:30:00", day=1)

    day.touch(day.cast.ana, lead, happened=local("12:30"))

    assert day.clock(lead).outcome == ClockOutcome.MET


def test_a_follow_up_cannot_be_in_the_future_or_before_the_lead(day: Day) -> None:
    lead = day.lead_arrives(at="10:00")

    with pytest.raises(TouchInFuture):
        day.touch(day.cast.ana, lead, happened=local("10:00:01"))
    with pytest.raises(TouchBeforeLead):
        day.touch(day.cast.ana, lead, happened=local("09:59:59"))
    assert day.lead(lead).first_touch_at is None


def test_taking_a_follow_up_back_lets_the_clock_go_on_as_if_it_had_never_stopped(
    day: Day,
) -> None:
    lead = day.lead_arrives()
    day.until("10:00")
    day.touch(day.cast.ana, lead)

    day.until("10:10")
    _undo(day, lead)
    day.until("13:00:01")

    assert day.clock(lead).breached_at == local("13:00:01")
    assert day.clock(lead, "accept").state == ClockState.RUNNING


def test_after_ten_minutes_only_the_sales_lead_may_take_it_back(day: Day) -> None:
    lead = day.lead_arrives()
    day.touch(day.cast.ana, lead)
    day.until("09:10:01")

    with day.database.writing() as session, pytest.raises(UndoTooLate):
        undo_touch(session, now=day.now, actor=acts(day.cast.ana), lead=lead)
    with day.database.writing() as session:
        undo_touch(session, now=day.now, actor=acts(day.cast.carla), lead=lead)

    assert day.lead(lead).first_touch_at is None


def test_whoever_followed_up_for_an_owner_may_take_it_back_and_so_may_the_owner(day: Day) -> None:
    lead = day.lead_arrives()

    for person in (day.cast.bruno, day.cast.ana):
        day.touch(day.cast.bruno, lead, reason="Ana está en una reunión")
        with day.database.writing() as session:
            undo_touch(session, now=day.now, actor=acts(person), lead=lead)

    assert day.lead(lead).first_touch_at is None


def test_a_colleague_who_had_no_part_in_it_cannot_take_it_back(day: Day) -> None:
    lead = day.lead_arrives()
    day.touch(day.cast.ana, lead)

    with day.database.writing() as session, pytest.raises(NotAllowed):
        undo_touch(session, now=day.now, actor=acts(day.cast.bruno), lead=lead)


def test_taking_back_the_answer_an_agreement_demands_leaves_the_attempt_too_little(
    day: Day,
) -> None:
    with day.database.writing() as session:
        window = session.exec(select(Window).where(Window.stage == "first_touch")).one()
        window.needs_contact = True
    lead = day.lead_arrives()
    day.touch(day.cast.ana, lead, outcome=Outcome.NO_ANSWER)
    day.until("09:05")
    day.touch(day.cast.ana, lead, outcome=Outcome.ANSWERED)
    assert day.clock(lead).state == ClockState.STOPPED

    _undo(day, lead)

    assert day.clock(lead).state == ClockState.RUNNING


def test_taking_a_qualification_back_leaves_the_lead_being_worked_on(day: Day) -> None:
    lead = day.lead_arrives()
    day.touch(day.cast.ana, lead)
    day.until("09:05")
    day.touch(day.cast.ana, lead, outcome=Outcome.QUALIFIED)

    _undo(day, lead)

    assert day.lead(lead).stage == LeadStage.WORKING


def test_a_flagged_clock_that_goes_on_again_is_not_decided(day: Day) -> None:
    lead = day.lead_arrives()
    day.until("13:00:01")
    day.touch(day.cast.ana, lead)

    _undo(day, lead)

    clock = day.clock(lead)
    assert (clock.outcome, clock.breached_at) == (None, local("13:00:01"))


def test_a_colleague_needs_a_reason_and_the_owner_is_told(day: Day) -> None:
    lead = day.lead_arrives()

    with pytest.raises(NotAllowed):
        day.touch(day.cast.bruno, lead)
    day.touch(day.cast.bruno, lead, reason="Ana está en una reunión")

    assert day.told(day.cast.ana, "TouchedForYou") == ["TouchedForYou"]
    assert day.lead(lead).owner_id == day.cast.ana.id


def test_marketing_cannot_log_a_follow_up(day: Day) -> None:
    lead = day.lead_arrives()

    with pytest.raises(NotAllowed):
        day.touch(day.cast.marta, lead, reason="quiero")


def _undo(day: Day, lead: UUID) -> None:
    with day.database.writing() as session:
        undo_touch(session, now=day.now, actor=acts(day.cast.ana), lead=lead)
