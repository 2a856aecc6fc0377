"""Lengths of time: 2h, 90 min, media hora, hora y media, 1h30, 3 días, half an hour."""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from bot.rules.phrases.numbers import whole
from bot.rules.phrases.refusals import UnclearDuration
from bot.rules.phrases.text import longest, sayings, tokens

LONGEST = timedelta(days=3_660)

UNITS = {
    word: seconds
    for seconds, words in {
        1: "s seg segs segundo segundos sec secs second seconds",
        60: "m min mins minuto minutos minute minutes",
        3_600: "h hr hrs hs hora horas hour hours",
        86_400: "d dia dias day days",
        604_800: "w sem semana semanas wk week weeks",
    }.items()
    for word in words.split()
}
DAY = 86_400
OPENERS = frozenset(
    {"en", "in", "dentro", "de", "por", "for", "durante", "during", "unos", "about"}
)
FIXED = sayings(
    {
        30 * 60: "media hora|half an hour|half hour|a half hour",
        90 * 60: "hora y media",
        75 * 60: "hora y cuarto",
        15 * 60: "cuarto de hora|un cuarto de hora|a quarter of an hour|quarter of an hour",
        45 * 60: "tres cuartos de hora",
    }
)
AND_PART = sayings(
    {Fraction(1, 2): "y media|y medio|and a half", Fraction(1, 4): "y cuarto|and a quarter"}
)


@dataclass(frozen=True, slots=True)
class Span:
    """Whole days, which keep the time on the wall, and seconds, which simply pass."""

    days: int
    seconds: int


def parse_duration(text: str) -> timedelta:
    """More than nothing, at most ten years; a day is 24 hours. Raises UnclearDuration, TooLong."""
    span = span_of(tokens(text))
    if span is None:
        raise UnclearDuration(text)
    return timedelta(days=span.days, seconds=span.seconds)


def span_of(words: tuple[str, ...]) -> Span | None:
    """The same of tokens; None for anything else."""
    at = 0
    while at < len(words) and words[at] in OPENERS:
        at += 1
    days, seconds, unit = 0, 0, 0
    while at < len(words):
        read = _part(words, at, after=unit)
        if read is None or (unit and read.unit >= unit):
            return None
        days, seconds, unit, at = days + read.days, seconds + read.seconds, read.unit, read.end
        at += at + 1 < len(words) and words[at] in {"y", "and", ","}
    total = timedelta(days=days, seconds=seconds)
    return Span(days, seconds) if timedelta() < total <= LONGEST else None


@dataclass(frozen=True, slots=True)
class _Part:
    days: int
    seconds: int
    unit: int
    end: int


def _part(words: tuple[str, ...], at: int, *, after: int) -> _Part | None:
    """One number with its unit; after hours a bare number is minutes, as in 1h30."""
    if fixed := longest(FIXED, words, at):
        return _Part(0, fixed[0], 60, fixed[1])
    amount, at = _amount(words, at)
    if amount is None:
        return None
    part = longest(AND_PART, words, at)
    amount, at = (amount + part[0], part[1]) if part else (amount, at)
    unit = UNITS.get(words[at]) if at < len(words) else None
    if unit is None:
        bare = after == 3_600 and at == len(words) and amount < 60 and amount.denominator == 1
        return _Part(0, int(amount) * 60, 60, at) if bare else None
    at += 1
    at += at < len(words) and words[at] == "."
    if not part and (tail := longest(AND_PART, words, at)):
        amount, at = amount + tail[0], tail[1]
    return _measured(amount, unit, at)


def _amount(words: tuple[str, ...], at: int) -> tuple[Fraction | None, int]:
    """2, dos, 1.5 or 1,5; more than two decimals would look like thousands."""
    number = whole(words[at])
    if number is None:
        return None, at
    decimals = words[at + 2] if at + 2 < len(words) and words[at + 1] in {".", ","} else ""
    if words[at][0].isdigit() and decimals.isascii() and decimals.isdigit() and len(decimals) < 3:
        return number + Fraction(int(decimals), 10 ** len(decimals)), at + 3
    return Fraction(number), at + 1


def _measured(amount: Fraction, unit: int, end: int) -> _Part | None:
    seconds = amount * unit
    if seconds.denominator != 1:
        return None
    if unit < DAY:
        return _Part(0, int(seconds), unit, end)
    days, rest = divmod(int(seconds), DAY)
    return _Part(days, rest, unit, end)
