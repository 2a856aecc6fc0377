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
    """A clock that can be wound forward; between windings it stands, or runs at some speed.

    Both readings move together, and neither ever goes back.
    """

    def __init__(self, start: datetime, *, speed: float = 1.0) -> None:
        self._lock = Lock()
        self._speed = speed
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
        """Wait for ``event``; a clock that stands is woken only by it."""
        speed = self._speed
        if until is None or not speed:
            return event.wait()
        return event.wait(max(0.0, (until - self.now()).total_seconds() / speed))

    def set(self, to: datetime) -> None:
        """Wind the clock to ``to``; an instant already passed changes nothing."""
        with self._lock:
            self._move(max(self._ran(), (to - self._base).total_seconds()))

    def run(self, speed: float) -> None:
        """Let the clock run at ``speed`` seconds a second from here on; 0 stops it."""
        with self._lock:
            self._move(self._ran())
            self._speed = speed

    def _move(self, ahead: float) -> None:
        self._base += timedelta(seconds=ahead)
        self._base_elapsed += ahead
        self._since = time.monotonic()

    def _ran(self) -> float:
        return (time.monotonic() - self._since) * self._speed
