"""Forms about promises, goals, areas and oneself."""

from decimal import Decimal

import pytest
from sqlmodel import select

from bot.views.ids import Id
from models import Commitment, Goal, Person, Responsibility
from tests.handlers.conftest import Stage
from tests.handlers.test_forms import picked, someone


def a_goal(stage: Stage) -> None:
    form = stage.door.types(stage.cast.marta, "meta nueva MQL").view
    stage.door.submits(
        stage.cast.marta,
        form,
        name="MQL",
        target="40",
        direction=picked("at_least"),
        party=picked("marketing"),
        starts={"selected_date": "2026-03-01"},
        ends={"selected_date": "2026-03-31"},
    )


def test_a_promise_is_made_and_kept(stage: Stage) -> None:
    form = stage.door.types(stage.cast.marta, "compromiso nuevo").view
    reply = stage.door.submits(
        stage.cast.marta,
        form,
        text="Publicar cuatro artículos",
        quantity="4",
        unit="artículos",
        due="viernes 5pm",
        reason="Traen visitas",
    )
    with stage.door.database.reading() as session:
        promise = session.exec(select(Commitment)).one()

    kept = stage.door.presses(stage.cast.marta, Id.COMMITMENT_KEPT, f'{{"id": "{promise.id}"}}')

    assert "Publicar cuatro artículos" in reply.text
    assert "Publicar cuatro artículos" in kept.text
    with stage.door.database.reading() as session:
        assert session.exec(select(Commitment)).one().state == "kept"


def test_a_vague_promise_is_told_which_letter_it_lacks(stage: Stage) -> None:
    form = stage.door.types(stage.cast.marta, "compromiso nuevo").view

    reply = stage.door.submits(
        stage.cast.marta, form, text="Mejorar todo", quantity="4", due="viernes", reason="Sí"
    )

    assert list(reply.errors) == ["field.text"]


def test_a_promise_asked_of_somebody_waits_for_their_yes(stage: Stage) -> None:
    form = stage.door.types(stage.cast.carla, "compromiso nuevo").view
    stage.door.submits(
        stage.cast.carla,
        form,
        text="Llamar a diez clientes",
        quantity="10",
        due="viernes",
        reason="Cierran el mes",
        owner=someone(stage.cast.ana),
    )
    with stage.door.database.reading() as session:
        promise = session.exec(select(Commitment)).one()
    about = f'{{"id": "{promise.id}"}}'

    by_another = stage.door.presses(stage.cast.bruno, Id.COMMITMENT_ACCEPT, about)
    by_ana = stage.door.presses(stage.cast.ana, Id.COMMITMENT_ACCEPT, about)

    assert "Puede hacerlo" in by_another.text
    assert "Ana" in by_ana.text
    with stage.door.database.reading() as session:
        assert session.exec(select(Commitment)).one().state == "open"


@pytest.mark.parametrize(
    ("action", "filled", "state"),
    [
        (Id.COMMITMENT_BROKEN, {"note": "Faltó tiempo"}, "broken"),
        (Id.COMMITMENT_MOVE, {"due": "viernes", "reason": "Faltó tiempo"}, "renegotiated"),
    ],
)
def test_a_promise_not_kept_says_why(
    stage: Stage, action: Id, filled: dict[str, str], state: str
) -> None:
    form = stage.door.types(stage.cast.marta, "compromiso nuevo").view
    given = {"text": "Publicar cuatro artículos", "quantity": "4", "due": "jueves", "reason": "Sí"}
    stage.door.submits(stage.cast.marta, form, **given)
    with stage.door.database.reading() as session:
        promise = session.exec(select(Commitment)).one()
    closing = stage.door.presses(stage.cast.marta, action, f'{{"id": "{promise.id}"}}').view

    reply = stage.door.submits(stage.cast.marta, closing, **filled)

    assert "Publicar cuatro artículos" in reply.text
    with stage.door.database.reading() as session:
        assert (
            session.exec(select(Commitment.state).where(Commitment.id == promise.id)).one() == state
        )


def test_a_goal_is_made_moved_and_closed(stage: Stage) -> None:
    form = stage.door.types(stage.cast.marta, "meta nueva MQL").view
    made = stage.door.submits(
        stage.cast.marta,
        form,
        name="MQL",
        target="1.000",
        direction=picked("at_least"),
        party=picked("marketing"),
        starts={"selected_date": "2026-03-01"},
        ends={"selected_date": "2026-03-31"},
        milestones="50, 100",
    )
    moved = stage.door.types(stage.cast.marta, "meta avance MQL 500")
    closed = stage.door.types(stage.cast.marta, "meta cerrar MQL")

    assert "MQL" in made.text
    assert "500" in moved.text
    assert "MQL" in closed.text
    with stage.door.database.reading() as session:
        goal = session.exec(select(Goal)).one()
        assert (goal.total, goal.milestones) == (Decimal(500), [50, 100])


def test_progress_is_added_in_a_form_too(stage: Stage) -> None:
    a_goal(stage)
    with stage.door.database.reading() as session:
        goal = session.exec(select(Goal)).one()
    form = stage.door.presses(stage.cast.marta, Id.GOAL_UPDATE, f'{{"id": "{goal.id}"}}').view

    wrong = stage.door.submits(stage.cast.marta, form, amount="muchos")
    done = stage.door.submits(stage.cast.marta, form, amount="-3")

    assert list(wrong.errors) == ["field.amount"]
    assert "MQL" in done.text


def test_an_area_gets_its_owner(stage: Stage) -> None:
    form = stage.door.types(stage.cast.marta, "encargar").view

    wrong = stage.door.submits(stage.cast.marta, form, area="SEO", owner=someone(stage.cast.carla))
    done = stage.door.submits(stage.cast.marta, form, area="SEO", owner=someone(stage.cast.mateo))

    assert list(wrong.errors) == ["field.owner"]
    assert "<@UMATEO>" in done.text
    with stage.door.database.reading() as session:
        assert session.exec(select(Responsibility)).one().owner_id == stage.cast.mateo.id


def test_preferences_are_kept(stage: Stage) -> None:
    form = stage.door.presses(stage.cast.ana, Id.ME_OPEN).view

    wrong = stage.door.submits(stage.cast.ana, form, language=picked("en"), zone="Macondo")
    done = stage.door.submits(stage.cast.ana, form, language=picked("en"), zone="America/Lima")

    assert list(wrong.errors) == ["field.zone"]
    assert "English" in done.text
    with stage.door.database.reading() as session:
        ana = session.get_one(Person, stage.cast.ana.id)
        assert (ana.language, ana.zone, ana.wanted_zone) == ("en", "America/Lima", "America/Lima")
