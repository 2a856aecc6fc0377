"""Do somebody's reminders do any good? Measured by what was done within a working hour."""

from collections.abc import Iterable, Sequence

from bot.rules.ladder import Timetable

AN_HOUR = 3600
MEASURED = 20
"""The latest reminders that count."""
FEWEST = 10
"""With fewer of them nothing is concluded."""


def is_heeded(sent: int, acts: Iterable[int], hours: Timetable) -> bool:
    """Say whether somebody acted within a working hour of a reminder; seconds since 1970."""
    return any(at >= sent and hours.between_s(sent, at) <= AN_HOUR for at in acts)


def are_ignored(heeded: Sequence[bool]) -> bool:
    """Say whether fewer than half of the latest reminders led to anything; the latest come last."""
    latest = heeded[-MEASURED:]
    return len(latest) >= FEWEST and 2 * sum(latest) < len(latest)
