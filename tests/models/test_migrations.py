"""The migrations make exactly the tables the code describes, both ways, on both databases."""

from collections.abc import Callable

import pytest
from sqlalchemy import Inspector, inspect, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from models import Clock, Request, Row, Sender
from models.database import Database, NewerDatabase
from tests.usecases.builders import MONDAY
from tests.usecases.requestwork import RequestDay

VERSIONS = "alembic_version"
Shape = dict[str, list[str]]


@pytest.fixture
def bare(database: Database) -> Database:
    """A database without a single table, of each kind in turn."""
    Row.metadata.drop_all(database.engine)
    return database


@pytest.fixture
def described(database: Database) -> dict[str, Shape]:
    """What a database looks like that was made from the code's own description."""
    return shapes(database)


def shapes(database: Database) -> dict[str, Shape]:
    inspector = inspect(database.engine)
    tables = [name for name in inspector.get_table_names() if name != VERSIONS]
    return {table: shape(inspector, table) for table in tables}


def shape(inspector: Inspector, table: str) -> Shape:
    """Everything of a table that can differ, each part as sorted text."""
    parts: dict[str, Callable[[str], object]] = {
        "columns": inspector.get_columns,
        "unique": inspector.get_unique_constraints,
        "checks": inspector.get_check_constraints,
        "foreign keys": inspector.get_foreign_keys,
        "indexes": inspector.get_indexes,
        "primary key": lambda name: [inspector.get_pk_constraint(name)],
    }
    return {name: sorted(map(written, rows(ask(table)))) for name, ask in parts.items()}


def rows(found: object) -> list[dict[str, object]]:
    assert isinstance(found, list)
    return found


def written(part: object) -> str:
    """Write a part so that equal ones are equal: an index's condition is an object of its own."""
    if isinstance(part, dict):
        return repr(sorted((key, written(value)) for key, value in part.items()))
    return str(part)


def test_migrating_makes_the_tables_the_code_describes(
    described: dict[str, Shape], bare: Database
) -> None:
    bare.migrate()

    assert shapes(bare) == described


def test_migrating_down_leaves_nothing_and_up_again_makes_the_same(
    described: dict[str, Shape], bare: Database
) -> None:
    bare.migrate()
    bare.downgrade("base")
    left = shapes(bare)
    bare.migrate()

    assert left == {}
    assert shapes(bare) == described


def test_migrating_twice_changes_nothing(described: dict[str, Shape], bare: Database) -> None:
    bare.migrate()
    bare.migrate()

    assert shapes(bare) == described


def test_a_database_of_a_newer_version_is_refused_by_name(bare: Database) -> None:
    bare.migrate()
    with bare.engine.begin() as connection:
        connection.execute(text(f"UPDATE {VERSIONS} SET version_num = '9999'"))  # noqa: S608  a constant

    with pytest.raises(NewerDatabase) as refused:
        bare.migrate()

    assert refused.value.revision == "9999"


def test_what_is_kept_outlives_going_down_and_up_again(bare: Database) -> None:
    """Tables are made anew on SQLite while others point at them; requests end with their table."""
    bare.migrate()
    day = RequestDay(bare)
    lead = day.lead_arrives()
    day.asks(day.cast.ana)
    day.until("13:01")
    before = (day.clock(lead), day.steps(lead), day.told(day.cast.ana, "WindowMissed"))

    bare.downgrade("0001")
    bare.migrate()

    assert (day.clock(lead), day.steps(lead), day.told(day.cast.ana, "WindowMissed")) == before
    with bare.reading() as session:
        assert session.exec(select(Clock).where(col(Clock.lead_id).is_(None))).all() == []
        assert session.exec(select(Request)).all() == []


def test_foreign_keys_hold_again_once_the_tables_are_made(bare: Database) -> None:
    bare.migrate()

    with pytest.raises(IntegrityError), bare.writing() as session:
        session.add(Sender(team_id="T0", holder="nobody", beat_at=MONDAY))
