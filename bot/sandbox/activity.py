"""Whether the bot is busy here: calls under way, and how long ago the last one ended."""

import threading
import time


class Activity:
    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._running = 0
        self._last = 0.0

    def begin(self) -> None:
        with self._changed:
            self._running += 1

    def end(self) -> None:
        with self._changed:
            self._running -= 1
            self._last = time.monotonic()
            self._changed.notify_all()

    def wait_quiet(self, quiet: float, limit: float) -> None:
        """Return when nothing has run for `quiet` real seconds, or after `limit`."""
        begun = time.monotonic()
        with self._changed:
            while (now := time.monotonic()) < begun + limit:
                still = now - max(self._last, begun)
                if not self._running and still >= quiet:
                    return
                rest = begun + limit - now
                self._changed.wait(min(rest, quiet - still) if not self._running else rest)
