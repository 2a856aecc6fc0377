"""A returned lead is answered once; its owner is told of the answer, and a second one by whom."""

from uuid import UUID

import pytest
from sqlmodel import select

from bot.notices.rejections import RejectionAgreed, RejectionContested
from bot.rules.refusals import NoRejectionWaiting, RejectionTakenBack, ReturnSettled
from bot.rules.terms import RejectReason
from bot.usecases.leads.ownership import answer_rejection, assign_lead, reject_lead
from bot.usecases.needed import still_needed
from models import Outbox, Person, Role
from models.database import Database
from tests.usecases.builders import acts, make_member, make_person
from tests.usecases.leadwork import Day, local
from tests.usecases.told import told


@pytest.fixture
def day(database: Database) -> Day:
    return Day(database)


def test_contested_its_owner_is_told_how_much_time_is_left(day: Day) -> None:
    """An hour used, two hours waiting for the answer: three hours are left, until 15:00."""
    lead = returned(day, at="10:00")
    day.until("12:00")

    answer(day, lead, agrees=False)

    said = last_told(day)
    assert isinstance(said, RejectionContested)
    assert (said.by.name, said.left, said.due_at) == ("Marta", 3 * 3600, local("15:00"))


def test_contested_after_work_the_time_is_that_of_the_morning_it_is_read(day: Day) -> None:
    lead = returned(day, at="10:00")
    day.until("20:00")

    answer(day, lead, agrees=False)

    said = last_told(day)
    assert isinstance(said, RejectionContested)
    assert (said.left, said.due_at) == (3 * 3600, local("12:00", day=1))


def test_contested_once_it_was_followed_up_no_clock_goes_on(day: Day) -> None:
    lead = day.lead_arrives()
    day.touch(day.cast.ana, lead)
    reject(day, lead)
    day.until("09:10")

    answer(day, lead, agrees=False)

    said = last_told(day)
    assert isinstance(said, RejectionContested)
    assert said.due_at is None


def test_agreed_its_owner_is_told_that_it_is_closed(day: Day) -> None:
    lead = returned(day, at="10:00")

    answer(day, lead, agrees=True)

    assert isinstance(last_told(day), RejectionAgreed)


def test_what_is_told_is_needed_until_the_owner_has_done_it(day: Day) -> None:
    lead = returned(day, at="10:00")
    answer(day, lead, agrees=False)
    assert is_still_needed(day)

    day.touch(day.cast.ana, lead)

    assert not is_still_needed(day)


def test_what_is_told_is_not_needed_once_somebody_else_owns_the_lead(day: Day) -> None:
    lead = returned(day, at="10:00")
    answer(day, lead, agrees=False)

    with day.database.writing() as session:
        assign_lead(session, now=day.now, actor=acts(day.cast.carla), lead=lead, to="Bruno")

    assert not is_still_needed(day)


@pytest.mark.parametrize(
    ("first", "refusal"),
    [
        pytest.param(True, ReturnSettled, id="the first agreed"),
        pytest.param(False, RejectionTakenBack, id="the first contested"),
    ],
)
@pytest.mark.parametrize("second", [True, False], ids=["the second agrees", "the second contests"])
def test_a_second_answer_is_told_who_gave_the_first_and_which(
    day: Day, *, first: bool, second: bool, refusal: type[ReturnSettled | RejectionTakenBack]
) -> None:
    lead = returned(day, at="10:00")
    answer(day, lead, agrees=first)

    with pytest.raises(refusal) as refused:
        answer(day, lead, agrees=second, by=colleague(day))

    assert vars(refused.value)["by"] == "Marta"


def test_a_lead_returned_again_is_answered_again(day: Day) -> None:
    lead = returned(day, at="10:00")
    answer(day, lead, agrees=False)
    reject(day, lead)

    answer(day, lead, agrees=True, by=colleague(day))

    assert day.lead(lead).closed_at is not None


def test_a_lead_nobody_returned_waits_for_no_answer(day: Day) -> None:
    lead = day.lead_arrives()

    with pytest.raises(NoRejectionWaiting):
        answer(day, lead, agrees=True)


def returned(day: Day, *, at: str) -> UUID:
    lead = day.lead_arrives()
    day.until(at)
    reject(day, lead)
    return lead


def reject(day: Day, lead: UUID) -> None:
    ana = acts(day.cast.ana)
    with day.database.writing() as session:
        reject_lead(session, now=day.now, actor=ana, lead=lead, reason=RejectReason.NO_BUDGET)


def answer(day: Day, lead: UUID, *, agrees: bool, by: Person | None = None) -> None:
    with day.database.writing() as session:
        actor = acts(by or day.cast.marta)
        answer_rejection(session, now=day.now, actor=actor, lead=lead, agrees=agrees)


def colleague(day: Day) -> Person:
    """Somebody who leads marketing beside Marta."""
    with day.database.writing() as session:
        person = make_person(session, "Paula")
        make_member(session, day.cast.agreement, person, "marketing", Role.LEAD)
        return person


def last_told(day: Day) -> object:
    with day.database.reading() as session:
        return told(session, day.cast.ana.slack_id)[-1]


def is_still_needed(day: Day) -> bool:
    with day.database.reading() as session:
        post = session.exec(select(Outbox).where(Outbox.notice == "RejectionContested")).one()
        return still_needed(
            session,
            subject=post.subject,
            subject_id=post.subject_id,
            clock_id=post.clock_id,
            step=post.step,
            notice=post.notice,
            destination=post.destination,
        )
