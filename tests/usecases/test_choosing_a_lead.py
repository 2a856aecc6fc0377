"""A lead left unnamed is one the deed can be done with; a closed one can be put right."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from bot.rules.attention import NoLeadFits, NoReminderYet
from bot.rules.refusals import (
    LeadGivenBack,
    LeadIsClosed,
    NoOpenLead,
    NothingToAcknowledge,
    WhichLead,
)
from bot.rules.terms import RejectReason
from bot.usecases.home import home
from bot.usecases.leads.attention import acknowledge, pause_lead, resume_lead, snooze
from bot.usecases.leads.choosing import Deed
from bot.usecases.leads.closing import close_lead
from bot.usecases.leads.listing import show_lead
from bot.usecases.leads.ownership import accept_lead, answer_rejection, reject_lead
from bot.usecases.leads.touching import undo_touch
from models.database import Database
from tests.usecases.builders import acts
from tests.usecases.leadwork import Day, local


@pytest.fixture
def day(database: Database) -> Day:
    return Day(database)


def test_the_only_lead_with_a_follow_up_is_meant_when_one_is_taken_back(day: Day) -> None:
    touched, other = _two_leads(day)
    day.touch(day.cast.ana, touched)

    assert _by_ana(day, undo_touch).lead.id == touched
    with pytest.raises(NoLeadFits):
        _by_ana(day, undo_touch)
    assert day.lead(other).stage == "accepted"


def test_a_follow_up_too_old_to_take_back_is_offered_to_nobody_but_who_may(day: Day) -> None:
    touched, _ = _two_leads(day)
    day.touch(day.cast.ana, touched)
    day.now = local("09:10")
    assert _by_ana(day, show_lead, deed=Deed.UNDO).lead.id == touched

    day.now = local("09:10:01")

    with pytest.raises(NoLeadFits):
        _by_ana(day, show_lead, deed=Deed.UNDO)


def test_only_leads_with_a_running_clock_are_offered_for_a_pause(day: Day) -> None:
    first, second = _two_leads(day)
    with pytest.raises(WhichLead):
        _pause(day)
    day.touch(day.cast.ana, second)

    assert _pause(day) == first
    with pytest.raises(NoLeadFits):
        _pause(day)
    assert _by_ana(day, resume_lead).lead.id == first
    with pytest.raises(NoLeadFits):
        _by_ana(day, resume_lead)


def test_only_leads_whose_window_is_not_over_are_offered_for_later(day: Day) -> None:
    first, _ = _two_leads(day)
    day.until("11:00")
    second = _anas(day, "Lince", at="11:00")
    day.until("13:00")

    assert _by_ana(day, snooze, until=local("14:00")).card.lead.id == second
    assert first != second


def test_only_leads_somebody_was_told_of_are_offered_for_i_am_on_it(day: Day) -> None:
    first, second = _two_leads(day)
    with pytest.raises(NoLeadFits):
        _by_ana(day, acknowledge, until=local("12:00"))
    day.touch(day.cast.ana, second)
    day.until("11:00")

    assert _by_ana(day, acknowledge, until=local("12:00")).lead.id == first


def test_without_an_open_lead_the_answer_says_so(day: Day) -> None:
    with pytest.raises(NoOpenLead):
        _by_ana(day, undo_touch)


def test_acknowledging_ahead_says_that_nothing_was_reminded_yet(day: Day) -> None:
    lead = _anas(day)
    with pytest.raises(NoReminderYet):
        _by_ana(day, acknowledge, lead=lead, until=local("12:00"))
    day.until("11:00")
    _by_ana(day, acknowledge, lead=lead, until=local("12:00"))

    with pytest.raises(NothingToAcknowledge) as again:
        _by_ana(day, acknowledge, lead=lead, until=local("12:00"))

    assert not isinstance(again.value, NoReminderYet)


def test_home_offers_what_can_be_said_to_a_lead_s_reminders(day: Day) -> None:
    lead = _anas(day)
    assert _offered(day) == (True, False)
    day.until("11:00")
    assert _offered(day) == (True, True)
    day.until("13:00")
    assert _offered(day) == (False, True)

    day.touch(day.cast.ana, lead)

    assert _offered(day) == (False, False)


def test_the_card_offers_what_can_be_said_to_its_reminders(day: Day) -> None:
    lead = _anas(day)

    def offered() -> set[str]:
        return {"snooze", "ack", "pause"} & set(_by_ana(day, show_lead, lead=lead).may)

    assert offered() == {"snooze", "pause"}
    day.until("11:00")
    assert offered() == {"snooze", "ack", "pause"}
    day.until("13:00")
    assert offered() == {"ack", "pause"}

    day.touch(day.cast.ana, lead)

    assert offered() == set()


def test_a_result_is_put_right_by_closing_the_lead_again(day: Day) -> None:
    lead = _anas(day)
    _close(day, lead, won=False)
    closed_at = day.lead(lead).closed_at
    day.now = local("10:00")

    card = _close(day, lead, won=True, amount=Decimal(500))

    assert (card.stage, card.amount) == ("won", Decimal(500))
    assert _close(day, lead, won=True, amount=Decimal(600)).amount == Decimal(600)
    assert _close(day, lead, won=False).amount is None
    assert day.lead(lead).closed_at == closed_at
    assert day.history(lead).count("lead.closed") == 4


def test_a_lead_closed_just_so_stays_as_it_is(day: Day) -> None:
    lead = _anas(day)
    _close(day, lead, won=True, amount=Decimal(500))

    with pytest.raises(LeadIsClosed):
        _close(day, lead, won=True, amount=Decimal(500))


def test_a_lead_given_back_for_good_has_no_result_to_put_right(day: Day) -> None:
    lead = _anas(day)
    with day.database.writing() as session:
        reject_lead(
            session, now=day.now, actor=acts(day.cast.ana), lead=lead, reason=RejectReason.NO_BUDGET
        )
        answer_rejection(session, now=day.now, actor=acts(day.cast.marta), lead=lead, agrees=True)

    with pytest.raises(LeadGivenBack):
        _close(day, lead, won=False)


def test_a_closed_lead_is_found_by_the_start_of_its_name_unless_an_open_one_is(day: Day) -> None:
    closed = _anas(day, "Acme Norte")
    _close(day, closed, won=False)
    assert _by_ana(day, show_lead, lead="acme").lead.id == closed

    running = _anas(day, "Acme Sur")

    assert _by_ana(day, show_lead, lead="acme").lead.id == running


def _two_leads(day: Day) -> tuple[UUID, UUID]:
    return _anas(day), _anas(day, "Nube")


def _anas(day: Day, company: str = "Acme", *, at: str = "09:00") -> UUID:
    """A lead of Ana's arrives and she takes it, so that one clock runs; return its id."""
    lead = day.lead_arrives(company, at=at, owner_id=day.cast.ana.id)
    _by_ana(day, accept_lead, lead=lead)
    return lead


def _by_ana(day: Day, use_case: Callable[..., Any], **facts: object) -> Any:
    with day.database.writing() as session:
        return use_case(
            session,
            now=day.now,
            actor=acts(day.cast.ana),
            agreement_id=day.cast.agreement_id,
            **facts,
        )


def _pause(day: Day) -> UUID:
    card = _by_ana(day, pause_lead, reason="de viaje", until=local("09:00", day=1))
    found: UUID = card.lead.id
    return found


def _close(day: Day, lead: UUID, *, won: bool, amount: Decimal | None = None) -> Any:
    return _by_ana(day, close_lead, lead=lead, won=won, amount=amount)


def _offered(day: Day) -> tuple[bool, bool]:
    with day.database.reading() as session:
        (line,) = home(session, now=day.now, actor=acts(day.cast.ana)).leads
    return line.can_snooze, line.can_acknowledge
