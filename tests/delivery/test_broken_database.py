"""The n-th commit fails, for n = 1, 2, … until none is left: each message still arrives once."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from bot.delivery.timings import Timings
from models.database import Database
from tests.databases import SqliteSource, opened
from tests.delivery.office import Office, missed, opened_office
from tests.usecases.builders import MONDAY

MOST_COMMITS = 12
QUIET = Timings(timeout=0.3, beat=3600.0)


class FailingDatabase(Database):
    """Fails once, at the ``nth`` transaction: with the commit undone, or done and not confirmed."""

    def __init__(self, url: str, nth: int, *, after_commit: bool) -> None:
        super().__init__(url)
        self._left = nth
        self._after_commit = after_commit

    @property
    def has_failed(self) -> bool:
        return self._left <= 0

    @contextmanager
    def writing(self) -> Iterator[Session]:
        self._left -= 1
        fails = self._left == 0
        with super().writing() as session:
            yield session
            if fails and not self._after_commit:
                raise broken()
        if fails:
            raise broken()


def broken() -> OperationalError:
    return OperationalError("COMMIT", {}, Exception("disk I/O error"))


@pytest.mark.parametrize("after_commit", [False, True], ids=["undone", "done, not confirmed"])
@pytest.mark.parametrize("fault", ["none", "reset_after", "error"])
def test_a_message_arrives_once_whichever_commit_fails(
    sqlite_source: SqliteSource,
    fault: str,
    after_commit: bool,  # noqa: FBT001  a column of the table
) -> None:
    for nth in range(1, MOST_COMMITS):
        address = sqlite_source.fresh()
        with opened(address) as database, opened_office(database, QUIET) as office:
            office.sender.release()
            failing = FailingDatabase(address, nth, after_commit=after_commit)
            office.sender = office.new_sender(failing)
            if fault != "none":
                office.fault("chat.postMessage", fault, error="channel_not_found")
            owed = office.owe(missed("Acme"))
            stubbornly_until(office, MONDAY + timedelta(minutes=10))
            failing.close()

            reached = office.messages("@carla") if fault == "error" else office.messages("@ana")
            assert len(reached) == 1
            assert office.row(owed).state == ("DEAD" if fault == "error" else "SENT")
            if not failing.has_failed:
                return
    pytest.fail("a run without a fault was never reached")


def stubbornly_until(office: Office, to: datetime) -> None:
    """Deliver as the loop does: a database that fails is tried again."""
    while office.clock.now() < to:
        try:
            office.sender.take_lock()
            office.until(min(to, office.clock.now() + timedelta(seconds=10)))
        except OperationalError:
            office.clock.set(office.clock.now() + timedelta(seconds=2))
