"""What is asked of somebody away reaches whoever covers, when it was asked before as well.

Mateo (marketing) answers for SEO and has been asked; then he is away and Marta covers.
"""

from uuid import UUID

import pytest

from bot.notices.absence import CoverBegan
from bot.notices.requests import (
    RequestAsked,
    RequestClosing,
    RequestHandled,
    RequestMissed,
    RequestUnowned,
)
from bot.usecases.absence import end_absence
from models import Person
from models.database import Database
from tests.usecases.builders import acts, make_absence
from tests.usecases.leadwork import local
from tests.usecases.leave import Leave
from tests.usecases.requestwork import RequestDay


class RequestLeave(RequestDay, Leave):
    """A day of requests in which people go away."""


@pytest.fixture
def day(database: Database) -> RequestLeave:
    return RequestLeave(database)


@pytest.fixture
def timeless(database: Database) -> RequestLeave:
    """An agreement that promises no time for requests."""
    return RequestLeave(database, windows={})


class TestAsTheAbsenceBegins:
    def test_the_cover_reads_what_is_open_and_only_that(self, timeless: RequestLeave) -> None:
        day, cast = timeless, timeless.cast
        done, kept = day.asks(cast.ana), day.asks(cast.bruno)
        day.answers(cast.mateo, done)

        day.covered(cast.mateo, cast.marta)

        began = day.only(cast.marta, CoverBegan)
        assert [each.id for each in began.requests] == [kept]
        assert (began.leads, began.more_requests) == ((), 0)

    def test_so_does_one_who_said_yes_before(self, day: RequestLeave) -> None:
        cast = day.cast
        day.covered(cast.mateo, cast.marta, start=local("11:00"))
        asked = day.asks(cast.ana)

        day.until("10:59")
        assert "CoverBegan" not in day.heard(cast.marta)
        day.until("11:00")

        assert [each.id for each in day.only(cast.marta, CoverBegan).requests] == [asked]

    def test_fifteen_are_listed_and_the_rest_counted(self, timeless: RequestLeave) -> None:
        day = timeless
        for _ in range(16):
            day.asks(day.cast.ana)

        day.covered(day.cast.mateo, day.cast.marta)

        began = day.only(day.cast.marta, CoverBegan)
        assert (len(began.requests), began.more_requests) == (15, 1)

    def test_what_somebody_they_cover_was_asked_falls_to_their_own_cover(
        self, day: RequestLeave
    ) -> None:
        """Bruno covers for Ana, then Carla for Bruno."""
        cast = day.cast
        asked = day.asks(cast.marta, area="urgent")
        day.covered(cast.ana, cast.bruno)

        day.covered(cast.bruno, cast.carla)

        assert [each.id for each in day.only(cast.carla, CoverBegan).requests] == [asked]


class TestTheList:
    def test_the_cover_has_it_on_theirs_and_reads_it_once(self, day: RequestLeave) -> None:
        cast = day.cast
        asked = day.asks(cast.ana)
        day.until("14:00")
        assert to_answer_and_late(day, cast.marta) == ([], [asked])

        day.covered(cast.mateo, cast.marta)

        assert to_answer_and_late(day, cast.marta) == ([asked], [])

    def test_on_return_it_is_its_owners_alone(self, day: RequestLeave) -> None:
        cast = day.cast
        asked = day.asks(cast.ana)
        day.covered(cast.mateo, cast.marta)

        day.until("10:00")
        with day.database.writing() as session:
            end_absence(session, now=day.now, actor=acts(cast.mateo))

        assert to_answer_and_late(day, cast.marta) == ([], [])
        assert to_answer_and_late(day, cast.mateo) == ([asked], [])


class TestAskedAgain:
    def test_the_cover_is_asked_and_the_owner_left_in_peace(self, day: RequestLeave) -> None:
        cast = day.cast
        asked = answered(day)
        day.covered(cast.mateo, cast.marta)
        quiet = day.heard(cast.mateo)

        day.reopens(cast.ana, asked, "Faltan las de marca.")

        again = day.only(cast.marta, RequestAsked)
        assert (again.covers, again.reopened) == (acts(cast.mateo).ref, "Faltan las de marca.")
        assert again.request.owner == acts(cast.mateo).ref
        assert day.heard(cast.mateo) == quiet

    def test_without_a_cover_the_backup_of_the_area_is_asked(self, day: RequestLeave) -> None:
        cast = day.cast
        day.gives(cast.marta, "seo", "@mateo", "@marta")
        asked = answered(day)
        day.away(cast.mateo)

        day.reopens(cast.ana, asked)

        assert day.only(cast.marta, RequestAsked).covers == acts(cast.mateo).ref

    def test_with_nobody_there_the_leads_of_the_side_are_told(self, day: RequestLeave) -> None:
        asked = answered(day)
        day.away(day.cast.mateo)

        day.reopens(day.cast.ana, asked, "Faltan las de marca.")

        assert day.only(day.cast.marta, RequestUnowned).reopened == "Faltan las de marca."

    def test_what_the_cover_was_asked_shrinks_once_it_is_answered(self, day: RequestLeave) -> None:
        cast = day.cast
        asked = answered(day)
        day.covered(cast.mateo, cast.marta)
        day.reopens(cast.ana, asked)
        day.all_sent()

        day.answers(cast.marta, asked)

        assert isinstance(day.now_says(cast.marta)[-1], RequestHandled)


def test_what_nobody_could_answer_is_told_to_whoever_covers_for_the_leads_of_the_side(
    day: RequestLeave,
) -> None:
    cast = day.cast
    with day.database.writing() as session:
        make_absence(session, cast.carla, cover=cast.bruno)

    day.asks(cast.marta, area="crm")

    assert day.only(cast.bruno, RequestUnowned)
    assert day.only(cast.carla, RequestUnowned)


def test_what_its_clock_tells_the_cover_says_for_whom(day: RequestLeave) -> None:
    """Four hours from 09:00; the cover has it from ten."""
    cast = day.cast
    day.asks(cast.ana)
    day.until("10:00")
    day.covered(cast.mateo, cast.marta)

    day.until("13:01")

    mateo = acts(cast.mateo).ref
    closing = [each for each in day.read_by(cast.marta) if isinstance(each, RequestClosing)]
    assert [each.standing_in_for for each in closing] == [mateo, mateo]
    assert day.only(cast.marta, RequestMissed).standing_in_for == mateo
    assert "RequestMissed" not in day.heard(cast.mateo)


def test_what_its_clock_tells_the_owner_says_nothing_of_it(day: RequestLeave) -> None:
    day.asks(day.cast.ana)

    day.until("13:01")

    assert day.only(day.cast.mateo, RequestMissed).standing_in_for is None


def answered(day: RequestLeave) -> UUID:
    """Have Mateo answer something Ana asked."""
    asked = day.asks(day.cast.ana)
    day.answers(day.cast.mateo, asked)
    return asked


def to_answer_and_late(day: RequestLeave, person: Person) -> tuple[list[UUID], list[UUID]]:
    mine, _, late, _ = day.listed(person)
    return mine, late
