"""Forms: taken and told, or refused beside the line that is wrong."""

from decimal import Decimal
from typing import Any

import pytest
from sqlmodel import select

from bot.views.ids import Id
from models import Agreement, Commitment, Goal, KnownChannel, Lead, Person, Responsibility, Touch
from tests.handlers.conftest import Stage
from tests.usecases.builders import MONDAY


def picked(value: str) -> dict[str, Any]:
    return {"selected_option": {"value": value}}


def someone(person: Person) -> dict[str, Any]:
    return {"selected_user": person.slack_id}


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
    [("mañana", "mañana"), ("qwerty", "qwerty"), ("hace 2h", "")],
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

    assert "puede" in by_another.text
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


class TestSettingUp:
    @pytest.fixture
    def channels(self, stage: Stage) -> None:
        with stage.door.database.writing() as session:
            for name, is_shared in (("CNEW", False), ("CSHARED", True)):
                session.add(
                    KnownChannel(
                        team_id="T1",
                        slack_id=name,
                        name=name.lower(),
                        is_shared=is_shared,
                        seen_at=MONDAY,
                    )
                )

    def fill(self, stage: Stage, channel: str) -> dict[str, Any]:
        return {
            "name": "Norte",
            "kind": picked("marketing_sales"),
            "working_channel": {"selected_conversation": channel},
            "marketing_leads": {"selected_users": [stage.cast.marta.slack_id]},
            "sales_leads": {"selected_users": [stage.cast.carla.slack_id]},
            "reps": {"selected_users": [stage.cast.ana.slack_id]},
            "zone": "America/Bogota",
            "days": {"selected_options": [{"value": str(day)} for day in range(5)]},
            "hours": "08:00-12:00, 14:00-18:00",
            "country": picked("CO"),
            "language": picked("es"),
            "currency": picked("COP"),
            "first_touch": "4 h",
        }

    @pytest.mark.usefixtures("channels")
    def test_an_agreement_is_set_up(self, stage: Stage) -> None:
        form = stage.door.types(stage.cast.alba, "configurar", channel="CNEW").view

        reply = stage.door.submits(stage.cast.alba, form, **self.fill(stage, "CNEW"))

        assert "Norte" in reply.text
        with stage.door.database.reading() as session:
            made = session.exec(select(Agreement).where(Agreement.name == "Norte")).one()
            assert made.channel_id == made.celebration_channel_id == "CNEW"

    @pytest.mark.usefixtures("channels")
    @pytest.mark.parametrize("channel", ["CSHARED", "CUNKNOWN", "CLEADS"])
    def test_a_channel_that_will_not_do_is_refused(self, stage: Stage, channel: str) -> None:
        form = stage.door.types(stage.cast.alba, "configurar", channel="CNEW").view

        reply = stage.door.submits(stage.cast.alba, form, **self.fill(stage, channel))

        assert list(reply.errors) == ["field.working_channel"]

    @pytest.mark.usefixtures("channels")
    def test_choosing_a_country_shows_its_holidays_and_keeps_the_rest(self, stage: Stage) -> None:
        form = stage.door.types(stage.cast.alba, "configurar", channel="CNEW").view
        filled = self.fill(stage, "CNEW") | {"country": picked("MX")}
        state = {
            block["block_id"]: {block["element"]["action_id"]: _held(filled, block["block_id"])}
            for block in form["blocks"]
            if block["type"] == "input"
        }

        reply = stage.door.presses(
            stage.cast.alba,
            Id.SETUP_COUNTRY,
            response_url="",
            view=form | {"id": "V1", "hash": "1", "state": {"values": state}},
        )

        assert "Norte" in str(reply.view)
        assert "Independencia" in reply.text


def _held(filled: dict[str, Any], block_id: str) -> dict[str, Any]:
    given = filled.get(block_id.removeprefix("field."))
    return given if isinstance(given, dict) else {"value": given}


def test_a_form_of_somebody_else_is_no_right(stage: Stage) -> None:
    """Bruno submits the form that was opened for Ana."""
    form = stage.door.types(stage.cast.ana, f"devolver {stage.id}").view

    reply = stage.door.submits(stage.cast.bruno, form, reason=picked("no_budget"))

    assert "puede" in reply.text
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


class TestShortcuts:
    def test_register_an_mql(self, stage: Stage) -> None:
        assert stage.door.uses(stage.cast.ana, Id.SHORTCUT_LEAD_NEW).view["callback_id"] == (
            Id.FORM_LEAD_NEW
        )

    def test_log_a_follow_up_from_a_message(self, stage: Stage) -> None:
        form = stage.door.uses(stage.cast.ana, Id.SHORTCUT_TOUCH, "Hablé con Laura &amp; Paz").view

        reply = stage.door.submits(
            stage.cast.ana,
            form,
            lead=stage.id,
            channel=picked("call"),
            outcome=picked("answered"),
            note="Hablé",
        )

        assert "Hablé con Laura & Paz" in str(form)
        assert "Laura Gómez" in reply.text

    def test_a_lead_nobody_knows_is_refused_beside_its_line(self, stage: Stage) -> None:
        form = stage.door.uses(stage.cast.ana, Id.SHORTCUT_TOUCH, "Hablé con Laura").view

        reply = stage.door.submits(
            stage.cast.ana, form, lead="Nadie", channel=picked("call"), outcome=picked("answered")
        )

        assert list(reply.errors) == ["field.lead"]

    def test_make_a_message_a_commitment(self, stage: Stage) -> None:
        form = stage.door.uses(stage.cast.ana, Id.SHORTCUT_COMMITMENT, "Enviar la propuesta").view

        assert "Enviar la propuesta" in str(form)
