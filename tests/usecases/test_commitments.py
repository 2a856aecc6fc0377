"""Promises: SMART or refused, asked of others, reminded of, and closed by somebody or by silence.

Monday 2 March 2026, 09:00; office hours 9 to 17 in Bogotá.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, col, select

from bot.notices.commitments import (
    CommitmentAnswered,
    CommitmentAsked,
    CommitmentClosed,
    CommitmentDue,
    CommitmentFacts,
)
from bot.rules.commitments import (
    CommitmentIsClosed,
    HasNoPart,
    NoSuchCommitment,
    NotYetAccepted,
)
from bot.rules.goals import NoSuchGoal
from bot.rules.refusals import (
    MissingValue,
    MomentInPast,
    NoSuchPerson,
    NotAllowed,
    NotAMember,
    ReasonNeeded,
    ValueTooLong,
)
from bot.rules.smart import CommitmentDraft, GoalDraft, NotSmart
from bot.usecases.actors import ref_of
from bot.usecases.commitments import (
    accept_commitment,
    close_commitment,
    decline_commitment,
    is_waiting,
    list_commitments,
    make_commitment,
)
from bot.usecases.goals import add_goal
from bot.usecases.occasions import fire_due_occasions
from models import Commitment, Event, Occasion, Person
from models.database import Database
from tests.usecases.builders import MONDAY, Cast, acts, make_absence, make_cast
from tests.usecases.told import kinds_told, told

BOGOTA = ZoneInfo("America/Bogota")
SECOND = timedelta(seconds=1)


def at(text: str) -> datetime:
    """A moment of March 2026 in Bogotá: the day, then the time."""
    return datetime.fromisoformat(f"2026-03-{text}").replace(tzinfo=BOGOTA)


THURSDAY = at("05 15:00")
DRAFT = CommitmentDraft(
    text="Llamar  a los clientes dormidos",
    quantity=Decimal(20),
    unit="llamadas",
    due_at=THURSDAY,
    reason="Tres cancelaron en enero",
)


class Promises:
    """An agreement, a clock wound by hand, and short ways to promise."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.cast: Cast = make_cast(session)
        self.now = MONDAY

    def make(self, by: Person, draft: CommitmentDraft = DRAFT) -> CommitmentFacts:
        return make_commitment(
            self.session,
            now=self.now,
            actor=acts(by),
            agreement_id=self.cast.agreement_id,
            draft=draft,
        )

    def accept(self, by: Person, promise: CommitmentFacts) -> CommitmentFacts:
        return accept_commitment(
            self.session, now=self.now, actor=acts(by), commitment_id=promise.id
        )

    def decline(self, by: Person, promise: CommitmentFacts, note: str = "") -> CommitmentFacts:
        return decline_commitment(
            self.session, now=self.now, actor=acts(by), commitment_id=promise.id, note=note
        )

    def close(
        self,
        by: Person,
        promise: CommitmentFacts,
        result: str = "kept",
        note: str = "",
        new_due: datetime | None = None,
    ) -> CommitmentFacts:
        return close_commitment(
            self.session,
            now=self.now,
            actor=acts(by),
            commitment_id=promise.id,
            result=result,
            note=note,
            new_due=new_due,
        )

    def until(self, moment: datetime) -> None:
        """Fire everything due up to a moment, each at its own time."""
        while (due := self.next_due()) is not None and due <= moment:
            self.now = due
            assert fire_due_occasions(self.session, now=due, limit=10) > 0
            self.session.expire_all()
        self.now = moment

    def next_due(self) -> datetime | None:
        statement = select(Occasion.next_at).where(col(Occasion.next_at).is_not(None))
        return self.session.exec(statement.order_by(col(Occasion.next_at))).first()

    def told(self, person: Person) -> list[str]:
        return kinds_told(self.session, person.slack_id)

    def state(self, promise: CommitmentFacts) -> str:
        return self.session.get_one(Commitment, promise.id).state

    def events(self, promise: CommitmentFacts) -> list[str]:
        statement = select(Event.kind).where(Event.subject_id == promise.id)
        return sorted(self.session.exec(statement).all())


@pytest.fixture
def promises(database: Database) -> Iterator[Promises]:
    with database.writing() as session:
        yield Promises(session)


def test_an_own_promise_counts_at_once(promises: Promises) -> None:
    made = promises.make(promises.cast.ana)

    assert (made.state, made.accepted_at) == ("open", MONDAY)
    assert made.owner == made.asked_by == ref_of(promises.cast.ana)
    assert (made.text, made.quantity, made.unit) == (
        "Llamar a los clientes dormidos",
        Decimal(20),
        "llamadas",
    )
    assert promises.told(promises.cast.ana) == []


