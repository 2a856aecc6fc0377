"""Who gets a lead, and what they may do with it."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import col, select

from bot.notices.leads import LeadArrived, WindowClosing
from bot.rules.refusals import (
    AlreadyAccepted,
    AlreadyOwned,
    DuplicateLead,
    NotAllowed,
    PersonCannotOwn,
    ReasonNeeded,
)
from bot.rules.terms import ClockOutcome, ClockState, LeadStage, Outcome, RejectReason
from bot.usecases.leads.attention import pause_lead
from bot.usecases.leads.cards import owners_card
from bot.usecases.leads.ownership import (
    accept_lead,
    answer_rejection,
    assign_lead,
    claim_lead,
    reject_lead,
)
from bot.usecases.leads.touching import undo_touch
from models import Lead, Outbox, Turn
from models.database import Database
from tests.usecases.builders import MONDAY, acts, make_absence
from tests.usecases.leadwork import Day, local
from tests.usecases.told import told


@pytest.fixture
def day(database: Database) -> Day:
    return Day(database)


def test_leads_go_round_the_rota(day: Day) -> None:
    owners = [day.lead(day.lead_arrives(name)).owner_id for name in ("Acme", "Beta", "Ceta")]

    assert owners == [day.cast.ana.id, day.cast.bruno.id, day.cast.ana.id]


def test_another_lead_of_a_company_goes_to_whoever_has_the_first(day: Day) -> None:
    first = day.lead_arrives("Acme")
    second = day.lead_arrives("ACME", email="otra@acme.example")

    assert day.lead(second).owner_id == day.lead(first).owner_id


def test_who_is_away_gets_nothing(day: Day) -> None:
    with day.database.writing() as session:
        make_absence(session, day.cast.ana)

    assert day.lead(day.lead_arrives()).owner_id == day.cast.bruno.id


def test_with_nobody_there_the_sales_lead_is_told_at_once(day: Day) -> None:
    with day.database.writing() as session:
        make_absence(session, day.cast.ana)
        make_absence(session, day.cast.bruno)

    lead = day.lead_arrives()

    assert day.lead(lead).owner_id is None
    assert day.told(day.cast.carla) == ["LeadUnowned"]


def test_the_same_lead_is_not_registered_twice_while_it_is_open(day: Day) -> None:
    day.lead_arrives(email="laura@acme.example")

    with pytest.raises(DuplicateLead):
        day.lead_arrives(email="laura@acme.example")


def test_of_two_who_claim_the_first_gets_it_and_the_other_is_told_who(day: Day) -> None:
    lead = _unowned(day)

    with day.database.writing() as session:
        claim_lead(session, now=day.now, actor=acts(day.cast.bruno), lead=lead)
    with day.database.writing() as session, pytest.raises(AlreadyOwned) as refused:
        claim_lead(session, now=day.now, actor=acts(day.cast.ana), lead=lead)

    assert refused.value.owner == "Bruno"


def test_marketing_cannot_claim(day: Day) -> None:
    lead = _unowned(day)

    with day.database.writing() as session, pytest.raises(NotAllowed):
        claim_lead(session, now=day.now, actor=acts(day.cast.marta), lead=lead)


def test_accepting_stops_the_accept_clock_and_not_the_other(day: Day) -> None:
    lead = day.lead_arrives()

    with day.database.writing() as session:
        accept_lead(session, now=day.now, actor=acts(day.cast.ana), lead=lead)

    assert day.clock(lead, "accept").outcome == ClockOutcome.MET
    assert day.clock(lead).state == ClockState.RUNNING


def test_accepting_twice_is_refused_calmly(day: Day) -> None:
    lead = day.lead_arrives()
    with day.database.writing() as session:
        accept_lead(session, now=day.now, actor=acts(day.cast.ana), lead=lead)

    with day.database.writing() as session, pytest.raises(AlreadyAccepted):
        accept_lead(session, now=day.now, actor=acts(day.cast.ana), lead=lead)


def test_a_reassigned_leads_clock_goes_on_and_the_new_owner_has_a_full_turn(day: Day) -> None:
    """Handed over at 11:30: the clock still ends at 13:00, and Bruno is reminded before."""
    lead = day.lead_arrives()
    day.until("11:30")

    _assign(day, lead, "Bruno")
    day.until("13:30")

    assert day.steps(lead) == [
        ("t0.50", "told"),
        ("t1.50", "told"),
        ("t1.75", "told"),
        ("breach", "told"),
    ]
    assert _turns(day, lead) == [("Ana", "transferred"), ("Bruno", None)]


def test_a_late_owner_is_told_how_much_of_the_window_is_used_and_left(day: Day) -> None:
    """Ninety minutes left at 11:30; half of them later it is 12:15."""
    lead = day.lead_arrives()
    day.until("11:30")
    _assign(day, lead, "Bruno")

    day.until("12:15")

    with day.database.reading() as session:
        reminder = told(session, day.cast.bruno.slack_id)[-1]
    assert isinstance(reminder, WindowClosing)
    assert (reminder.percent, reminder.left, reminder.due_at) == (81, 45 * 60, local("13:00"))


def test_who_gets_a_lead_past_its_window_reads_that_and_how_long_their_turn_is(day: Day) -> None:
    """It was due at 13:00; Bruno gets it at 13:30, and has four hours of his own."""
    lead = day.lead_arrives()
    day.until("13:30")
    _assign(day, lead, "Bruno")

    day.until("16:30")

    with day.database.reading() as session:
        read = told(session, day.cast.bruno.slack_id)
    (arrived,) = [each for each in read if isinstance(each, LeadArrived)]
    window = next(each for each in arrived.card.windows if each.stage == "first_touch")
    reminders = [
        each for each in read if isinstance(each, WindowClosing) and each.stage == "first_touch"
    ]
    own = local("09:30", day=1)
    assert (window.due_at, window.own_until) == (local("13:00"), own)
    assert [(each.due_at, each.is_late, each.own_until) for each in reminders] == [
        (local("13:00"), True, own),
        (local("13:00"), True, own),
    ]


def test_a_reminder_past_the_window_is_worth_sending_until_the_turn_ends(day: Day) -> None:
    lead = day.lead_arrives()
    day.until("13:30")
    _assign(day, lead, "Bruno")
    day.until("15:30")

    with day.database.reading() as session:
        clock = day.clock(lead)
        owed = select(Outbox).where(Outbox.clock_id == clock.id, Outbox.step == "t1.50")
        (post,) = session.exec(owed).all()

    assert post.expires_at == local("09:30:01", day=1)


def test_who_had_the_lead_all_along_has_no_other_time_than_the_window(day: Day) -> None:
    lead = day.lead_arrives()
    day.until("13:00:01")

    with day.database.reading() as session:
        card = owners_card(session, now=day.now, lead=session.get_one(Lead, lead))

    assert [window.own_until for window in card.windows] == [None, None]


def test_a_turn_used_up_is_missed_even_when_the_lead_moves_on(day: Day) -> None:
    lead = day.lead_arrives()
    day.until("13:00:01")

    _assign(day, lead, "Bruno")

    assert _turns(day, lead)[0] == ("Ana", "missed")


def test_a_follow_up_taken_back_stopped_nothing_for_the_turn(day: Day) -> None:
    """Ana has it from 10:00; her follow-up of 11:00 is taken back, and 14:01 is too late."""
    lead = day.lead_arrives()
    _assign(day, lead, "Bruno")
    day.until("10:00")
    _assign(day, lead, "Ana")
    day.until("11:00")
    day.touch(day.cast.ana, lead)
    day.until("11:05")
    with day.database.writing() as session:
        undo_touch(session, now=day.now, actor=acts(day.cast.ana), lead=lead)
    day.until("14:01")

    day.touch(day.cast.ana, lead)

    assert _turns(day, lead)[-1] == ("Ana", "missed")


def test_a_lead_cannot_go_to_somebody_outside_sales_or_away(day: Day) -> None:
    lead = day.lead_arrives()
    with day.database.writing() as session:
        make_absence(session, day.cast.bruno, ends_at=MONDAY + timedelta(days=1))

    with pytest.raises(PersonCannotOwn):
        _assign(day, lead, "Mateo")
    with pytest.raises(PersonCannotOwn):
        _assign(day, lead, "Bruno")


def test_an_old_menu_gives_no_lead_to_a_closed_account(day: Day) -> None:
    lead = day.lead_arrives()
    day.leaves(day.cast.bruno)

    with pytest.raises(PersonCannotOwn) as refused:
        _assign(day, lead, day.cast.bruno.id)

    assert refused.value.name == "Bruno"
    assert day.lead(lead).owner_id == day.cast.ana.id


def test_a_rejection_needs_a_reason_and_reaches_marketing(day: Day) -> None:
    lead = day.lead_arrives()

    with pytest.raises(ReasonNeeded):
        _reject(day, lead, None)
    _reject(day, lead, RejectReason.NO_BUDGET)

    assert day.lead(lead).stage == LeadStage.REJECTED
    assert day.told(day.cast.marta) == ["LeadRejected"]
    assert day.clock(lead).state == ClockState.PAUSED


def test_a_rejection_marketing_agrees_to_cancels_the_clock(day: Day) -> None:
    lead = day.lead_arrives()
    _reject(day, lead, RejectReason.NOT_A_FIT)

    _answer(day, lead, agrees=True)

    assert day.clock(lead).outcome == ClockOutcome.CANCELLED
    assert day.lead(lead).closed_at is not None


def test_a_contested_rejection_lets_the_clock_go_on_from_where_it_stood(day: Day) -> None:
    """An hour used, two hours waiting for marketing: due at 15:00 and not at 13:00."""
    lead = day.lead_arrives()
    day.until("10:00")
    _reject(day, lead, RejectReason.NOT_A_FIT)
    day.until("12:00")

    _answer(day, lead, agrees=False)
    day.until("15:00:00")
    assert day.clock(lead).breached_at is None
    day.until("15:00:01")

    assert day.clock(lead).breached_at is not None


def test_a_lead_handed_back_while_on_hold_waits_for_marketing_and_not_for_the_hold(
    day: Day,
) -> None:
    lead = day.lead_arrives()
    day.until("10:00")
    with day.database.writing() as session:
        ana, end = acts(day.cast.ana), local("12:00")
        pause_lead(session, now=day.now, actor=ana, lead=lead, reason="Viaja", until=end)
    day.until("11:00")
    _reject(day, lead, RejectReason.NOT_A_FIT)

    day.until("17:00", day=2)

    clock = day.clock(lead)
    assert (clock.state, clock.breached_at, clock.stored) == (ClockState.PAUSED, None, 3600)
    assert clock.paused_total == 3600


def test_a_contested_lead_is_as_far_as_it_had_come(day: Day) -> None:
    lead = day.lead_arrives()
    day.touch(day.cast.ana, lead, outcome=Outcome.QUALIFIED)
    _reject(day, lead, RejectReason.NOT_A_FIT)

    _answer(day, lead, agrees=False)

    assert day.lead(lead).stage == LeadStage.QUALIFIED


def test_handing_back_answers_the_accept_window_for_good(day: Day) -> None:
    """Contested, followed up by mistake, taken back: the accept clock is not run again."""
    lead = day.lead_arrives()
    _reject(day, lead, RejectReason.NOT_A_FIT)
    _answer(day, lead, agrees=False)
    day.until("09:05")
    day.touch(day.cast.ana, lead)

    with day.database.writing() as session:
        undo_touch(session, now=day.now, actor=acts(day.cast.ana), lead=lead)

    assert day.clock(lead, "accept").state == ClockState.STOPPED
    assert day.clock(lead).state == ClockState.RUNNING


def _answer(day: Day, lead: UUID, *, agrees: bool) -> None:
    marta = acts(day.cast.marta)
    with day.database.writing() as session:
        answer_rejection(session, now=day.now, actor=marta, lead=lead, agrees=agrees)


def _unowned(day: Day) -> UUID:
    with day.database.writing() as session:
        absences = [make_absence(session, who) for who in (day.cast.ana, day.cast.bruno)]
    lead = day.lead_arrives()
    with day.database.writing() as session:
        for absence in absences:
            session.delete(absence)
    return lead


def _assign(day: Day, lead: UUID, to: str | UUID) -> None:
    with day.database.writing() as session:
        assign_lead(session, now=day.now, actor=acts(day.cast.carla), lead=lead, to=to)


def _reject(day: Day, lead: UUID, reason: RejectReason | None) -> None:
    with day.database.writing() as session:
        reject_lead(session, now=day.now, actor=acts(day.cast.ana), lead=lead, reason=reason)


def _turns(day: Day, lead: UUID) -> list[tuple[str | None, str | None]]:
    names = {person.id: person.name for person in (day.cast.ana, day.cast.bruno)}
    with day.database.reading() as session:
        rows = session.exec(
            select(Turn).where(Turn.clock_id == day.clock(lead).id).order_by(col(Turn.number))
        ).all()
        return [(names.get(row.person_id) if row.person_id else None, row.outcome) for row in rows]
