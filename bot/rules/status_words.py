"""What is typed after /sla status: it tells of now and of this week, and of nothing else."""

from bot.rules.phrases.calendar_words import MONTHS
from bot.rules.phrases.text import tokens
from bot.rules.refusals import Refusal
from bot.rules.value_words import PERIODS, Period

TOLD = frozenset({Period.TODAY, Period.WEEK})
ELSEWHEN = frozenset(
    word
    for words in (
        "last past previous ago yesterday next",
        "pasado pasada anterior ultimo ultima ultimos ultimas ayer antier anteayer proximo proxima",
    )
    for word in words.split()
)
SHORTEST_MONTH = 4
"""Letters below which the name of a month is another word as well, as in "may" and "mar"."""


class OnlyThisWeek(Refusal):
    """The figures of another stretch of time than this week were asked for."""


def check_period(text: str) -> None:
    """Refuse a stretch of time that status does not tell of. Raises OnlyThisWeek, TooLong."""
    words = tokens(text)
    named = PERIODS.last_in(text)
    is_month = any(word in MONTHS and len(word) >= SHORTEST_MONTH for word in words)
    if is_month or not ELSEWHEN.isdisjoint(words):
        raise OnlyThisWeek
    if named is not None and named.meaning not in TOLD:
        raise OnlyThisWeek
