"""Requests at the door: filed in words or in the form, and each act by exactly whoever may."""

from collections.abc import Mapping
from uuid import UUID

import pytest
from sqlmodel import func, select

from bot.rules.rights import Action, Standing, may
from bot.views.ids import Id
from models import Event, Request
from tests.handlers.conftest import Stage
from tests.handlers.slack import Json, Reply
from tests.handlers.test_forms import picked
from tests.usecases.areas import make_areas

STANDINGS: Mapping[str, Standing] = {
    "marta": Standing("marketing", is_lead=True, of_party="marketing"),
    "mateo": Standing("marketing", owns=True, of_party="marketing"),
    "carla": Standing("sales", is_lead=True, of_party="marketing"),
    "ana": Standing("sales", of_party="marketing"),
    "elena": Standing("management", of_party="marketing"),
    "alba": Standing(is_admin=True, of_party="marketing"),
    "diego": Standing(of_party="marketing"),
}


@pytest.fixture
def asking(stage: Stage) -> Stage:
    """Mateo answers for SEO; nobody for anything else."""
    with stage.door.database.writing() as session:
        make_areas(session, stage.cast.agreement, seo=stage.cast.mateo)
    return stage


def filed(stage: Stage) -> list[Request]:
    with stage.door.database.reading() as session:
        return list(session.exec(select(Request).order_by(Request.public_id)).all())


def asked_by_bruno(stage: Stage) -> UUID:
    stage.door.types(stage.cast.bruno, "solicitud el informe de SEO")
    (request,) = filed(stage)
    return request.id


def about(request_id: UUID, more: str = "") -> str:
    return f'{{"id": "{request_id}"{more}}}'


class TestFilingInWords:
    def test_what_says_enough_is_filed_at_once(self, asking: Stage) -> None:
        reply = asking.door.types(asking.cast.ana, "solicitud urgente: el SEO se cayó")

        (request,) = filed(asking)
        assert (request.kind, request.text) == ("urgent", "el SEO se cayó")
        assert request.public_id in reply.text
        assert "Mateo" in reply.text
        assert "El acuerdo no fija un plazo" in reply.text

    @pytest.mark.parametrize("word", ["urgencia", "urgente:", "urgent"])
    def test_the_word_of_the_command_can_be_the_kind(self, asking: Stage, word: str) -> None:
        asking.door.types(asking.cast.ana, f"{word} el SEO se cayó")

        assert [(each.kind, each.text) for each in filed(asking)] == [("urgent", "el SEO se cayó")]

    @pytest.mark.parametrize(
        ("typed", "shown"),
        [
            pytest.param("solicitud hasta cuándo hay café", "hasta cuándo hay café", id="no area"),
            pytest.param("solicitud un artículo de SEO", "un artículo de SEO", id="two areas"),
            pytest.param("urgencia", "Solicitud urgente", id="nothing asked"),
            pytest.param("solicitud nueva folleto", "folleto", id="a new one"),
        ],
    )
    def test_what_is_missing_or_unclear_is_asked_for_in_the_form(
        self, asking: Stage, typed: str, shown: str
    ) -> None:
        view = asking.door.types(asking.cast.ana, typed).view

        assert view["callback_id"] == Id.FORM_REQUEST
        assert shown in str(view)
        assert filed(asking) == []

    @pytest.mark.parametrize(
        ("typed", "kind"),
        [
            ("solicitud urgente", "urgent"),
            ("request urgent, please", "urgent"),
            ("urgencia urgente", "urgent"),
            ("solicitud una consulta", "information"),
        ],
    )
    def test_a_kind_and_nothing_else_opens_the_form_with_that_kind(
        self, asking: Stage, typed: str, kind: str
    ) -> None:
        view = asking.door.types(asking.cast.ana, typed).view

        lines = {block.get("block_id"): block.get("element") for block in view["blocks"]}
        assert lines["field.kind"]["initial_option"]["value"] == kind
        assert "initial_value" not in lines["field.text"]
        assert filed(asking) == []

    def test_a_person_named_is_whom_it_is_asked_for(self, asking: Stage) -> None:
        asking.door.types(asking.cast.ana, "solicitud informe de SEO para <@UELENA|elena>")

        (request,) = filed(asking)
        assert request.client_id == asking.cast.elena.id
        assert "@" not in request.text

    def test_a_client_is_named_in_words(self, asking: Stage) -> None:
        reply = asking.door.types(asking.cast.ana, "request SEO report, asked by Northwind")

        assert [each.client for each in filed(asking)] == ["Northwind"]
        assert "Northwind" in reply.text

    def test_control_tokens_in_it_are_dead(self, asking: Stage) -> None:
        reply = asking.door.types(asking.cast.ana, "solicitud SEO &lt;!channel&gt; ya")

        assert "<!channel>" not in str(reply.ack)
        assert "&lt;!channel&gt;" in str(reply.ack)

    def test_alone_it_lists_with_a_way_to_make_one(self, asking: Stage) -> None:
        asked_by_bruno(asking)

        listed = asking.door.types(asking.cast.mateo, "solicitudes")

        assert "1 solicitud abierta en total." in listed.text
        assert "el informe de SEO" in listed.text
        assert Id.REQUEST_NEW in str(listed.ack)

    def test_its_id_shows_it_and_why_tells_its_story(self, asking: Stage) -> None:
        asked_by_bruno(asking)
        (request,) = filed(asking)

        shown = asking.door.types(asking.cast.mateo, f"solicitud {request.public_id.lower()}")
        why = asking.door.types(asking.cast.mateo, f"por qué {request.public_id}")

        assert Id.REQUEST_ANSWER in str(shown.ack)
        assert "Bruno hizo la solicitud." in why.text

    def test_an_id_nobody_has_is_refused_calmly(self, asking: Stage) -> None:
        reply = asking.door.types(asking.cast.mateo, "solicitud R-9999")

        assert "No se encuentra la solicitud" in reply.text


