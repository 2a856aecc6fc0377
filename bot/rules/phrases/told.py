"""When something was, said at the beginning of a longer text: "ayer 5pm pidió cotización"."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from bot.rules.phrases.past import AFTER, BEFORE, FILLERS, parse_past
from bot.rules.phrases.reading import moment_tokens
from bot.rules.phrases.refusals import (
    AmbiguousDate,
    FutureMoment,
    NoSuchDay,
    NoSuchMoment,
    PastMoment,
    UnclearMoment,
    WrongWeekday,
)
from bot.rules.phrases.text import pieces
from bot.rules.phrases.when import parse_when

MOST_WORDS = 8
AROUND = " \t\n,;:-"


@dataclass(frozen=True, slots=True)
class Told:
    """The words that say when, the moment they mean, and the rest as it was typed.

    Words that speak of something that has been without saying when exactly, such as "ayer", have
    no ``at``. Without ``words`` the text does not begin with a moment.
    """

    words: str
    at: datetime | None
    rest: str


def told_at_start(text: str, *, now: datetime, zone: str) -> Told:
    """Split off the longest beginning that says when something was.

    It has to be a time or a length of time beyond doubt: "10 clientes", "en 5 sedes" and "hoy" are
    the beginning of a sentence. Raises NoSuchDay, TooLong, UnknownZone.
    """
    words = pieces(text)
    for last in reversed(words[:MOST_WORDS]):
        if last.plain in FILLERS:
            continue
        said = text[: last.end].strip(AROUND)
        at = _meant(said, now, zone)
        if at is not None or _is_vague(said, now, zone):
            return Told(said, at, text[last.end :].strip(AROUND))
        if _is_ahead(said, now, zone):
            break
    return Told("", None, text)


def _meant(said: str, now: datetime, zone: str) -> datetime | None:
    words = moment_tokens(said)
    is_ago = not BEFORE.isdisjoint(words[:1]) or not AFTER.isdisjoint(words[-1:])
    if not (is_ago or _has_time(words)):
        return None
    try:
        return parse_past(said, now=now, zone=zone)
    except NoSuchDay:
        raise
    except (UnclearMoment, FutureMoment):
        return None


def _is_vague(said: str, now: datetime, zone: str) -> bool:
    """Say whether words speak of what has been, or of a day that may have been."""
    words = moment_tokens(said)
    try:
        parse_when(said, now=now, zone=zone)
    except PastMoment:
        return True
    except NoSuchDay:
        raise
    except (UnclearMoment, AmbiguousDate, WrongWeekday, NoSuchMoment):
        return False
    if not _has_time(words):
        return not TODAY.isdisjoint(words) and any(word.isdigit() for word in words)
    return not _is_ahead(said, now, zone)


def _is_ahead(said: str, now: datetime, zone: str) -> bool:
    try:
        parse_past(said, now=now, zone=zone)
    except FutureMoment:
        return True
    except UnclearMoment:
        return False
    return False


def _has_time(words: tuple[str, ...]) -> bool:
    """Say whether words that are a moment name an hour as nothing else is written."""
    if not SURE.isdisjoint(words):
        return True
    return any(
        first.isdigit() and (second == "de" or (second == "h" and int(first) >= 13))
        for first, second in pairwise(words)
    )


TODAY = frozenset({"hoy", "today"})
SURE = frozenset({":", "am", "pm", "las", "at", "mediodia", "noon", "midday"})
