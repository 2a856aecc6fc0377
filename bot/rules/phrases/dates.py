"""Dates as they are written: 13 de noviembre, nov 13, 2026-11-30, 30/11."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from bot.rules.phrases.calendar_words import MONTHS, ORDINALS
from bot.rules.phrases.reading import Day, Read, Words
from bot.rules.phrases.refusals import AmbiguousDate, NoSuchDay

YEARS = range(2000, 2101)
MARKS = frozenset("-/.")


def written_date(words: Words, at: int) -> Read:
    """Raises AmbiguousDate for 01/02, NoSuchDay for the 31st of February."""
    return _iso(words, at) or _named_month(words, at) or _numeric(words, at)


def monthly(today: date, day: int) -> tuple[date, ...]:
    """One day of the month, the next two times it comes, today included."""
    months = (divmod(today.year * 12 + today.month - 1 + n, 12) for n in range(5))
    found = (_valid(year, month + 1, day) for year, month in months)
    return tuple(on for on in found if on and on >= today)[:2]


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _iso(words: Words, at: int) -> Read:
    """2026-11-30, also with slashes or points, and with the T before a time."""
    year, mark = words.number(at, most_digits=4), words.word(at + 1)
    month, day = words.number(at + 2), words.number(at + 4)
    if year is None or mark not in MARKS or words.word(at + 3) != mark:
        return None
    if month is None or day is None or year not in YEARS:
        return None
    return Day((_date(words, year, month, day),)), at + 5 + (words.word(at + 5) == "t")


def _named_month(words: Words, at: int) -> Read:
    """13 de noviembre, 13 nov., nov 13, november 13th, 2026."""
    month, day = None, words.number(at)
    if day is not None:
        at += 1 + (words.word(at + 1) in ORDINALS)
        at += words.word(at) in {"de", "of"}
    month = MONTHS.get(words.word(at))
    at += 1 + (words.word(at + 1) == ".")
    if day is None and month:
        day, at = words.number(at), at + 1
        at += words.word(at) in ORDINALS
    if month is None or day is None:
        return None
    year_at = at + (words.word(at) in {"de", "del", ",", "of"})
    year = words.number(year_at, most_digits=4)
    if year is not None and year in YEARS:
        return Day((_date(words, year, month, day),)), year_at + 1
    return Day((_next(words, month, day),)), at


def _numeric(words: Words, at: int) -> Read:
    """30/11, 30/11/2026, 30-11-2026, 30.11.26."""
    one, mark, two = words.number(at), words.word(at + 1), words.number(at + 2)
    if one is None or two is None or mark not in MARKS:
        return None
    if words.word(at + 3) == mark:
        year = _full(words.number(at + 4, most_digits=4), len(words.word(at + 4)))
        return (Day((_ordered(words, one, two, year),)), at + 5) if year else None
    return (Day((_ordered(words, one, two, None),)), at + 3) if mark == "/" else None


def _ordered(words: Words, one: int, two: int, year: int | None) -> date:
    """The order the numbers prove, or the one that is usual here; else it has to be asked."""
    day_first, month_first = _on(words, year, two, one), _on(words, year, one, two)
    if words.day_first is True and day_first:
        return day_first
    if words.day_first is False and month_first:
        return month_first
    if day_first and month_first and day_first != month_first:
        raise AmbiguousDate(words.text, day_first, month_first)
    if on := day_first or month_first:
        return on
    raise NoSuchDay(words.text)


def _on(words: Words, year: int | None, month: int, day: int) -> date | None:
    if year is not None:
        return _valid(year, month, day)
    return next(_yearly(words.today, month, day), None)


def _next(words: Words, month: int, day: int) -> date:
    on = next(_yearly(words.today, month, day), None)
    if on is None:
        raise NoSuchDay(words.text)
    return on


def _yearly(today: date, month: int, day: int) -> Iterator[date]:
    """A date in the years that have it, from today on."""
    for year in range(today.year, today.year + 9):
        on = _valid(year, month, day)
        if on and on >= today:
            yield on


def _date(words: Words, year: int, month: int, day: int) -> date:
    on = _valid(year, month, day)
    if on is None:
        raise NoSuchDay(words.text)
    return on


def _valid(year: int, month: int, day: int) -> date | None:
    if year not in YEARS or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def _full(year: int | None, digits: int) -> int | None:
    """26 is 2026; anything outside of this century is a slip."""
    full = 2000 + year if year is not None and digits == 2 else year
    return full if full in YEARS else None
