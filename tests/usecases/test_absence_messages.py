"""What was said of an absence stays true: it ends, it is moved, somebody covers after all."""

import pytest

from bot.notices.absence import (
    AbsenceCancelled,
    AbsenceOver,
    AbsencePast,
    AbsenceSet,
    AbsenceSetForYou,
    AbsenceUncovered,
    CoverAnswered,
    CoverAsked,
    CoverFreed,
)
from bot.rules.absence_status import SlackStatus
from bot.usecases.absence import accept_offer, add_cover, offer_absence
from models import Person
from models.database import Database
from tests.usecases.builders import acts
from tests.usecases.leadwork import local
from tests.usecases.leave import Leave


@pytest.fixture
def leave(database: Database) -> Leave:
    return Leave(database)


@pytest.fixture
def alone(leave: Leave) -> Leave:
    """Carla registered that Ana is away with a lead that nobody looks after; it is ten now."""
    leave.lead_arrives()
    leave.until("09:30")
    leave.away(leave.cast.ana, by=leave.cast.carla)
    leave.delivered()
    leave.until("10:00")
    return leave


def test_who_leads_sales_reads_that_an_absence_they_ended_is_over(alone: Leave) -> None:
    cast = alone.cast
    alone.back(cast.ana, by=cast.carla)

    assert kinds(alone.stands(cast.carla)) == ["AbsencePast over"]


def test_the_person_hears_that_somebody_else_ended_theirs(alone: Leave) -> None:
    cast = alone.cast
    alone.back(cast.ana, by=cast.carla)

    read = alone.stands(cast.ana)
    assert kinds(read) == ["LeadArrived", "AbsencePast over", "AbsenceOver"]
    (over,) = [each for each in read if isinstance(each, AbsenceOver)]
    assert over.ended_by == acts(cast.carla).ref


def test_the_person_hears_that_somebody_else_took_theirs_back(leave: Leave) -> None:
    """Carla thinks better of it in the moment in which she registered it."""
    cast = leave.cast
    leave.away(cast.ana, by=cast.carla)
    leave.delivered()

    leave.back(cast.ana, by=cast.carla)

    read = leave.stands(cast.ana)
    assert sorted(kinds(read)) == ["AbsenceCancelled", "AbsencePast taken_back"]
    (cancelled,) = [each for each in read if isinstance(each, AbsenceCancelled)]
    assert cancelled.by == acts(cast.carla).ref


def test_who_ends_their_own_leaves_no_buttons_with_anybody(alone: Leave) -> None:
    cast = alone.cast
    alone.back(cast.ana)

    assert kinds(alone.stands(cast.carla)) == ["AbsencePast over"]
    assert kinds(alone.stands(cast.ana)) == ["LeadArrived", "AbsencePast over"]


def test_an_absence_that_ends_by_itself_says_so_everywhere(alone: Leave) -> None:
    alone.until("09:00", day=7)

    assert "AbsencePast over" in kinds(alone.stands(alone.cast.ana))
    assert "AbsencePast over" in kinds(alone.stands(alone.cast.carla))


def test_what_waited_for_the_morning_is_not_told_of_an_absence_that_is_over(leave: Leave) -> None:
    cast = leave.cast
    leave.lead_arrives()
    leave.until("18:00")
    leave.away(cast.ana)
    leave.until("19:00")

    leave.back(cast.ana)

    assert "AbsenceUncovered" not in kinds(leave.stands(cast.carla))


def test_once_somebody_covers_nobody_reads_that_nobody_does(alone: Leave) -> None:
    """Bruno cannot; Carla, who was told so, is asked next and accepts."""
    cast = alone.cast
    asked = asks(alone, cast.bruno)
    alone.delivered()
    alone.says_whether(cast.bruno, asked.absence.id, accepts=False)
    alone.delivered()
    alone.until("10:01")
    assert "CoverAnswered no" in kinds(alone.stands(cast.carla))
    asks(alone, cast.carla)
    alone.delivered()
    alone.until("10:02")

    alone.says_whether(cast.carla, asked.absence.id, accepts=True)

    read = kinds(alone.stands(cast.carla))
    assert "AbsenceUncovered" not in read
    assert "CoverAnswered no" not in read
    assert "CoverAnswered no" not in kinds(alone.stands(cast.ana))
    assert kinds(alone.stands(cast.bruno)) == ["CoverAnswered no"]
    (told,) = [each for each in alone.stands(cast.ana) if isinstance(each, AbsenceSetForYou)]
    assert told.absence.cover == acts(cast.carla).ref


