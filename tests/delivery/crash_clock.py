"""One fast clock for several processes: the protocol keeps its real waits, time is short."""

from datetime import UTC, datetime, timedelta

from bot.clock import Clock, WoundClock

START = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)


def shared_clock(begun_at: float, speed: float) -> WoundClock:
    """Return the clock that stood at ``START`` at ``begun_at``, the machine's elapsed seconds."""
    ran = (Clock().elapsed() - begun_at) * speed
    return WoundClock(START + timedelta(seconds=ran), speed=speed)
