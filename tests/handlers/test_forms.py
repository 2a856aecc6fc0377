"""Forms about a lead: taken and told, or refused beside the line that is wrong."""

from decimal import Decimal
from typing import Any

import pytest
from sqlmodel import select

from models import Lead, Person, Touch
from tests.handlers.conftest import Stage
from tests.usecases.builders import MONDAY


def picked(value: str) -> dict[str, Any]:
    return {"selected_option": {"value": value}}


def someone(person: Person) -> dict[str, Any]:
    return {"selected_user": person.slack_id}


def test_a_follow_up_told_in_full(stage: Stage) -> None:
    form = stage.door.types(stage.cast.ana, f"log {stage.id}").view

    reply = stage.door.submits(
        stage.cast.ana,
        form,
        channel=picked("call"),
        outcome=picked("left_message"),
        when="hoy",
        note="Vuelve a llamar <!channel>",
    )

    assert "Llamada" in reply.text
    with stage.door.database.reading() as session:
        touch = session.exec(select(Touch)).one()
        assert (touch.channel, touch.outcome) == ("call", "left_message")
        assert touch.happened_at == MONDAY


@pytest.mark.parametrize(
    ("when", "says"),
    [("mañana", "está por llegar"), ("qwerty", "qwerty"), ("hace 2h", "")],
    ids=["still to come", "not a moment", "before the lead came in"],
)
def test_a_moment_that_cannot_be_is_refused_beside_its_line(
    stage: Stage, when: str, says: str
) -> None:
    form = stage.door.types(stage.cast.ana, f"log {stage.id}").view

    reply = stage.door.submits(
        stage.cast.ana, form, channel=picked("call"), outcome=picked("answered"), when=when
    )

    assert list(reply.errors) == ["field.when"]
    assert says in reply.errors["field.when"]
    with stage.door.database.reading() as session:
        assert session.exec(select(Touch)).all() == []


def test_a_lead_is_registered_and_has_an_owner(stage: Stage) -> None:
    form = stage.door.types(stage.cast.marta, "nuevo").view

    reply = stage.door.submits(
        stage.cast.marta,
        form,
        name="Pedro Paz",
        company="Beta & Co",
        email="Pedro@Beta.example",
        score="40",
        owner=someone(stage.cast.bruno),
    )

    assert "Pedro Paz" in reply.text
    with stage.door.database.reading() as session:
        lead = session.exec(select(Lead).where(Lead.name == "Pedro Paz")).one()
        assert (lead.email, lead.score) == ("pedro@beta.example", 40)
        assert lead.owner_id == stage.cast.bruno.id


@pytest.mark.parametrize(
    ("filled", "line"),
    [
        ({"name": "", "email": "a@b.co"}, "field.name"),
        ({"name": "Pedro"}, "field.email"),
        ({"name": "Pedro", "email": "no es correo"}, "field.email"),
        ({"name": "Pedro", "phone": "llámame"}, "field.phone"),
        ({"name": "Pedro", "email": "a@b.co", "score": "mucho"}, "field.score"),
        ({"name": "Pedro", "email": "a@b.co", "received": "mañana"}, "field.received"),
        ({"name": "Pedro", "email": "a@b.co", "owner": {"selected_user": "UMARTA"}}, "field.owner"),
        ({"name": "P" * 201, "email": "a@b.co"}, "field.name"),
    ],
    ids=["nobody", "no contact", "e-mail", "phone", "score", "when", "owner", "too long"],
)
def test_what_is_wrong_with_a_new_lead_is_said_beside_its_line(
    stage: Stage, filled: dict[str, Any], line: str
) -> None:
    form = stage.door.types(stage.cast.marta, "nuevo").view

    reply = stage.door.submits(stage.cast.marta, form, **filled)

    assert list(reply.errors) == [line]


def test_a_lead_goes_back_with_its_reason(stage: Stage) -> None:
    form = stage.door.types(stage.cast.ana, f"devolver {stage.id}").view

    reply = stage.door.submits(stage.cast.ana, form, reason=picked("no_budget"), note="En enero")

    assert "Sin presupuesto" in reply.text
    with stage.door.database.reading() as session:
        assert session.exec(select(Lead)).one().stage == "rejected"


def test_a_deal_is_closed_with_its_amount(stage: Stage) -> None:
    form = stage.door.types(stage.cast.ana, f"cerrar {stage.id}").view

    missing = stage.door.submits(stage.cast.ana, form, result=picked("won"))
    done = stage.door.submits(stage.cast.ana, form, result=picked("won"), amount="12.500.000")

    assert list(missing.errors) == ["field.amount"]
    assert "12.500.000" in done.text
    with stage.door.database.reading() as session:
        assert session.exec(select(Lead)).one().amount == Decimal(12_500_000)


def test_a_lead_is_given_to_somebody_who_can_have_it(stage: Stage) -> None:
    form = stage.door.types(stage.cast.carla, f"asignar {stage.id}").view

    wrong = stage.door.submits(stage.cast.carla, form, person=someone(stage.cast.marta))
    done = stage.door.submits(stage.cast.carla, form, person=someone(stage.cast.bruno))

    assert list(wrong.errors) == ["field.person"]
    assert "Bruno" in done.text


@pytest.mark.parametrize(("word", "says"), [("posponer", "<!date^"), ("pausar", "<!date^")])
def test_a_reminder_waits_as_long_as_was_typed(stage: Stage, word: str, says: str) -> None:
    form = stage.door.types(stage.cast.ana, f"{word} {stage.id}").view
    reason = {"reason": "De viaje"} if word == "pausar" else {}

    wrong = stage.door.submits(stage.cast.ana, form, until="algún día", **reason)
    done = stage.door.submits(stage.cast.ana, form, until="2h", **reason)

    assert list(wrong.errors) == ["field.until"]
    assert says in done.text


def test_a_form_of_somebody_else_is_no_right(stage: Stage) -> None:
    """Bruno submits the form that was opened for Ana."""
    form = stage.door.types(stage.cast.ana, f"devolver {stage.id}").view

    reply = stage.door.submits(stage.cast.bruno, form, reason=picked("no_budget"))

    assert "Puede hacerlo" in reply.text
    with stage.door.database.reading() as session:
        assert session.exec(select(Lead)).one().stage == "new"


@pytest.mark.parametrize("metadata", ["", "{", '{"id": "x"}', '{"sql": "1"}', "x" * 3_000])
def test_edited_metadata_is_refused(stage: Stage, metadata: str) -> None:
    form = stage.door.types(stage.cast.ana, f"devolver {stage.id}").view

    reply = stage.door.submits(
        stage.cast.ana, form | {"private_metadata": metadata}, reason=picked("no_budget")
    )

    assert reply.status == 200
    assert "Algo falló" not in reply.text
    with stage.door.database.reading() as session:
        assert session.exec(select(Lead)).one().stage == "new"
