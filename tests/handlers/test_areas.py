"""Areas by button and form: what whoever leads a side can do, and what everybody is offered."""

import pytest
from sqlmodel import select

from bot.rules.responsibilities import STARTING_AREAS
from bot.views.ids import Id
from models import Responsibility
from tests.handlers.conftest import Stage
from tests.handlers.slack import Reply
from tests.handlers.test_forms import someone
from tests.usecases.builders import MONDAY


@pytest.fixture
def areas(stage: Stage) -> Stage:
    """The stage with the six areas an agreement starts with."""
    with stage.door.database.writing() as session:
        session.add_all(
            Responsibility(
                agreement_id=stage.cast.agreement_id,
                slug=area.slug,
                name_en=area.name_en,
                name_es=area.name_es,
                synonyms=area.synonyms,
                meaning_es=area.meaning_es,
                party=party.value,
                changed_at=MONDAY,
            )
            for party, area in STARTING_AREAS
        )
    return stage


def about(stage: Stage, slug: str) -> str:
    with stage.door.database.reading() as session:
        query = select(Responsibility.id).where(Responsibility.slug == slug)
        return f'{{"id": "{session.exec(query).one()}"}}'


def buttons(reply: Reply) -> list[tuple[str, str]]:
    """The id and the value of everything that can be pressed in an answer."""
    parts = [
        each
        for block in reply.message["blocks"]
        for each in (*block.get("elements", []), block.get("accessory", {}))
    ]
    return [(part["action_id"], part.get("value", "")) for part in parts if "action_id" in part]


def test_the_answer_says_what_the_area_means(areas: Stage) -> None:
    reply = areas.door.types(areas.cast.ana, "doliente seo")

    assert "palabras clave, páginas y salud técnica" in reply.text
    assert buttons(reply) == []


def test_whoever_leads_its_side_changes_it_from_the_answer(areas: Stage) -> None:
    answer = areas.door.types(areas.cast.marta, "quién seo")
    assert [action for action, _ in buttons(answer)] == [Id.AREA_EDIT, Id.AREA_REMOVE]
    form = areas.door.presses(areas.cast.marta, Id.AREA_EDIT, about(areas, "seo")).view

    reply = areas.door.submits(
        areas.cast.marta,
        form,
        owner=someone(areas.cast.mateo),
        backup=someone(areas.cast.marta),
        meaning_en="Being found.",
        meaning_es="Que nos encuentren.",
        synonyms="Google, backlinks",
    )

    assert "<@UMATEO>" in reply.text
    found = areas.door.types(areas.cast.ana, "¿quién lleva los backlinks?")
    assert "Que nos encuentren." in found.text


def test_naming_a_known_area_opens_it_as_it_is(areas: Stage) -> None:
    form = areas.door.types(areas.cast.marta, "encargar posicionamiento").view

    assert form["callback_id"] == Id.FORM_AREA_EDIT
    assert "palabras clave" in str(form)
    other_side = areas.door.types(areas.cast.carla, "encargar posicionamiento").view
    assert other_side["callback_id"] == Id.FORM_AREA


def test_only_whoever_may_give_an_area_is_offered_the_form(areas: Stage) -> None:
    assert Id.AREA_OWN in dict(buttons(areas.door.types(areas.cast.marta, "quién")))

    listed = areas.door.types(areas.cast.ana, "quién")
    asked = areas.door.types(areas.cast.ana, "encargar")

    assert buttons(listed) == []
    assert f"<@{areas.cast.marta.slack_id}>" in listed.text
    assert asked.views == []
    assert areas.cast.carla.name in asked.text


def test_several_that_match_are_offered_as_buttons(areas: Stage) -> None:
    reply = areas.door.types(areas.cast.ana, "quién ve el blog y el CRM")
    offered = [(Id.AREA_SHOW, about(areas, slug)) for slug in ("content", "crm")]
    assert buttons(reply) == offered

    assert "*Contenido*" in areas.door.presses(areas.cast.ana, *offered[0]).text


def test_the_nearest_is_offered_as_a_button(areas: Stage) -> None:
    reply = areas.door.types(areas.cast.ana, "quién lleva el contnido")

    assert buttons(reply) == [(Id.AREA_SHOW, about(areas, "content"))]
    assert "<@UMARTA>" in reply.text


def test_a_question_needs_no_command_word(areas: Stage) -> None:
    reply = areas.door.types(areas.cast.ana, "¿a quién le pregunto por instagram?")

    assert "*Redes sociales*" in reply.text


def test_who_somebody_is_tells_what_they_answer_for(areas: Stage) -> None:
    areas.door.types(areas.cast.marta, "encargar seo @mateo")

    assert "Mateo es responsable de *SEO*" in areas.door.types(areas.cast.ana, "quién @mateo").text
    nothing = areas.door.types(areas.cast.ana, "who is &lt;@UELENA|elena&gt;?").text
    assert "Elena no es responsable de ningún área" in nothing
    assert "UELENA" not in nothing
    seo = areas.door.types(areas.cast.ana, "quién lleva seo, @elena").text
    assert "es responsable de *SEO*" in seo


def test_an_area_made_by_a_slip_of_the_pen_says_that_it_is_new_and_can_go_at_once(
    areas: Stage,
) -> None:
    made = areas.door.types(areas.cast.marta, "encargar zzz @mateo")

    assert "Es un área nueva" in made.text
    ((_, _), (remove, value)) = buttons(made)
    assert remove == Id.AREA_REMOVE
    areas.door.presses(areas.cast.marta, Id.AREA_REMOVE, value)
    assert "No hay" in areas.door.types(areas.cast.ana, "quién zzz").text
    assert "nueva" not in areas.door.types(areas.cast.marta, "encargar seo @mateo").text


def test_an_area_is_removed_by_a_button_that_asks_first(areas: Stage) -> None:
    answer = areas.door.types(areas.cast.marta, "quién seo")
    (remove,) = [
        part
        for block in answer.message["blocks"]
        for part in block.get("elements", [])
        if part["action_id"] == Id.AREA_REMOVE
    ]
    assert "confirm" in remove

    reply = areas.door.presses(areas.cast.marta, Id.AREA_REMOVE, remove["value"])

    assert "*SEO*" in reply.text
    assert "SEO" not in areas.door.types(areas.cast.ana, "quién").text
    again = areas.door.presses(areas.cast.marta, Id.AREA_REMOVE, remove["value"])
    assert "ya no está" in again.text


@pytest.mark.parametrize("action", [Id.AREA_EDIT, Id.AREA_REMOVE])
def test_the_other_side_changes_nothing(areas: Stage, action: Id) -> None:
    reply = areas.door.presses(areas.cast.carla, action, about(areas, "seo"))

    assert "No se cambió nada." in reply.text
    assert "SEO" in areas.door.types(areas.cast.ana, "quién").text
