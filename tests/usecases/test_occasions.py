"""What was planned for a moment is done then, and what fails does not hold up the rest."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, select

from bot.usecases.clocks import tally
from bot.usecases.occasions import fire_due_occasions, next_occasion_at
from models import Agreement, Inbox, Occasion, Tally
from models.database import Database
from tests.usecases.builders import MONDAY, make_cast

HOUR = timedelta(hours=1)


def planned(database: Database, *kinds: str) -> None:
    """Have something of each kind planned, a second apart, the last one for now."""
    with database.writing() as session:
        agreement_id = make_cast(session).agreement_id
        for back, kind in enumerate(reversed(kinds)):
            at = MONDAY - timedelta(seconds=back)
            session.add(
                Occasion(
                    agreement_id=agreement_id, kind=kind, subject_id=uuid4(), next_at=at, times=0
                )
            )


def leaves_a_mark(session: Session, now: datetime, subject_id: UUID) -> None:
    session.add(Inbox(event_id=str(subject_id), taken_at=now))
    session.flush()


def marks_and_fails(session: Session, now: datetime, subject_id: UUID) -> None:
    leaves_a_mark(session, now, subject_id)
    raise ZeroDivisionError


def finds_the_database_gone(session: Session, now: datetime, subject_id: UUID) -> None:
    leaves_a_mark(session, now, subject_id)
    raise OperationalError("SELECT 1", {}, Exception("the connection is gone"))


def counts(session: Session, now: datetime, subject_id: UUID) -> None:
    del now, subject_id
    tally.count_request(session, session.exec(select(Agreement.id)).one(), is_open=1)


def counts_and_fails(session: Session, now: datetime, subject_id: UUID) -> None:
    counts(session, now, subject_id)
    raise ZeroDivisionError


KINDS = {
    "good": leaves_a_mark,
    "bad": marks_and_fails,
    "gone": finds_the_database_gone,
    "counting": counts,
    "miscounting": counts_and_fails,
}


def fire(database: Database, now: datetime = MONDAY) -> int:
    with database.writing() as session:
        return fire_due_occasions(session, now=now, limit=10, kinds=KINDS)


def marks(database: Database) -> int:
    with database.reading() as session:
        return len(session.exec(select(Inbox)).all())


def counted(database: Database) -> int:
    with database.reading() as session:
        return sum(session.exec(select(Tally.count)).all())


def next_of(database: Database, kind: str) -> datetime | None:
    with database.reading() as session:
        return session.exec(select(Occasion.next_at).where(Occasion.kind == kind)).one()


def test_one_that_fails_is_undone_alone_and_the_others_are_done(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    planned(database, "bad", "good")

    assert fire(database) == 2

    assert marks(database) == 1
    assert next_of(database, "good") is None
    (told,) = [record for record in caplog.records if record.levelname == "ERROR"]
    assert told.exc_info is not None
    assert told.exc_info[0] is ZeroDivisionError


def test_one_that_failed_is_tried_again_in_an_hour_and_not_before(database: Database) -> None:
    planned(database, "bad")
    fire(database)

    assert next_of(database, "bad") == MONDAY + HOUR
    assert fire(database, MONDAY + HOUR - timedelta(seconds=1)) == 0
    assert fire(database, MONDAY + HOUR) == 1
    assert next_of(database, "bad") == MONDAY + 2 * HOUR


def test_what_one_that_failed_had_counted_is_undone_with_it(database: Database) -> None:
    planned(database, "counting", "miscounting")

    fire(database)

    assert counted(database) == 1
    fire(database, MONDAY + HOUR)
    assert counted(database) == 1


def test_what_was_counted_before_one_that_fails_stays(database: Database) -> None:
    planned(database, "miscounting")

    with database.writing() as session:
        counts(session, MONDAY, uuid4())
        fire_due_occasions(session, now=MONDAY, limit=10, kinds=KINDS)

    assert counted(database) == 1


def test_a_kind_nobody_knows_any_more_holds_up_nobody(database: Database) -> None:
    planned(database, "forgotten", "good")

    assert fire(database) == 2

    assert marks(database) == 1


def test_a_database_in_trouble_is_no_fault_of_the_occasion(database: Database) -> None:
    """Everything is undone and nothing is put off: the whole is tried again."""
    planned(database, "good", "gone")

    with pytest.raises(OperationalError):
        fire(database)

    assert marks(database) == 0
    with database.reading() as session:
        assert next_occasion_at(session) == MONDAY - timedelta(seconds=1)
