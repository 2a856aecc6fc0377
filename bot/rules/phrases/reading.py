"""What the readers of days and times hand to each other."""

from dataclasses import dataclass
from datetime import date

from bot.rules.phrases.text import tokens

AROUND = " \t\n.,;!¡?¿"
HALF_DAYS = {"a": "am", "p": "pm"}


@dataclass(frozen=True, slots=True)
class Day:
    """The dates that can be meant, soonest first.

    Without a time of day, `at_end` means the end of its work rather than the beginning, and today
    counts only where `today_too`: who says "el viernes" on a Friday does not mean today. `through`
    is the last of several days, which something due "next week" may take.
    """

    dates: tuple[date, ...]
    at_end: bool = False
    today_too: bool = True
    through: date | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Tokens, the day they are said on, and whether 01/02 is the first of February, if known."""

    text: str
    tokens: tuple[str, ...]
    today: date
    day_first: bool | None = None

    def word(self, at: int) -> str:
        return self.tokens[at] if at < len(self.tokens) else ""

    def number(self, at: int, *, most_digits: int = 2) -> int | None:
        word = self.word(at)
        figures = word.isascii() and word.isdigit() and len(word) <= most_digits
        return int(word) if figures else None


Read = tuple[Day, int] | None
"""A day and the place after its words."""


def moment_tokens(text: str) -> tuple[str, ...]:
    """Tokens in which p. m., p.m. and p m have become pm; a final stop is forgiven.

    Raises TooLong.
    """
    found = list(tokens(text.strip(AROUND)))
    at = 0
    while at < len(found):
        end = at + 1 + (found[at + 1 : at + 2] == ["."])
        if found[at] in HALF_DAYS and found[end : end + 1] == ["m"]:
            end += 1 + (found[end + 1 : end + 2] == ["."])
            found[at:end] = [HALF_DAYS[found[at]]]
        elif found[at] in HALF_DAYS.values() and found[at + 1 : at + 2] == ["."]:
            del found[at + 1]
        at += 1
    return tuple(found)
