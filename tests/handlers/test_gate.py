"""Who is let in: members of the installed workspace that our own table of people knows."""

from typing import Any

import pytest
from slack_bolt.request import BoltRequest
from sqlmodel import select

from models import Event, Person
from tests.handlers.conftest import Stage


def strange(stage: Stage, **marks: bool) -> Person:
    with stage.door.database.writing() as session:
        diego = session.get_one(Person, stage.cast.diego.id)
        for name, value in marks.items():
            setattr(diego, name, value)
    return diego


def is_refused_in_both_languages(text: str) -> bool:
    return text.count("\n") >= 1 and "Laura" not in text and "/sla" not in text


@pytest.mark.parametrize("mark", ["is_stranger", "is_deactivated", "is_guest"])
def test_a_stranger_a_leaver_and_a_guest_without_a_role_get_a_polite_sentence(
    stage: Stage, mark: str
) -> None:
    diego = strange(stage, **{mark: True})

    typed = stage.door.types(diego, f"lead {stage.id}")
    pressed = stage.door.presses(diego, "lead.show", stage.about)

    assert is_refused_in_both_languages(typed.text)
    assert is_refused_in_both_languages(pressed.text)


def test_a_guest_with_a_role_is_let_in(stage: Stage) -> None:
    with stage.door.database.writing() as session:
        session.get_one(Person, stage.cast.ana.id).is_guest = True

    assert "Laura Gómez" in stage.door.types(stage.cast.ana, f"lead {stage.id}").text


def test_somebody_nobody_knows_is_refused(stage: Stage) -> None:
    nobody = Person(team_id="T1", slack_id="UNOBODY", name="Nadie", seen_at=stage.door.now)

    assert is_refused_in_both_languages(stage.door.types(nobody, "estado").text)


@pytest.mark.parametrize(
    "change",
    [
        {"team_id": "T2"},
        {"team_id": ""},
        {"enterprise_id": "E2"},
        {"user_id": ""},
        {"user": {"id": "UANA", "team_id": "T2"}},
        {"view": {"app_installed_team_id": "T2"}},
    ],
    ids=["other team", "no team", "other enterprise", "nobody", "a foreigner", "a foreign form"],
)
def test_a_payload_from_elsewhere_runs_nothing(stage: Stage, change: dict[str, Any]) -> None:
    reply = stage.door.types(stage.cast.ana, f"aceptar {stage.id}", **change)

    assert is_refused_in_both_languages(reply.text)
    with stage.door.database.reading() as session:
        assert [e.kind for e in session.exec(select(Event)) if e.kind == "lead.accepted"] == []


@pytest.mark.parametrize("kind", ["block_actions", "view_submission", "shortcut", "message_action"])
def test_an_interaction_of_another_workspace_runs_nothing(stage: Stage, kind: str) -> None:
    body = {
        "type": kind,
        "team": {"id": "T2"},
        "user": {"id": "UANA", "team_id": "T2"},
        "trigger_id": "1.2.3",
        "response_url": "https://hooks.slack.test/1",
        "callback_id": "shortcut.lead_new",
        "actions": [{"action_id": "lead.accept", "value": stage.about}],
        "view": {"type": "modal", "callback_id": "reject.submit", "private_metadata": stage.about},
    }

    reply = stage.door.sends(body)

    assert reply.status == 200
    assert "Laura" not in reply.text
    with stage.door.database.reading() as session:
        assert [e.kind for e in session.exec(select(Event)) if e.kind == "lead.accepted"] == []


def test_what_a_bot_says_is_not_answered(stage: Stage) -> None:
    reply = stage.door.tells({"type": "message", "bot_id": "B2", "text": "/sla estado"})

    assert (reply.ack, reply.whispers) == ({}, [])


@pytest.mark.parametrize("body", [{}, {"type": "block_actions"}, {"command": "/sla"}, {"event": 1}])
def test_half_a_payload_is_no_surprise(stage: Stage, body: dict[str, Any]) -> None:
    response = stage.door.app.dispatch(BoltRequest(mode="socket_mode", body=body))

    assert response.status in (200, 404)
    assert "Traceback" not in str(response.body)


def test_a_person_outside_the_agreement_gets_no_figures(stage: Stage) -> None:
    reply = stage.door.types(stage.cast.diego, "estado")

    assert "1 lead" not in reply.text
    assert "acuerdo" in reply.text
