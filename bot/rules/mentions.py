"""What the bot is asked by name in a channel: who, how it stands, or what it knows."""

from dataclasses import dataclass

from bot.rules.phrases.mentions import without_people
from bot.rules.responsibilities import asks_for_somebody
from bot.rules.words import Match, Word, find_word

ANSWERED = frozenset({Word.STATUS, Word.WHO, Word.HELP})
"""What may be answered where everybody reads it."""
LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class Question:
    """The command a question amounts to, and the rest of it as it was typed."""

    word: Word
    rest: str


def question_in(text: str) -> Question | None:
    """Return what is asked, or nothing where it is none of the questions answered in public.

    People named in it, the bot among them, are left out.
    """
    asked = without_people(text[:LONGEST]).strip(" ,:;-")
    found = find_word(asked)
    if isinstance(found, Match) and found.word in ANSWERED:
        return Question(found.word, found.rest)
    return Question(Word.WHO, asked) if asks_for_somebody(asked) else None
