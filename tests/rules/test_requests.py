"""What somebody typed as a request: its kind, its area, and whom it is asked for."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.rules.requests import Asked, RequestKind, area_asked, read_request, reopens_until, stage_of
from bot.rules.responsibilities import STARTING_AREAS
from bot.rules.terms import Stage
from bot.rules.worktime import Schedule

URGENT, ASSET, INFORMATION = RequestKind
AREAS = [area for _, area in STARTING_AREAS]
BOGOTA = ZoneInfo("America/Bogota")
HOURS = Schedule("America/Bogota", {day: [("09:00", "17:00")] for day in range(5)})

TYPED = {
    "a kind before a colon is the kind": (
        "urgente: el cliente Acme no puede entrar",
        Asked("el cliente Acme no puede entrar", URGENT),
    ),
    "in English as well": ("Urgent: the portal is down", Asked("the portal is down", URGENT)),
    "the kind alone leaves the text to be asked for": ("urgente:", Asked("", URGENT)),
    "without a colon too": ("urgente", Asked("", URGENT)),
    "the kind twice is still alone": ("urgent: urgente", Asked("", URGENT)),
    "small words beside it ask for nothing": ("una consulta, por favor", Asked("", INFORMATION)),
    "in English too": ("urgent, please", Asked("", URGENT)),
    "a piece of work is what is asked for": ("un brochure", Asked("un brochure", ASSET)),
    "one word more is a text": ("urgente portal", Asked("urgente portal", URGENT)),
    "a colon after anything else stays": (
        "pregunta sobre el portal: cuándo abre",
        Asked("pregunta sobre el portal: cuándo abre", INFORMATION),
    ),
    "a word of urgency anywhere": (
        "necesito con urgencia el acceso",
        Asked("necesito con urgencia el acceso", URGENT),
    ),
    "a word for a piece of work": (
        "un brochure para la feria",
        Asked("un brochure para la feria", ASSET),
    ),
    "an urgent piece of work is urgent": (
        "brochure urgente para la feria",
        Asked("brochure urgente para la feria", URGENT),
    ),
    "without either, it asks to know something": (
        "cuántas visitas tuvo el sitio",
        Asked("cuántas visitas tuvo el sitio", INFORMATION),
    ),
    "part of a word is no word": ("rediseñadores", Asked("rediseñadores", INFORMATION)),
    "asked by a client, in Spanish": (
        "un folleto, pedido por Acme S.A., para la feria",
        Asked("un folleto para la feria", ASSET, "Acme S.A"),
    ),
    "asked by a client, first": (
        "pedido por Acme: un folleto",
        Asked("un folleto", ASSET, "Acme"),
    ),
    "on behalf of a client": (
        "a flyer (on behalf of Northwind Ltd)",
        Asked("a flyer", ASSET, "Northwind Ltd"),
    ),
    "nothing": ("   ", Asked("", INFORMATION)),
}


@pytest.mark.parametrize(("typed", "asked"), TYPED.values(), ids=TYPED.keys())
def test_a_typed_request_is_taken_apart(typed: str, asked: Asked) -> None:
    assert read_request(typed) == asked


MEANT = {
    "by its name": ("el informe de SEO", ["seo"]),
    "by a synonym": ("una foto para Instagram", ["social"]),
    "by its urgency, where nothing else says": ("urgente: no puede entrar", ["urgent"]),
    "not by its urgency, where something else does": ("urgente: el SEO del sitio", ["seo"]),
    "not by the name of a client": ("un folleto, pedido por Blog SAS", []),
    "two of them": ("un artículo del blog para Instagram", ["content", "social"]),
    "none": ("cuándo abre la oficina", []),
    "no words at all": ("", []),
}


@pytest.mark.parametrize(("text", "slugs"), MEANT.values(), ids=MEANT.keys())
def test_the_area_is_named_in_the_text(text: str, slugs: list[str]) -> None:
    assert [area.slug for area in area_asked(read_request(text), AREAS)] == slugs


def test_a_kind_has_its_own_window_else_that_of_all_requests_else_none() -> None:
    every = {Stage.URGENT_REQUEST, Stage.REQUEST, Stage.FIRST_TOUCH}

    assert stage_of(URGENT, every) is Stage.URGENT_REQUEST
    assert stage_of(ASSET, every) is Stage.REQUEST
    assert stage_of(INFORMATION, {Stage.URGENT_REQUEST}) is None
    assert stage_of(INFORMATION, {Stage.INFORMATION_REQUEST}) is Stage.INFORMATION_REQUEST


def test_an_answer_can_be_refused_for_a_working_day() -> None:
    friday = datetime(2026, 3, 6, 16, tzinfo=BOGOTA)

    until = reopens_until(HOURS, friday, working_day=timedelta(hours=8))

    assert until == datetime(2026, 3, 9, 16, tzinfo=BOGOTA)
