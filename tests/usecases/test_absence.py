"""Going away and coming back: who may, what overlaps, who is told."""

from datetime import timedelta
from uuid import UUID

import pytest

from bot.notices.absence import AbsenceCancelled, AbsenceOver, AbsenceSet, AbsenceUncovered
from bot.rules.absence import (
    AbsenceIncludes,
    AbsenceToComeIncludes,
    AnsweredAlready,
    CoverAway,
    CoverIsGuest,
    CoverIsSelf,
    CoverOutside,
    NoSuchAbsence,
    NotAway,
    NotTheirAbsence,
    Stretch,
)
from bot.rules.absence_status import SlackStatus
from bot.rules.commitments import HasNoPart
from bot.rules.refusals import NoSuchPerson
from bot.usecases.absence import (
    accept_offer,
    add_cover,
    end_absence,
    offer_absence,
    set_absence,
)
from models import Person
from models.database import Database
from tests.usecases.builders import MONDAY, acts, make_member, make_person
from tests.usecases.leadwork import local
from tests.usecases.leave import Leave

A_DAY = timedelta(days=1)


@pytest.fixture
def leave(database: Database) -> Leave:
    return Leave(database)


def test_one_registers_ones_own_absence_and_who_leads_sales_that_of_a_rep(leave: Leave) -> None:
    cast = leave.cast
    for person in (cast.marta, cast.mateo, cast.carla, cast.bruno, cast.elena):
        leave.away(person)

    leave.away(cast.ana, by=cast.carla)

    assert leave.heard(cast.ana) == ["AbsenceSetForYou"]
    assert [row.told_by for row in leave.absences(cast.ana)] == [cast.carla.id]


@pytest.mark.parametrize(
    ("name", "other"), [("bruno", "ana"), ("carla", "mateo"), ("marta", "mateo")]
)
def test_nobody_registers_the_absence_of_anybody_else(leave: Leave, name: str, other: str) -> None:
    with pytest.raises(NotTheirAbsence):
        leave.away(getattr(leave.cast, other), by=getattr(leave.cast, name))

    assert leave.absences(getattr(leave.cast, other)) == []


def test_somebody_without_a_part_is_refused_by_name(leave: Leave) -> None:
    with pytest.raises(HasNoPart):
        leave.away(leave.cast.diego, by=leave.cast.carla)


def test_a_cover_has_to_be_somebody_who_can(leave: Leave) -> None:
    cast = leave.cast
    with leave.database.writing() as session:
        guest = make_person(session, "Gala", is_guest=True)
        make_member(session, cast.agreement, guest, "sales")
    leave.away(cast.carla, start=local("09:00", day=3))

    refusals = (
        (cast.ana, CoverIsSelf),
        (guest, CoverIsGuest),
        (cast.mateo, CoverOutside),
        (cast.diego, CoverOutside),
        (cast.carla, CoverAway),
    )

    for cover, refusal in refusals:
        with pytest.raises(refusal):
            leave.away(cast.ana, cover=cover)
    with pytest.raises(NoSuchPerson):
        leave.away(
            cast.ana, cover=Person(team_id="T1", slack_id="UNOBODY", name="", seen_at=MONDAY)
        )
    assert leave.absences(cast.ana) == []


def test_an_absence_that_overlaps_takes_the_place_of_those_before(leave: Leave) -> None:
    ana = leave.cast.ana
    leave.away(ana, start=local("09:00", day=2), end=local("12:00", day=2))
    leave.away(ana, start=local("09:00", day=4), end=local("12:00", day=4))

    answer = leave.away(ana, start=local("11:59", day=2), end=local("09:01", day=4))

    assert [(row.starts_at, row.ends_at) for row in leave.absences(ana)] == [
        (local("11:59", day=2), local("09:01", day=4))
    ]
    assert answer.former is not None
    assert answer.former.ends_at == local("12:00", day=2)


def test_a_part_of_a_registered_absence_is_refused_and_the_absence_stays(leave: Leave) -> None:
    ana, bruno = leave.cast.ana, leave.cast.bruno
    leave.away(ana)
    leave.away(bruno, start=local("00:00", day=2))
    stood = [(row.starts_at, row.ends_at) for row in leave.absences(ana)]

    with pytest.raises(AbsenceIncludes):
        leave.away(ana, start=local("14:00", day=1), end=local("17:00", day=1))
    with pytest.raises(AbsenceToComeIncludes):
        leave.away(bruno, start=local("14:00", day=3), end=local("17:00", day=3))
    leave.away(bruno, start=local("00:00", day=2), end=local("24:00", day=3))

    assert [(row.starts_at, row.ends_at) for row in leave.absences(ana)] == stood
    assert [row.ends_at for row in leave.absences(bruno)] == [local("24:00", day=3)]


