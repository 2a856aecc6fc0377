"""Typed text made comparable: without case, accents, and the marks that phones put in."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from bot.rules.phrases.refusals import TooLong

LONGEST = 1_000

MARKS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′´`ʼ", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u00ad", ""),
    }
)
EDGES = "¿?¡!.,:;\"'()"
TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|\S")

LONGEST_ENTRY = 6

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of the original between spaces, and how it compares."""

    plain: str
    start: int
    end: int


def normalised(text: str) -> str:
    """Lower case, no accents, straight quotes, short dashes, single spaces. Raises TooLong."""
    if len(text) > LONGEST:
        raise TooLong(len(text), LONGEST)
    apart = unicodedata.normalize("NFD", text.translate(MARKS).casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(bare.split())


def tokens(text: str) -> tuple[str, ...]:
    """Runs of digits, runs of letters, and single marks of the normalised text. Raises TooLong."""
    return tuple(TOKEN.findall(normalised(text)))


def pieces(text: str) -> list[Piece]:
    """The words between spaces, punctuation at their edges forgiven. Raises TooLong."""
    if len(text) > LONGEST:
        raise TooLong(len(text), LONGEST)
    found = (Piece(_compared(m[0]), m.start(), m.end()) for m in re.finditer(r"\S+", text))
    return [piece for piece in found if piece.plain]


def sayings(meanings: Mapping[Value, str]) -> dict[tuple[str, ...], Value]:
    """A table for `longest`, from each meaning and its sayings, written a|b|c."""
    return {
        tuple(saying.split()): meaning
        for meaning, written in meanings.items()
        for saying in written.split("|")
    }


def longest(
    table: Mapping[tuple[str, ...], Value], words: tuple[str, ...], at: int
) -> tuple[Value, int] | None:
    """The value of the longest entry that begins at a place, and where it ends."""
    for end in range(min(len(words), at + LONGEST_ENTRY), at, -1):
        if words[at:end] in table:
            return table[words[at:end]], end
    return None


def _compared(word: str) -> str:
    return normalised(word).strip(EDGES) or normalised(word)
