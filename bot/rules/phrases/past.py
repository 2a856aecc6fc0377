"""Moments that lie behind, as people tell of them: hace 20 min, ayer 4pm, today 9:30, 9:30."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules.opening_hours import zone_named
from bot.rules.phrases.duration import span_of
from bot.rules.phrases.reading import moment_tokens
from bot.rules.phrases.refusals import (
    AmbiguousDate,
    FutureMoment,
    NoSuchDay,
    NoSuchMoment,
    PastMoment,
    UnclearMoment,
    UnclearPastMoment,
    WrongWeekday,
)
from bot.rules.phrases.text import longest, sayings
from bot.rules.phrases.times import Clock, Said, part_at, read_time
from bot.rules.phrases.when import only_ahead

BEFORE, AFTER = frozenset({"hace"}), frozenset({"ago", "atras"})
COMING = frozenset({"en", "in", "dentro"})
FILLERS = frozenset({"a", "al", "las", "la", "at", "el", "the", "por", "en", ","})
DAYS = sayings(
    {
        0: "hoy|today|ahora|now|just now|ahorita|recien",
        1: "ayer|yesterday",
        2: "anteayer|antier|antes de ayer|the day before yesterday",
    }
)


def parse_past(text: str, *, now: datetime, zone: str) -> datetime:
    """The latest moment meant that is not after `now`, in UTC; today alone is `now`.

    Raises UnclearPastMoment, FutureMoment, NoSuchDay, TooLong, UnknownZone.
    """
    try:
        return _behind(text, now, zone)
    except UnclearPastMoment:
        ahead = _ahead(text, now, zone)
        if ahead is None:
            raise
    raise FutureMoment(text, ahead)


def _ahead(text: str, now: datetime, zone: str) -> datetime | None:
    """The moment meant if it is surely to come; what can be read both ways is neither."""
    try:
        return only_ahead(text, now=now, zone=zone)
    except NoSuchDay:
        raise
    except (UnclearMoment, PastMoment, AmbiguousDate, WrongWeekday, NoSuchMoment):
        return None


def _behind(text: str, now: datetime, zone: str) -> datetime:
    words = moment_tokens(text)
    ago = _ago(words)
    if ago is not None:
        return now - ago
    if words[:1] and words[0] in COMING and span_of(words):
        raise UnclearPastMoment(text)
    back, clock = _said(words, text)
    if clock is None:
        return _whole_day(back, now, text)
    place = zone_named(zone)
    behind = [at for at in _candidates(back, clock, now, place) if at <= now]
    if not behind:
        raise UnclearPastMoment(text)
    return max(behind)


def _ago(words: tuple[str, ...]) -> timedelta | None:
    if words[:1] and words[0] in BEFORE:
        words = words[1:]
    elif words[-1:] and words[-1] in AFTER:
        words = words[:-1]
    else:
        return None
    span = span_of(words)
    return None if span is None else timedelta(days=span.days, seconds=span.seconds)


def _said(words: tuple[str, ...], text: str) -> tuple[int | None, Clock | None]:
    """How many days back, and the time of day. Raises UnclearPastMoment for any other word."""
    back: int | None = None
    clock: Clock | None = None
    at = 0
    while at < len(words):
        if back is None and (day := longest(DAYS, words, at)):
            back, at = day
        elif clock is None and words[at] not in FILLERS and (timed := read_time(words, at)):
            said, at = timed
            clock = said if isinstance(said, Clock) else None
        elif clock is not None and (part := part_at(words, at)):
            clock, at = _within(clock, part[0]), part[1]
        elif words[at] in FILLERS:
            at += 1
        else:
            raise UnclearPastMoment(text)
    if back is None and clock is None:
        raise UnclearPastMoment(text)
    return back, clock


def _within(clock: Clock, said: Said) -> Clock:
    """Of the hours meant, those in the part of the day: 4 de la tarde."""
    return Clock(tuple(minute for minute in clock.minutes if minute in said.part.value))


def _whole_day(back: int | None, now: datetime, text: str) -> datetime:
    """Of a day without a time only today is clear: it is now."""
    if back != 0:
        raise UnclearPastMoment(text)
    return now


def _candidates(
    back: int | None, clock: Clock, now: datetime, place: ZoneInfo
) -> Iterator[datetime]:
    today = now.astimezone(place).date()
    for minutes in clock.minutes:
        day = today - timedelta(days=back or 0)
        local = datetime.combine(day, time(), place) + timedelta(minutes=minutes)
        yield local.astimezone(UTC)
