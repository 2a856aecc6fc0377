"""What a clock had counted between two moments, from the history of when it was held."""

from datetime import datetime

from sqlmodel import Session, col, select

from bot.rules.worktime import Schedule, epoch_seconds
from models import Clock, Event

HELD = frozenset({"clock.paused", "clock.stopped", "clock.told_late"})
GOES_ON = frozenset({"clock.resumed", "clock.continued"})
UNDONE = "clock.reopened"
"""The stop before it is as if it had never been."""


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
        if kind in HELD:
            used += hours.between_s(epoch_seconds(running_since), epoch_seconds(at))
        # While it is held nothing counts: the next hold's stretch begins where it goes on.
        running_since = at if kind in GOES_ON else until
    return used + max(0, hours.between_s(epoch_seconds(running_since), epoch_seconds(until)))


def _holds(
    session: Session, clock: Clock, since: datetime, until: datetime
) -> list[tuple[str, datetime]]:
    events = session.exec(
        select(Event)
        .where(
            Event.subject_id == (clock.lead_id or clock.request_id),
            col(Event.kind).in_({*HELD, *GOES_ON, UNDONE}),
        )
        .order_by(col(Event.noticed_at), col(Event.sequence))
    ).all()
    holds: list[tuple[str, datetime]] = []
    for event in events:
        if event.facts.get("clock") != str(clock.id):
            continue
        if event.kind == UNDONE:
            holds.pop()
        else:
            holds.append((event.kind, event.happened_at))
    # In the order they happened: what is told late is noticed after what came later.
    return sorted((each for each in holds if since <= each[1] <= until), key=lambda hold: hold[1])
