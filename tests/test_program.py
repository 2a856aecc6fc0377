"""The running program: its threads do by themselves what stories let it do by winding."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from threading import enumerate as enumerate_threads

import pytest
from sqlmodel import Session, select

from bot.app import Program
from bot.clock import WoundClock
from bot.notices.digests import AdminNote
from bot.sandbox import Workspace
from bot.usecases.outbox import enqueue
from bot.usecases.outbox.audit import audit
from models import Inbox, Occasion, Outbox
from models.database import Database
from tests.cast import seed
from tests.usecases.builders import make_cast


@pytest.fixture
def clock() -> WoundClock:
    return WoundClock(datetime(2026, 3, 2, 14, 0, tzinfo=UTC), speed=1)


def test_a_started_program_answers_sends_and_stops(sqlite: Database, clock: WoundClock) -> None:
    """Real threads, the real socket: a message owed is sent without anybody winding."""
    with _started(sqlite, clock) as program:
        program.refresh()
        program.act(
            enqueue,
            team_id=program.team.team_id,
            key="a-note",
            to="U0ANA",
            notice=AdminNote("over_the_cap", 1, ""),
        )

        assert _soon(lambda: _state(sqlite) == "SENT")
        assert program.ask(audit, team_id=program.team.team_id).is_well

    assert not program.sender.in_charge


def test_a_program_that_stopped_leaves_nobody_at_work(sqlite: Database, clock: WoundClock) -> None:
    before = set(enumerate_threads())

    with _started(sqlite, clock):
        pass

    left = {thread.name for thread in set(enumerate_threads()) - before}
    assert not left & {"sweep", "delivery", "APScheduler"}


def test_a_started_program_forgets_what_is_old(sqlite: Database, clock: WoundClock) -> None:
    with sqlite.writing() as session:
        session.add(Inbox(event_id="Ev1", taken_at=clock.now() - timedelta(days=31)))

    with _started(sqlite, clock):
        assert _soon(lambda: not _events(sqlite))


def _events(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.exec(select(Inbox.event_id)).all())


def test_a_sweep_that_fails_is_tried_again(
    sqlite: Database, clock: WoundClock, caplog: pytest.LogCaptureFixture
) -> None:
    """A database that cannot be asked for a while must not silence the bot for good."""
    with _started(sqlite, clock) as program:
        _run(sqlite, "ALTER TABLE occasion RENAME TO mislaid")
        program.act(owe_nothing)
        assert _soon(lambda: "the sweep failed" in caplog.text)

        caplog.clear()
        program.act(owe_nothing)
        assert _soon(lambda: "the sweep failed" in caplog.text)

        _run(sqlite, "ALTER TABLE mislaid RENAME TO occasion")
        with sqlite.writing() as session:
            cast = make_cast(session)
            session.add(
                Occasion(
                    agreement_id=cast.agreement_id,
                    kind="unknown",
                    subject_id=cast.agreement_id,
                    next_at=clock.now(),
                )
            )
        assert _soon(lambda: "(unknown) failed; trying again in an hour" in caplog.text)


def _run(database: Database, statement: str) -> None:
    with database.engine.begin() as connection:
        connection.exec_driver_sql(statement)


def owe_nothing(session: Session, *, now: datetime) -> None:
    """Commit, which wakes whoever waits for work."""


@contextmanager
def _started(database: Database, clock: WoundClock) -> Iterator[Program]:
    workspace = Workspace(seed("es-LA"), now=clock.now, elapsed=clock.elapsed)
    workspace.start()
    program = Program(
        database,
        clock,
        bot_token=workspace.bot_token,
        app_token=workspace.app_token,
        api_url=workspace.api_url,
    )
    try:
        program.start()
        yield program
    finally:
        program.stop()
        workspace.stop()


def _state(database: Database) -> str:
    with database.reading() as session:
        return session.exec(select(Outbox.state)).one()


def _soon(is_so: Callable[[], bool]) -> bool:
    """Wait a few seconds at the most for something a thread does."""
    for _ in range(50):
        if is_so():
            return True
        time.sleep(0.1)
    return False
