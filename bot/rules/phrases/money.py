"""Amounts of money: $120 millones, 120M, 120.000.000, USD 5,000, 5k, medio millón."""

from dataclasses import dataclass
from decimal import Decimal

from bot.rules.phrases.numbers import WORDS, NumberStyle, readings
from bot.rules.phrases.refusals import AmbiguousAmount, UnclearAmount
from bot.rules.phrases.text import normalised

MOST = Decimal(10) ** 15

CURRENCIES = {
    name: code
    for code, names in {
        "USD": "usd us$ u$s dolar dolares dollar dollars",
        "EUR": "eur € euro euros",
        "COP": "cop col$",
        "MXN": "mxn mx$",
        "CLP": "clp",
        "PEN": "pen s/ s/. sol soles",
        "ARS": "ars ar$",
        "BRL": "brl r$ real reales reais",
        "GBP": "gbp £",
        "CAD": "cad ca$",
        "UYU": "uyu $u",
        "BOB": "bob",
        "PYG": "pyg guaranies",
        "CRC": "crc colones",
        "GTQ": "gtq quetzal quetzales",
        "DOP": "dop rd$",
        "HNL": "hnl lempira lempiras",
        "NIO": "nio c$",
        "PAB": "pab",
        "VES": "ves",
    }.items()
    for name in names.split()
}
NO_COUNTRY = frozenset({"$", "pesos", "peso"})
FILLERS = frozenset({"de", "of", "en", "in"})
TIMES = {
    word: Decimal(10) ** power
    for power, words in {
        3: "k mil thousand",
        6: "m mm mill millon millones million millions mio",
        9: "bn billion billions",
        12: "billon billones",
    }.items()
    for word in words.split()
}
HALVES = {("medio",): Decimal("0.5"), ("half", "a"): Decimal("0.5"), ("half",): Decimal("0.5")}


@dataclass(frozen=True, slots=True)
class Amount:
    """A value and its ISO currency; none for a bare $ or pesos, which many countries share."""

    value: Decimal
    currency: str | None = None


def parse_amount(text: str, *, style: NumberStyle | None = None) -> Amount:
    """An amount, not negative; `style` is the agreement's country's way of writing numbers.

    Raises UnclearAmount, AmbiguousAmount where 1,234 could be either, TooLong.
    """
    before, figures, after = _split(normalised(text))
    words = after.split()
    numbers = readings(figures, style)
    if not figures:
        numbers, words = _in_words(before.split())
        before = ""
    currency, factor = _units([*_spaced(before), *words], text)
    values = [number * factor for number in numbers]
    if not values or values[0] >= MOST:
        raise UnclearAmount(text)
    if len(values) == 2:
        raise AmbiguousAmount(text, *values)
    return Amount(values[0], currency)


def _split(plain: str) -> tuple[str, str, str]:
    """What stands before the first figure, the figures, and what stands after the last."""
    places = [n for n, letter in enumerate(plain) if letter.isdigit()]
    if not places:
        return plain, "", ""
    first, last = places[0], places[-1] + 1
    return plain[:first], plain[first:last], plain[last:]


def _spaced(before: str) -> list[str]:
    """`usd$` and `cop $` name the currency and the sign."""
    if before.strip() in CURRENCIES:
        return [before.strip()]
    return before.replace("$", " $ ").split()


def _in_words(words: list[str]) -> tuple[tuple[Decimal, ...], list[str]]:
    for length in (2, 1):
        head = tuple(words[:length])
        if head in HALVES:
            return (HALVES[head],), words[length:]
    if words and words[0] in WORDS:
        return (Decimal(WORDS[words[0]]),), words[1:]
    return ((Decimal(1),), words) if words and words[0] == "mil" else ((), words)


def _units(words: list[str], text: str) -> tuple[str | None, Decimal]:
    """The currency and the factor; every word must be known, and only one currency named."""
    named, factor = set(), Decimal(1)
    for word in words:
        if word in TIMES:
            factor *= TIMES[word]
        elif word in CURRENCIES:
            named.add(CURRENCIES[word])
        elif word not in NO_COUNTRY | FILLERS:
            raise UnclearAmount(text)
    if len(named) > 1:
        raise UnclearAmount(text)
    return next(iter(named), None), factor