def test_what_is_to_be_changed_may_become_a_part_of_itself_until_it_begins(leave: Leave) -> None:
    ana = leave.cast.ana
    to_come = leave.away(ana, start=local("00:00", day=1)).absence
    shorter = Stretch(local("14:00", day=2), local("17:00", day=2))

    changes(leave, ana, to_come.id, shorter)

    assert [(row.starts_at, row.ends_at) for row in leave.absences(ana)] == [
        (shorter.starts_at, shorter.ends_at)
    ]
    leave.until("14:00", day=2)
    with pytest.raises(AbsenceIncludes):
        changes(leave, ana, to_come.id, Stretch(local("15:00", day=2), local("16:00", day=2)))


def test_absences_that_touch_stand_side_by_side(leave: Leave) -> None:
    leave.away(leave.cast.ana, start=local("09:00", day=2), end=local("12:00", day=2))

    answer = leave.away(leave.cast.ana, start=local("12:00", day=2), end=local("13:00", day=2))

    assert answer.former is None
    assert len(leave.absences(leave.cast.ana)) == 2


def test_a_longer_absence_asks_its_cover_again_and_a_shorter_one_does_not(leave: Leave) -> None:
    cast = leave.cast
    leave.covered(cast.ana, cast.bruno)

    shorter = leave.away(cast.ana, end=local("24:00", day=3))
    longer = leave.away(cast.ana, end=local("24:00", day=5))

    assert shorter.absence.asked is None
    assert shorter.absence.cover == longer.absence.cover == acts(cast.bruno).ref
    assert longer.absence.asked == acts(cast.bruno).ref
    assert leave.heard(cast.bruno).count("CoverAsked") == 2


def test_another_cover_frees_the_first_one(leave: Leave) -> None:
    cast = leave.cast
    leave.covered(cast.ana, cast.bruno)

    with leave.database.writing() as session:
        answer = add_cover(session, now=leave.now, actor=acts(cast.ana), cover="@carla")

    assert (answer.absence.cover, answer.absence.asked) == (None, acts(cast.carla).ref)
    assert "CoverFreed" in leave.heard(cast.bruno)


def test_who_registers_the_absence_and_names_themselves_has_said_yes(leave: Leave) -> None:
    cast = leave.cast

    answer = leave.away(cast.ana, by=cast.carla, cover=cast.carla)

    assert answer.absence.cover == acts(cast.carla).ref
    assert "CoverAsked" not in leave.heard(cast.carla)


def test_only_who_was_asked_answers_and_only_once(leave: Leave) -> None:
    cast = leave.cast
    asked = leave.away(cast.ana, cover=cast.bruno).absence

    with pytest.raises(AnsweredAlready):
        leave.says_whether(cast.carla, asked.id, accepts=True)
    leave.says_whether(cast.bruno, asked.id, accepts=False)
    with pytest.raises(AnsweredAlready):
        leave.says_whether(cast.bruno, asked.id, accepts=True)
    assert leave.heard(cast.ana) == leave.heard(cast.carla) == ["CoverAnswered"]


def test_a_yes_is_told_to_the_person_alone(leave: Leave) -> None:
    leave.covered(leave.cast.ana, leave.cast.bruno)

    assert leave.heard(leave.cast.ana) == ["CoverAnswered"]
    assert leave.heard(leave.cast.carla) == []


def test_an_absence_to_come_is_taken_back_and_its_cover_is_free(leave: Leave) -> None:
    cast = leave.cast
    with leave.database.writing() as session:
        asked = set_absence(
            session,
            now=leave.now,
            actor=acts(cast.ana),
            wanted=Stretch(leave.now + A_DAY, leave.now + 2 * A_DAY),
            cover="@bruno",
        )
    leave.says_whether(cast.bruno, asked.absence.id, accepts=True)

    with pytest.raises(NotAway):
        leave.back(cast.ana)
    with pytest.raises(NoSuchAbsence):
        take_back(leave, cast.bruno, asked)
    assert isinstance(take_back(leave, cast.ana, asked), AbsenceCancelled)

    assert leave.absences(cast.ana) == []
    assert "CoverFreed" in leave.heard(cast.bruno)
    leave.until("17:00", day=2)
    assert "CoverBegan" not in leave.heard(cast.bruno)


