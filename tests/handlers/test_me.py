"""`/sla me`: what the bot knows of somebody, how they change it, and what the CRM calls others."""

from typing import Any

import pytest
from sqlmodel import select

from bot.views.ids import Id
from models import Preference
from tests.handlers.conftest import Stage
from tests.handlers.slack import Reply
from tests.handlers.test_forms import picked

WEEK = {"selected_options": [{"value": str(day)} for day in range(5)]}
WISHES = {
    "language": picked("es"),
    "zone": "America/Bogota",
    "days": WEEK,
    "hours": "8-12, 13:00-17:00",
    "saturday": "09:00-11:00",
    "quiet": "13-14",
    "digest": "9",
}


def sends(stage: Stage, **changed: Any) -> Reply:
    form = stage.door.presses(stage.cast.ana, Id.ME_OPEN).view
    return stage.door.submits(stage.cast.ana, form, **(WISHES | changed))


def test_what_is_saved_is_shown_and_fills_the_form_again(stage: Stage) -> None:
    saved = sends(stage)
    card = stage.door.types(stage.cast.ana, "yo")
    form = stage.door.presses(stage.cast.ana, Id.ME_OPEN)

    for text in (saved.text, card.text):
        assert "Lunes a viernes: 08:00–12:00 y 13:00–17:00" in text
        assert "Sábado: 09:00–11:00" in text
        assert "un resumen al día, a las 09:00 · ninguno entre 13:00–14:00" in text
    again = stage.door.submits(
        stage.cast.ana, form.view, **(WISHES | dict(_initial(form.view)) | {"days": WEEK})
    )
    assert again.text == saved.text


def _initial(view: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (block["block_id"].removeprefix("field."), block["element"]["initial_value"])
        for block in view["blocks"]
        if block["type"] == "input" and "initial_value" in block["element"]
    ]


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("zone", "Bogota"),
        ("hours", "ocho a cinco"),
        ("hours", "25:00-26:00"),
        ("hours", "09:00-09:00"),
        ("hours", "09:00-13:00, 12:00-14:00"),
        ("quiet", "12:00-13:00, 15:00-16:00"),
        ("quiet", "a mediodía"),
        ("quiet", "00:00-24:00"),
        ("digest", "tarde"),
        ("digest", "24:00"),
        ("digest", "07:59"),
        ("digest", "13:30"),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_line_and_changes_nothing(
    stage: Stage, line: str, typed: str
) -> None:
    reply = sends(stage, **{line: typed})

    assert list(reply.errors) == [f"field.{line}"]
    with stage.door.database.reading() as session:
        assert session.exec(select(Preference)).all() == []


def test_hours_left_empty_are_the_agreements_whatever_days_are_ticked(stage: Stage) -> None:
    reply = sends(stage, hours="", saturday="", quiet="", digest="")

    assert "como en el acuerdo" in reply.text
    assert "cada uno a su hora" in reply.text


def test_the_sales_lead_says_what_the_crm_calls_a_rep(stage: Stage) -> None:
    form = stage.door.types(stage.cast.carla, "yo @ana").view

    mapped = stage.door.submits(stage.cast.carla, form, crm_id="8812", crm_email="ana@crm.example")

    assert "8812 · ana@crm.example" in mapped.text
    assert "Identificador en el CRM: cambio de Carla" in stage.door.types(stage.cast.ana, "yo").text


def test_a_name_somebody_else_goes_by_is_refused_at_its_line(stage: Stage) -> None:
    form = stage.door.types(stage.cast.carla, "yo @ana").view
    stage.door.submits(stage.cast.carla, form, crm_id="8812")

    form = stage.door.types(stage.cast.carla, "yo @bruno").view
    reply = stage.door.submits(stage.cast.carla, form, crm_id="8812")

    assert "Ana" in reply.errors["field.crm_id"]


def test_a_rep_is_told_who_may(stage: Stage) -> None:
    reply = stage.door.types(stage.cast.ana, "yo @bruno")

    assert reply.views == []
    assert "quien lidera ventas" in reply.text
