"""An agreement in one message: equal days together, sides called as people call them."""

from dataclasses import replace

import pytest

from bot.notices.agreements import AgreementTerms, DayHours
from bot.notices.people import Reader
from bot.views import render
from bot.views.examples import EXAMPLES
from tests.views.walking import texts_of

TERMS = EXAMPLES["agreement"]
SPLIT, SHORT = ("08:00-12:00", "14:00-18:00"), ("08:00-12:00",)


def shown(terms: AgreementTerms, language: str) -> str:
    return "\n".join(texts_of(render(terms, Reader(language, "America/Bogota", "CO")).blocks))


@pytest.mark.parametrize(
    ("days", "english", "spanish"),
    [
        pytest.param(
            dict.fromkeys(range(5), SPLIT),
            "Monday to Friday: 08:00–12:00 and 14:00–18:00",
            "Lunes a viernes: 08:00–12:00 y 14:00–18:00",
            id="the usual week",
        ),
        pytest.param({0: SHORT, 2: SHORT}, "Monday: 08:00–12:00\nWednesday", "Lunes: ", id="a gap"),
        pytest.param(
            {0: SPLIT, 1: SPLIT, 5: SHORT},
            "14:00–18:00\nSaturday: 08:00–12:00",
            "Lunes a martes: ",
            id="a short Saturday",
        ),
    ],
)
def test_neighbouring_days_with_the_same_hours_share_a_line(
    days: dict[int, tuple[str, ...]], english: str, spanish: str
) -> None:
    assert isinstance(TERMS, AgreementTerms)
    terms = replace(TERMS, hours=tuple(DayHours(day, blocks) for day, blocks in days.items()))

    assert english in shown(terms, "en")
    assert spanish in shown(terms, "es")


def test_between_a_client_and_an_agency_nobody_speaks_of_marketing_and_sales() -> None:
    assert isinstance(TERMS, AgreementTerms)
    windows = tuple(replace(each, party="client") for each in TERMS.windows)
    terms = replace(TERMS, kind="client_agency", windows=windows)

    for language, said in (("en", "For the agency"), ("es", "Por el cliente")):
        text = shown(terms, language)
        assert said in text
        assert not {"marketing", "ventas", "sales"} & set(text.casefold().replace(":", "").split())