def test_who_leads_sales_hears_once_of_leads_that_nobody_covers(leave: Leave) -> None:
    cast = leave.cast
    leave.lead_arrives("Acme")
    leave.away(cast.ana, start=local("10:00"))
    assert leave.read(cast.carla, "AbsenceUncovered") == []

    leave.until("10:00")
    leave.away(cast.ana, end=local("24:00", day=5))
    leave.until("12:00", day=5)

    (notice,) = leave.read(cast.carla, "AbsenceUncovered")
    assert isinstance(notice, AbsenceUncovered)
    assert [line.lead.company for line in notice.leads] == ["Acme"]


def test_without_open_leads_nobody_has_to_be_told(leave: Leave) -> None:
    leave.away(leave.cast.ana)

    assert leave.heard(leave.cast.carla) == []


def test_an_absence_that_ends_by_itself_is_summed_up_at_the_next_opening(leave: Leave) -> None:
    cast = leave.cast
    leave.lead_arrives("Acme")
    leave.covered(cast.ana, cast.bruno)

    leave.until("08:59", day=7)
    assert "AbsenceOver" not in leave.heard(cast.ana)
    leave.until("09:00", day=7)

    (over,) = leave.read(cast.ana, "AbsenceOver")
    assert isinstance(over, AbsenceOver)
    assert [each.line.lead.company for each in over.leads] == ["Acme"]
    assert leave.heard(cast.bruno).count("CoverOver") == 1


def test_a_status_is_offered_once_to_people_with_a_part(leave: Leave) -> None:
    cast = leave.cast
    status = SlackStatus("De vacaciones", ":palm_tree:", local("24:00", day=4))

    sees_status(leave, cast.ana, status, status)
    sees_status(leave, cast.diego, status)
    sees_status(leave, cast.bruno, SlackStatus("Almorzando"))
    assert leave.heard(cast.ana) == ["AbsenceOffered"]
    assert leave.heard(cast.diego) == leave.heard(cast.bruno) == []

    sees_status(leave, cast.ana, SlackStatus(), status)
    assert leave.heard(cast.ana) == ["AbsenceOffered", "AbsenceOffered"]
    assert leave.absences(cast.ana) == []


def test_nothing_is_offered_to_somebody_who_is_away_already(leave: Leave) -> None:
    leave.away(leave.cast.ana)

    sees_status(leave, leave.cast.ana, SlackStatus("OOO"))

    assert leave.heard(leave.cast.ana) == []


def test_an_offer_is_registered_until_the_end_slack_knows(leave: Leave) -> None:
    ana, end = leave.cast.ana, local("24:00", day=4)
    sees_status(leave, ana, SlackStatus("PTO", "", end))

    with leave.database.writing() as session:
        answer = accept_offer(session, now=leave.now, actor=acts(ana))

    assert answer is not None
    assert [(row.starts_at, row.ends_at) for row in leave.absences(ana)] == [(leave.now, end)]


def test_an_offer_without_an_end_asks_for_it(leave: Leave) -> None:
    sees_status(leave, leave.cast.ana, SlackStatus("PTO"))

    with leave.database.writing() as session:
        assert accept_offer(session, now=leave.now, actor=acts(leave.cast.ana)) is None
    assert leave.absences(leave.cast.ana) == []


def take_back(leave: Leave, by: Person, asked: AbsenceSet) -> AbsenceOver | AbsenceCancelled:
    with leave.database.writing() as session:
        return end_absence(session, now=leave.now, actor=acts(by), absence_id=asked.absence.id)


def sees_status(leave: Leave, person: Person, *statuses: SlackStatus) -> None:
    """Slack tells of somebody's status, again and again."""
    for status in statuses:
        with leave.database.writing() as session:
            row = session.get_one(Person, person.id)
            offer_absence(session, now=leave.now, person=row, status=status)


def changes(leave: Leave, person: Person, absence_id: UUID, wanted: Stretch) -> None:
    with leave.database.writing() as session:
        set_absence(
            session, now=leave.now, actor=acts(person), wanted=wanted, absence_id=absence_id
        )
