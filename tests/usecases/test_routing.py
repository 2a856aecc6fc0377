"""Which rota a lead goes to, who gets it there, and what is kept of the decision."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import select

from bot.notices.leads import LeadArrived, LeadUnowned
from bot.usecases.leads.closing import close_lead
from bot.usecases.leads.giving import route
from bot.usecases.leads.rota import candidates_of
from models import Assignment, Event, Lead, Person, Rota, RotaPlace
from models.database import Database
from tests.usecases.builders import MONDAY, acts, make_absence, make_rota, make_rota_place
from tests.usecases.leadwork import Day, local
from tests.usecases.told import told


@pytest.fixture
def day(database: Database) -> Day:
    """Ana and Bruno are in the default rota; Carla, who leads sales, takes the big ones."""
    found = Day(database)
    with database.writing() as session:
        big = make_rota(session, found.cast.agreement, "Big", segments=["Big"])
        make_rota_place(session, found.cast.agreement, found.cast.carla, rota=big, weight=3)
    return found


def test_a_lead_goes_to_the_rota_of_its_segment_and_the_rest_to_the_default_one(day: Day) -> None:
    big = day.lead_arrives("Acme", segment="big")
    small = day.lead_arrives("Beta", segment="Small")

    assert day.lead(big).owner_id == day.cast.carla.id
    assert day.lead(small).owner_id == day.cast.ana.id


def test_a_lead_goes_to_the_rota_of_its_language_and_score(day: Day) -> None:
    with day.database.writing() as session:
        hot = make_rota(
            session, day.cast.agreement, "Hot", position=1, languages=["es"], score_from=70
        )
        make_rota_place(session, day.cast.agreement, day.cast.bruno, rota=hot)

    hot_one = day.lead_arrives("Acme", language="es", score=70)
    cool_one = day.lead_arrives("Beta", language="es", score=69)

    assert day.lead(hot_one).owner_id == day.cast.bruno.id
    assert day.lead(cool_one).owner_id == day.cast.ana.id


def test_the_decision_keeps_its_rota_the_place_and_who_was_passed_over(day: Day) -> None:
    _away(day, day.cast.ana)

    lead = day.lead_arrives()

    made = _assignment(day, lead)
    assert made.turn == {
        "rota": "",
        "position": 2,
        "weight": 1,
        "skipped": [{"name": "Ana", "why": "away"}],
        "passed_by": None,
    }
    assert made.rota_id == _default(day).id
    with day.database.reading() as session:
        event = session.exec(
            select(Event).where(Event.subject_id == lead, Event.kind == "lead.assigned")
        ).one()
    assert (event.facts["to"], event.facts["away"]) == ("Bruno", "Ana")


def test_with_nobody_in_its_rota_a_lead_waits_and_the_sales_lead_reads_which_rota(
    day: Day,
) -> None:
    _away(day, day.cast.carla)

    lead = day.lead_arrives(segment="Big")

    assert day.lead(lead).owner_id is None
    with day.database.reading() as session:
        (notice,) = told(session, day.cast.carla.slack_id)
    assert isinstance(notice, LeadUnowned)
    assert (notice.rota, notice.reason) == ("Big", "everybody_away")
    assert [each.name for each in notice.candidates] == ["Ana", "Bruno"]


def test_where_a_rota_says_so_the_default_one_takes_over(day: Day) -> None:
    with day.database.writing() as session:
        session.exec(select(Rota).where(Rota.name == "Big")).one().falls_through = True
    _away(day, day.cast.carla)

    lead = day.lead_arrives(segment="Big")

    assert day.lead(lead).owner_id == day.cast.ana.id
    turn = _assignment(day, lead).turn
    assert turn is not None
    assert (turn["rota"], turn["passed_by"]) == ("", "Big")


def test_a_removed_rota_takes_no_more_leads(day: Day) -> None:
    with day.database.writing() as session:
        session.exec(select(Rota).where(Rota.name == "Big")).one().removed_at = MONDAY

    assert day.lead(day.lead_arrives(segment="Big")).owner_id == day.cast.ana.id


def test_an_absence_counts_to_the_hour(day: Day) -> None:
    """Ana is away from ten to noon."""
    with day.database.writing() as session:
        make_absence(session, day.cast.ana, starts_at=local("10:00"), ends_at=local("12:00"))
        for place in session.exec(select(RotaPlace)):
            place.weight = 50 if place.person_id == day.cast.ana.id else 1

    owners = [
        day.lead(day.lead_arrives(f"Company {at}", at=at)).owner_id
        for at in ("09:59:59", "10:00", "11:59:59", "12:00")
    ]

    ana, bruno = day.cast.ana.id, day.cast.bruno.id
    assert owners == [ana, bruno, bruno, ana]


def test_leads_are_shared_by_weight(day: Day) -> None:
    _set(day, day.cast.ana, weight=3)

    owners = [day.lead(day.lead_arrives(f"Company {n}")).owner_id for n in range(8)]

    assert owners.count(day.cast.ana.id) == 6
    assert owners.count(day.cast.bruno.id) == 2


def test_the_cap_of_a_day_holds_until_midnight_of_the_agreement(day: Day) -> None:
    _set(day, day.cast.ana, daily_cap=1)
    _set(day, day.cast.bruno, daily_cap=1)

    first, second, third = (day.lead_arrives(f"Company {n}") for n in range(3))
    late = day.lead_arrives("Late", at="23:59:59")
    tomorrow = day.lead_arrives("Tomorrow", at="24:00")

    assert {day.lead(first).owner_id, day.lead(second).owner_id} == {
        day.cast.ana.id,
        day.cast.bruno.id,
    }
    assert [day.lead(each).owner_id for each in (third, late)] == [None, None]
    assert day.lead(tomorrow).owner_id is not None
    turn = _assignment(day, third).turn
    assert turn is not None
    assert turn["skipped"] == [{"name": "Ana", "why": "full"}, {"name": "Bruno", "why": "full"}]


def test_a_cap_of_open_leads_frees_a_place_with_each_that_is_closed(day: Day) -> None:
    _away(day, day.cast.bruno)
    _set(day, day.cast.ana, open_cap=1)
    first = day.lead_arrives("Acme")
    waiting = day.lead_arrives("Beta")

    with day.database.writing() as session:
        close_lead(session, now=day.now, actor=acts(day.cast.carla), lead=first, won=False)
    next_one = day.lead_arrives("Ceta")

    assert day.lead(waiting).owner_id is None
    assert day.lead(next_one).owner_id == day.cast.ana.id


def test_the_owner_of_a_company_gets_its_next_lead_whatever_the_rotas_say(day: Day) -> None:
    _set(day, day.cast.ana, daily_cap=1)
    first = day.lead_arrives("Acme")

    second = day.lead_arrives("ACME", email="otra@acme.example", segment="Big")

    assert day.lead(second).owner_id == day.lead(first).owner_id == day.cast.ana.id
    assert _assignment(day, second).turn is None


def test_a_company_whose_owner_has_left_the_workspace_goes_by_turns(day: Day) -> None:
    day.lead_arrives("Acme")
    with day.database.writing() as session:
        session.get_one(Person, day.cast.ana.id).is_deactivated = True

    second = day.lead_arrives("Acme", email="otra@acme.example")

    assert day.lead(second).owner_id == day.cast.bruno.id


def test_a_lead_that_is_routed_again_never_returns_to_who_had_it(day: Day) -> None:
    """Not even because they look after its company."""
    day.lead_arrives("Acme")
    second = day.lead_arrives("Acme", email="otra@acme.example")

    with day.database.writing() as session:
        lead = session.get_one(Lead, second)
        route(session, now=day.now, lead=lead, but=day.cast.ana.id)

    assert day.lead(second).owner_id == day.cast.bruno.id


def test_with_nobody_but_who_had_it_the_sales_lead_is_offered_only_others(day: Day) -> None:
    _away(day, day.cast.bruno)
    lead = day.lead_arrives("Acme")
    with day.database.writing() as session:
        route(session, now=day.now, lead=session.get_one(Lead, lead), but=day.cast.ana.id)

    with day.database.reading() as session:
        (notice,) = told(session, day.cast.carla.slack_id)
    assert isinstance(notice, LeadUnowned)
    assert day.cast.ana.name not in [each.name for each in notice.candidates]


def test_whoever_comes_back_from_leave_catches_nothing_up(day: Day) -> None:
    with day.database.writing() as session:
        make_absence(session, day.cast.bruno, ends_at=MONDAY + timedelta(hours=1))
    for n in range(6):
        day.lead_arrives(f"Before {n}")

    after = [day.lead(day.lead_arrives(f"After {n}", at="10:00")).owner_id for n in range(4)]

    assert sorted(map(after.count, {*after})) == [2, 2]


def test_somebody_in_two_rotas_is_offered_once_and_after_whoever_waits_longer(day: Day) -> None:
    with day.database.writing() as session:
        big = session.exec(select(Rota).where(Rota.name == "Big")).one()
        make_rota_place(session, day.cast.agreement, day.cast.ana, rota=big, position=1)
    day.lead_arrives()

    with day.database.reading() as session:
        able = candidates_of(session, agreement_id=day.cast.agreement_id, now=day.now)

    assert [each.name for each in able] == ["Carla", "Bruno", "Ana"]


def test_the_owner_reads_which_rota_it_was(day: Day) -> None:
    day.lead_arrives(segment="Big")

    with day.database.reading() as session:
        (notice,) = told(session, day.cast.carla.slack_id)
    assert isinstance(notice, LeadArrived)
    assert (notice.reason, notice.rota) == ("rota", "Big")


def _away(day: Day, person: Person) -> None:
    with day.database.writing() as session:
        make_absence(session, person)


def _set(day: Day, person: Person, **columns: int) -> None:
    with day.database.writing() as session:
        place = session.exec(select(RotaPlace).where(RotaPlace.person_id == person.id)).one()
        for name, value in columns.items():
            setattr(place, name, value)


def _default(day: Day) -> Rota:
    with day.database.reading() as session:
        return session.exec(select(Rota).where(Rota.name == "")).one()


def _assignment(day: Day, lead: UUID) -> Assignment:
    with day.database.reading() as session:
        return session.exec(select(Assignment).where(Assignment.lead_id == lead)).one()
