"""What a clock had counted at a moment before its last pause, from the history of its pauses."""

from datetime import datetime

from sqlmodel import Session, col, select

from bot.rules.worktime import Schedule, epoch_seconds
from models import Clock, Event

PAUSED, RESUMED = "clock.paused", "clock.resumed"


def is_past_stretch(clock: Clock, at: datetime) -> bool:
    """Say whether a moment lies before the clock was last held or let go on."""
    held_at = clock.paused_at or clock.last_started_at
    return held_at is not None and at < held_at


def counted(
    session: Session, clock: Clock, hours: Schedule, *, since: datetime, until: datetime
) -> int:
    """Return the seconds of its own time a clock counted between two moments."""
    used, running_since = 0, since
    for kind, at in _holds(session, clock, since, until):
        if kind == PAUSED:
            used += hours.between_s(epoch_seconds(running_since), epoch_seconds(at))
        # While it is held nothing counts: the next hold's stretch begins where it goes on.
        running_since = at if kind == RESUMED else until
    return used + max(0, hours.between_s(epoch_seconds(running_since), epoch_seconds(until)))


def _holds(
    session: Session, clock: Clock, since: datetime, until: datetime
) -> list[tuple[str, datetime]]:
    events = session.exec(
        select(Event)
        .where(
            Event.subject_id == (clock.lead_id or clock.request_id),
            col(Event.kind).in_((PAUSED, RESUMED)),
            col(Event.happened_at).between(since, until),
        )
        .order_by(col(Event.happened_at), col(Event.noticed_at), col(Event.sequence))
    ).all()
    return [
        (event.kind, event.happened_at)
        for event in events
        if event.facts.get("clock") == str(clock.id)
    ]
