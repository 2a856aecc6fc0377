"""The part of a saying that names a day: mañana, el lunes, vie 13, el 15, fin de mes, quincena."""

from collections.abc import Callable
from datetime import date, timedelta

from bot.rules.phrases.calendar_words import DAY_OR_MONTH, ORDINALS, WEEKDAYS
from bot.rules.phrases.dates import month_end, monthly, written_date
from bot.rules.phrases.reading import Day, Read, Words
from bot.rules.phrases.refusals import UnclearMoment, WrongWeekday
from bot.rules.phrases.text import longest, sayings
from bot.rules.phrases.times import part_at

FRIDAY = 4
HOUR_FOLLOWS = frozenset({":", "am", "pm", "h", "hs", "hrs", "y"})


def read_day(words: Words, at: int) -> Read:
    """Raises AmbiguousDate, WrongWeekday, and NoSuchDay for the 31st of February."""
    return (
        _saying(words, at)
        or _weekday(words, at)
        or written_date(words, at)
        or _day_of_month(words, at)
    )


def _saying(words: Words, at: int) -> Read:
    if near := longest(NEAR, words.tokens, at):
        return Day((words.today + timedelta(near[0]),), at_end=near[0] == 0), near[1]
    if said := longest(SAYINGS, words.tokens, at):
        return said[0](words.today), said[1]
    return None


def _weekday(words: Words, at: int) -> Read:
    """El lunes, next monday, vie 13, viernes 13 de noviembre."""
    weekday = WEEKDAYS.get(words.word(at))
    if weekday is None:
        return None
    after = at + 1 + (words.word(at + 1) in {".", ","})
    if dated := written_date(words, after) or _bare_day(words, after):
        bare = words.number(after) is not None and dated[1] == after + 1
        if words.word(at) == DAY_OR_MONTH and bare:
            raise UnclearMoment(words.text)
        return _checked(words, weekday, dated[0]), dated[1]
    ahead = (weekday - words.today.weekday()) % 7
    soonest = words.today + timedelta(ahead)
    return Day((soonest, soonest + timedelta(7)), today_too=False), at + 1


def _checked(words: Words, weekday: int, day: Day) -> Day:
    on = day.dates[0]
    if on.weekday() != weekday:
        raise WrongWeekday(words.text, on)
    return Day((on,))


def _day_of_month(words: Words, at: int) -> Read:
    """El 15, el día 15, the 15th."""
    if words.word(at) not in {"el", "dia", "the"}:
        return None
    return written_date(words, at + 1) or _bare_day(words, at + 1)


def _bare_day(words: Words, at: int) -> Read:
    """A number that is the day of a month, unless it begins a time of day."""
    day = words.number(at)
    if day is None or not 1 <= day <= 31 or words.word(at + 1) in HOUR_FOLLOWS:
        return None
    if part_at(words.tokens, at + 1):
        return None
    return Day(monthly(words.today, day)), at + 1 + (words.word(at + 1) in ORDINALS)


def _month_ends(today: date) -> Day:
    this = month_end(today.year, today.month)
    following = this + timedelta(1)
    return Day((this, month_end(following.year, following.month)), at_end=True)


def _fortnight_ends(today: date) -> Day:
    """Pay days: the 15th and the last of the month."""
    dates = sorted({*monthly(today, 15), *_month_ends(today).dates})
    return Day(tuple(dates), at_end=True)


def _week_ends(today: date) -> Day:
    friday = today + timedelta((FRIDAY - today.weekday()) % 7)
    return Day((friday, friday + timedelta(7)), at_end=True)


def _quarter_ends(today: date) -> Day:
    last_month = (today.month + 2) // 3 * 3
    return Day((month_end(today.year, last_month),), at_end=True)


def _year_ends(today: date) -> Day:
    return Day((date(today.year, 12, 31),), at_end=True)


def _next_week(today: date) -> Day:
    monday = today + timedelta(7 - today.weekday())
    return Day((monday,), through=monday + timedelta(FRIDAY))


def _next_month(today: date) -> Day:
    first = month_end(today.year, today.month) + timedelta(1)
    return Day((first,), through=month_end(first.year, first.month))


def _today_ends(today: date) -> Day:
    return Day((today,), at_end=True)


NEAR = sayings(
    {
        0: "hoy|today",
        1: "manana|tomorrow|tmrw",
        2: "pasado manana|day after tomorrow|the day after tomorrow",
        -1: "ayer|yesterday",
        -2: "anteayer|antier|day before yesterday|the day before yesterday",
    }
)
SAYINGS: dict[tuple[str, ...], Callable[[date], Day]] = sayings(
    {
        _month_ends: "fin de mes|fin del mes|end of month|end of the month|month end|eom",
        _fortnight_ends: "quincena|fin de quincena|proxima quincena",
        _week_ends: "fin de la semana|fin de esta semana|end of week|end of the week|eow",
        _quarter_ends: "fin de trimestre|fin del trimestre|end of quarter|end of the quarter|eoq",
        _year_ends: "fin de ano|fin del ano|end of year|end of the year|eoy",
        _next_week: "proxima semana|semana proxima|semana que viene|otra semana|next week",
        _next_month: "proximo mes|mes proximo|mes que viene|next month",
        _today_ends: "fin del dia|final del dia|end of day|end of the day|eod",
    }
)
