"""How fast Slack, and a person's attention, may be used."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """At most ``most`` uses in any stretch of ``seconds``."""

    most: int
    seconds: float


def free_from(used: Sequence[float], limit: Limit) -> float | None:
    """Return the second from which one more use fits, or nothing when it fits at any time.

    ``used`` are the seconds of former uses, oldest first.
    """
    if len(used) < limit.most:
        return None
    return used[-limit.most] + limit.seconds