def test_a_question_still_open_is_told_to_who_leads_sales_and_so_is_a_no(alone: Leave) -> None:
    cast = alone.cast
    asked = asks(alone, cast.bruno)
    assert [each.absence.asked for each in uncovered(alone)] == [acts(cast.bruno).ref]
    alone.delivered()
    alone.until("10:01")

    alone.says_whether(cast.bruno, asked.absence.id, accepts=False)

    assert [each.absence.asked for each in uncovered(alone)] == [None]


def test_other_dates_are_read_by_whoever_read_the_first(alone: Leave) -> None:
    """The leads that nobody looks after keep their buttons: they still need somebody."""
    cast = alone.cast
    alone.away(cast.ana, end=local("24:00", day=3))

    assert kinds(alone.stands(cast.ana)) == ["LeadArrived", "AbsencePast moved"]
    assert [each.absence.ends_at for each in uncovered(alone)] == [local("24:00", day=3)]


def test_an_open_question_says_the_new_dates(leave: Leave) -> None:
    cast = leave.cast
    leave.away(cast.ana, cover=cast.bruno)
    leave.delivered()

    leave.away(cast.ana, end=local("24:00", day=3))

    (question,) = leave.stands(cast.bruno)
    assert isinstance(question, CoverAsked)
    assert question.absence.ends_at == local("24:00", day=3)


def test_a_cover_who_is_let_go_is_named_nowhere_any_more(leave: Leave) -> None:
    cast = leave.cast
    asked = leave.away(cast.ana, cover=cast.bruno)
    leave.delivered()
    leave.until("10:00")
    leave.says_whether(cast.bruno, asked.absence.id, accepts=True)
    leave.delivered()
    leave.until("10:01")

    asks(leave, cast.carla)

    assert kinds(leave.stands(cast.ana)) == ["AbsencePast alone"]
    assert kinds(leave.stands(cast.bruno)) == [
        "AbsencePast alone",
        "AbsencePast alone",
        "CoverFreed",
    ]


def test_a_question_that_is_not_needed_any_more_says_so(leave: Leave) -> None:
    cast = leave.cast
    leave.away(cast.ana, cover=cast.bruno)
    leave.delivered()
    leave.until("10:00")

    leave.back(cast.ana)

    (freed,) = leave.stands(cast.bruno)
    assert isinstance(freed, CoverFreed)


def test_an_offer_that_was_taken_says_when_the_absence_is_over(leave: Leave) -> None:
    ana = leave.cast.ana
    with leave.database.writing() as session:
        status = SlackStatus("De vacaciones", ":palm_tree:", local("24:00", day=4))
        person = session.get_one(Person, ana.id)
        offer_absence(session, now=leave.now, person=person, status=status)
    leave.delivered()
    with leave.database.writing() as session:
        accept_offer(session, now=leave.now, actor=acts(ana))
    assert kinds(leave.stands(ana)) == ["AbsenceSet"]
    leave.delivered()
    leave.until("10:00")

    leave.back(ana)

    assert kinds(leave.stands(ana)) == ["AbsencePast over"]


def test_how_to_ask_somebody_else_is_told_to_who_can(leave: Leave) -> None:
    """Ana for herself, Carla for a rep of hers; who leads marketing registers their own alone."""
    cast = leave.cast
    for absent in (cast.ana, cast.mateo):
        cover = cast.bruno if absent is cast.ana else cast.marta
        asked = leave.away(absent, cover=cover).absence
        leave.says_whether(cover, asked.id, accepts=False)

    hints = {
        person.name: [each.told for each in leave.stands(person) if isinstance(each, CoverAnswered)]
        for person in (cast.ana, cast.carla, cast.bruno, cast.mateo, cast.marta)
    }
    assert hints == {
        cast.ana.name: ["absent"],
        cast.carla.name: ["leader"],
        cast.bruno.name: [],
        cast.mateo.name: ["absent"],
        cast.marta.name: [],
    }


def asks(leave: Leave, cover: Person) -> AbsenceSet:
    """Ana asks somebody to cover the absence that is registered."""
    with leave.database.writing() as session:
        ana = acts(leave.cast.ana)
        return add_cover(session, now=leave.now, actor=ana, cover=cover.slack_id)


def uncovered(leave: Leave) -> list[AbsenceUncovered]:
    read = leave.stands(leave.cast.carla)
    return [each for each in read if isinstance(each, AbsenceUncovered)]


def kinds(notices: list[object]) -> list[str]:
    return [_kind(notice) for notice in notices]


def _kind(notice: object) -> str:
    match notice:
        case AbsencePast(what=what):
            return f"AbsencePast {what}"
        case CoverAnswered(accepted=accepted):
            return "CoverAnswered yes" if accepted else "CoverAnswered no"
        case _:
            return type(notice).__name__
