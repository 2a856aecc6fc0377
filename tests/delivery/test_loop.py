"""The delivery thread: woken by a commit, asleep otherwise, gone when told."""

import logging
from threading import Event

from sqlalchemy import text

from bot.delivery.loop import DeliveryLoop
from models.database import Database
from tests.delivery.office import Office, missed


class RealTime(Office):
    """The same office on a clock that runs."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.sender.release()
        self.clock.run(1.0)
        self.loop = DeliveryLoop(self.sender, self.clock)
        self.done = Event()

    def notice(self) -> None:
        self.loop.wake()
        if self.states()["SENT"]:
            self.done.set()

    def close(self) -> None:
        self.database.on_commit.clear()
        self.loop.stop()
        super().close()


def test_a_commit_wakes_the_thread_and_the_message_goes_out(sqlite: Database) -> None:
    office = RealTime(sqlite)
    office.loop.start()
    sqlite.on_commit.append(office.notice)

    office.owe(missed("Acme"))

    assert office.done.wait(10)
    assert len(office.messages("@ana")) == 1
    office.close()


def test_stopping_frees_the_lock(sqlite: Database) -> None:
    office = RealTime(sqlite)
    office.loop.start()
    office.loop.stop()

    another = office.new_sender()
    assert another.take_lock()
    another.release()
    office.close()


class Ear(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard = Event()

    def emit(self, record: logging.LogRecord) -> None:
        del record
        self.heard.set()


def test_a_database_that_fails_is_tried_again(sqlite: Database) -> None:
    office, ear = RealTime(sqlite), Ear()
    logging.getLogger("bot.delivery.loop").addHandler(ear)
    with sqlite.writing() as session:
        session.execute(text("ALTER TABLE outbox RENAME TO lost"))
    office.loop.start()
    assert ear.heard.wait(10)
    logging.getLogger("bot.delivery.loop").removeHandler(ear)

    with sqlite.writing() as session:
        session.execute(text("ALTER TABLE lost RENAME TO outbox"))
    sqlite.on_commit.append(office.notice)
    office.owe(missed("Acme"))

    assert office.done.wait(10)
    office.close()
