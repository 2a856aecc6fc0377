"""Foreign text made harmless: cleaned, shortened and escaped, exactly once."""

import re
import unicodedata
from html import unescape

LONGEST_NAME = 80

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]"
)
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")


class Markup(str):
    """Text that Slack may read as mrkdwn: our own words, with foreign values escaped."""

    __slots__ = ()


def esc(text: str, limit: int = LONGEST_NAME) -> Markup:
    """Return ``text`` as data: cleaned, at most ``limit`` characters, dead in Slack.

    Escaped it is at most twice as long, so a name made of signs is cut shorter. Text that is
    ``Markup`` already comes back as it is, so nothing is escaped twice.
    """
    if isinstance(text, Markup):
        return text
    cleaned = clean(text)
    escaped = _entities(shorten(cleaned, limit))
    if len(escaped) > 2 * limit:
        escaped = _entities(shorten(cleaned, limit * 2 // 5))
    return Markup(escaped)


def clean(text: str) -> str:
    """Return ``text`` on one line, without invisible, direction-changing or control characters."""
    visible = _INVISIBLE.sub("", text)
    if visible.isprintable():
        return " ".join(visible.split())
    spaced = "".join(" " if unicodedata.category(char) in _BLANK else char for char in visible)
    return " ".join(spaced.split())


def _entities(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


_BLANK = {"Cc", "Cs", "Zl", "Zp", "Co"}


def shorten(text: str, limit: int) -> str:
    """Return ``text`` cut to ``limit`` characters, the last one an ellipsis when it was cut."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def bare(text: Markup) -> str:
    """Return what a person reads of an escaped text."""
    return unescape(text)


def mixes_alphabets(text: str) -> bool:
    """Say whether one word of ``text`` mixes alphabets that look alike, as disguised names do."""
    return any(len(_alphabets(word)) > 1 for word in clean(text).split())


def _alphabets(word: str) -> set[str]:
    names = (unicodedata.name(char, "") for char in word if char.isalpha())
    return {name.split(" ", 1)[0] for name in names if name.startswith(_ALPHABETS)}
