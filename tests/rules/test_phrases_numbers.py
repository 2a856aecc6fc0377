"""Lengths of time, amounts and shares as people type them."""

from datetime import timedelta
from decimal import Decimal

import pytest

from bot.rules.phrases.duration import parse_duration
from bot.rules.phrases.money import Amount, parse_amount
from bot.rules.phrases.numbers import NumberStyle
from bot.rules.phrases.percent import parse_percent
from bot.rules.phrases.refusals import (
    AmbiguousAmount,
    TooLong,
    UnclearAmount,
    UnclearDuration,
    UnclearPercent,
)

COMMA, POINT = NumberStyle.COMMA_DECIMAL, NumberStyle.POINT_DECIMAL


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("2h", 120),
        ("2 h", 120),
        ("2H", 120),
        ("90 min", 90),
        ("45 min.", 45),
        ("media hora", 30),
        ("Hora y media", 90),
        ("una hora y media", 90),
        ("dos horas y media", 150),
        ("hora y cuarto", 75),
        ("un cuarto de hora", 15),
        ("tres cuartos de hora", 45),
        ("1h30", 90),
        ("1h 30m", 90),
        ("2h30m", 150),
        ("1 hora y 30 minutos", 90),
        ("2 horas, 5 min", 125),
        ("half an hour", 30),
        ("an hour", 60),
        ("an hour and a half", 90),
        ("2 and a half hours", 150),
        ("1.5 h", 90),
        ("1,5 horas", 90),
        ("en 2 horas", 120),
        ("3 días", 3 * 1440),
        ("1d 4h", 1440 + 240),
        ("una semana", 7 * 1440),
        ("2 weeks", 14 * 1440),
        ("3660 d", 3660 * 1440),
    ],
)
def test_a_length_of_time_is_read(typed: str, minutes: int) -> None:
    assert parse_duration(typed) == timedelta(minutes=minutes)


def test_seconds_are_read() -> None:
    assert parse_duration("90 segundos") == timedelta(seconds=90)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "90",
        "h",
        "-2h",
        "0h",
        "0 min",
        "２h",
        "²h",
        "1.500 h",
        "2h 3h",
        "30m 2h",
        "1h60",
        "1h y",
        "3661 d",
        "9999999 h",
        "2 lunas",
        "1e3 h",
        "media",
        "2h!",
        "1/2 h",
        "1,5,5 h",
        "y media",
    ],
)
def test_an_unclear_length_of_time_is_refused(typed: str) -> None:
    with pytest.raises(UnclearDuration) as refused:
        parse_duration(typed)

    assert refused.value.text == typed


@pytest.mark.parametrize(
    ("typed", "value", "currency"),
    [
        ("$120 millones", 120_000_000, None),
        ("120M", 120_000_000, None),
        ("120 mm", 120_000_000, None),
        ("120.000.000", 120_000_000, None),
        ("120,000,000", 120_000_000, None),
        ("120 000 000", 120_000_000, None),
        ("1'250,000", 1_250_000, None),
        ("1'250.000,50", Decimal("1250000.50"), None),
        ("1,234.50", Decimal("1234.50"), None),
        ("1.234,50", Decimal("1234.50"), None),
        ("12,5", Decimal("12.5"), None),
        ("1250000", 1_250_000, None),
        ("USD 5,000.00", 5_000, "USD"),
        ("usd$5", 5, "USD"),
        ("US$5k", 5_000, "USD"),
        ("5k", 5_000, None),
        ("COP 120 mil", 120_000, "COP"),
        ("120 millones de pesos", 120_000_000, None),
        ("1,5 millones de dólares", 1_500_000, "USD"),
        ("2 mil millones", 2_000_000_000, None),
        ("2 billion", 2_000_000_000, None),
        ("2 billones", 2_000_000_000_000, None),
        ("medio millón", 500_000, None),
        ("half a million", 500_000, None),
        ("un millón de euros", 1_000_000, "EUR"),
        ("mil dólares", 1_000, "USD"),
        ("500 €", 500, "EUR"),
        ("S/. 200", 200, "PEN"),
        ("R$ 10", 10, "BRL"),
        ("0", 0, None),
        ("999999999999999", 999_999_999_999_999, None),
        ("0,125", Decimal("0.125"), None),
    ],
)
def test_an_amount_is_read(typed: str, value: Decimal | int, currency: str | None) -> None:
    assert parse_amount(typed) == Amount(Decimal(value), currency)


@pytest.mark.parametrize(
    ("typed", "style", "value"),
    [
        ("1,234", POINT, Decimal(1234)),
        ("1,234", COMMA, Decimal("1.234")),
        ("1.234", COMMA, Decimal(1234)),
        ("1.234", POINT, Decimal("1.234")),
        ("$1.234 k", COMMA, Decimal(1_234_000)),
        ("1,234.50", COMMA, Decimal("1234.50")),
        ("12,50", POINT, Decimal("12.50")),
    ],
)
def test_a_country_s_style_decides_only_what_is_in_doubt(
    typed: str, style: NumberStyle, value: Decimal
) -> None:
    assert parse_amount(typed, style=style).value == value


def test_three_digits_after_one_mark_are_asked_about() -> None:
    with pytest.raises(AmbiguousAmount) as refused:
        parse_amount("USD 1,234")

    assert (refused.value.decimal, refused.value.grouped) == (Decimal("1.234"), Decimal(1234))


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "$",
        "-5",
        "(5)",
        "5 bananas",
        "２00",
        "1e9",
        "5,,0",
        "5.",
        ".5",
        "1,23,456",
        "1.234.56",
        "1000000000M",
        "usd 5 eur",
        "99999999999999M",
        "12 5",
        "1.234'567",
        "0.100.000",
        "nada",
        "²",
        "1234567890123456",
    ],
)
def test_an_unclear_amount_is_refused(typed: str) -> None:
    with pytest.raises(UnclearAmount) as refused:
        parse_amount(typed)

    assert refused.value.text == typed


@pytest.mark.parametrize(
    ("typed", "share"),
    [
        ("12 %", "0.12"),
        ("12%", "0.12"),
        ("12,5 %", "0.125"),
        ("12 por ciento", "0.12"),
        ("12 percent", "0.12"),
        ("0.12", "0.12"),
        ("0,12", "0.12"),
        ("0.125", "0.125"),
        ("100%", "1"),
        ("1000 %", "10"),
        ("0", "0"),
    ],
)
def test_a_share_is_read(typed: str, share: str) -> None:
    assert parse_percent(typed) == Decimal(share)


@pytest.mark.parametrize(
    "typed", ["", "%", "12", "1", "-5%", "１２%", "1.250 %", "1001 %", "por ciento", "12 % %"]
)
def test_an_unclear_share_is_refused(typed: str) -> None:
    with pytest.raises(UnclearPercent):
        parse_percent(typed)


def test_a_thousand_letters_are_still_read() -> None:
    assert parse_duration("2h" + " " * 998) == timedelta(hours=2)


def test_nobody_types_more_than_a_thousand_letters() -> None:
    for parse in (parse_duration, parse_amount, parse_percent):
        with pytest.raises(TooLong):
            parse("1" * 1001)
