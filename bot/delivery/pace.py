"""Who may be written to when: pacing, Slack's requests for patience, and backing off in trouble."""

import math
from collections import defaultdict, deque
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.delivery.timings import Timings
from bot.rules.pacing import free_from
from bot.rules.retry import back_off

POST, UPDATE, LOOK = "post", "update", "look"


class Pace:
    """Kept in memory: after a restart Slack says again whom to leave alone.

    It counts elapsed time, so a step of the wall clock neither hurries nor silences anybody.
    """

    def __init__(self, clock: Clock, timings: Timings) -> None:
        self._clock = clock
        self._timings = timings
        self._limits = {POST: timings.posts, UPDATE: timings.updates, LOOK: timings.looks}
        self._used = {kind: deque[float](maxlen=limit.most) for kind, limit in self._limits.items()}
        self._held: defaultdict[str, dict[str, float]] = defaultdict(dict)
        self._failures: defaultdict[tuple[str, str], int] = defaultdict(int)
        self._troubles = 0
        self._quiet_until = 0.0

    def use(self, kind: str, to: str) -> None:
        """Count a call. A post keeps the next one to the same reader waiting."""
        now = self._clock.elapsed()
        self._used[kind].append(now)
        if kind == POST:
            self._held[kind][to] = now + self._timings.per_channel.seconds

    def hold(self, kind: str, to: str, seconds: float) -> None:
        """Leave one reader alone for a while; the others do not notice."""
        self._held[kind][to] = self._clock.elapsed() + seconds

    def failed(self, kind: str, to: str) -> None:
        """Back off from one reader, further each time."""
        self._failures[kind, to] += 1
        self.hold(kind, to, self._back_off(self._failures[kind, to]))

    def worked(self, kind: str, to: str) -> None:
        self._failures.pop((kind, to), None)
        self._troubles = 0

    def trouble(self) -> None:
        """Slack did not answer properly; if that goes on, everybody has to wait a little."""
        self._troubles += 1
        beyond = self._troubles - self._timings.trouble_after
        if beyond > 0:
            self._quiet_until = self._clock.elapsed() + self._back_off(beyond)

    def is_free(self, kind: str) -> bool:
        """Say whether a call of this kind may be made at all now."""
        return self._free_from(kind) <= self._clock.elapsed()

    def busy(self, kind: str) -> tuple[str, ...]:
        """Return those who have to wait now."""
        now = self._clock.elapsed()
        held = self._held[kind]
        for to in [to for to, until in held.items() if until <= now]:
            del held[to]
        return tuple(held)

    def busy_until(self, kind: str) -> dict[str, datetime]:
        """Return those who have to wait now, and until when."""
        return {to: self._moment(self._held[kind][to]) for to in self.busy(kind)}

    def not_before(self, kind: str, due: datetime | None) -> datetime | None:
        """Return when a call due at ``due`` may be made."""
        return None if due is None else max(due, self._moment(self._free_from(kind)))

    def _free_from(self, kind: str) -> float:
        slot = free_from(self._used[kind], self._limits[kind])
        return max(self._quiet_until, -math.inf if slot is None else slot)

    def _back_off(self, failures: int) -> float:
        first, most = self._timings.first_back_off, self._timings.longest_back_off
        return back_off(failures, first=first, most=most)

    def _moment(self, elapsed: float) -> datetime:
        """Whole seconds, never too early: the clock's ``now`` knows nothing finer."""
        ahead = max(0.0, elapsed - self._clock.elapsed())
        return self._clock.now() + timedelta(seconds=math.ceil(ahead))
