"""Who sees how much of a lead: in full, in outline, or its clocks and their story."""

import pytest

from bot.notices.leads import LeadCard
from bot.notices.status import LeadLine
from bot.usecases.leads.listing import Which, list_leads, show_lead, why_lead
from bot.usecases.status import status
from models import Person
from models.database import Database
from tests.usecases.builders import acts, make_absence
from tests.usecases.leadwork import Day


@pytest.fixture
def day(sqlite: Database) -> Day:
    """A day on which Ana's lead is late."""
    day = Day(sqlite)
    day.lead_arrives(phone="3001234567")
    day.until("13:30")
    return day


def test_whoever_covers_for_the_owner_sees_and_may_do_what_the_owner_does(day: Day) -> None:
    with day.database.writing() as session:
        make_absence(session, day.cast.ana, cover=day.cast.bruno)

    card = _card(day, day.cast.bruno)

    assert card.phone == "3001234567"
    assert card.may == _card(day, day.cast.ana).may


def test_another_rep_sees_company_owner_and_stage_and_no_clock(day: Day) -> None:
    card, line = _card(day, day.cast.bruno), _line(day, day.cast.bruno)

    assert (card.lead.name, card.phone, card.windows, card.may) == ("Acme", None, (), ())
    assert card.owner == acts(day.cast.ana).ref
    assert (line.lead.name, line.window, line.due_at, line.is_late) == ("Acme", None, None, False)


def test_the_story_of_a_clock_is_for_whoever_sees_the_lead_in_full(day: Day) -> None:
    assert _why(day, day.cast.ana)
    assert _why(day, day.cast.marta)
    assert _why(day, day.cast.bruno) == ()


@pytest.mark.parametrize(("name", "late"), [("carla", 1), ("ana", 1), ("bruno", 0), ("marta", 0)])
def test_the_late_list_is_the_sales_leads_and_ones_own(day: Day, name: str, late: int) -> None:
    with day.database.reading() as session:
        listed = list_leads(
            session,
            now=day.now,
            actor=acts(getattr(day.cast, name)),
            agreement_id=day.cast.agreement_id,
            which=Which.LATE,
        )

    assert listed.total == late


def test_whoever_covers_for_the_owner_sees_that_it_is_late(day: Day) -> None:
    with day.database.writing() as session:
        make_absence(session, day.cast.ana, cover=day.cast.bruno)

    with day.database.reading() as session:
        facts = status(
            session,
            now=day.now,
            actor=acts(day.cast.bruno),
            agreement_id=day.cast.agreement_id,
        )

    assert [late.owner_name for late in facts.late] == [day.cast.ana.name]


def _card(day: Day, reader: Person) -> LeadCard:
    with day.database.reading() as session:
        return show_lead(
            session,
            now=day.now,
            actor=acts(reader),
            agreement_id=day.cast.agreement_id,
            lead="Acme",
        )


def _line(day: Day, reader: Person) -> LeadLine:
    with day.database.reading() as session:
        (line,) = list_leads(
            session, now=day.now, actor=acts(reader), agreement_id=day.cast.agreement_id
        ).lines
    return line


def _why(day: Day, reader: Person) -> object:
    with day.database.reading() as session:
        return why_lead(
            session,
            now=day.now,
            actor=acts(reader),
            agreement_id=day.cast.agreement_id,
            lead="Acme",
        )
