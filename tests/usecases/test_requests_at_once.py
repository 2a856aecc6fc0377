"""Many hands on one request: it is answered, withdrawn or passed on once."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from sqlmodel import col, select

from bot.rules.refusals import Refusal
from bot.usecases.clocks import tally
from bot.usecases.clocks.tally import NOW, REQUESTS, Count, Measure
from models import Event
from models.database import Database
from tests.usecases.requestwork import RequestDay

HANDS = 8


@pytest.fixture
def day(database: Database) -> RequestDay:
    return RequestDay(database)


def test_of_many_answers_one_counts(day: RequestDay) -> None:
    asked = day.asks(day.cast.ana)

    done = _at_once(lambda hand: day.answers((day.cast.mateo, day.cast.marta)[hand % 2], asked))

    assert done == {"done": 1, "RequestAnswered": HANDS - 1}
    assert _happened(day, asked, "request.answered", "clock.stopped") == 2
    assert _open(day) == 0


def test_of_an_answer_and_a_withdrawal_one_counts(day: RequestDay) -> None:
    asked = day.asks(day.cast.ana)

    def act(hand: int) -> None:
        if hand % 2:
            day.answers(day.cast.mateo, asked)
        else:
            day.withdraws(day.cast.ana, asked)

    assert _at_once(act)["done"] == 1
    assert _happened(day, asked, "request.answered", "request.withdrawn") == 1
    assert _open(day) == 0


def test_answered_while_the_sweep_flags_it_the_figures_add_up(day: RequestDay) -> None:
    asked = day.asks(day.cast.ana)
    day.until("12:59")
    day.now = day.now.replace(hour=18, minute=30)

    def act(hand: int) -> None:
        if hand % 2:
            day.answers(day.cast.mateo, asked)
        else:
            day.sweep(at=day.now)

    _at_once(act)

    counts = _counts(day)
    missed = [count for count in counts if count.measure is Measure.MISSED]
    assert sum(counts[count] for count in missed) == 1
    assert counts[Count(day.cast.agreement_id, "request", NOW, Measure.OPEN)] == 0
    assert [name for name, _ in day.steps_of(asked)].count("breach") == 1


def _at_once(act: Callable[[int], object]) -> Counter[str]:
    def tried(hand: int) -> str:
        try:
            act(hand)
        except Refusal as refusal:
            return type(refusal).__name__
        return "done"

    with ThreadPoolExecutor(HANDS) as hands:
        return Counter(hands.map(tried, range(HANDS)))


def _happened(day: RequestDay, request: UUID, *kinds: str) -> int:
    with day.database.reading() as session:
        query = select(Event).where(Event.subject_id == request, col(Event.kind).in_(kinds))
        return len(session.exec(query).all())


def _counts(day: RequestDay) -> tally.Deltas:
    today = day.now.date()
    with day.database.reading() as session:
        return tally.read(session, day.cast.agreement_id, today, today)


def _open(day: RequestDay) -> int:
    return _counts(day)[Count(day.cast.agreement_id, REQUESTS, NOW, Measure.OPEN)]
