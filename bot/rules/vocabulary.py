"""Words for a closed list of meanings, in two languages, as data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Generic, TypeVar

from bot.rules.phrases.text import Piece, pieces

Meaning = TypeVar("Meaning")
NEAR_ENOUGH = 0.75
"""How alike (0 to 1) two words must be for one to be offered in place of the other."""
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Names:
    """What a meaning is called in English and Spanish, written a|b|c; the first is shown."""

    en: str
    es: str

    def __iter__(self) -> Iterator[str]:
        yield from self.en.split("|")
        yield from self.es.split("|")

    def shown(self, language: str) -> str:
        return (self.es if language == "es" else self.en).split("|")[0]


@dataclass(frozen=True, slots=True)
class Found(Generic[Meaning]):
    """A meaning, the name it was recognised by, and the text on either side as it was typed."""

    meaning: Meaning
    name: str
    before: str
    after: str

    @property
    def rest(self) -> str:
        return f"{self.before} {self.after}".strip()


class Vocabulary(Generic[Meaning]):
    """Looks names up without regard to case, accents, plurals and punctuation."""

    def __init__(self, table: Mapping[Meaning, Names]) -> None:
        self.table = table
        self._meanings: dict[tuple[str, ...], tuple[Meaning, str]] = {
            key_of(name): (meaning, name) for meaning, names in table.items() for name in names
        }
        self._longest = max(map(len, self._meanings))

    def at_start(self, text: str) -> Found[Meaning] | None:
        """The longest name the text begins with."""
        words = pieces(text)
        return self._at(text, words, 0) if words else None

    def first_in(self, text: str) -> Found[Meaning] | None:
        """The first name anywhere in the text; of names that begin there, the longest."""
        return next(self._each_in(text), None)

    def last_in(self, text: str) -> Found[Meaning] | None:
        """The last name anywhere in the text; of names that overlap, the longest."""
        found = list(self._each_in(text))
        return found[-1] if found else None

    def nearest(self, text: str) -> Meaning | None:
        """The meaning whose name looks most like the beginning of the text."""
        names = {" ".join(key): meaning for key, (meaning, _) in self._meanings.items()}
        words = [folded(piece.plain) for piece in pieces(text)[: self._longest]]
        beginnings = [" ".join(words[:count])[:LONGEST_NAME] for count in range(1, len(words) + 1)]
        for beginning in beginnings:
            if close := get_close_matches(beginning, names, n=1, cutoff=NEAR_ENOUGH):
                return names[close[0]]
        return None

    def _each_in(self, text: str) -> Iterator[Found[Meaning]]:
        words, at = pieces(text), 0
        while at < len(words):
            found = self._at(text, words, at)
            if found is not None:
                yield found
            at += len(key_of(found.name)) if found is not None else 1

    def _at(self, text: str, words: list[Piece], at: int) -> Found[Meaning] | None:
        for end in range(min(len(words), at + self._longest), at, -1):
            key = tuple(folded(word.plain) for word in words[at:end])
            if key in self._meanings:
                meaning, name = self._meanings[key]
                before, after = text[: words[at].start], text[words[end - 1].end :]
                return Found(meaning, name, before.strip(), after.strip())
        return None


def key_of(name: str) -> tuple[str, ...]:
    """How a name compares."""
    return tuple(folded(piece.plain) for piece in pieces(name))


def folded(word: str) -> str:
    """Singular and plural alike. Not grammar: both sides of a comparison are cut the same way."""
    if len(word) <= 3:
        return word
    return word.removesuffix("s").removesuffix("e")
