"""Text from a file: comparing it, cleaning it, showing it in one line."""

import re
import unicodedata
from collections.abc import Collection
from difflib import get_close_matches

SHOWN_CHARS = 40
LINE_BREAKS = {"Cc", "Zl", "Zp"}
# The letters that UTF-8 read as Windows-1252 leaves where an accent was: Ã± for ñ.
MANGLED = re.compile("[ÂÃÅâ][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]")
LOST = "�"


def fold(text: str) -> str:
    """Letters and digits only, without accents and case, for comparing words."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if letter.isalnum())


def clean(text: str) -> str:
    """One line without control, zero-width and direction marks; everything else is kept.

    Markup and formulas stay as they are: they are escaped where they are shown.
    """
    if not text.isprintable():
        text = "".join(_visible(letter) for letter in text)
    return " ".join(unicodedata.normalize("NFC", text).split())


def mended(text: str) -> str | None:
    """The text as it was before it was saved in a wrong encoding, as far as can be told.

    ``None`` when the text is sound; to be asked before ``clean``, which drops what it looks for.
    """
    if LOST in text:
        return ""
    if text.isascii() or not MANGLED.search(text):
        return None
    return _decoded_again(text, "cp1252") or _decoded_again(text, "latin-1")


def shown(text: str) -> str:
    """At most 40 characters on one line, each visible."""
    short = text if len(text) <= SHOWN_CHARS else text[: SHOWN_CHARS - 1] + "…"
    return "".join(_escaped(letter) for letter in short)[:SHOWN_CHARS]


def nearest(word: str, known: Collection[str]) -> tuple[str, ...]:
    """Up to three known words that resemble the word, the best first."""
    folded = {fold(name): name for name in known}
    return tuple(folded[near] for near in get_close_matches(fold(word), folded, 3, 0.6))


def _decoded_again(text: str, codec: str) -> str | None:
    try:
        return text.encode(codec).decode("utf-8")
    except UnicodeError:
        return None


def _visible(letter: str) -> str:
    category = unicodedata.category(letter)
    if category in LINE_BREAKS:
        return " " if letter.isspace() else ""
    return "" if category in {"Cf", "Cs"} else letter


def _escaped(letter: str) -> str:
    if letter.isprintable():
        return letter
    return letter.encode("unicode_escape").decode("ascii")
