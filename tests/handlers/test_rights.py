"""Each cell of the table of rights, by command, button and form: done exactly where it may be."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from sqlmodel import func, select

from bot.rules.rights import Action, Standing, may
from bot.views.ids import Id
from models import Clock, Event, Lead, Person, Touch, Window
from tests.handlers.conftest import Stage, arrives
from tests.handlers.test_forms import picked, someone
from tests.usecases.builders import MONDAY

STANDINGS: Mapping[str, Standing] = {
    "marta": Standing("marketing", is_lead=True, of_party="marketing"),
    "mateo": Standing("marketing", of_party="marketing"),
    "carla": Standing("sales", is_lead=True, of_party="sales"),
    "ana": Standing("sales", owns=True, of_party="sales", in_rota=True),
    "bruno": Standing("sales", of_party="sales", in_rota=True),
    "elena": Standing("management", of_party="management"),
    "alba": Standing(is_admin=True),
    "diego": Standing(),
}
Way = Callable[[Stage, Person], object]


def types(text: str) -> Way:
    def way(stage: Stage, person: Person) -> object:
        return stage.door.types(person, text.replace("{id}", stage.id))

    return way


def presses(action: Id, more: str = "") -> Way:
    def way(stage: Stage, person: Person) -> object:
        value = stage.about.replace("}", f"{more}}}").replace("BRUNO", str(stage.cast.bruno.id))
        return stage.door.presses(person, action, value)

    return way


def submits(form: str, **values: object) -> Way:
    """The form is opened by somebody who may, and sent by the person in question."""

    def way(stage: Stage, person: Person) -> object:
        opener = stage.cast.marta if form.startswith(("meta", "nuevo")) else stage.cast.carla
        view = stage.door.types(opener, form.replace("{id}", stage.id)).view
        filled = {
            name: someone(stage.cast.bruno) if value == "BRUNO" else value
            for name, value in values.items()
        }
        return stage.door.submits(person, view, **filled)

    return way


WAYS: Mapping[str, tuple[Action, Way]] = {
    "accept by command": (Action.HANDLE_LEAD, types("aceptar {id}")),
    "accept by button": (Action.HANDLE_LEAD, presses(Id.LEAD_ACCEPT)),
    "reject by command": (Action.HANDLE_LEAD, types("devolver {id} sin presupuesto")),
    "reject by form": (
        Action.HANDLE_LEAD,
        submits("devolver {id}", reason=picked("no_budget")),
    ),
    "snooze by command": (Action.HANDLE_LEAD, types("posponer {id} 2h")),
    "snooze by button": (Action.HANDLE_LEAD, presses(Id.LEAD_SNOOZE, ', "choice": "1h"')),
    "snooze by form": (Action.HANDLE_LEAD, submits("posponer {id}", until="2h")),
    "pause by command": (Action.HANDLE_LEAD, types("pausar {id} de viaje hasta mañana")),
    "pause by form": (Action.HANDLE_LEAD, submits("pausar {id}", reason="viaje", until="2h")),
    "log by command": (Action.LOG_TOUCH, types("log {id} whatsapp contestó")),
    "log by button": (Action.LOG_TOUCH, presses(Id.TOUCH_CALL_ANSWERED)),
    "log by form": (
        Action.LOG_TOUCH,
        submits("log {id}", channel=picked("call"), outcome=picked("answered")),
    ),
    "reassign by command": (Action.REASSIGN, types("asignar {id} @bruno")),
    "reassign by button": (Action.REASSIGN, presses(Id.LEAD_REASSIGN, ', "person": "BRUNO"')),
    "reassign by form": (Action.REASSIGN, submits("asignar {id}", person="BRUNO")),
    "close by command": (Action.CLOSE_DEAL, types("cerrar {id} perdido")),
    "close by form": (Action.CLOSE_DEAL, submits("cerrar {id}", result=picked("lost"))),
    "map by form": (Action.MAP_PERSON, submits("yo @ana", crm_id="8812")),
    "register by form": (
        Action.REGISTER_LEAD,
        submits("nuevo", name="Pedro Paz", email="pedro@example.com"),
    ),
}


def events(stage: Stage) -> int:
    with stage.door.database.reading() as session:
        return session.exec(select(func.count()).select_from(Event)).one()


@pytest.mark.parametrize("name", STANDINGS)
@pytest.mark.parametrize("action", WAYS)
def test_it_is_done_exactly_by_whoever_may(stage: Stage, action: str, name: str) -> None:
    right, way = WAYS[action]
    before = events(stage)

    reply = way(stage, getattr(stage.cast, name))

    assert (events(stage) > before) is may(right, STANDINGS[name]), reply
    assert "Algo falló" not in str(reply)


@pytest.mark.parametrize("name", STANDINGS)
@pytest.mark.parametrize("answer", [Id.REJECTION_AGREE, Id.REJECTION_CONTEST])
def test_a_returned_lead_is_answered_by_whoever_may(stage: Stage, answer: Id, name: str) -> None:
    stage.door.types(stage.cast.ana, f"devolver {stage.id} sin presupuesto")
    before = events(stage)

    stage.door.presses(getattr(stage.cast, name), answer, stage.about)

    assert (events(stage) > before) is may(Action.ANSWER_REJECTION, STANDINGS[name])


@pytest.mark.parametrize("name", STANDINGS)
@pytest.mark.parametrize("by", ["command", "button"])
def test_an_unowned_lead_is_claimed_by_whoever_may(stage: Stage, name: str, by: str) -> None:
    with stage.door.database.writing() as session:
        session.exec(select(Lead)).one().owner_id = None
    person = getattr(stage.cast, name)

    way = types("tomar {id}") if by == "command" else presses(Id.LEAD_CLAIM)
    way(stage, person)

    with stage.door.database.reading() as session:
        owner_id = session.exec(select(Lead)).one().owner_id
    assert (owner_id == person.id) is may(Action.CLAIM_LEAD, STANDINGS[name])


@pytest.mark.parametrize("name", STANDINGS)
def test_the_totals_are_for_everybody_with_a_part(stage: Stage, name: str) -> None:
    reply = stage.door.types(getattr(stage.cast, name), "estado")

    assert ("Leads: 1" in reply.text) is may(Action.SEE_TOTALS, STANDINGS[name])


@pytest.mark.parametrize("name", STANDINGS)
@pytest.mark.parametrize("by", ["command", "button"])
def test_a_follow_up_is_taken_back_by_whoever_may(stage: Stage, name: str, by: str) -> None:
    stage.door.types(stage.cast.ana, f"log {stage.id} whatsapp contestó")

    way = types("deshacer {id}") if by == "command" else presses(Id.TOUCH_UNDO)
    way(stage, getattr(stage.cast, name))

    with stage.door.database.reading() as session:
        undone_by = session.exec(select(Touch.undone_by)).one()
    assert (undone_by is not None) is may(Action.CORRECT_TOUCH, STANDINGS[name])


@pytest.mark.parametrize("name", STANDINGS)
@pytest.mark.parametrize("side", ["sales", "marketing"])
@pytest.mark.parametrize("typed", ["leads vencidos", "estado"])
def test_what_a_side_is_late_with_is_named_to_whoever_may(
    stage: Stage, typed: str, side: str, name: str
) -> None:
    with stage.door.database.writing() as session:
        for window in session.exec(select(Window)):
            window.party = side
        for clock in session.exec(select(Clock)):
            clock.breached_at = MONDAY

    reply = stage.door.types(getattr(stage.cast, name), typed)

    standing = replace(STANDINGS[name], of_party=side)
    assert ("Laura Gómez" in reply.text) is may(Action.SEE_LATE, standing)


@pytest.mark.parametrize("name", STANDINGS)
def test_a_lead_is_seen_in_full_in_outline_or_not_at_all(stage: Stage, name: str) -> None:
    with stage.door.database.writing() as session:
        arrives(session, stage.cast, name="Zoe", company="Beta", phone="3001234567", owner="@ana")
    standing = STANDINGS[name]
    # Marta registered it: her own part is the lead of marketing, who sees it in full anyway.
    reply = stage.door.types(getattr(stage.cast, name), "lead beta")

    assert ("3001234567" in reply.text) is may(Action.SEE_LEAD, standing)
    assert ("Zoe" in reply.text) is may(Action.SEE_LEAD, standing)
    assert ("Ana" in reply.text) is may(Action.SEE_LEAD_BRIEF, standing)


@pytest.mark.parametrize("name", STANDINGS)
def test_an_agreement_is_set_up_by_whoever_may(stage: Stage, name: str) -> None:
    reply = stage.door.types(getattr(stage.cast, name), "configurar nuevo")

    assert bool(reply.views) is may(Action.SET_UP, STANDINGS[name])


@pytest.mark.parametrize("name", STANDINGS)
@pytest.mark.parametrize("by", ["command", "button", "form"])
def test_a_rota_is_made_by_whoever_may(stage: Stage, name: str, by: str) -> None:
    person = getattr(stage.cast, name)
    form = stage.door.types(stage.cast.carla, "rotación nueva").view
    before = events(stage)

    match by:
        case "command":
            done = bool(stage.door.types(person, "rotación nueva").views)
        case "button":
            done = bool(stage.door.presses(person, Id.ROTA_NEW, channel="CLEADS").views)
        case _:
            stage.door.submits(person, form, name="Grandes", segment="Big", people="Ana 2")
            done = events(stage) > before

    assert done is may(Action.KEEP_ROTA, STANDINGS[name])


@pytest.mark.parametrize("name", STANDINGS)
@pytest.mark.parametrize("by", ["edit", "form", "remove"])
def test_a_rota_is_changed_and_removed_by_whoever_may(stage: Stage, name: str, by: str) -> None:
    person, carla = getattr(stage.cast, name), stage.cast.carla
    new = stage.door.types(carla, "rotación nueva").view
    stage.door.submits(carla, new, name="Grandes", segment="Big", people="Ana 2")
    form = stage.door.types(carla, "rotación grandes").view
    about = f'{{"id": "{json.loads(form["private_metadata"])["id"]}"}}'
    before = events(stage)

    match by:
        case "edit":
            done = bool(stage.door.presses(person, Id.ROTA_EDIT, about).views)
        case "form":
            stage.door.submits(person, form, name="Grandes", segment="Big", people="Ana 3")
            done = events(stage) > before
        case _:
            stage.door.presses(person, Id.ROTA_REMOVE, about)
            done = events(stage) > before

    assert done is may(Action.KEEP_ROTA, STANDINGS[name])


@pytest.mark.parametrize("name", STANDINGS)
def test_the_rotas_are_seen_whole_by_whoever_may_and_else_ones_own_place(
    stage: Stage, name: str
) -> None:
    reply = stage.door.types(getattr(stage.cast, name), "rotación")

    standing = STANDINGS[name]
    assert ("Rotaciones: reparte" in reply.text) is may(Action.SEE_ROTA, standing)
    assert ("peso 1" in reply.text) is may(Action.SEE_SHARE, standing)


@pytest.mark.parametrize("name", STANDINGS)
def test_an_area_of_ones_own_side_is_given_by_whoever_may(stage: Stage, name: str) -> None:
    person = getattr(stage.cast, name)
    member = {"marketing": "mateo", "sales": "bruno"}.get(STANDINGS[name].party, name)

    reply = stage.door.types(person, f"encargar blog @{member}")

    assert (f"<@U{member.upper()}>" in reply.text) is may(Action.GIVE_AREA, STANDINGS[name])


@pytest.mark.parametrize("name", STANDINGS)
def test_a_goal_of_ones_own_side_is_made_by_whoever_may(stage: Stage, name: str) -> None:
    form = stage.door.types(stage.cast.marta, "meta nueva MQL").view
    before = events(stage)

    stage.door.submits(
        getattr(stage.cast, name),
        form,
        name="MQL",
        target="40",
        direction=picked("at_least"),
        party=picked(STANDINGS[name].party or "sales"),
        starts={"selected_date": "2026-03-01"},
        ends={"selected_date": "2026-03-31"},
    )

    assert (events(stage) > before) is may(Action.KEEP_GOAL, STANDINGS[name])


@pytest.mark.parametrize("name", STANDINGS)
def test_a_promise_is_made_by_everybody_with_a_part(stage: Stage, name: str) -> None:
    form = stage.door.types(stage.cast.marta, "compromiso nuevo").view
    before = events(stage)

    stage.door.submits(
        getattr(stage.cast, name),
        form,
        text="Publicar cuatro artículos",
        quantity="4",
        due="viernes",
        reason="Traen visitas",
    )

    assert (events(stage) > before) is may(Action.COMMIT, STANDINGS[name])
