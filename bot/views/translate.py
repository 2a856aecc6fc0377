"""Sentences in the reader's language, with figures in the style of the agreement's country."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from gettext import GNUTranslations, NullTranslations, translation
from pathlib import Path

from bot.notices.people import PersonRef, Reader
from bot.views import numbers
from bot.views.emoji import Sign
from bot.views.escape import Markup, esc
from bot.views.marks import mark, mark_n
from bot.views.sides import between

__all__ = ["Translator", "mark", "mark_n"]

DOMAIN = "sla"
CATALOGUES = Path(__file__).parent.parent / "locales"
LONGEST_NOTE = 500

_SLACK_USER = re.compile(r"[UW][A-Z0-9]{2,20}")
_SLACK_CHANNEL = re.compile(r"[CG][A-Z0-9]{2,20}")
_CURRENCY = re.compile(r"[A-Z]{3}")
_SOUNDS_LIKE_I = re.compile(r"h?[ií](?![aeou])", re.IGNORECASE)
_SOUNDS_LIKE_O = re.compile(r"h?[oó]|8|11\b", re.IGNORECASE)


class Translator:
    """Words for one reader. Foreign text given as a field is escaped here, exactly once."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.language = numbers.language_of(reader.language)
        self._catalogue = _catalogue(self.language)
        self._figures = numbers.number_style(reader.country, self.language)
        self._words = numbers.word_style(reader.country, self.language)

    def __call__(self, sentence: str, /, **fields: str | int) -> Markup:
        said = between(self.reader.sides, sentence)
        return self._filled(self._catalogue.gettext(said), fields)

    def lay(self, pattern: str, /, **fields: str | int) -> Markup:
        """Return fields set out as in "*{name}* · {id}", the same in every language."""
        return self._filled(pattern, fields)

    def n(self, one: str, many: str, n: int, /, **fields: str | int) -> Markup:
        """Return the sentence for ``n`` things; ``{n}`` is the count itself."""
        return self._filled(self._catalogue.ngettext(one, many, n), {"n": n, **fields})

    def c(self, context: str, word: str, /, **fields: str | int) -> Markup:
        """Return a word whose translation depends on where it stands."""
        return self._filled(self._catalogue.pgettext(context, word), fields)

    def note(self, text: str) -> Markup:
        """Return foreign text of several sentences, longer than a name may be."""
        return esc(text, LONGEST_NOTE)

    def moment(self, at: datetime) -> Markup:
        """Return a Slack date token: each reader's Slack shows it in their own zone."""
        token = f"<!date^{int(at.timestamp())}^{{date_short_pretty}}, {{time}}|{self._wall(at)}>"
        return Markup(token)

    def moment_in_words(self, at: datetime) -> Markup:
        """Return a moment for places where Slack reads no tokens: options, titles, hints."""
        return Markup(self._wall(at))

    def day(self, value: date) -> Markup:
        """Return day and month with the day of the week."""
        return Markup(numbers.day(value, self._words))

    def day_and_month(self, value: date) -> Markup:
        return Markup(numbers.day_and_month(value, self._words))

    def duration(self, seconds: int) -> Markup:
        """Return a length of time in hours and minutes, rounded down; the sign is dropped.

        Never in days: a working day has as many hours as its agreement says.
        """
        t, (hours, minutes) = self, divmod(abs(seconds) // 60, 60)
        if hours >= 100 or (hours and not minutes):
            return t.lay("{hours} h", hours=hours)
        if hours:
            return t.lay("{hours} h {minutes} min", hours=hours, minutes=minutes)
        return t.lay("{minutes} min", minutes=minutes) if minutes else t("less than 1 min")

    def number(self, value: Decimal | int) -> Markup:
        return Markup(numbers.number(value, self._figures))

    def percent(self, share: Decimal) -> Markup:
        """Return a share of one as per cent: 0.12 is "12 %"."""
        return Markup(numbers.percent(share, self._figures))

    def money(self, amount: Decimal, currency: str) -> Markup:
        """Return an amount; what is no currency code stands beside it as data."""
        if not _CURRENCY.fullmatch(currency):
            return self.lay("{number} {unit}", number=self.number(amount), unit=currency)
        return Markup(numbers.money(amount, currency, self._figures))

    def country(self, code: str) -> Markup:
        return esc(numbers.country_name(code, self.language))

    def currency(self, code: str) -> Markup:
        return esc(f"{code} · {numbers.currency_name(code, self.language)}")

    def person(self, person: PersonRef) -> Markup:
        return esc(person.name) or esc(person.slack_id) or Markup("?")

    def mention(self, person: PersonRef) -> Markup:
        """Return a mention, which notifies the person where they can read it."""
        return self.member(person.slack_id) or self.person(person)

    def member(self, slack_id: str) -> Markup:
        """Return a mention of a Slack user id, or nothing when it is no such id."""
        return Markup(f"<@{slack_id}>" if _SLACK_USER.fullmatch(slack_id) else "")

    def channel(self, slack_id: str) -> Markup:
        """Return a link to a channel, or nothing when it is no channel's id."""
        return Markup(f"<#{slack_id}>" if _SLACK_CHANNEL.fullmatch(slack_id) else "")

    def all_of(self, items: Sequence[str]) -> Markup:
        """Return "Ana, Luis e Inés"."""
        return self._listed(items, "y", "e", _SOUNDS_LIKE_I, "and")

    def any_of(self, items: Sequence[str]) -> Markup:
        """Return "siete u ocho"."""
        return self._listed(items, "o", "u", _SOUNDS_LIKE_O, "or")

    def _listed(
        self,
        items: Sequence[str],
        usual: str,
        before_vowel: str,
        vowel: re.Pattern[str],
        english: str,
    ) -> Markup:
        shown = [esc(item) for item in items]
        if len(shown) < 2:
            return Markup("".join(shown))
        word = english
        if self.language == "es":
            word = before_vowel if vowel.match(shown[-1].lstrip("*_")) else usual
        comma = "," if english == word and len(shown) > 2 else ""
        return Markup(f"{', '.join(shown[:-1])}{comma} {word} {shown[-1]}")

    def _wall(self, at: datetime) -> str:
        return numbers.moment(at, self.reader.zone, self._words)

    def _filled(self, sentence: str, fields: dict[str, str | int]) -> Markup:
        return Markup(sentence.format_map({name: self._value(v) for name, v in fields.items()}))

    def _value(self, value: str | int) -> Markup:
        if isinstance(value, Sign):
            return Markup(value)
        return esc(value) if isinstance(value, str) else self.number(value)


@cache
def _catalogue(language: str) -> GNUTranslations | NullTranslations:
    if language == "en":
        return NullTranslations()
    return translation(DOMAIN, CATALOGUES, [language])
