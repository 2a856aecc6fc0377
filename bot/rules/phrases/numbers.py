"""Numbers as people write them: 1,234.50 and 1.234,50, in figures or as small words."""

from decimal import Decimal
from enum import StrEnum

MOST_DIGITS = 15
SEPARATORS = frozenset(",.' ")


class NumberStyle(StrEnum):
    """How a country writes a number; the value is its own example."""

    COMMA_DECIMAL = "1.234,5"
    POINT_DECIMAL = "1,234.5"


DECIMAL_MARKS = {",": NumberStyle.COMMA_DECIMAL, ".": NumberStyle.POINT_DECIMAL}

WORDS = {
    word: value
    for value, words in {
        1: "un una uno one a an",
        2: "dos two",
        3: "tres three",
        4: "cuatro four",
        5: "cinco five",
        6: "seis six",
        7: "siete seven",
        8: "ocho eight",
        9: "nueve nine",
        10: "diez ten",
        11: "once eleven",
        12: "doce twelve",
        15: "quince fifteen",
        20: "veinte twenty",
        30: "treinta thirty",
        40: "cuarenta forty",
        50: "cincuenta fifty",
        60: "sesenta sixty",
        90: "noventa ninety",
    }.items()
    for word in words.split()
}


def whole(word: str) -> int | None:
    """A small whole number in figures or as a word."""
    if word.isascii() and word.isdigit() and len(word) <= 6:
        return int(word)
    return WORDS.get(word)


def readings(text: str, style: NumberStyle | None = None) -> tuple[Decimal, ...]:
    """What a number can mean: nothing, one value, or two (as a decimal, as a grouped one).

    Commas, points, spaces and apostrophes separate; a style decides between two.
    """
    written = text.strip()
    if not written.isascii() or not 0 < sum(c.isdigit() for c in written) <= MOST_DIGITS:
        return ()
    separators = [c for c in written if not c.isdigit()]
    for separator in set(separators):
        written = written.replace(separator, "|")
    groups = written.split("|")
    if not (set(separators) <= SEPARATORS and all(groups)):
        return ()
    return _choice(groups, separators, style)


def _choice(
    groups: list[str], separators: list[str], style: NumberStyle | None
) -> tuple[Decimal, ...]:
    *whole_groups, fraction = groups
    grouped = (Decimal("".join(groups)),) if _in_threes(groups, separators) else ()
    if not separators or not _marks_decimals(whole_groups, separators):
        return grouped or (() if separators else (Decimal(fraction),))
    decimal = (Decimal(f"{''.join(whole_groups)}.{fraction}"),)
    if not grouped:
        return decimal
    if "'" in separators:
        return grouped
    if style is None:
        return decimal + grouped
    return decimal if style is DECIMAL_MARKS[separators[-1]] else grouped


def _marks_decimals(whole_groups: list[str], separators: list[str]) -> bool:
    """The last mark stands once, after a whole number that is plain or in threes."""
    last, earlier = separators[-1], separators[:-1]
    plain = not earlier or _in_threes(whole_groups, earlier)
    return last in DECIMAL_MARKS and last not in earlier and plain


def _in_threes(groups: list[str], separators: list[str]) -> bool:
    """120.000.000, 120 000, and the apostrophe that Mexico and Colombia put after the millions."""
    after_millions = separators[1:] if separators[:1] == ["'"] else separators
    alike = len(set(after_millions)) <= 1
    first, *threes = groups
    counted = len(first) <= 3 and not (threes and first.startswith("0"))
    return alike and counted and all(len(group) == 3 for group in threes)
