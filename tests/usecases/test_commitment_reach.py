"""A number far above the best kept needs a word on how; a whole side promises by its lead."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from bot.notices.commitments import (
    CommitmentBoard,
    CommitmentClosed,
    CommitmentMade,
    CommitmentsWeek,
)
from bot.rules.commitments import HasNoPart, NotItsLead
from bot.rules.smart import CommitmentDraft, FarAboveBest
from bot.usecases.actors import ref_of
from bot.usecases.commitments import commitment_board
from bot.usecases.routine import plan_routine
from models import Person
from models.database import Database
from tests.usecases.builders import MONDAY, acts, make_person
from tests.usecases.test_commitments import DRAFT, Promises, at
from tests.usecases.told import told

CALLS = Decimal(20)


@pytest.fixture
def promises(database: Database) -> Iterator[Promises]:
    with database.writing() as session:
        yield Promises(session)


def kept(promises: Promises, by: Person, amount: int, unit: str = "llamadas") -> None:
    promises.close(by, promises.make(by, asks(amount, unit)))


def asks(
    amount: int, unit: str = "llamadas", *, how: str = "", owner: str | None = None
) -> CommitmentDraft:
    return replace(DRAFT, quantity=Decimal(amount), unit=unit, how=how, owner=owner)


def test_twice_the_best_is_taken_and_more_is_questioned_by_its_letter(promises: Promises) -> None:
    ana = promises.cast.ana
    kept(promises, ana, 12)
    kept(promises, ana, 20)

    promises.make(ana, asks(40))
    with pytest.raises(FarAboveBest) as refused:
        promises.make(ana, asks(41, " Llamada "))

    assert refused.value == FarAboveBest(Decimal(41), CALLS, "Llamada")


def test_a_word_on_how_answers_the_question_and_is_kept(promises: Promises) -> None:
    kept(promises, promises.cast.ana, 20)

    made = promises.make(promises.cast.ana, asks(100, how="Dos personas más desde el lunes"))

    assert made.how == "Dos personas más desde el lunes"


@pytest.mark.parametrize("unit", ["reuniones", ""])
def test_another_unit_has_no_past_to_compare_with(promises: Promises, unit: str) -> None:
    kept(promises, promises.cast.ana, 2)

    assert promises.make(promises.cast.ana, asks(500, unit)).quantity == Decimal(500)


def test_what_was_broken_or_kept_by_others_is_no_past(promises: Promises) -> None:
    cast = promises.cast
    kept(promises, cast.bruno, 2)
    promises.close(cast.ana, promises.make(cast.ana, asks(3)), "broken", "No hubo lista")

    assert promises.make(cast.ana, asks(500)).quantity == Decimal(500)


def test_asked_of_another_it_is_their_past_that_counts(promises: Promises) -> None:
    cast = promises.cast
    kept(promises, cast.ana, 2)

    with pytest.raises(FarAboveBest):
        promises.make(cast.carla, asks(500, owner="@ana"))


def test_a_whole_side_promises_through_its_lead_and_the_other_is_told(promises: Promises) -> None:
    cast = promises.cast

    made = promises.make(cast.marta, replace(DRAFT, of_party=True))

    assert (made.party, made.of_party) == ("marketing", True)
    assert told(promises.session, "UCARLA") == [CommitmentMade(made)]
    assert told(promises.session, "UANA") == []


def test_a_member_does_not_promise_for_the_side(promises: Promises) -> None:
    cast = promises.cast

    with pytest.raises(NotItsLead) as refused:
        promises.make(cast.carla, replace(DRAFT, owner="@ana", of_party=True))

    assert refused.value == NotItsLead("Ana", "sales")


def test_the_other_side_hears_when_a_side_moves_its_promise(promises: Promises) -> None:
    cast = promises.cast
    made = promises.make(cast.marta, replace(DRAFT, of_party=True))

    moved = promises.close(cast.marta, made, "renegotiated", "Dos de baja", at("12 15:00"))

    assert (moved.of_party, moved.party) == (True, "marketing")
    closed = [
        each for each in told(promises.session, "UCARLA") if isinstance(each, CommitmentClosed)
    ]
    assert [(each.by, each.new_due_at) for each in closed] == [(ref_of(cast.marta), at("12 15:00"))]


def test_whoever_asked_hears_who_moved_it_why_and_to_when(promises: Promises) -> None:
    cast = promises.cast
    asked = promises.make(cast.marta, replace(DRAFT, owner="@ana"))
    promises.accept(cast.ana, asked)

    promises.close(cast.ana, asked, "renegotiated", "Falta la lista", at("12 15:00"))

    (closed,) = [
        each for each in told(promises.session, "UMARTA") if isinstance(each, CommitmentClosed)
    ]
    assert (closed.by, closed.new_due_at) == (ref_of(cast.ana), at("12 15:00"))
    assert closed.commitment.closing_note == "Falta la lista"


@pytest.mark.parametrize("is_guest", [True, False], ids=["a guest", "somebody outside"])
def test_who_has_no_part_promises_nothing(promises: Promises, *, is_guest: bool) -> None:
    make_person(promises.session, "Zoe", is_guest=is_guest)

    with pytest.raises(HasNoPart):
        promises.make(promises.cast.carla, replace(DRAFT, owner="@zoe"))


def test_the_board_shows_both_sides_and_how_the_last_thirty_days_ended(promises: Promises) -> None:
    cast = promises.cast
    soon = promises.make(cast.marta)
    later = promises.make(cast.ana, replace(DRAFT, due_at=at("20 15:00")))
    asked = promises.make(cast.carla, replace(DRAFT, owner="@bruno", due_at=at("25 15:00")))
    done = promises.make(cast.ana)
    promises.close(cast.ana, done, "broken", "No hubo lista")
    promises.now = at("04 09:00")

    board = shown(promises, cast.elena)

    assert [(each.promise.id, each.standing) for each in board.waiting] == [
        (soon.id, "soon"),
        (later.id, "open"),
        (asked.id, "asked"),
    ]
    assert [each.promise.party for each in board.waiting] == ["marketing", "sales", "sales"]
    (ended,) = board.ended
    assert (ended.closed_by, ended.closing_note) == (ref_of(cast.ana), "No hubo lista")
    assert shown(promises, cast.marta, mine=True).ended == ()
    promises.now = at("05 15:00")
    assert shown(promises, cast.elena).waiting[0].standing == "late"
    promises.now = MONDAY + timedelta(days=30)
    assert len(shown(promises, cast.elena).ended) == 1
    promises.now += timedelta(seconds=1)
    assert shown(promises, cast.elena).ended == ()


def shown(promises: Promises, by: Person, *, mine: bool = False) -> CommitmentBoard:
    return commitment_board(
        promises.session,
        now=promises.now,
        actor=acts(by),
        agreement_id=promises.cast.agreement_id,
        mine=mine,
    )


def test_a_week_opens_with_how_the_last_one_ended_and_what_is_due(promises: Promises) -> None:
    cast = promises.cast
    plan_routine(promises.session, now=MONDAY, agreement=cast.agreement)
    kept(promises, cast.ana, 20)
    due = promises.make(cast.bruno, replace(DRAFT, due_at=at("15 23:59")))
    promises.make(cast.bruno, replace(DRAFT, due_at=at("16 00:00")))

    promises.until(at("09 09:00"))

    (week,) = [
        each for each in told(promises.session, "CLEADS") if isinstance(each, CommitmentsWeek)
    ]
    assert [each.state for each in week.ended] == ["kept"]
    assert [each.id for each in week.due] == [due.id]


def test_what_is_past_its_date_without_an_answer_is_named_as_the_week_opens(
    promises: Promises,
) -> None:
    """Also where nothing ended and nothing is due: a commitment nobody answers is no news."""
    plan_routine(promises.session, now=MONDAY, agreement=promises.cast.agreement)
    late = promises.make(promises.cast.ana, replace(DRAFT, due_at=at("08 23:59")))

    promises.until(at("09 09:00"))

    (week,) = [
        each for each in told(promises.session, "CLEADS") if isinstance(each, CommitmentsWeek)
    ]
    assert (week.ended, week.due) == ((), ())
    assert [each.id for each in week.overdue] == [late.id]


def test_a_week_without_promises_posts_nothing(promises: Promises) -> None:
    plan_routine(promises.session, now=MONDAY, agreement=promises.cast.agreement)

    promises.until(at("09 09:00"))

    assert told(promises.session, "CLEADS") == []
