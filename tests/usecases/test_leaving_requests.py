"""Who leaves leaves requests: asked of whoever answers now, else named to who leads the side.

Mateo (marketing) answers for SEO, Marta leads marketing; a request has four hours from 09:00.
"""

import pytest

from bot.notices.leaving import PersonLeft
from bot.notices.requests import RequestAsked, RequestPosted, RequestUnowned
from bot.usecases.actors import ref_of
from models import Person, Role
from models.database import Database
from tests.usecases.builders import make_member
from tests.usecases.leadwork import local
from tests.usecases.requestwork import RequestDay


@pytest.fixture
def day(database: Database) -> RequestDay:
    return RequestDay(database)


def test_requests_alone_are_named_to_the_lead_of_the_side_with_who_could_take_them(
    day: RequestDay,
) -> None:
    cast = day.cast
    asked = day.asks(cast.mateo, area="urgent")

    day.leaves(cast.ana)

    left = day.only(cast.carla, PersonLeft)
    assert [request.id for request in left.requests] == [asked]
    assert left.candidates == (ref_of(cast.bruno), ref_of(cast.carla))
    assert not any(isinstance(each, PersonLeft) for each in day.read_by(cast.marta))


def test_their_lead_hears_of_what_comes_due_and_can_pass_it_on(day: RequestDay) -> None:
    cast = day.cast
    asked = day.asks(cast.mateo, area="urgent")
    day.leaves(cast.ana)
    before = day.told(cast.ana)

    day.until("11:00")
    day.passes(cast.carla, asked, cast.bruno.id)

    assert "RequestClosing" in day.told(cast.carla)
    assert day.told(cast.ana) == before
    assert day.clock_for(asked).owner_id == cast.bruno.id
    assert day.only(cast.bruno, RequestAsked).by == ref_of(cast.carla)


def test_giving_the_area_gives_its_requests(day: RequestDay) -> None:
    cast = day.cast
    asked = day.asks(cast.ana)
    day.leaves(cast.mateo)

    day.gives(cast.marta, "seo", "@marta")

    assert day.only(cast.marta, RequestAsked).request.id == asked
    assert day.clock_for(asked).owner_id == cast.marta.id


def test_giving_the_area_gives_what_is_still_with_a_closed_account(day: RequestDay) -> None:
    cast = day.cast
    asked = day.asks(cast.ana)
    with day.database.writing() as session:
        session.get_one(Person, cast.mateo.id).is_deactivated = True

    day.gives(cast.marta, "seo", "@marta")

    assert day.clock_for(asked).owner_id == cast.marta.id


def test_the_backup_is_asked_at_once_and_nothing_is_to_be_handed_over(day: RequestDay) -> None:
    cast = day.cast
    day.gives(cast.carla, "urgent", "@ana", "@bruno")
    asked = day.asks(cast.mateo, area="urgent")
    other = day.asks(cast.mateo, area="urgent")
    day.answers(cast.ana, other)

    day.leaves(cast.ana)

    to_bruno = day.only(cast.bruno, RequestAsked)
    assert (to_bruno.request.id, to_bruno.covers) == (asked, ref_of(cast.ana))
    assert day.clock_for(asked).owner_id == cast.bruno.id
    assert day.only(cast.carla, PersonLeft).requests == ()


def test_what_was_passed_to_them_goes_back_to_who_answers_for_the_area(day: RequestDay) -> None:
    cast = day.cast
    asked = day.asks(cast.ana)
    day.passes(cast.mateo, asked, cast.marta.id)
    with day.database.writing() as session:
        make_member(session, cast.agreement, cast.diego, "marketing", Role.LEAD)

    day.leaves(cast.marta)

    assert day.clock_for(asked).owner_id == cast.mateo.id
    assert not any(isinstance(each, PersonLeft) for each in day.read_by(cast.diego))


def test_the_channel_reads_that_nobody_has_it(day: RequestDay) -> None:
    day.asks(day.cast.ana)
    day.all_sent()

    day.leaves(day.cast.mateo)

    (posted,) = day.now_says("CLEADS")
    assert isinstance(posted, RequestPosted)
    assert posted.request.owner is None


def test_who_leads_another_side_reads_of_them_without_the_menu(day: RequestDay) -> None:
    cast = day.cast
    asked = day.asks(cast.ana)
    day.passes(cast.mateo, asked, cast.marta.id)
    day.gives(cast.marta, "seo", "@marta")

    day.leaves(cast.marta)

    left = day.only(cast.carla, PersonLeft)
    assert [request.id for request in left.requests] == [asked]
    assert left.candidates == ()


class TestAskedAgain:
    def test_it_goes_to_whoever_answers_now(self, day: RequestDay) -> None:
        cast = day.cast
        day.gives(cast.marta, "seo", "@mateo", "@marta")
        asked = day.asks(cast.ana)
        day.answers(cast.mateo, asked)
        day.leaves(cast.mateo)
        before = day.told(cast.mateo)

        day.reopens(cast.ana, asked)

        assert day.only(cast.marta, RequestAsked).reopened == "Faltan las de marca."
        assert day.clock_for(asked).owner_id == cast.marta.id
        day.until("12:00")
        assert "RequestClosing" in day.told(cast.marta)
        assert day.told(cast.mateo) == before

    def test_with_nobody_there_the_lead_of_the_side_is_told(self, day: RequestDay) -> None:
        cast = day.cast
        asked = day.asks(cast.ana)
        day.until("10:00")
        day.answers(cast.mateo, asked)
        day.leaves(cast.mateo)

        day.reopens(cast.ana, asked)

        assert day.only(cast.marta, RequestUnowned).request.id == asked
        assert day.clock_for(asked).owner_id is None
        assert day.clock_for(asked).due_at == local("13:00")
