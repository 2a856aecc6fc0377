"""An amount is read in the style that its column proves, and asked when nothing proves it."""

from decimal import Decimal

import pytest

from bot.intake.files import NumberStyle, ProblemKind
from bot.intake.files.refusals import AmbiguousAmounts, MixedAmounts, OppositeAmounts
from tests.intake.reading import bad_cell, cell, read

WRITTEN = {
    "a plain number": ("1250", "1250", None),
    "a zero": ("0", "0", None),
    "points for thousands, comma": ("1.250.000,50", "1250000.50", NumberStyle.COMMA),
    "commas for thousands, point": ("1,250,000.50", "1250000.50", NumberStyle.POINT),
    "points for thousands only": ("1.250.000", "1250000", NumberStyle.COMMA),
    "commas for thousands only": ("1,250,000", "1250000", NumberStyle.POINT),
    "a comma and one decimal": ("1250,5", "1250.5", NumberStyle.COMMA),
    "a point and two decimals": ("1250.75", "1250.75", NumberStyle.POINT),
    "three decimals below one": ("0.125", "0.125", NumberStyle.POINT),
    "spaces for thousands": ("1 250 000,50", "1250000.50", NumberStyle.COMMA),
    "hard narrow spaces": ("1\u202f250\u00a0000,50", "1250000.50", NumberStyle.COMMA),
    "Swiss apostrophes": ("1’250’000.50", "1250000.50", NumberStyle.POINT),
    "the limit": ("10000000000000", "10000000000000", None),
}


@pytest.mark.parametrize(
    ("written", "amount", "style"), WRITTEN.values(), ids=[f"{name} is read" for name in WRITTEN]
)
def test_amounts(written: str, amount: str, style: NumberStyle | None) -> None:
    file = read(f"company\tamount\nAcme\t{written}\n")

    assert [row.amount for row in file.rows] == [Decimal(amount)]
    assert file.number_style is style


@pytest.mark.parametrize(
    ("written", "currency"),
    [("$1,250.50", None), ("€ 1.250,50", "EUR"), ("1.250,50 €", "EUR"), ("£1,250.50", "GBP"),
     ("USD 1,250.50", "USD"), ("1.250,50 cop", "COP"), ("US$1,250.50", "USD"),
     ("MX$ 1,250.50", "MXN")],
)  # fmt: skip
def test_a_currency_is_kept_where_the_cell_says_which(written: str, currency: str | None) -> None:
    read_lead = cell("amount", written)

    assert (read_lead.amount, read_lead.currency) == (Decimal("1250.50"), currency)


REFUSED = {
    "a word": ("a lot", ProblemKind.BAD_AMOUNT),
    "full-width digits": ("１２５０", ProblemKind.BAD_AMOUNT),
    "an exponent": ("1.25E+06", ProblemKind.BAD_AMOUNT),
    "two decimal marks": ("1.250,000,50", ProblemKind.BAD_AMOUNT),
    "groups of two": ("12,50,000", ProblemKind.BAD_AMOUNT),
    "a formula": ("=1+1", ProblemKind.BAD_AMOUNT),
    "not a number": ("NaN", ProblemKind.BAD_AMOUNT),
    "a novel": ("1" * 100, ProblemKind.BAD_AMOUNT),
    "an error of the sheet": ("#DIV/0!", ProblemKind.BAD_AMOUNT),
    "below zero": ("-1", ProblemKind.NEGATIVE_AMOUNT),
    "below zero after its currency": ("€ -1,50", ProblemKind.NEGATIVE_AMOUNT),
    "above the limit": ("10000000000000.01", ProblemKind.HUGE_AMOUNT),
}


@pytest.mark.parametrize(
    ("written", "kind"), REFUSED.values(), ids=[f"{name} is refused" for name in REFUSED]
)
def test_bad_amounts(written: str, kind: ProblemKind) -> None:
    problem = bad_cell("amount", written)

    assert (problem.kind, problem.column) == (kind, "amount")


def test_a_style_that_nothing_proves_is_asked_with_an_example() -> None:
    with pytest.raises(AmbiguousAmounts) as refusal:
        read("company\tamount\nAcme\t500\nBravo\t1.250\n")

    asked = refusal.value
    assert (asked.column, asked.row, asked.example) == ("amount", 3, "1.250")


@pytest.mark.parametrize(("style", "amount"), [("comma", "1250"), ("point", "1.25")])
def test_the_answer_settles_it(style: str, amount: str) -> None:
    assert cell("amount", "1.250", number_style=style).amount == Decimal(amount)


def test_one_row_proves_the_style_for_the_column() -> None:
    file = read("company\tamount\nAcme\t1.250\nBravo\t12,50\n")

    assert [row.amount for row in file.rows] == [Decimal(1250), Decimal("12.50")]


MIXED = "company\tamount\nAcme\t1.5\nBravo\t12,5\n"


def test_two_styles_in_one_column_are_asked() -> None:
    with pytest.raises(MixedAmounts) as refusal:
        read(MIXED)

    assert (refusal.value.row, refusal.value.example) == (3, "12,5")


def test_an_answer_over_a_mixed_column_refuses_only_the_rows_that_do_not_fit() -> None:
    file = read(MIXED, number_style="point")

    assert [row.name for row in file.rows] == ["Acme"]
    assert [(p.row, p.kind) for p in file.problems] == [(3, ProblemKind.BAD_AMOUNT)]


def test_an_answer_that_the_column_disproves_is_refused() -> None:
    with pytest.raises(OppositeAmounts):
        read("company\tamount\nBravo\t12,5\n", number_style="point")


def test_an_unknown_style_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="roman"):
        read("company\nAcme\n", number_style="roman")
