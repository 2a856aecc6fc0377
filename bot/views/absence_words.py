"""When somebody is away, in words: whole days by their names, anything else by the clock."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.views.escape import Markup
from bot.views.translate import Translator

A_DAY = timedelta(days=1)


def until(ends_at: datetime, t: Translator) -> Markup:
    """Return "through Fri, Mar 13", or a moment where it does not end with a day."""
    local = ends_at.astimezone(ZoneInfo(t.reader.zone))
    if local.time() == time():
        return t("through {day}", day=t.day(local.date() - A_DAY))
    return t("until {moment}", moment=t.moment(ends_at))


def when(starts_at: datetime, ends_at: datetime, t: Translator) -> Markup:
    """Return a whole stretch: on a day, from a day through another, from a moment on."""
    zone = ZoneInfo(t.reader.zone)
    first, last = starts_at.astimezone(zone), (ends_at - A_DAY).astimezone(zone)
    begins_a_day = first.time() == time()
    if begins_a_day and last.time() == time() and first.date() == last.date():
        return t("on {day}", day=t.day(first.date()))
    end = until(ends_at, t)
    if begins_a_day:
        return t("from {day}, {until}", day=t.day(first.date()), until=end)
    return t("from {moment}, {until}", moment=t.moment(starts_at), until=end)
