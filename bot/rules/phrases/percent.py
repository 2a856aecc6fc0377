"""Shares: 12 %, 12,5 por ciento, 0.12."""

from decimal import Decimal

from bot.rules.phrases.numbers import NumberStyle, readings
from bot.rules.phrases.refusals import UnclearPercent
from bot.rules.phrases.text import normalised

SIGNS = ("por ciento", "percent", "per cent", "pct", "%")
MOST = 10


def parse_percent(text: str, *, style: NumberStyle | None = None) -> Decimal:
    """The share as a fraction, 0.12 for 12 %; without a sign only numbers below 1 are read.

    Raises UnclearPercent, TooLong.
    """
    plain = normalised(text)
    sign = next((sign for sign in SIGNS if plain.endswith(sign)), "")
    numbers = readings(plain.removesuffix(sign), style)
    if len(numbers) != 1:
        raise UnclearPercent(text)
    share = numbers[0] / 100 if sign else numbers[0]
    if share > MOST or (not sign and share >= 1):
        raise UnclearPercent(text)
    return share
