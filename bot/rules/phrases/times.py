"""The part of a saying that names a time of day: 9am, 17:30, a las 5, al mediodía, en la tarde."""

from dataclasses import dataclass
from enum import Enum

from bot.rules.phrases.numbers import WORDS
from bot.rules.phrases.text import longest, sayings

NOON, MIDNIGHT, HOUR = 720, 1_440, 60


class Part(Enum):
    """A part of the day: the minutes an hour said with it can mean."""

    MORNING = range(NOON)
    AFTERNOON = range(NOON, 20 * HOUR + 1)
    NIGHT = range(18 * HOUR, MIDNIGHT + 1)


@dataclass(frozen=True, slots=True)
class Clock:
    """The minutes of the day that can be meant; two while 5 could be either."""

    minutes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A part of the day; `today` when the words name today's, as esta tarde does."""

    part: Part
    today: bool = False


def read_time(tokens: tuple[str, ...], at: int) -> tuple[Clock | Said, int] | None:
    """What the words from a place on say, and the place after them."""
    if fixed := longest(FIXED, tokens, at):
        return Clock((fixed[0],)), fixed[1]
    return part_at(tokens, at) or _clock(tokens, at)


def part_at(tokens: tuple[str, ...], at: int) -> tuple[Said, int] | None:
    while at < len(tokens) and tokens[at] in {"en", "por", "de", "a", "in", "at"}:
        at += 1
    return longest(PARTS, tokens, at)


def _clock(tokens: tuple[str, ...], at: int) -> tuple[Clock, int] | None:
    hour, literal = _hour(tokens[at]), tokens[at].startswith("0")
    if hour is None:
        return None
    at, minute = at + 1, 0
    if tokens[at : at + 1] in {(":",), ("h",)} and (two := _two_digits(tokens, at + 1)) is not None:
        literal, at, minute = literal or tokens[at] == "h", at + 2, two
    elif spoken := longest(SPOKEN_MINUTES, tokens, at):
        minute, at = spoken
    mark = tokens[at] if at < len(tokens) else ""
    if mark in {"am", "pm"}:
        return _with_half(hour * HOUR + minute, mark, at + 1)
    at += mark in HOUR_SIGNS
    return _options(hour * HOUR + minute, literal=literal or mark in HOUR_SIGNS, end=at)


def _hour(word: str) -> int | None:
    if word.isascii() and word.isdigit() and len(word) <= 2:
        return int(word)
    return WORDS.get(word) if word not in {"a", "an", "un", "uno"} else None


def _two_digits(tokens: tuple[str, ...], at: int) -> int | None:
    word = tokens[at] if at < len(tokens) else ""
    if not (word.isascii() and word.isdigit() and len(word) == 2):
        return None
    return int(word) if int(word) < HOUR else None


def _with_half(minutes: int, half: str, end: int) -> tuple[Clock, int] | None:
    """12 am is midnight, 12 pm noon; 13 pm is 13:00, 13 am nothing."""
    if minutes >= MIDNIGHT or minutes < HOUR or (half == "am" and minutes >= 13 * HOUR):
        return None
    if half == "am":
        return Clock((minutes % NOON,)), end
    return Clock((minutes % NOON + NOON,)), end


def _options(minutes: int, *, literal: bool, end: int) -> tuple[Clock, int] | None:
    """5 and 5:30 can be morning or afternoon; 05:30, 17:30 and 5 h cannot."""
    if minutes > MIDNIGHT:
        return None
    if literal or not HOUR <= minutes < 13 * HOUR:
        return Clock((minutes,)), end
    return Clock((minutes, minutes + NOON)), end


FIXED = sayings(
    {
        NOON: "mediodia|medio dia|noon|midday",
        MIDNIGHT: "medianoche|media noche|midnight",
    }
)
PARTS = sayings(
    {
        Said(Part.MORNING): "la manana|la madrugada|the morning|morning|primera hora|first thing",
        Said(Part.AFTERNOON): "la tarde|tarde|the afternoon|afternoon",
        Said(Part.NIGHT): "la noche|noche|the evening|evening|night",
        Said(Part.MORNING, today=True): "esta manana|this morning",
        Said(Part.AFTERNOON, today=True): "esta tarde|this afternoon",
        Said(Part.NIGHT, today=True): "esta noche|this evening|tonight",
    }
)
SPOKEN_MINUTES = sayings({30: "y media", 15: "y cuarto"})
HOUR_SIGNS = frozenset({"h", "hs", "hrs", "horas"})
