"""The local week of an agreement, and when its beginning is spoken of."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules.worktime import Schedule

A_WEEK = timedelta(days=7)


def week_of(at: datetime, zone: str) -> tuple[datetime, datetime]:
    """Return the Monday midnights between which a moment lies; the second is of the next week."""
    local = ZoneInfo(zone)
    day = at.astimezone(local).date()
    monday = day - timedelta(days=day.weekday())
    starts, ends = (datetime.combine(each, time(), local) for each in (monday, monday + A_WEEK))
    return starts, ends


def next_week_opens(hours: Schedule, now: datetime) -> datetime:
    """Return the first working moment of the week after this one.

    Where Monday is a holiday that is Tuesday's opening. It is always after ``now``: what begins on
    a Monday is first spoken of on the next.
    """
    _, monday = week_of(now, hours.zone)
    return hours.next_open(monday)
