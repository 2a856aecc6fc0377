"""The two sides of a stretch of time, each read until the word that parts them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.rules.phrases.dates import month_end
from bot.rules.phrases.days import read_day
from bot.rules.phrases.reading import Day, Words
from bot.rules.phrases.refusals import UnclearRange
from bot.rules.phrases.text import longest, sayings
from bot.rules.phrases.times import Clock, Said, read_time
from bot.rules.phrases.when import FILLERS, UNTIL

SINCE = frozenset({"from", "desde", "since"})
AT_OR_TO = frozenset({"a", "al"})
THE_HOUR = frozenset({"la", "las"})
TO = AT_OR_TO | UNTIL | {"to", "through", "-"}
SMALL_WORDS = FILLERS | SINCE | frozenset({"todo", "all", "day", "whole", "between", "entre"})

Dates = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says: a day, a time of day, a part of it; or a whole week or month.

    ``number`` stands alone: the other side tells whether it is a day or an hour. ``since`` says
    that it only begins there.
    """

    day: Day | None = None
    clock: Clock | None = None
    part: Said | None = None
    number: int | None = None
    span: Dates | None = None
    since: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.has_day or self.clock or self.part or self.number is not None)

    @property
    def has_day(self) -> bool:
        return self.day is not None or self.span is not None

    @property
    def is_timed(self) -> bool:
        return self.clock is not None or self.part is not None


def read_side(words: Words, at: int) -> tuple[Side, int]:
    """Return a side and the place of the word that ends it. Raises UnclearRange."""
    side = Side()
    while at < len(words.tokens) and (side.is_empty or not _parts(words, at, side)):
        side, at = _next(words, side, at)
    if side.is_empty:
        raise UnclearRange(words.text)
    return side, at


def _next(words: Words, side: Side, at: int) -> tuple[Side, int]:
    if side.is_empty and _stands_alone(words, at):
        return replace(side, number=words.number(at)), at + 1
    if not side.has_day and (found := _read_days(words, side, at)):
        return found
    if timed := read_time(words.tokens, at):
        said, end = timed
        if isinstance(said, Clock) and side.clock is None:
            return replace(side, clock=said), end
        if isinstance(said, Said) and side.part is None:
            return replace(side, part=said), end
    if words.word(at) in SMALL_WORDS:
        return replace(side, since=side.since or words.word(at) in SINCE), at + 1
    raise UnclearRange(words.text)


def _read_days(words: Words, side: Side, at: int) -> tuple[Side, int] | None:
    if whole := longest(WHOLE, words.tokens, at):
        return replace(side, span=whole[0](words.today)), whole[1]
    if day := read_day(words, at):
        return replace(side, day=day[0]), day[1]
    return None


def _stands_alone(words: Words, at: int) -> bool:
    """Say whether a number could be a day as well as an hour; las 3 could not."""
    if words.number(at) is None or (at > 0 and words.word(at - 1) in THE_HOUR):
        return False
    return words.word(at + 1) in TO or at + 1 == len(words.tokens)


def _parts(words: Words, at: int, side: Side) -> bool:
    """Say whether a word parts the sides: "a" also stands before an hour, as in a las 5."""
    word = words.word(at)
    if word not in TO:
        return False
    if word not in AT_OR_TO or side.clock is not None or side.number is not None:
        return True
    return not _begins_a_time(words, at + 1)


def _begins_a_time(words: Words, at: int) -> bool:
    if words.word(at) in THE_HOUR:
        return True
    timed = at < len(words.tokens) and read_time(words.tokens, at) is not None
    return timed and words.number(at) is None and read_day(words, at) is None


def _this_week(today: date) -> Dates:
    return today, _sunday(today)


def _next_week(today: date) -> Dates:
    monday = _sunday(today) + timedelta(1)
    return monday, _sunday(monday)


def _this_month(today: date) -> Dates:
    return today, month_end(today.year, today.month)


def _next_month(today: date) -> Dates:
    first = month_end(today.year, today.month) + timedelta(1)
    return first, month_end(first.year, first.month)


def _sunday(day: date) -> date:
    return day + timedelta(6 - day.weekday())


WHOLE: dict[tuple[str, ...], Callable[[date], Dates]] = sayings(
    {
        _this_week: "esta semana|this week|resto de la semana|rest of the week",
        _next_week: "proxima semana|semana proxima|semana que viene|otra semana|next week",
        _this_month: "este mes|this month|resto del mes|rest of the month",
        _next_month: "proximo mes|mes proximo|mes que viene|next month",
    }
)
