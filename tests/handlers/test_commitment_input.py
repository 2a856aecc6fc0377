"""What people write into the form of a promise: taken as meant, or refused beside its line."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import select

from bot.views.ids import Id
from models import Commitment
from tests.handlers.conftest import Stage
from tests.handlers.test_forms import someone
from tests.usecases.builders import make_person

BOGOTA = ZoneInfo("America/Bogota")
GOOD = {
    "text": "Publicar cuatro artículos",
    "quantity": "4",
    "unit": "artículos",
    "due": "viernes 5pm",
    "reason": "Traen visitas",
}


def submits(stage: Stage, **changed: Any) -> Any:
    form = stage.door.types(stage.cast.marta, "compromiso nuevo").view
    return stage.door.submits(stage.cast.marta, form, **GOOD | changed)


def promised(stage: Stage) -> list[Commitment]:
    with stage.door.database.reading() as session:
        return list(session.exec(select(Commitment)).all())


DATES = {
    "viernes 5pm": "03-06 17:00",
    "el viernes": "03-06 17:00",
    "by Friday": "03-06 17:00",
    "Friday at 5pm": "03-06 17:00",
    "mañana al mediodía": "03-03 12:00",
    "tomorrow 9am": "03-03 09:00",
    "pasado mañana a las 10": "03-04 10:00",
    "fin de mes": "03-31 17:00",
    "end of month": "03-31 17:00",
    "2026-03-20 16:00": "03-20 16:00",
    "20 de marzo": "03-20 17:00",
    "March 20": "03-20 17:00",
}


@pytest.mark.parametrize(("typed", "due"), DATES.items(), ids=DATES)
def test_a_date_is_taken_as_people_say_it_in_either_language(
    stage: Stage, typed: str, due: str
) -> None:
    submits(stage, due=typed)

    (promise,) = promised(stage)
    assert promise.due_at == datetime.fromisoformat(f"2026-{due}").replace(tzinfo=BOGOTA)


def test_a_new_date_without_a_time_means_the_end_of_its_work_too(stage: Stage) -> None:
    submits(stage, due="mañana 10am")
    (promise,) = promised(stage)
    about = f'{{"id": "{promise.id}"}}'
    form = stage.door.presses(stage.cast.marta, Id.COMMITMENT_MOVE, about).view

    moved = stage.door.submits(stage.cast.marta, form, due="el jueves", reason="Falta un dato")

    assert "jue, 5 de mar, 5:00" in moved.text
    due = sorted(each.due_at for each in promised(stage))
    assert due[-1] == datetime(2026, 3, 5, 17, tzinfo=BOGOTA)


BAD = {
    "no words": ({"text": "  "}, {"text": "S ("}),
    "vague words": ({"text": "Mejorar las cosas"}, {"text": "S ("}),
    "neither number nor yes or no": ({"quantity": ""}, {"quantity": "M ("}),
    "a number of zero": ({"quantity": "0"}, {"quantity": "M ("}),
    "no number at all": ({"quantity": "muchos"}, {"quantity": "muchos"}),
    "neither goal nor reason": ({"reason": ""}, {"reason": "R ("}),
    "no date": ({"due": ""}, {"due": "T ("}),
    "a date that has passed": ({"due": "2026-02-27 16:00"}, {"due": ""}),
    "no date anybody knows": ({"due": "cuando se pueda"}, {"due": "cuando se pueda"}),
    "a day or a month first": ({"due": "05/04/2026"}, {"due": ""}),
    "several at once": (
        {"quantity": "", "reason": "", "due": ""},
        {"quantity": "M (", "reason": "R (", "due": "T ("},
    ),
}


@pytest.mark.parametrize(("changed", "errors"), BAD.values(), ids=BAD)
def test_what_is_missing_is_named_beside_its_line_and_nothing_is_kept(
    stage: Stage, changed: dict[str, str], errors: dict[str, str]
) -> None:
    refused = submits(stage, **changed).errors

    assert refused.keys() == {f"field.{name}" for name in errors}
    for name, words in errors.items():
        assert words in refused[f"field.{name}"]
    assert promised(stage) == []


@pytest.mark.parametrize("mark", ["is_stranger", "is_guest", "is_deactivated"])
def test_a_stranger_a_guest_and_a_leaver_are_refused_as_owners(stage: Stage, mark: str) -> None:
    with stage.door.database.writing() as session:
        zoe = make_person(session, "Zoe")
        setattr(zoe, mark, True)

    assert list(submits(stage, owner=someone(zoe)).errors) == ["field.owner"]
    assert promised(stage) == []


def test_far_more_than_ever_is_asked_how_beside_its_line(stage: Stage) -> None:
    submits(stage)
    with stage.door.database.writing() as session:
        session.exec(select(Commitment)).one().state = "kept"

    refused = submits(stage, quantity="9").errors
    taken = submits(stage, quantity="9", how="Dos redactores más")

    assert list(refused) == ["field.how"]
    assert "A (" in refused["field.how"]
    assert "Dos redactores más" in taken.text


def test_a_whole_side_is_promised_for_by_its_lead(stage: Stage) -> None:
    whole = {"selected_options": [{"value": "whole_side"}]}

    assert "Marketing" in submits(stage, of_party=whole).text
    refused = submits(stage, of_party=whole, owner=someone(stage.cast.mateo)).errors
    assert list(refused) == ["field.owner"]


WRITTEN = {
    "publicar 4 artículos el viernes": ("publicar 4 artículos", "4", "artículos", "el viernes"),
    "Publicar 4 artículos antes del viernes": (
        "Publicar 4 artículos",
        "4",
        "artículos",
        "del viernes",
    ),
    "call 20 customers by tomorrow 9am": (
        "call 20 customers",
        "20",
        "customers",
        "by tomorrow 9am",
    ),
    "enviar la propuesta": ("enviar la propuesta", None, None, None),
    "llamar a 3 clientes": ("llamar a 3 clientes", "3", "clientes", None),
    "viernes": ("viernes", None, None, None),
}


@pytest.mark.parametrize(("typed", "filled"), WRITTEN.items(), ids=WRITTEN)
def test_a_promise_written_in_one_line_fills_the_form(
    stage: Stage, typed: str, filled: tuple[str | None, ...]
) -> None:
    form = stage.door.types(stage.cast.marta, f"compromiso {typed}").view

    held = {block.get("block_id"): block.get("element", {}) for block in form["blocks"]}
    lines = ("text", "quantity", "unit", "due")
    assert tuple(held[f"field.{line}"].get("initial_value") for line in lines) == filled
