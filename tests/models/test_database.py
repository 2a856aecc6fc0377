"""What a transaction keeps, throws away and lets others see, on both databases."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from decimal import Decimal
from threading import Barrier

import pytest
from sqlalchemy import Integer, cast, func, literal, text, type_coerce, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from models import Inbox, Sender, Workspace
from models.base import Hundredths, changed
from models.database import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


class ChangedMyMind(Exception):  # noqa: N818  named for what happened
    pass


def a_workspace(team_id: str = "T1", name: str = "Acme") -> Workspace:
    return Workspace(team_id=team_id, name=name, created_at=NOW)


def names(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.exec(select(Workspace.name)).all())


def write_and_change_mind(database: Database) -> None:
    with database.writing() as session:
        session.add(a_workspace())
        session.flush()
        raise ChangedMyMind


def test_what_is_written_is_kept_at_the_end_of_the_block(database: Database) -> None:
    with database.writing() as session:
        session.add(a_workspace())

    assert names(database) == ["Acme"]


def test_a_block_that_raises_leaves_nothing_behind(database: Database) -> None:
    with pytest.raises(ChangedMyMind):
        write_and_change_mind(database)

    assert names(database) == []


def take_twice(database: Database, event_id: str) -> None:
    for _ in range(2):
        with database.writing() as session:
            session.add(Inbox(event_id=event_id, taken_at=NOW))


def test_an_error_does_not_tell_what_was_to_be_stored(database: Database) -> None:
    """What PostgreSQL itself says of it, under DETAIL, the log leaves out."""
    with pytest.raises(IntegrityError) as refused:
        take_twice(database, "laura@acme.example")

    assert "laura@acme.example" not in str(refused.value).partition("DETAIL")[0]


def test_hooks_run_once_the_change_can_be_seen(database: Database) -> None:
    seen: list[list[str]] = []
    database.on_commit.append(lambda: seen.append(names(database)))

    with database.writing() as session:
        session.add(a_workspace())

    assert seen == [["Acme"]]


def test_hooks_do_not_run_for_a_block_that_raised(database: Database) -> None:
    seen: list[str] = []
    database.on_commit.append(lambda: seen.append("woken"))

    with pytest.raises(ChangedMyMind):
        write_and_change_mind(database)

    assert seen == []


def test_writing_while_reading_is_thrown_away(database: Database) -> None:
    with database.reading() as session:
        session.add(a_workspace())
        session.flush()

    assert names(database) == []


def test_what_was_read_stays_readable_after_the_block(database: Database) -> None:
    with database.writing() as session:
        session.add(a_workspace())

    with database.reading() as session:
        found = session.exec(select(Workspace)).one()

    assert found.name == "Acme"


def test_a_rehearsal_sees_its_own_changes_and_keeps_none(database: Database) -> None:
    with database.rehearsing() as session:
        session.add(a_workspace())
        rehearsed = session.exec(select(Workspace.name)).all()

    assert rehearsed == ["Acme"]
    assert names(database) == []


def test_a_reader_is_not_kept_waiting_by_a_writer(database: Database) -> None:
    with database.writing() as session:
        session.add(a_workspace())
        session.flush()

        assert names(database) == []


def at_once(work: Callable[[], int], count: int) -> list[int]:
    """Do the same work in several threads that begin together."""
    barrier = Barrier(count)

    def begin_together() -> int:
        barrier.wait()
        return work()

    with ThreadPoolExecutor(count) as pool:
        return sorted(done.result() for done in [pool.submit(begin_together) for _ in range(count)])


def test_of_several_who_claim_one_row_exactly_one_gets_it(database: Database) -> None:
    with database.writing() as session:
        session.add(a_workspace(name="free"))

    def claim() -> int:
        with database.writing() as session:
            free = col(Workspace.name) == "free"
            return changed(session, update(Workspace).where(free).values(name="taken"))

    assert at_once(claim, 4) == [0, 0, 0, 1]


def test_of_two_who_wait_for_each_other_both_get_through(postgres: Database) -> None:
    """PostgreSQL ends one of them; it is run again and changes both rows like the other."""
    with postgres.writing() as session:
        session.add_all([a_workspace("T1"), a_workspace("T2")])
    both_hold_one = Barrier(2, timeout=10)
    tries: list[str] = []

    def rename(first: str, second: str) -> None:
        def work(session: Session) -> None:
            tries.append(first)
            for team_id in (first, second):
                session.execute(
                    update(Workspace)
                    .where(col(Workspace.team_id) == team_id)
                    .values(name=Workspace.name + first)
                )
                if len(tries) <= 2 and team_id == first:
                    both_hold_one.wait()

        postgres.transact(work)

    with ThreadPoolExecutor(2) as hands:
        list(hands.map(rename, ("T1", "T2"), ("T2", "T1")))

    assert len(tries) > 2
    assert all("T1" in name and "T2" in name for name in names(postgres))


def test_of_two_who_add_the_same_key_the_second_runs_again_and_finds_the_first(
    postgres: Database,
) -> None:
    neither_is_there = Barrier(2, timeout=10)

    def add_or_find(hand: int) -> str:
        def work(session: Session) -> str:
            found = session.get(Workspace, "T1")
            if found is not None:
                return found.name
            neither_is_there.wait()
            session.add(a_workspace(name=f"of {hand}"))
            session.flush()
            return "added"

        return postgres.transact(work)

    with ThreadPoolExecutor(2) as hands:
        answers = set(hands.map(add_or_find, range(2)))

    assert answers == {"added", *names(postgres)}


def test_on_sqlite_a_writer_waits_for_the_one_before_and_reads_what_it_wrote(
    sqlite: Database,
) -> None:
    with sqlite.writing() as session:
        session.add(a_workspace(name="0"))

    def count_up() -> int:
        with sqlite.writing() as session:
            row = session.get_one(Workspace, "T1")
            row.name = str(int(row.name) + 1)
            return int(row.name)

    assert at_once(count_up, 8) == [1, 2, 3, 4, 5, 6, 7, 8]


def test_a_row_that_points_at_nothing_is_refused(database: Database) -> None:
    with pytest.raises(IntegrityError), database.writing() as session:
        session.add(Sender(team_id="T-nobody", holder="me", beat_at=NOW))


def test_the_same_key_twice_is_refused(database: Database) -> None:
    with database.writing() as session:
        session.add(Inbox(event_id="Ev1", taken_at=NOW))

    with pytest.raises(IntegrityError), database.writing() as session:
        session.add(Inbox(event_id="Ev1", taken_at=NOW))


def test_sqlite_survives_a_power_cut_and_lets_readers_by(sqlite_url: str) -> None:
    opened = Database(sqlite_url)
    with opened.engine.connect() as connection:
        asked = [
            connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    opened.close()

    assert asked == ["wal", 2, 1]


def amount_kept(session: Session, amount: Decimal) -> Decimal:
    found: Decimal = session.execute(select(literal(amount, Hundredths))).scalar_one()
    return found


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        pytest.param("0.1", "0.1", id="a tenth, which no binary fraction is"),
        pytest.param("-12345.67", "-12345.67", id="less than nothing"),
        pytest.param("92000000000000.01", "92000000000000.01", id="more than a float can tell"),
        pytest.param("2.005", "2.00", id="half a hundredth goes to the even one below"),
        pytest.param("2.015", "2.02", id="half a hundredth goes to the even one above"),
    ],
)
def test_an_amount_is_exact_to_the_hundredth(database: Database, given: str, taken: str) -> None:
    with database.reading() as session:
        assert amount_kept(session, Decimal(given)) == Decimal(taken)


def test_amounts_add_up_exactly_in_the_database(database: Database) -> None:
    tenth = cast(literal(Decimal("0.10"), Hundredths), Integer)

    with database.reading() as session:
        total = session.execute(
            select(type_coerce(func.coalesce(tenth + tenth + tenth, 0), Hundredths))
        ).scalar_one()

    assert total == Decimal("0.30")
