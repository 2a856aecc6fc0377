"""Habits that flatter the figures are told to who leads, once, and to nobody else."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlmodel import select

from bot.notices import KINDS, wire
from bot.notices.patterns import PatternsSeen
from bot.rules.terms import Outcome
from bot.usecases.leads.attention import pause_lead, resume_lead
from bot.usecases.leads.ownership import accept_lead
from bot.usecases.patterns import look_for_patterns
from models import Outbox, Person
from models.database import Database
from tests.usecases.builders import acts
from tests.usecases.leadwork import Day, local


@pytest.fixture
def day(database: Database) -> Day:
    return Day(database)


def test_five_leads_accepted_within_a_minute_are_told_to_the_sales_lead_alone(day: Day) -> None:
    _accept_at_once(day, 5)

    assert _looked(day, at=local("09:00", day=1)) == local("09:00", day=2)

    (line,) = _told(day, day.cast.carla)[0].lines
    assert (line.pattern, line.person.name, line.count, len(line.leads)) == (
        "at_once",
        "Ana",
        5,
        5,
    )
    assert not _told(day, day.cast.ana)
    assert not _told(day, day.cast.marta)


def test_four_are_not(day: Day) -> None:
    _accept_at_once(day, 4)

    _looked(day, at=local("09:00", day=1))

    assert _told(day, day.cast.carla) == []


def test_a_pattern_is_told_once_in_seven_days(day: Day) -> None:
    _accept_at_once(day, 5)

    for later in range(1, 8):
        _looked(day, at=local("09:00", day=later))

    assert len(_told(day, day.cast.carla)) == 1


def test_of_the_only_sales_lead_it_is_told_to_the_admins(day: Day) -> None:
    for company in "ABCDE":
        _accept(day, day.cast.carla, day.lead_arrives(f"Company {company}"))

    _looked(day, at=local("09:00", day=1))

    assert _told(day, day.cast.carla) == []
    assert [each.lines[0].person.name for each in _told(day, day.cast.alba)] == ["Carla"]


def test_three_contacts_as_soon_as_assigned_and_without_a_note(day: Day) -> None:
    for number in range(3):
        _contact(day, day.lead_arrives(f"Company {number}", owner_id=day.cast.ana.id))

    _looked(day, at=local("09:00", day=1))

    assert [line.pattern for line in _told(day, day.cast.carla)[0].lines] == ["instant_contacts"]


def test_an_attempt_without_answer_is_no_contact(day: Day) -> None:
    for number in range(3):
        lead = day.lead_arrives(f"Company {number}", owner_id=day.cast.ana.id)
        _contact(day, lead, Outcome.NO_ANSWER)

    _looked(day, at=local("09:00", day=1))

    assert _told(day, day.cast.carla) == []


@pytest.mark.parametrize(
    ("paused_at", "patterns"),
    [
        pytest.param("12:36", ["late_pauses"], id="at 90 per cent of four hours"),
        pytest.param("12:30", [], id="a little before"),
    ],
)
def test_three_pauses_in_the_last_tenth_of_a_window(
    day: Day, paused_at: str, patterns: list[str]
) -> None:
    leads = [day.lead_arrives(f"Company {n}", owner_id=day.cast.ana.id) for n in range(3)]
    day.until(paused_at)
    for lead in leads:
        _pause_and_resume(day, lead)

    _looked(day, at=local("09:00", day=1))

    lines = [line.pattern for each in _told(day, day.cast.carla) for line in each.lines]
    assert lines == patterns


def test_the_next_look_skips_the_weekend(day: Day) -> None:
    assert _looked(day, at=local("09:00", day=4)) == local("09:00", day=7)


def _accept_at_once(day: Day, leads: int) -> None:
    arrived = [day.lead_arrives(f"Company {n}", owner_id=day.cast.ana.id) for n in range(leads)]
    day.until("10:00")
    for lead in arrived:
        _accept(day, day.cast.ana, lead)


def _accept(day: Day, by: Person, lead: UUID) -> None:
    with day.database.writing() as session:
        accept_lead(session, now=day.now, actor=acts(by), lead=lead)


def _contact(day: Day, lead: UUID, outcome: Outcome = Outcome.ANSWERED) -> None:
    day.touch(day.cast.ana, lead, outcome=outcome)


def _pause_and_resume(day: Day, lead: UUID) -> None:
    who = acts(day.cast.ana)
    with day.database.writing() as session:
        until = day.now + timedelta(hours=1)
        pause_lead(session, now=day.now, actor=who, lead=lead, reason="busy", until=until)
    with day.database.writing() as session:
        resume_lead(session, now=day.now, actor=who, lead=lead)


def _looked(day: Day, *, at: datetime) -> datetime:
    with day.database.writing() as session:
        return look_for_patterns(session, at, day.cast.agreement_id)


def _told(day: Day, to: Person) -> list[PatternsSeen]:
    with day.database.reading() as session:
        rows = session.exec(
            select(Outbox).where(
                Outbox.destination == to.slack_id, Outbox.notice == PatternsSeen.__name__
            )
        ).all()
        found = [wire.load(KINDS[row.notice], row.facts) for row in rows]
    return [each for each in found if isinstance(each, PatternsSeen)]
