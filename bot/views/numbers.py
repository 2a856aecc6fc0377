"""How a country writes numbers and money, and how a language writes days and times."""

import re
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_skeleton, format_time
from babel.languages import get_official_languages
from babel.numbers import format_currency, format_decimal, format_percent

LATIN_AMERICA = "419"

_CODE = re.compile(r"([A-Z]{3})(?=\d)")


def language_of(locale: str) -> str:
    """Return the language of ours nearest to a Slack locale: ``es-LA`` and ``es-ES`` are ``es``."""
    return "es" if locale.lower().replace("_", "-").split("-")[0] == "es" else "en"


@cache
def number_style(country: str, language: str) -> Locale:
    """Return the locale whose numbers are written in ``country``, whatever the reader speaks.

    Without one it is the language's own: in Spanish a comma, as most of its countries write.
    """
    spoken = get_official_languages(country.upper(), de_facto=True) if country else ()
    wanted = [f"{tongue}_{country.upper()}" for tongue in spoken]
    return _first_known((*wanted, language))


@cache
def word_style(country: str, language: str) -> Locale:
    """Return the locale whose names of days and months suit the reader."""
    return _first_known((f"{language}_{country.upper()}", f"{language}_{LATIN_AMERICA}", language))


def number(value: Decimal | int, style: Locale) -> str:
    return _plain_spaces(format_decimal(value, format="#,##0.##", locale=style))


def percent(share: Decimal, style: Locale) -> str:
    """Return a share as per cent; a space before the sign keeps the two on one line."""
    return format_percent(share, locale=style).replace("\u202f", "\xa0")


def money(amount: Decimal, currency: str, style: Locale) -> str:
    """Return the amount with its currency, cents only where there are some."""
    pattern = style.currency_formats["standard"].pattern
    if amount == amount.to_integral_value():
        pattern = pattern.replace("0.00", "0")
    text = format_currency(amount, currency, pattern, locale=style, currency_digits=False)
    return _CODE.sub(r"\1 ", _plain_spaces(text))


def day(value: date, style: Locale) -> str:
    return _plain_spaces(format_skeleton("MMMEd", value, locale=style))


def day_and_month(value: date, style: Locale) -> str:
    return _plain_spaces(format_skeleton("MMMd", value, locale=style))


def moment(at: datetime, zone: str, style: Locale) -> str:
    """Return a moment as the clock on the wall in ``zone`` shows it."""
    local = at.astimezone(ZoneInfo(zone))
    time = format_time(local.timetz(), "short", tzinfo=local.tzinfo, locale=style)
    return f"{day(local.date(), style)}, {_plain_spaces(time)}"


def country_name(country: str, language: str) -> str:
    return str(Locale.parse(language).territories.get(country, country))


def currency_name(currency: str, language: str) -> str:
    return str(Locale.parse(language).currencies.get(currency, currency))


def _first_known(names: tuple[str, ...]) -> Locale:
    for name in names:
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en")


def _plain_spaces(text: str) -> str:
    """Typographic spaces would hide "65 %" from whoever searches for it."""
    return text.replace("\u202f", " ").replace("\xa0", " ")
