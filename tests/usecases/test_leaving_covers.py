"""Who covers leaves the workspace: the turns go back, and the side hears that nobody covers."""

import pytest
from sqlmodel import select

from bot.notices.absence import AbsenceUncovered, CoverAnswered
from bot.rules.terms import Outcome
from bot.usecases.standing import covers_at, who_answers
from models import Absence, Person
from models.database import Database
from tests.usecases.builders import acts
from tests.usecases.leadwork import local
from tests.usecases.leave import Leave


@pytest.fixture
def leave(database: Database) -> Leave:
    """An agreement in which an attempt does not end the wait for the first follow-up."""
    return Leave(database).wants_contact()


def test_the_turns_go_back_and_nothing_is_due_from_the_closed_account(leave: Leave) -> None:
    cast, lead = leave.cast, leave.lead_arrives()
    leave.covered(cast.ana, cast.bruno)
    leave.until("10:00")

    leave.leaves(cast.bruno)

    assert [row.cover_id for row in leave.absences(cast.ana)] == [None]
    assert leave.clock(lead).owner_id == cast.ana.id
    quiet = leave.heard(cast.bruno)
    leave.until("13:01")
    assert leave.heard(cast.bruno) == quiet


def test_a_conversation_the_cover_began_is_not_theirs_any_more(leave: Leave) -> None:
    cast, lead = leave.cast, leave.lead_arrives()
    leave.covered(cast.ana, cast.bruno)
    leave.until("09:30")
    leave.touch(cast.bruno, lead, outcome=Outcome.NO_ANSWER)

    leave.leaves(cast.bruno)

    assert leave.clock(lead).owner_id == cast.ana.id


def test_a_conversation_kept_after_the_return_goes_back_too(leave: Leave) -> None:
    cast, lead = leave.cast, leave.lead_arrives()
    leave.covered(cast.ana, cast.bruno)
    leave.until("09:30")
    leave.touch(cast.bruno, lead, outcome=Outcome.NO_ANSWER)
    leave.back(cast.ana)
    assert leave.clock(lead).owner_id == cast.bruno.id

    leave.leaves(cast.bruno)

    assert leave.clock(lead).owner_id == cast.ana.id


def test_who_leads_the_side_hears_at_once_of_the_leads_nobody_covers(leave: Leave) -> None:
    cast, lead = leave.cast, leave.lead_arrives()
    leave.covered(cast.ana, cast.bruno)
    leave.until("10:00")

    leave.leaves(cast.bruno)

    *_, notice = leave.read(cast.carla, "AbsenceUncovered")
    assert isinstance(notice, AbsenceUncovered)
    assert notice.absence.person == acts(cast.ana).ref
    assert notice.absence.cover is None
    assert [line.lead.id for line in notice.leads] == [lead]
    assert leave.read(cast.carla, "CoverAnswered") == []


def test_who_is_away_hears_that_they_have_to_ask_somebody_else(leave: Leave) -> None:
    cast = leave.cast
    leave.covered(cast.ana, cast.bruno)
    leave.until("10:00")

    leave.leaves(cast.bruno)

    for reader in (cast.ana, cast.carla):
        answer = leave.read(reader, "CoverAnswered")[-1]
        assert isinstance(answer, CoverAnswered)
        assert (answer.by, answer.accepted) == (acts(cast.bruno).ref, False)


def test_an_absence_to_come_begins_without_them(leave: Leave) -> None:
    cast, lead = leave.cast, leave.lead_arrives()
    leave.covered(cast.ana, cast.bruno, start=local("11:00"))

    leave.leaves(cast.bruno)

    answer = leave.read(cast.carla, "CoverAnswered")[-1]
    assert isinstance(answer, CoverAnswered)
    assert not answer.accepted
    leave.until("11:00")
    assert leave.clock(lead).owner_id == cast.ana.id
    assert leave.read(cast.carla, "AbsenceUncovered")


def test_a_question_they_had_not_answered_is_a_no(leave: Leave) -> None:
    cast = leave.cast
    leave.lead_arrives()
    leave.away(cast.ana, cover=cast.bruno)
    leave.until("10:00")

    leave.leaves(cast.bruno)

    assert [row.asked_id for row in leave.absences(cast.ana)] == [None]
    assert len(leave.read(cast.carla, "AbsenceUncovered")) == 1
    answer = leave.read(cast.ana, "CoverAnswered")[-1]
    assert isinstance(answer, CoverAnswered)
    assert not answer.accepted


def test_the_cover_of_an_absence_that_is_over_stays_on_record(leave: Leave) -> None:
    cast = leave.cast
    leave.covered(cast.ana, cast.bruno)
    leave.until("10:00")
    leave.back(cast.ana)

    leave.leaves(cast.bruno)

    assert [row.cover_id for row in leave.absences(cast.ana)] == [cast.bruno.id]


def test_a_closed_account_never_counts_as_covering(leave: Leave) -> None:
    """Though its row still says so, as one written before the account was closed may."""
    cast = leave.cast
    leave.covered(cast.ana, cast.bruno)
    with leave.database.writing() as session:
        session.get_one(Person, cast.bruno.id).is_deactivated = True

    with leave.database.reading() as session:
        assert session.exec(select(Absence.cover_id)).one() == cast.bruno.id
        assert covers_at(session, leave.now) == {cast.ana.id: None}
        answering = who_answers(
            session, now=leave.now, person_id=cast.ana.id, agreement_id=cast.agreement_id
        )
        assert answering == cast.ana.id
