"""The workspace's readings of time: the shared clock, and real seconds for acks and triggers."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Times:
    def __init__(
        self, now: Callable[[], datetime], elapsed: Callable[[], float] | None = None
    ) -> None:
        self.now = now
        self.elapsed = elapsed or self.seconds
        self._last = 0

    def seconds(self) -> float:
        """Seconds since 1970 on the shared clock."""
        return self.now().timestamp()

    def stamp(self) -> str:
        """A message `ts`: unique and strictly increasing, even while the clock stands still."""
        micros = (self.now() - EPOCH) // timedelta(microseconds=1)
        self._last = max(micros, self._last + 1)
        return f"{self._last // 1_000_000}.{self._last % 1_000_000:06d}"

    @staticmethod
    def real() -> float:
        """Real seconds that only grow; acks and trigger ids do not follow a wound clock."""
        return time.monotonic()
