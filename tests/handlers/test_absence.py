"""Being away by command, button and form, and what is refused where."""

from collections.abc import Callable

import pytest
from sqlmodel import select

from bot.rules.absence_status import SlackStatus
from bot.rules.rights import Action, may
from bot.usecases.absence import offer_absence
from bot.views.ids import Id
from models import Absence, Person
from tests.handlers.conftest import Stage
from tests.handlers.slack import Reply
from tests.handlers.test_forms import someone
from tests.handlers.test_rights import STANDINGS
from tests.usecases.builders import MONDAY, make_member, make_person

Way = Callable[[Stage, Person], Reply]


def absences(stage: Stage) -> list[Absence]:
    with stage.door.database.reading() as session:
        return list(session.exec(select(Absence)).all())


def by_command(stage: Stage, person: Person) -> Reply:
    return stage.door.types(person, "ausencia hasta el viernes")


def by_form(stage: Stage, person: Person) -> Reply:
    form = stage.door.types(stage.cast.ana, "ausencia nueva").view
    return stage.door.submits(person, form, stretch="hasta el viernes")


@pytest.mark.parametrize("name", STANDINGS)
@pytest.mark.parametrize("way", [by_command, by_form])
def test_ones_own_absence_is_registered_by_whoever_has_a_part(
    stage: Stage, way: Way, name: str
) -> None:
    person, standing = getattr(stage.cast, name), STANDINGS[name]

    way(stage, person)

    may_set = standing.party != ""
    assert [row.person_id for row in absences(stage)] == ([person.id] if may_set else [])


@pytest.mark.parametrize("name", [name for name in STANDINGS if name != "ana"])
def test_a_rep_is_registered_by_whoever_leads_sales_and_nobody_else(
    stage: Stage, name: str
) -> None:
    stage.door.types(getattr(stage.cast, name), "ausencia @ana mañana")

    assert bool(absences(stage)) is may(Action.SET_ABSENCE, STANDINGS[name])


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param("ausencia cuando pueda", "No se entiende", id="no dates"),
        pytest.param("ausencia desde mañana", "no cuándo termina", id="no end"),
        pytest.param("away tomorrow 5pm-2pm", "termina antes de empezar", id="reversed"),
        pytest.param("away 2026-03-01", "ya pasó", id="over"),
        pytest.param("me cubre @nadie hasta el viernes", "nadie", id="unknown"),
        pytest.param("ausencia mañana me cubre @ana", "cubrirse a sí mismo", id="oneself"),
        pytest.param("ausencia mañana me cubre @gala", "invitado", id="a guest"),
        pytest.param("ausencia mañana me cubre @mateo", "de la misma parte", id="another side"),
        pytest.param("ausencia mañana me cubre @diego", "de la misma parte", id="no part"),
        pytest.param("ausencia mañana me cubre @bruno", "también se ausenta", id="away too"),
        pytest.param("ausencia mañana me cubre @bruno @carla", "varias personas", id="two"),
        pytest.param("ausencia @bruno mañana", "me cubre", id="somebody else's"),
        pytest.param("volví", "ninguna ausencia en curso", id="not away"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(stage: Stage, typed: str, said: str) -> None:
    with stage.door.database.writing() as session:
        make_member(
            session, stage.cast.agreement, make_person(session, "Gala", is_guest=True), "sales"
        )
    stage.door.types(stage.cast.bruno, "ausencia mañana")
    before = len(absences(stage))

    reply = stage.door.types(stage.cast.ana, typed)

    assert said in reply.text
    assert len(absences(stage)) == before


def test_two_cannot_cover_for_each_other_at_the_same_time(stage: Stage) -> None:
    stage.door.types(stage.cast.bruno, "ausencia mañana me cubre @ana")

    reply = stage.door.types(stage.cast.ana, "ausencia mañana me cubre @bruno")

    assert "misma persona como cobertura" in reply.text
    assert len(absences(stage)) == 1


@pytest.mark.parametrize(
    ("filled", "line"),
    [
        ({"stretch": "algún día"}, "field.stretch"),
        ({"stretch": "mañana", "cover": "MATEO"}, "field.cover"),
        ({"stretch": ""}, "field.stretch"),
    ],
)
def test_a_form_says_beside_the_line_what_is_wrong(
    stage: Stage, filled: dict[str, str], line: str
) -> None:
    form = stage.door.types(stage.cast.ana, "ausencia nueva").view
    values = {name: someone(stage.cast.mateo) if name == "cover" else text
              for name, text in filled.items()}  # fmt: skip

    reply = stage.door.submits(stage.cast.ana, form, **values)

    assert set(reply.errors) == {line}
    assert absences(stage) == []


def test_a_part_of_what_is_registered_is_refused_beside_the_line(stage: Stage) -> None:
    stage.door.types(stage.cast.ana, "ausencia hasta el viernes")
    form = stage.door.types(stage.cast.ana, "ausencia nueva").view

    typed = stage.door.types(stage.cast.ana, "ausencia mañana de 14 a 17")
    filled = stage.door.submits(stage.cast.ana, form, stretch="mañana de 14 a 17")

    assert "ya incluye ese tiempo" in typed.text
    assert "/sla volví" in typed.text
    assert set(filled.errors) == {"field.stretch"}
    assert len(absences(stage)) == 1


def test_a_cover_alone_is_for_the_absence_that_is_registered(stage: Stage) -> None:
    cast = stage.cast
    asked_for = stage.door.types(cast.ana, "me cubre <@UBRUNO|bruno>")
    assert asked_for.view["blocks"][1]["element"]["initial_user"] == cast.bruno.slack_id

    stage.door.types(cast.ana, "ausencia mañana")
    stage.door.types(cast.ana, "me cubre @bruno")

    assert [row.asked_id for row in absences(stage)] == [cast.bruno.id]


def test_changing_begins_with_what_is_registered_and_keeps_the_row(stage: Stage) -> None:
    stage.door.types(stage.cast.ana, "ausencia mañana de 14 a 17")
    (row,) = absences(stage)
    about = f'{{"id": "{row.id}"}}'

    form = stage.door.presses(stage.cast.ana, Id.ABSENCE_CHANGE, about).view
    written = form["blocks"][0]["element"]["initial_value"]
    stage.door.submits(stage.cast.ana, form, stretch=written)
    (same,) = absences(stage)
    assert (same.starts_at, same.ends_at) == (row.starts_at, row.ends_at)

    stage.door.submits(stage.cast.ana, form, stretch="el viernes")
    (moved,) = absences(stage)
    assert moved.id == row.id
    assert moved.starts_at > row.ends_at


@pytest.mark.parametrize("button", [Id.ABSENCE_CHANGE, Id.ABSENCE_END])
def test_the_buttons_of_an_absence_are_its_persons_alone(stage: Stage, button: Id) -> None:
    stage.door.types(stage.cast.ana, "ausencia mañana")
    (row,) = absences(stage)

    reply = stage.door.presses(stage.cast.bruno, button, f'{{"id": "{row.id}"}}')

    assert "ya no se encuentra" in reply.text
    assert len(absences(stage)) == 1


def test_a_status_without_an_end_asks_until_when(stage: Stage) -> None:
    with stage.door.database.writing() as session:
        ana = session.get_one(Person, stage.cast.ana.id)
        offer_absence(session, now=MONDAY, person=ana, status=SlackStatus("OOO"))

    reply = stage.door.presses(stage.cast.ana, Id.ABSENCE_OFFER_TAKE)

    assert reply.view["callback_id"] == Id.FORM_ABSENCE
    assert absences(stage) == []