def test_without_any_area_there_is_nobody_to_ask(stage: Stage) -> None:
    for typed in ("solicitud un folleto", "solicitud nueva"):
        assert "No hay todavía un área" in stage.door.types(stage.cast.ana, typed).text


class TestTheForms:
    def submit(self, stage: Stage, person: str, **values: object) -> Reply:
        view = stage.door.types(stage.cast.marta, "solicitud nueva").view
        filled: Json = {"text": "Un folleto", "kind": picked("asset"), "area": picked("seo")}
        return stage.door.submits(getattr(stage.cast, person), view, **filled | values)

    def test_it_is_filed_as_filled_in(self, asking: Stage) -> None:
        self.submit(asking, "ana", client="Acme")

        (request,) = filed(asking)
        assert (request.kind, request.text, request.client) == ("asset", "Un folleto", "Acme")

    @pytest.mark.parametrize(
        ("wrong", "line"),
        [
            ({"text": " "}, "field.text"),
            ({"area": picked("nowhere")}, "field.area"),
            ({"kind": picked("favour")}, "field.kind"),
            ({"client": "@nadie"}, "field.client"),
        ],
    )
    def test_what_is_wrong_is_said_beside_its_line(
        self, asking: Stage, wrong: dict[str, object], line: str
    ) -> None:
        reply = self.submit(asking, "ana", **wrong)

        assert list(reply.errors) == [line]
        assert filed(asking) == []

    def test_a_message_becomes_a_request(self, asking: Stage) -> None:
        view = asking.door.uses(asking.cast.ana, Id.SHORTCUT_REQUEST, "Urge el SEO &amp; más").view

        asking.door.submits(
            asking.cast.ana,
            view,
            text="Urge el SEO & más",
            kind=picked("urgent"),
            area=picked("seo"),
        )

        assert "Urge el SEO & más" in str(view)
        assert len(filed(asking)) == 1

    def test_an_answer_and_a_second_thought(self, asking: Stage) -> None:
        door, cast = asking.door, asking.cast
        request_id = asked_by_bruno(asking)
        answering = door.presses(cast.mateo, Id.REQUEST_ANSWER, about(request_id)).view

        answered = door.submits(cast.mateo, answering, answer="Va adjunto.")
        asking_again = door.presses(cast.bruno, Id.REQUEST_REOPEN, about(request_id)).view
        door.submits(cast.bruno, asking_again, reason="Falta marzo.")

        assert "Va adjunto." in answered.text
        assert [each.state for each in filed(asking)] == ["open"]

    def test_a_second_answer_is_refused_in_the_form(self, asking: Stage) -> None:
        door, cast = asking.door, asking.cast
        request_id = asked_by_bruno(asking)
        view = door.presses(cast.mateo, Id.REQUEST_ANSWER, about(request_id)).view
        door.submits(cast.mateo, view, answer="Va adjunto.")

        second = door.submits(cast.marta, view, answer="Otro.")

        assert "Mateo ya respondió" in second.text

    def test_a_moment_longer_than_allowed_becomes_the_longest(self, asking: Stage) -> None:
        request_id = asked_by_bruno(asking)

        reply = asking.door.chooses(
            asking.cast.mateo, Id.REQUEST_ACK, about(request_id, ', "choice": "tomorrow"')
        )

        assert "Mateo está en eso" in reply.text


def events(stage: Stage) -> int:
    with stage.door.database.reading() as session:
        return session.exec(select(func.count()).select_from(Event)).one()


@pytest.mark.parametrize("name", STANDINGS)
def test_a_request_is_filed_by_whoever_may(asking: Stage, name: str) -> None:
    asking.door.types(getattr(asking.cast, name), "solicitud el informe de SEO")

    assert bool(filed(asking)) is may(Action.FILE_REQUEST, STANDINGS[name])


@pytest.mark.parametrize("name", STANDINGS)
@pytest.mark.parametrize(
    ("action", "press", "more"),
    [
        (Action.ANSWER_REQUEST, Id.REQUEST_ACK, ', "choice": "1h"'),
        (Action.HAND_ON_REQUEST, Id.REQUEST_HAND_ON, ', "person": "MARTA"'),
        (Action.WITHDRAW_REQUEST, Id.REQUEST_WITHDRAW, ""),
    ],
)
def test_a_button_does_it_exactly_for_whoever_may(
    asking: Stage, action: Action, press: Id, more: str, name: str
) -> None:
    request_id = asked_by_bruno(asking)
    before = events(asking)
    # Mateo answers for it, which gives nobody the right to take another's request back.
    standing = STANDINGS[name]
    if action is Action.WITHDRAW_REQUEST:
        standing = Standing(standing.party, standing.is_lead, standing.is_admin)

    value = about(request_id, more.replace("MARTA", str(asking.cast.marta.id)))
    reply = asking.door.presses(getattr(asking.cast, name), press, value)

    assert (events(asking) > before) is may(action, standing), reply
    assert "Algo falló" not in str(reply)


@pytest.mark.parametrize("name", STANDINGS)
def test_an_answer_counts_exactly_from_whoever_may(asking: Stage, name: str) -> None:
    request_id = asked_by_bruno(asking)
    view = asking.door.presses(asking.cast.mateo, Id.REQUEST_ANSWER, about(request_id)).view

    asking.door.submits(getattr(asking.cast, name), view, answer="Va.")

    answered = filed(asking)[0].state == "answered"
    assert answered is may(Action.ANSWER_REQUEST, STANDINGS[name])
