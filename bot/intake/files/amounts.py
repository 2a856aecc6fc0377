"""Amounts of money in either style: 1,250,000.50 and 1.250.000,50."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from bot.intake.files.bad_value import BadValueError
from bot.intake.files.facts import ProblemKind
from bot.intake.files.table import Cell
from bot.intake.files.words import clean

MOST_CHARS = 60
LARGEST = Decimal(10) ** 13
MONEY = re.compile(
    r"(?P<minus>[-−]?) ?(?P<before>[A-Z]{3}|[A-Z]{0,3}\$|[€£])? ?(?P<inner>[-−]?)"
    r"(?P<number>[0-9][0-9.,'’ ]*[0-9]|[0-9]) ?(?P<after>[A-Z]{3}|[€£$])?",
    re.IGNORECASE,
)
WHOLE = r"(?:[0-9]+|[1-9][0-9]{{0,2}}(?P<mark>[{marks}])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*)"
BY_DECIMAL_COMMA = {
    False: re.compile(WHOLE.format(marks=",'’ ") + r"(?:\.[0-9]+)?"),
    True: re.compile(WHOLE.format(marks=".'’ ") + r"(?:,[0-9]+)?"),
}
CURRENCIES = {"€": "EUR", "£": "GBP", "US$": "USD", "R$": "BRL", "MX$": "MXN", "$": None}


@dataclass(frozen=True, slots=True)
class Money:
    """``currency`` is an ISO code where the cell says one; a bare $ is many currencies'."""

    amount: Decimal
    currency: str | None = None


def read_money(cell: Cell, *, decimal_comma: bool | None) -> Money:
    """The amount in a cell; raises ``BadValueError``."""
    if isinstance(cell, Decimal):
        return Money(_checked(cell))
    if not isinstance(cell, str):
        raise BadValueError(ProblemKind.BAD_AMOUNT)
    match = _money(cell)
    # Where nothing needed proof, both readings are the same number.
    amount = _readings(match["number"]).get(decimal_comma or False) if match else None
    if match is None or amount is None:
        raise BadValueError(ProblemKind.BAD_AMOUNT)
    negative = match["minus"] or match["inner"]
    mark = (match["before"] or match["after"] or "$").upper()
    return Money(_checked(-amount if negative else amount), CURRENCIES.get(mark, mark))


def amount_readings(cell: Cell) -> Mapping[bool, Decimal]:
    """The number that a text means with a decimal comma (``True``) and with a decimal point."""
    match = _money(cell) if isinstance(cell, str) else None
    return _readings(match["number"]) if match else {}


def _money(text: str) -> re.Match[str] | None:
    return MONEY.fullmatch(clean(text)) if len(text) <= MOST_CHARS else None


def _readings(number: str) -> dict[bool, Decimal]:
    return {
        comma: _decimal(number, "," if comma else ".")
        for comma, style in BY_DECIMAL_COMMA.items()
        if style.fullmatch(number)
    }


def _decimal(number: str, mark: str) -> Decimal:
    whole, _, part = number.partition(mark)
    return Decimal(re.sub("[^0-9]", "", whole) + "." + (part or "0"))


def _checked(amount: Decimal) -> Decimal:
    if not amount.is_finite():
        raise BadValueError(ProblemKind.BAD_AMOUNT)
    if amount < 0:
        raise BadValueError(ProblemKind.NEGATIVE_AMOUNT)
    if amount > LARGEST:
        raise BadValueError(ProblemKind.HUGE_AMOUNT, f"{LARGEST:f}")
    return amount
