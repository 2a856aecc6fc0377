"""What is owed, or in doubt, is found among what was ever sent without reading all of that."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from sqlalchemy import Connection, event
from sqlmodel import Session

from bot.usecases.outbox import looking, queue
from models.database import Database
from tests.usecases.builders import MONDAY

OF_A_PART = ("ix_outbox_pending", "ix_outbox_unsettled")


@pytest.mark.parametrize(
    "asks",
    [
        pytest.param(
            lambda session: queue.next_destination(
                session, now=MONDAY, team_id="T1", operation="post", busy=[]
            ),
            id="whom the next message goes to",
        ),
        pytest.param(
            lambda session: queue.next_look(session, team_id="T1", busy={}),
            id="when something is looked for",
        ),
        pytest.param(
            lambda session: looking.next_look(
                session, now=MONDAY, team_id="T1", busy=[], looks_back=1
            ),
            id="what is looked for",
        ),
    ],
)
def test_sqlite_reads_the_index_of_a_part(
    sqlite: Database, asks: Callable[[Session], object]
) -> None:
    asked: list[tuple[str, Sequence[object]]] = []

    def listen(*seen: Any) -> None:
        asked.append((seen[2], seen[3]))

    event.listen(sqlite.engine, "before_cursor_execute", listen)
    with sqlite.reading() as session:
        asks(session)
    event.remove(sqlite.engine, "before_cursor_execute", listen)

    with sqlite.engine.connect() as connection:
        for statement, values in asked:
            if statement.startswith("SELECT"):
                assert any(index in _plan(connection, statement, values) for index in OF_A_PART)


def _plan(connection: Connection, statement: str, values: Sequence[object]) -> str:
    """Return how the outermost table is read."""
    lines = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
    return str(lines[0][3])