def test_a_vague_promise_is_refused_by_its_letters_and_not_kept(promises: Promises) -> None:
    with pytest.raises(NotSmart) as refused:
        promises.make(promises.cast.ana, CommitmentDraft(text="Mejorar más", reason="porque sí"))

    assert "".join(refused.value.letters) == "SMT"
    assert promises.session.exec(select(Commitment)).all() == []


def test_a_promise_names_the_goal_it_serves(promises: Promises) -> None:
    cast = promises.cast
    add_goal(
        promises.session,
        now=MONDAY,
        actor=acts(cast.carla),
        agreement_id=cast.agreement_id,
        draft=GoalDraft("Ventas de marzo", Decimal(100), date(2026, 3, 31)),
    )

    made = promises.make(cast.ana, replace(DRAFT, reason="", goal="ventas"))

    assert made.goal == "Ventas de marzo"
    with pytest.raises(NoSuchGoal):
        promises.make(cast.ana, replace(DRAFT, goal="otra"))


def test_asking_another_tells_them_and_waits_for_their_yes(promises: Promises) -> None:
    cast = promises.cast

    asked = promises.make(cast.carla, replace(DRAFT, owner="@ana"))

    assert (asked.state, asked.accepted_at) == ("asked", None)
    (question,) = told(promises.session, cast.ana.slack_id)
    assert isinstance(question, CommitmentAsked)
    assert question.commitment.asked_by == ref_of(cast.carla)


def test_accepting_makes_it_theirs_and_tells_whoever_asked(promises: Promises) -> None:
    cast = promises.cast
    asked = promises.make(cast.carla, replace(DRAFT, owner="@ana"))

    accepted = promises.accept(cast.ana, asked)

    assert (accepted.state, accepted.accepted_at) == ("open", MONDAY)
    (answer,) = told(promises.session, cast.carla.slack_id)
    assert isinstance(answer, CommitmentAnswered)
    assert (answer.accepted, answer.by) == (True, ref_of(cast.ana))


def test_declining_ends_it_with_a_note(promises: Promises) -> None:
    cast = promises.cast
    asked = promises.make(cast.carla, replace(DRAFT, owner="@ana"))

    declined = promises.decline(cast.ana, asked, " No hay lista ")

    assert (declined.state, declined.closing_note) == ("declined", "No hay lista")
    (answer,) = told(promises.session, cast.carla.slack_id)
    assert isinstance(answer, CommitmentAnswered)
    assert not answer.accepted
    assert promises.next_due() is None


def test_only_the_one_asked_answers_and_once(promises: Promises) -> None:
    cast = promises.cast
    asked = promises.make(cast.carla, replace(DRAFT, owner="@ana"))
    for other in (cast.carla, cast.bruno, cast.marta):
        with pytest.raises(NotAllowed):
            promises.accept(other, asked)

    promises.accept(cast.ana, asked)

    with pytest.raises(CommitmentIsClosed):
        promises.decline(cast.ana, asked)
    assert promises.state(asked) == "open"


def test_a_question_without_an_answer_lapses_when_it_would_be_due(promises: Promises) -> None:
    cast = promises.cast
    asked = promises.make(cast.carla, replace(DRAFT, owner="@ana"))

    promises.until(THURSDAY - SECOND)
    assert promises.state(asked) == "asked"

    promises.until(THURSDAY)
    assert promises.state(asked) == "declined"
    (closed,) = told(promises.session, cast.carla.slack_id)
    assert isinstance(closed, CommitmentClosed)
    assert closed.by is None


def test_the_owner_is_reminded_at_the_opening_of_the_day_before(promises: Promises) -> None:
    promises.make(promises.cast.ana)

    promises.until(at("04 08:59"))
    assert promises.told(promises.cast.ana) == []

    promises.until(at("04 09:00"))
    assert promises.told(promises.cast.ana) == ["CommitmentNear"]


def test_on_the_day_the_owner_is_asked_while_there_is_an_hour_left(promises: Promises) -> None:
    promises.make(promises.cast.ana)

    promises.until(THURSDAY - timedelta(hours=1, seconds=1))
    assert promises.told(promises.cast.ana) == ["CommitmentNear"]

    promises.until(THURSDAY - timedelta(hours=1))
    assert promises.told(promises.cast.ana) == ["CommitmentNear", "CommitmentDue"]


def test_three_silences_break_it_by_no_answer(promises: Promises) -> None:
    cast = promises.cast
    promise = promises.make(cast.carla, replace(DRAFT, owner="@ana"))
    promises.accept(cast.ana, promise)

    promises.until(at("10 08:59"))

    asked = [
        notice.times
        for notice in told(promises.session, cast.ana.slack_id)
        if isinstance(notice, CommitmentDue)
    ]
    assert asked == [1, 2, 3]
    assert promises.state(promise) == "open"

    promises.until(at("10 09:00"))
    assert promises.state(promise) == "broken"
    closed = told(promises.session, cast.carla.slack_id)[-1]
    assert isinstance(closed, CommitmentClosed)
    assert (closed.by, closed.commitment.state) == (None, "broken")
    assert promises.next_due() is None


