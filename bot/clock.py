"""The only place that reads the time."""

import time
from datetime import UTC, datetime, timedelta
from threading import Event, Lock

_ELAPSED = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


class Clock:
    """Real time: whole aware UTC seconds, and seconds elapsed that no step of the wall clock moves.

    Elapsed time counts a machine's sleep on Linux, so that a laptop that slept is late, not ahead.
    """

    def now(self) -> datetime:
        return datetime.now(UTC).replace(microsecond=0)

    def elapsed(self) -> float:
        return time.clock_gettime(_ELAPSED)

    def wait(self, event: Event, until: datetime | None) -> bool:
        """Wait for ``event``, at the longest until ``until``; say whether it was set."""
        if until is None:
            return event.wait()
        return event.wait(max(0.0, (until - datetime.now(UTC)).total_seconds()))


class WoundClock(Clock):
    """A clock that can be wound forward; between windings it stands or runs at real speed.

    Both readings move together, and neither ever goes back.
    """

    def __init__(self, start: datetime, *, running: bool = True) -> None:
        self._lock = Lock()
        self._running = running
        self._base = start.astimezone(UTC)
        self._base_elapsed = 0.0
        self._since = time.monotonic()

    def now(self) -> datetime:
        with self._lock:
            return (self._base + timedelta(seconds=self._ran())).replace(microsecond=0)

    def elapsed(self) -> float:
        with self._lock:
            return self._base_elapsed + self._ran()

    def wait(self, event: Event, until: datetime | None) -> bool:
        if until is None or not self._running:
            return event.wait()
        return event.wait(max(0.0, (until - self.now()).total_seconds()))

    def set(self, to: datetime) -> None:
        """Wind the clock to ``to``; an instant already passed changes nothing."""
        with self._lock:
            ran = self._ran()
            ahead = max(ran, (to - self._base).total_seconds())
            self._base += timedelta(seconds=ahead)
            self._base_elapsed += ahead
            self._since = time.monotonic()

    def _ran(self) -> float:
        return time.monotonic() - self._since if self._running else 0.0
