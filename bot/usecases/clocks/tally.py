"""Counters that status reads instead of counting clocks; kept in the clock's transaction.

``open`` and ``unowned`` say how many there are now and live under the day ``NOW``; the others
count decisions under the local day they belong to.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Insert, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from bot.rules.terms import ClockOutcome
from bot.usecases.clocks.promises import Promise
from models import Clock, Row, Tally

NOW = date(1970, 1, 1)
LEADS = "leads"
REQUESTS = "requests"


class Measure(StrEnum):
    OPEN = "open"
    UNOWNED = "unowned"
    STARTED = "started"
    MET = "met"
    MISSED = "missed"
    RELIEVED = "relieved"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Count:
    """The key of one counter."""

    agreement_id: UUID
    stage: str
    day: date
    measure: Measure


Deltas = Counter[Count]

_OWED = "tally"


def add(session: Session, deltas: Mapping[Count, int]) -> None:
    """Move counters by their deltas when the transaction ends; safe beside other writers."""
    owed: Deltas | None = session.info.get(_OWED)
    if owed is None:
        owed = session.info[_OWED] = Counter()
        event.listen(session, "before_commit", _write)
    owed.update(deltas)


@contextmanager
def savepoint(session: Session) -> Iterator[None]:
    """Begin a part of a transaction that is undone by itself, with what it counted, if it fails."""
    before: Deltas = Counter(session.info.get(_OWED, {}))
    try:
        with session.begin_nested():
            yield
    except BaseException:
        if _OWED in session.info:
            session.info[_OWED] = before
        raise


def _write(session: Session) -> None:
    if session.in_nested_transaction():
        return
    # Everybody of an agreement moves the same few rows. Moved last and in one order, they are
    # held for a moment only, and two transactions never wait for each other.
    deltas: Deltas = session.info.get(_OWED, Counter())
    rows = [
        {
            "agreement_id": count.agreement_id,
            "stage": count.stage,
            "day": count.day,
            "measure": count.measure.value,
            "count": delta,
        }
        for count, delta in sorted(deltas.items(), key=lambda item: repr(item[0]))
        if delta
    ]
    deltas.clear()
    if rows:
        session.connection().execute(_upsert(session.get_bind().dialect.name), rows)


def read(session: Session, agreement_id: UUID, first: date, last: date) -> Deltas:
    """Return an agreement's counters now and of the days from ``first`` to ``last``."""
    rows = session.exec(
        select(Tally).where(
            Tally.agreement_id == agreement_id,
            # A database of an earlier version may count what nobody reads any more.
            col(Tally.measure).in_([measure.value for measure in Measure]),
            (col(Tally.day) == NOW) | col(Tally.day).between(first, last),
        )
    ).all()
    counts: Deltas = Counter()
    for row in rows:
        counts[Count(agreement_id, row.stage, row.day, Measure(row.measure))] += row.count
    return counts


def count_lead(
    session: Session, agreement_id: UUID, *, is_open: int = 0, is_unowned: int = 0
) -> None:
    """Move the counts of open and of unowned leads."""
    deltas = {Measure.OPEN: is_open, Measure.UNOWNED: is_unowned}
    add(
        session,
        {Count(agreement_id, LEADS, NOW, measure): delta for measure, delta in deltas.items()},
    )


def count_request(session: Session, agreement_id: UUID, *, is_open: int) -> None:
    """Move the count of open requests, whether or not a window is agreed for them."""
    add(session, {Count(agreement_id, REQUESTS, NOW, Measure.OPEN): is_open})


def started(session: Session, clock: Clock, day: date) -> None:
    add(session, {_key(clock, NOW, Measure.OPEN): 1, _key(clock, day, Measure.STARTED): 1})


def breached(session: Session, clock: Clock, day: date) -> None:
    add(session, breach_deltas(clock.agreement_id, clock.stage, day))


def breach_deltas(agreement_id: UUID, stage: str, day: date) -> Deltas:
    """Return what a breach moves; the sweep adds these up for a whole batch."""
    return Counter({Count(agreement_id, stage, day, Measure.MISSED): 1})


def stopped(session: Session, clock: Clock, promised: Promise) -> None:
    add(session, _stop_deltas(clock, promised))


def reopened(session: Session, clock: Clock, promised: Promise) -> None:
    add(session, {count: -delta for count, delta in _stop_deltas(clock, promised).items()})


def _stop_deltas(clock: Clock, promised: Promise) -> Deltas:
    """A breach that proves met, or is cancelled, takes back the miss it was counted as."""
    deltas: Deltas = Counter({_key(clock, NOW, Measure.OPEN): -1})
    decided = clock.stopped_at or clock.started_at
    if clock.breached_at is not None and clock.outcome != ClockOutcome.MISSED:
        deltas[_key(clock, promised.day(clock.breached_at), Measure.MISSED)] -= 1
    if clock.outcome != ClockOutcome.MISSED:
        deltas[_key(clock, promised.day(decided), Measure(str(clock.outcome)))] += 1
    return deltas


def _key(clock: Clock, day: date, measure: Measure) -> Count:
    return Count(clock.agreement_id, clock.stage, day, measure)


def _upsert(dialect: str) -> Insert:
    table = Row.metadata.tables["tally"]
    if dialect == "sqlite":
        lite = sqlite.insert(table)
        return lite.on_conflict_do_update(
            index_elements=list(table.primary_key),
            set_={"count": table.c.count + lite.excluded["count"]},
        )
    pg = postgresql.insert(table)
    return pg.on_conflict_do_update(
        index_elements=list(table.primary_key),
        set_={"count": table.c.count + pg.excluded["count"]},
    )