def test_made_on_the_last_day_it_goes_straight_to_the_question(promises: Promises) -> None:
    promises.now = at("05 10:00")
    promises.make(promises.cast.ana)

    promises.until(THURSDAY)

    assert promises.told(promises.cast.ana) == ["CommitmentDue"]


def test_woken_late_the_reminder_is_skipped_and_the_question_asked_once(
    promises: Promises,
) -> None:
    promises.make(promises.cast.ana)

    fired = fire_due_occasions(promises.session, now=at("20 10:00"), limit=10)

    assert fired == 1
    assert promises.told(promises.cast.ana) == ["CommitmentDue"]


def test_silence_of_somebody_on_leave_is_no_answer(promises: Promises) -> None:
    promise = promises.make(promises.cast.ana)
    make_absence(
        promises.session,
        promises.cast.ana,
        starts_at=at("05 09:00"),
        ends_at=at("14 00:00"),
    )

    promises.until(at("16 08:59"))
    assert promises.told(promises.cast.ana) == ["CommitmentNear"]

    promises.until(at("16 09:00"))
    assert promises.told(promises.cast.ana)[1:] == ["CommitmentDue"]
    assert promises.state(promise) == "open"


def test_kept_ends_the_reminders_and_tells_whoever_asked(promises: Promises) -> None:
    cast = promises.cast
    promise = promises.make(cast.carla, replace(DRAFT, owner="@ana"))
    promises.accept(cast.ana, promise)
    promises.until(at("04 12:00"))

    kept = promises.close(cast.ana, promise)

    assert kept.state == "kept"
    closed = told(promises.session, cast.carla.slack_id)[-1]
    assert isinstance(closed, CommitmentClosed)
    assert closed.by == ref_of(cast.ana)
    promises.until(at("20 09:00"))
    assert sorted(promises.told(cast.ana)) == ["CommitmentAsked", "CommitmentNear"]


def test_own_promises_are_closed_without_telling_oneself(promises: Promises) -> None:
    promise = promises.make(promises.cast.ana)

    promises.close(promises.cast.ana, promise)

    assert promises.told(promises.cast.ana) == []


@pytest.mark.parametrize("result", ["broken", "renegotiated"])
def test_not_keeping_it_needs_a_reason(promises: Promises, result: str) -> None:
    promise = promises.make(promises.cast.ana)

    with pytest.raises(ReasonNeeded):
        promises.close(promises.cast.ana, promise, result, "  ", at("06 15:00"))

    assert promises.state(promise) == "open"


def test_a_renegotiated_promise_stays_on_record_beside_the_new_one(promises: Promises) -> None:
    cast = promises.cast
    promise = promises.make(cast.carla, replace(DRAFT, owner="@ana"))
    promises.accept(cast.ana, promise)

    renewed = promises.close(cast.ana, promise, "renegotiated", "Faltan datos", at("12 15:00"))

    assert promises.state(promise) == "renegotiated"
    assert (renewed.state, renewed.due_at) == ("open", at("12 15:00"))
    row = promises.session.get_one(Commitment, renewed.id)
    assert (row.renegotiated_from, row.asked_by) == (THURSDAY, cast.carla.id)
    closed = [
        notice
        for notice in told(promises.session, cast.carla.slack_id)
        if isinstance(notice, CommitmentClosed)
    ]
    assert [notice.new_due_at for notice in closed] == [at("12 15:00")]
    promises.until(at("11 09:00"))
    assert sorted(promises.told(cast.ana)) == ["CommitmentAsked", "CommitmentNear"]


def test_a_new_date_lies_ahead(promises: Promises) -> None:
    promise = promises.make(promises.cast.ana)

    with pytest.raises(MissingValue):
        promises.close(promises.cast.ana, promise, "renegotiated", "Faltan datos")
    with pytest.raises(MomentInPast):
        promises.close(promises.cast.ana, promise, "renegotiated", "Faltan datos", MONDAY)
    with pytest.raises(MissingValue):
        promises.close(promises.cast.ana, promise, "forgotten")


def test_a_closed_promise_stays_closed(promises: Promises) -> None:
    promise = promises.make(promises.cast.ana)
    promises.close(promises.cast.ana, promise)

    with pytest.raises(CommitmentIsClosed) as refused:
        promises.close(promises.cast.ana, promise, "broken", "No alcanzó")

    assert refused.value.state == "kept"
    assert promises.events(promise) == ["commitment_kept", "commitment_made"]


