"""`/sla why`: each thing that happened to a clock is told once, and what is past in the past."""

from uuid import UUID

import pytest

from bot.notices.people import Reader
from bot.notices.status import ClockStory
from bot.usecases.leads.attention import resume_lead
from bot.usecases.leads.listing import why_lead
from bot.views.story import clock_story
from bot.views.translate import Translator
from models.database import Database
from tests.usecases.builders import acts
from tests.usecases.leadwork import Day, local


@pytest.fixture
def day(database: Database) -> Day:
    return Day(database)


def story(day: Day, lead: UUID, stage: str = "first_touch") -> ClockStory:
    with day.database.reading() as session:
        stories = why_lead(session, now=day.now, actor=acts(day.cast.ana), lead=lead)
    return next(each for each in stories if each.stage == stage)


def holds(told: ClockStory) -> list[str]:
    return [line.kind for line in told.lines if line.kind.endswith(("paused", "resumed"))]


def test_a_pause_and_its_end_by_hand_are_told_once_with_who_and_why(day: Day) -> None:
    lead = day.lead_arrives()
    day.pause(day.cast.ana, lead, until=local("11:00"))
    day.until("10:00")
    with day.database.writing() as session:
        resume_lead(session, now=day.now, actor=acts(day.cast.ana), lead=lead)

    for stage in ("first_touch", "accept"):
        assert holds(story(day, lead, stage)) == ["lead.paused", "lead.resumed"]


def test_a_pause_that_ends_by_itself_is_told_to_have_ended(day: Day) -> None:
    lead = day.lead_arrives()
    day.pause(day.cast.ana, lead, until=local("11:00"))

    day.until("11:00")

    assert holds(story(day, lead)) == ["lead.paused", "clock.resumed"]


@pytest.mark.parametrize(
    ("at", "english", "spanish"),
    [
        pytest.param("12:59", "used. Due ", "Vence ", id="until its end it is due"),
        pytest.param("13:00:01", "used. It was due ", "Venció ", id="past its end it was due"),
    ],
)
def test_a_window_that_is_past_was_due(day: Day, at: str, english: str, spanish: str) -> None:
    lead = day.lead_arrives()

    day.until(at)

    told = story(day, lead)
    assert english in _said(told, "en")
    assert spanish in _said(told, "es")


def _said(told: ClockStory, language: str) -> str:
    return clock_story(told, Translator(Reader(language, "America/Bogota", "CO"))).text
