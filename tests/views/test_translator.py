"""Words follow the reader's language, figures the country, moments the reader's zone."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from bot.notices.leads import WindowClosing
from bot.notices.people import Reader
from bot.views.clocks import window_closing
from bot.views.examples.cast import LEAD, NINE
from bot.views.numbers import language_of
from bot.views.translate import Translator


def speaking(language: str, country: str, zone: str = "UTC") -> Translator:
    return Translator(Reader(language, zone, country))


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("es-LA", "es"),
        ("es-ES", "es"),
        ("es_MX", "es"),
        ("es", "es"),
        ("en-GB", "en"),
        ("pt-BR", "en"),
        ("et", "en"),
        ("", "en"),
    ],
)
def test_a_slack_locale_is_one_of_our_languages(locale: str, language: str) -> None:
    assert language_of(locale) == language


@pytest.mark.parametrize(
    ("language", "country", "number", "money"),
    [
        pytest.param("es", "CO", "1.234,5", "$1.234,50", id="Colombia"),
        pytest.param("en", "CO", "1.234,5", "$1.234,50", id="Colombia, read in English"),
        pytest.param("es", "MX", "1,234.5", "COP 1,234.50", id="Mexico"),
        pytest.param("es-LA", "", "1.234,5", "1.234,50 COP", id="Spanish, no country"),
        pytest.param("en", "US", "1,234.5", "COP 1,234.50", id="the United States"),
        pytest.param("es", "ES", "1.234,5", "1.234,50 COP", id="Spain"),
        pytest.param("es", "??", "1.234,5", "1.234,50 COP", id="a country nobody knows"),
    ],
)
def test_numbers_are_written_as_in_the_country(
    language: str, country: str, number: str, money: str
) -> None:
    t = speaking(language, country)

    assert t.number(Decimal("1234.50")) == number
    assert t.money(Decimal("1234.50"), "COP") == money


def test_cents_are_shown_only_where_there_are_some() -> None:
    assert speaking("es", "CO").money(Decimal("120000000.00"), "COP") == "$120.000.000"


@pytest.mark.parametrize(
    ("seconds", "english", "spanish"),
    [
        (0, "less than 1 min", "menos de 1 min"),
        (59, "less than 1 min", "menos de 1 min"),
        (60, "1 min", "1 min"),
        (3_599, "59 min", "59 min"),
        (3_600, "1 h", "1 h"),
        (5_400, "1 h 30 min", "1 h 30 min"),
        (-5_400, "1 h 30 min", "1 h 30 min"),
        (359_999, "99 h 59 min", "99 h 59 min"),
        (360_060, "100 h", "100 h"),
    ],
)
def test_a_length_of_time_in_words(seconds: int, english: str, spanish: str) -> None:
    assert speaking("en", "US").duration(seconds) == english
    assert speaking("es", "CO").duration(seconds) == spanish


@pytest.mark.parametrize(
    ("language", "zone", "wall"),
    [
        ("en", "America/New_York", "Fri, Mar 13, 6:00 PM"),
        ("es", "America/Bogota", "vie, 13 de mar, 5:00 p. m."),
        ("es", "Europe/Madrid", "vie, 13 de mar, 11:00 p. m."),
    ],
)
def test_a_moment_is_a_slack_token_whose_fallback_is_the_readers_own_clock(
    language: str, zone: str, wall: str
) -> None:
    at = datetime(2026, 3, 13, 22, tzinfo=UTC)
    country = "CO" if language == "es" else "US"
    t = Translator(Reader(language, zone, country))

    assert t.moment(at) == f"<!date^1773439200^{{date_short_pretty}}, {{time}}|{wall}>"
    assert t.moment_in_words(at) == wall


def test_a_day_in_words() -> None:
    assert speaking("es", "CO").day(date(2026, 3, 13)) == "vie, 13 de mar"
    assert speaking("en", "US").day_and_month(date(2026, 3, 13)) == "Mar 13"


@pytest.mark.parametrize(
    ("names", "both", "either"),
    [
        pytest.param(["Ana"], "Ana", "Ana", id="one"),
        pytest.param([], "", "", id="none"),
        pytest.param(["Ana", "Luis"], "Ana y Luis", "Ana o Luis", id="two"),
        pytest.param(["Ana", "Inés"], "Ana e Inés", "Ana o Inés", id="e before i"),
        pytest.param(["Ana", "Hilda"], "Ana e Hilda", "Ana o Hilda", id="e before hi"),
        pytest.param(["Ana", "Hiena"], "Ana y Hiena", "Ana o Hiena", id="y before hie"),
        pytest.param(["Ana", "Óscar"], "Ana y Óscar", "Ana u Óscar", id="u before o"),
        pytest.param(["7", "8"], "7 y 8", "7 u 8", id="u before ocho"),
        pytest.param(["10", "11"], "10 y 11", "10 u 11", id="u before once"),
        pytest.param(["Ana", "Luis", "Inés"], "Ana, Luis e Inés", "Ana, Luis o Inés", id="three"),
    ],
)
def test_spanish_lists(names: list[str], both: str, either: str) -> None:
    t = speaking("es", "CO")

    assert t.all_of(names) == both
    assert t.any_of(names) == either


def test_english_lists_have_a_comma_before_the_last_of_three() -> None:
    assert speaking("en", "US").all_of(["Ana", "Luis", "Inés"]) == "Ana, Luis, and Inés"
    assert speaking("en", "US").any_of(["Ana", "Luis"]) == "Ana or Luis"


@pytest.mark.parametrize(
    ("n", "english", "spanish"),
    [
        (0, "0 follow-ups", "0 seguimientos"),
        (1, "1 follow-up", "1 seguimiento"),
        (1_234, "1.234 follow-ups", "1.234 seguimientos"),
    ],
)
def test_counts_agree_with_their_noun(n: int, english: str, spanish: str) -> None:
    sentence = ("{n} follow-up", "{n} follow-ups")

    assert speaking("en", "CO").n(*sentence, n) == english
    assert speaking("es", "CO").n(*sentence, n) == spanish


def test_the_verb_agrees_with_the_first_figure_of_the_time_left() -> None:
    """Falta 1 h, faltan 2 h: the reminder's sentence in Spanish."""
    t = speaking("es", "CO")
    said = [
        window_closing(WindowClosing(LEAD, "first_touch", 75, left, NINE), t).text.split(" para")[0]
        for left in (7_200, 5_400, 3_600, 3_599, 60, 59, -1)
    ]

    assert said == [
        "Faltan 2 h",
        "Falta 1 h 30 min",
        "Falta 1 h",
        "Faltan 59 min",
        "Falta 1 min",
        "Falta menos de un minuto",
        "Falta menos de un minuto",
    ]