def test_nobody_keeps_a_promise_before_it_is_made(promises: Promises) -> None:
    asked = promises.make(promises.cast.carla, replace(DRAFT, owner="@ana"))

    with pytest.raises(NotYetAccepted):
        promises.close(promises.cast.ana, asked)


def test_the_owner_their_cover_and_the_lead_of_their_side_close_it(promises: Promises) -> None:
    cast = promises.cast
    promise = promises.make(cast.ana)
    for other in (cast.bruno, cast.marta, cast.mateo, cast.elena):
        with pytest.raises(NotAllowed):
            promises.close(other, promise)

    promises.close(cast.carla, promise)

    (closed,) = told(promises.session, cast.ana.slack_id)
    assert isinstance(closed, CommitmentClosed)
    covered = promises.make(cast.ana)
    make_absence(promises.session, cast.ana, cover=cast.bruno)
    assert promises.close(cast.bruno, covered).state == "kept"


@pytest.mark.parametrize("name", ["marta", "mateo", "carla", "ana", "elena"])
def test_everybody_of_the_agreement_promises_and_closes_their_own(
    promises: Promises, name: str
) -> None:
    person = getattr(promises.cast, name)

    assert promises.close(person, promises.make(person)).state == "kept"


def test_outsiders_neither_promise_nor_are_asked_nor_see(promises: Promises) -> None:
    cast = promises.cast
    promise = promises.make(cast.ana)

    with pytest.raises(NotAMember):
        promises.make(cast.diego)
    with pytest.raises(HasNoPart):
        promises.make(cast.ana, replace(DRAFT, owner="@diego"))
    with pytest.raises(NoSuchPerson):
        promises.make(cast.ana, replace(DRAFT, owner="@nobody"))
    with pytest.raises(NoSuchCommitment):
        promises.close(cast.diego, promise)
    with pytest.raises(NoSuchCommitment):
        promises.close(make_cast(promises.session, team_id="T2").carla, promise)
    with pytest.raises(NoSuchCommitment):
        accept_commitment(
            promises.session, now=MONDAY, actor=acts(cast.ana), commitment_id=UUID(int=7)
        )


def test_texts_have_a_length(promises: Promises) -> None:
    with pytest.raises(ValueTooLong):
        promises.make(promises.cast.ana, replace(DRAFT, text="ab cd " * 84))
    promise = promises.make(promises.cast.ana, replace(DRAFT, reason="x" * 500))
    with pytest.raises(ValueTooLong):
        promises.close(promises.cast.ana, promise, note="x" * 501)


def test_waiting_promises_are_listed_the_next_due_first(promises: Promises) -> None:
    cast = promises.cast
    later = promises.make(cast.ana, replace(DRAFT, due_at=at("12 15:00")))
    asked = promises.make(cast.carla, replace(DRAFT, owner="@ana"))
    other = promises.make(cast.bruno, replace(DRAFT, due_at=at("20 15:00")))
    promises.close(cast.ana, promises.make(cast.ana))

    assert listed(promises, cast.elena) == [asked.id, later.id, other.id]
    assert listed(promises, cast.ana, mine=True) == [asked.id, later.id]


def listed(promises: Promises, by: Person, *, mine: bool = False) -> list[UUID]:
    found = list_commitments(
        promises.session,
        now=promises.now,
        actor=acts(by),
        agreement_id=promises.cast.agreement_id,
        mine=mine,
    )
    return [each.id for each in found]


def test_a_message_makes_sense_until_what_it_asks_is_answered(promises: Promises) -> None:
    cast = promises.cast
    asked = promises.make(cast.carla, replace(DRAFT, owner="@ana"))
    assert is_waiting(promises.session, asked.id, "asked")
    assert not is_waiting(promises.session, asked.id, "near")

    promises.accept(cast.ana, asked)
    assert not is_waiting(promises.session, asked.id, "asked")
    assert is_waiting(promises.session, asked.id, "near")

    promises.close(cast.ana, asked)
    assert not is_waiting(promises.session, asked.id, "due-1")


def test_an_occasion_fires_once_however_many_sweeps_see_it(promises: Promises) -> None:
    promises.make(promises.cast.ana)

    first = fire_due_occasions(promises.session, now=at("04 09:00"), limit=10)
    second = fire_due_occasions(promises.session, now=at("04 09:00"), limit=10)

    assert (first, second) == (1, 0)
    assert promises.told(promises.cast.ana) == ["CommitmentNear"]


def test_a_page_of_occasions_takes_the_earliest(promises: Promises) -> None:
    promises.make(promises.cast.bruno, replace(DRAFT, due_at=at("06 15:00")))
    promises.make(promises.cast.ana)

    assert fire_due_occasions(promises.session, now=at("05 09:00"), limit=1) == 1

    assert promises.told(promises.cast.ana) == ["CommitmentNear"]
    assert promises.told(promises.cast.bruno) == []
