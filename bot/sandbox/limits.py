"""Rate limits: one message per second and channel, and the tiers of methods."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.errors import RateLimited

_GENEROUS = 10
"""Slack allows bursts above its tiers; how large is not documented."""
_TIERS = {
    **dict.fromkeys(("users.list", "conversations.list", "dnd.teamInfo", "bots.info"), 20),
    **dict.fromkeys(("chat.postMessage", "auth.test"), 600),
    **dict.fromkeys(
        ("chat.postEphemeral", "views.open", "views.push", "views.update", "views.publish"), 100
    ),
    **dict.fromkeys(("users.info", "conversations.members", "files.getUploadURLExternal"), 100),
}
_OTHER = 50


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


@dataclass(slots=True)
class RateLimits:
    elapsed: Callable[[], float]
    on: bool = True
    _buckets: dict[str, _Bucket] = field(default_factory=dict)

    def call(self, method: str) -> None:
        """Count a call against its method's tier."""
        each_minute = _TIERS.get(method, _OTHER)
        self._take(method, burst=each_minute * _GENEROUS, each_second=each_minute / 60)

    def post(self, channel_id: str) -> None:
        """Count a message: a short burst, then one a second in each channel."""
        self._take(f"post:{channel_id}", burst=3, each_second=1)

    def _take(self, key: str, *, burst: int, each_second: float) -> None:
        if not self.on:
            return
        now = self.elapsed()
        bucket = self._buckets.setdefault(key, _Bucket(burst, now))
        bucket.tokens = min(burst, bucket.tokens + max(0.0, now - bucket.at) * each_second)
        bucket.at = now
        if bucket.tokens < 1:
            raise RateLimited(max(1, math.ceil((1 - bucket.tokens) / each_second)))
        bucket.tokens -= 1
