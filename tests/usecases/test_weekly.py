"""Once a week the leads of a side hear which of its areas nobody answers for."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import col, select

from bot.notices.responsibilities import AreasUnowned
from bot.usecases.actors import ref_of
from bot.usecases.needed import still_needed
from bot.usecases.occasions import fire_due_occasions
from bot.usecases.planned import plan
from bot.usecases.weekly import WEEK, next_week
from models import Occasion, Outbox, Person
from models.database import Database
from tests.usecases.builders import MONDAY
from tests.usecases.test_responsibilities import Areas
from tests.usecases.told import told

BOGOTA = ZoneInfo("America/Bogota")
NEXT_MONDAY = datetime(2026, 3, 9, 9, 0, tzinfo=BOGOTA)


class Weeks(Areas):
    """The six areas, and the beginning of weeks."""

    def fire(self, now: datetime) -> int:
        return fire_due_occasions(self.session, now=now, limit=10)

    def heard(self, person: Person) -> list[list[str]]:
        notices = told(self.session, person.slack_id)
        return [
            [area.slug for area in each.areas] for each in notices if isinstance(each, AreasUnowned)
        ]

    def next_at(self) -> datetime | None:
        return self.session.exec(select(Occasion.next_at).where(Occasion.kind == "week")).one()


@pytest.fixture
def weeks(database: Database) -> Iterator[Weeks]:
    with database.writing() as session:
        found = Weeks(session)
        here = found.cast.agreement
        opens = next_week(session, here, MONDAY)
        plan(session, kind=WEEK, subject_id=here.id, agreement_id=here.id, at=opens)
        yield found


def test_each_side_s_lead_hears_of_its_own_areas_on_monday(weeks: Weeks) -> None:
    weeks.give(weeks.cast.marta, "seo", "@mateo")

    assert weeks.fire(NEXT_MONDAY.replace(hour=8, minute=59)) == 0
    assert weeks.fire(NEXT_MONDAY) == 1

    assert weeks.heard(weeks.cast.marta) == [["content", "social"]]
    assert weeks.heard(weeks.cast.carla) == [["crm", "follow-up", "urgent"]]
    assert weeks.heard(weeks.cast.mateo) == []
    assert weeks.next_at() == NEXT_MONDAY.replace(day=16)


def test_nothing_is_sent_when_every_area_has_an_owner(weeks: Weeks) -> None:
    for area in ("seo", "content", "social"):
        weeks.give(weeks.cast.marta, area, "@mateo")

    weeks.fire(NEXT_MONDAY)

    assert weeks.heard(weeks.cast.marta) == []
    assert len(weeks.heard(weeks.cast.carla)) == 1


def test_who_left_counts_as_nobody_and_is_named(weeks: Weeks) -> None:
    for area in ("seo", "content", "social"):
        weeks.give(weeks.cast.marta, area, "@mateo")
    weeks.cast.mateo.is_deactivated = True

    weeks.fire(NEXT_MONDAY)

    (notice,) = [each for each in told(weeks.session, "UMARTA") if isinstance(each, AreasUnowned)]
    assert {area.former for area in notice.areas} == {ref_of(weeks.cast.mateo)}


def test_it_is_told_once_a_week_whatever_is_decided_again(weeks: Weeks) -> None:
    weeks.fire(NEXT_MONDAY)
    plan_again = select(Occasion).where(Occasion.kind == "week")
    weeks.session.exec(plan_again).one().next_at = NEXT_MONDAY
    weeks.session.flush()

    weeks.fire(NEXT_MONDAY.replace(hour=11))
    assert len(weeks.heard(weeks.cast.marta)) == 1

    weeks.fire(NEXT_MONDAY.replace(day=16))
    assert len(weeks.heard(weeks.cast.marta)) == 2


def test_a_machine_that_slept_for_weeks_tells_once(weeks: Weeks) -> None:
    weeks.fire(NEXT_MONDAY.replace(day=25))

    assert len(weeks.heard(weeks.cast.carla)) == 1
    assert weeks.next_at() == NEXT_MONDAY.replace(day=30)


def test_a_side_without_leads_is_told_to_the_other(weeks: Weeks) -> None:
    weeks.cast.marta.is_deactivated = True

    weeks.fire(NEXT_MONDAY)

    assert len(weeks.heard(weeks.cast.carla)) == 2


def test_the_word_is_needed_until_every_area_of_the_side_has_an_owner(weeks: Weeks) -> None:
    weeks.fire(NEXT_MONDAY)

    def is_needed() -> bool:
        row = weeks.session.exec(
            select(Outbox).where(
                Outbox.destination == "UMARTA", col(Outbox.notice) == "AreasUnowned"
            )
        ).one()
        return still_needed(
            weeks.session,
            subject=row.subject,
            subject_id=row.subject_id,
            clock_id=None,
            step=row.step,
            notice=row.notice,
            destination=row.destination,
        )

    weeks.give(weeks.cast.marta, "seo", "@mateo")
    weeks.give(weeks.cast.marta, "content", "@mateo")
    assert is_needed()
    weeks.give(weeks.cast.marta, "social", "@mateo")
    assert not is_needed()
