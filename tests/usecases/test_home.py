"""App Home: a page of what is mine, however much there is, and for admins whom we write to most."""

from datetime import timedelta

import pytest

from bot.notices.digests import AdminNote
from bot.notices.home import HomeFacts
from bot.notices.people import Reader
from bot.usecases.home import home
from bot.usecases.outbox import enqueue
from bot.views.home import home_view
from bot.views.translate import Translator
from models import Outbox, Person
from models.base import new_id
from models.database import Database
from tests.usecases.builders import MONDAY, Cast, acts, make_cast, make_lead
from tests.usecases.leadwork import Day


@pytest.fixture
def cast(database: Database) -> Cast:
    with database.writing() as session:
        return make_cast(session)


def seen(database: Database, person: Person) -> HomeFacts:
    with database.reading() as session:
        return home(session, now=MONDAY, actor=acts(person))


def test_five_hundred_leads_are_a_page_and_a_number(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        for number in range(500):
            make_lead(session, cast.agreement, owner=cast.ana, public_id=f"L-{number:04}")

    mine = seen(database, cast.ana)
    view = home_view(mine, Translator(Reader("es", "America/Bogota", "CO")))

    blocks = view["blocks"]
    assert (len(mine.leads), mine.total_leads) == (20, 500)
    assert isinstance(blocks, list)
    assert len(blocks) < 100
    assert "y 485 más" in str(blocks)


def test_the_most_urgent_lead_comes_first_and_others_leads_not_at_all(database: Database) -> None:
    day = Day(database)
    day.lead_arrives("Acme", email="l@acme.example")
    day.lead_arrives("Faro", email="l@faro.example", at="09:30")
    day.lead_arrives("Umbra", email="l@umbra.example", at="10:00")

    with database.reading() as session:
        mine = home(session, now=day.now, actor=acts(day.cast.ana))

    assert [line.lead.company for line in mine.leads] == ["Acme", "Umbra"]


def test_every_agreement_one_has_a_part_in_is_there_with_its_windows(
    database: Database, cast: Cast
) -> None:
    (terms,) = seen(database, cast.elena).agreements

    assert (terms.name, [window.stage for window in terms.windows]) == (
        "Leads",
        ["first_touch", "accept"],
    )
    assert seen(database, cast.diego).agreements == ()


def test_an_admin_sees_who_was_written_to_most_in_the_last_seven_days(
    database: Database, cast: Cast
) -> None:
    week = timedelta(days=7)
    for who, ago in [("UANA", week), ("UANA", week - timedelta(seconds=1)), ("UANA", timedelta())]:
        _was_sent(database, who, ago)
    for _ in range(3):
        _was_sent(database, "UBRUNO", timedelta(hours=1))
    _was_sent(database, "CLEADS", timedelta(hours=1))
    _was_sent(database, "UCARLA", timedelta(hours=1), operation="update")

    busiest = seen(database, cast.alba).busiest

    assert busiest is not None
    assert [(each.person.name, each.sent) for each in busiest] == [("Bruno", 3), ("Ana", 2)]
    assert seen(database, cast.carla).busiest is None


def _was_sent(database: Database, to: str, ago: timedelta, *, operation: str = "post") -> None:
    with database.writing() as session:
        key, note = str(new_id()), AdminNote("dead", 1, "")
        owed = enqueue(session, now=MONDAY, team_id="T1", key=key, to=to, notice=note)
        row = session.get_one(Outbox, owed)
        row.state, row.operation, row.sent_at = "SENT", operation, MONDAY - ago
