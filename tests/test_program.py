"""The running program: its threads do by themselves what stories let it do by winding."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlmodel import select

from bot.app import Program
from bot.clock import WoundClock
from bot.notices.digests import AdminNote
from bot.sandbox import Workspace
from bot.usecases.outbox import enqueue
from bot.usecases.outbox.audit import audit
from models import Outbox
from models.database import Database
from tests.cast import seed


@pytest.fixture
def clock() -> WoundClock:
    return WoundClock(datetime(2026, 3, 2, 14, 0, tzinfo=UTC), speed=1)


def test_a_started_program_answers_sends_and_stops(sqlite: Database, clock: WoundClock) -> None:
    """Real threads, the real socket: a message owed is sent without anybody winding."""
    workspace = Workspace(seed("es-LA"), now=clock.now, elapsed=clock.elapsed)
    workspace.start()
    program = Program(
        sqlite,
        clock,
        bot_token=workspace.bot_token,
        app_token=workspace.app_token,
        api_url=workspace.api_url,
    )
    try:
        program.start()
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
    finally:
        program.stop()
        workspace.stop()

    assert not program.sender.in_charge


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
