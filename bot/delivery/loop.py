"""The thread that sends: it sleeps until something is due or somebody wakes it."""

import logging
from datetime import datetime, timedelta
from threading import Event, Thread

from sqlalchemy.exc import DBAPIError

from bot.clock import Clock
from bot.delivery.sender import Sender

log = logging.getLogger(__name__)

STANDBY = timedelta(seconds=5)
TRY_AGAIN = timedelta(seconds=2)
SHORT = 0.1


class DeliveryLoop:
    """Runs a sender. ``wake`` is to be called after every commit that may owe a message."""

    def __init__(self, sender: Sender, clock: Clock) -> None:
        self._sender = sender
        self._clock = clock
        self._woken = Event()
        self._stopping = Event()
        self._thread = Thread(target=self.run, name="delivery")

    def start(self) -> None:
        self._thread.start()

    def wake(self) -> None:
        self._woken.set()

    def stop(self) -> None:
        """Finish the message in hand, then stop and free the lock."""
        self._stopping.set()
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join()
        self._sender.release()

    def run(self) -> None:
        while not self._stopping.is_set():
            self._woken.clear()
            self._rest(self._careful_round())

    def _careful_round(self) -> datetime | None:
        try:
            return self._round()
        except DBAPIError as problem:
            log.warning("the database failed, trying again: %s", type(problem.orig).__name__)
        except Exception:
            # A thread that died would be silence; the auditor sees what stays behind.
            log.exception("delivery failed and will be tried again")
        return self._clock.now() + TRY_AGAIN

    def _round(self) -> datetime | None:
        sender = self._sender
        if not sender.take_lock():
            return self._clock.now() + STANDBY
        while not self._stopping.is_set():
            if not sender.work_one(self._clock.now()):
                break
        return sender.next_due() if sender.in_charge else self._clock.now() + STANDBY

    def _rest(self, due: datetime | None) -> None:
        """Wait for ``due``. Near it, look often: ``now`` has whole seconds, pacing is finer."""
        if due is not None and due - self._clock.now() <= timedelta(seconds=1):
            self._woken.wait(SHORT)
        else:
            self._clock.wait(self._woken, due)
