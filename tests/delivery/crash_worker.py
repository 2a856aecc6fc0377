"""A sender that dies. The parent imports everything once and forks one sender per life."""

import json
import os
import signal
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from typing import Any

from slack_sdk.web import SlackResponse
from sqlalchemy import event
from sqlmodel import Session, col, select

from bot.clock import Clock
from bot.delivery.client import SlackClient
from bot.delivery.sender import Sender
from bot.delivery.timings import Timings
from bot.rules.pacing import Limit
from models import Outbox
from models.database import Database
from tests.delivery.crash_clock import shared_clock
from tests.delivery.crash_workspace import TEAM

UNLIMITED = Limit(10**9, 1.0)
TIMINGS = Timings(
    timeout=0.1,
    first_back_off=2.0,
    longest_back_off=10.0,
    trouble_after=20,
    posts=UNLIMITED,
    updates=UNLIMITED,
    looks=UNLIMITED,
    person_cap=UNLIMITED,
)
"""The waits of the protocol are the real ones; the clock is fast. Only the caps are lifted."""


@dataclass(frozen=True, slots=True)
class Death:
    """Die at the ``nth`` time the sender passes a step; never, when there is none."""

    step: str = ""
    nth: int = 0


class Fate:
    """Counts the steps a sender passes, and ends it at the one that was chosen."""

    def __init__(self, death: Death) -> None:
        self._death = death
        self._passed: Counter[str] = Counter()

    def passes(self, step: str) -> None:
        self._passed[step] += 1
        if step == self._death.step and self._passed[step] == self._death.nth:
            os.kill(os.getpid(), signal.SIGKILL)


class MortalDatabase(Database):
    def __init__(self, url: str, fate: Fate) -> None:
        super().__init__(url)
        self._fate = fate
        if self.is_sqlite:
            event.listen(self.engine, "connect", _trust_the_power)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        with super().writing() as session:
            yield session
            session.flush()
            self._fate.passes("before commit")
        self._fate.passes("after commit")


def _trust_the_power(connection: sqlite3.Connection, _record: object) -> None:
    """A killed process loses nothing it gave to the system: only a power cut needs the disk."""
    connection.execute("PRAGMA synchronous=OFF")


class MortalClient(SlackClient):
    def __init__(self, token: str, base_url: str, fate: Fate) -> None:
        super().__init__(token, base_url=base_url, timeout=TIMINGS.timeout)
        self._fate = fate

    def api_call(self, api_method: str, **arguments: Any) -> SlackResponse:
        self._fate.passes(f"before {api_method}")
        answer = super().api_call(api_method, **arguments)
        self._fate.passes(f"after {api_method}")
        return answer


def main() -> None:
    """Read one order a line: fork, say the child's pid, wait for it, say how it ended."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            live(json.loads(line))
            os._exit(0)
        _say({"pid": child})
        _, status = os.waitpid(child, 0)
        _say({"code": os.waitstatus_to_exitcode(status)})


def live(order: dict[str, Any]) -> None:
    """Send until everything is settled, or until death."""
    fate = Fate(Death(order["step"], order["nth"]))
    clock = shared_clock(order["begun_at"], order["speed"])
    database = MortalDatabase(order["database"], fate)
    client = MortalClient(order["token"], order["api_url"], fate)
    sender = Sender(database, client, clock, team_id=TEAM, timings=TIMINGS)
    _take_charge(sender)
    while True:
        if not sender.work_one(clock.now()):
            if sender.next_due() is None and _is_settled(database):
                return
            Event().wait(0.01)


def _take_charge(sender: Sender) -> None:
    """PostgreSQL needs a moment to notice that the last holder is dead."""
    deadline = Clock().elapsed() + 20
    while not sender.take_lock():
        assert Clock().elapsed() < deadline
        Event().wait(0.01)


def _is_settled(database: Database) -> bool:
    with database.reading() as session:
        open_ones = ("PENDING", "SENDING", "UNSURE")
        query = select(Outbox.id).where(col(Outbox.state).in_(open_ones))
        return session.exec(query).first() is None


def _say(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
