"""Buttons and menus: each re-reads what it is about, whoever presses, whatever the value says."""

from uuid import uuid4

import pytest
from sqlmodel import select

import handlers
from bot.views.ids import Id
from models import Lead, Outbox, Touch
from tests.handlers.conftest import Stage
from tests.usecases.builders import MONDAY

ABOUT_A_LEAD = {
    Id.TOUCH_WHATSAPP_ANSWERED: "WhatsApp · contestó",
    Id.TOUCH_CALL_ANSWERED: "Llamada · contestó",
    Id.TOUCH_CALL_NO_ANSWER: "Llamada · no contestó",
    Id.LEAD_LOG: "Registrar seguimiento",
    Id.LEAD_ASSIGN: "Laura Gómez",
    Id.LEAD_REJECT: "Devolver a marketing",
    Id.LEAD_CLOSE: "Laura Gómez",
    Id.LEAD_PAUSE: "Laura Gómez",
    Id.LEAD_SHOW: "Laura Gómez",
    Id.LEAD_WHY: "Laura Gómez",
}
WITHOUT_A_SUBJECT = {
    Id.LEAD_NEW: "Registrar un lead",
    Id.LEADS_MINE: "Laura Gómez",
    Id.STATUS_SHOW: "Leads",
    Id.HELP_SHOW: "/sla",
    Id.HELP_MORE: "L-7K3F",
    Id.COMMITMENT_NEW: "compromiso",
    Id.GOAL_NEW: "meta",
    Id.ME_OPEN: "America/Bogota",
    Id.AREA_OWN: "No se cambió nada.",  # Ana leads no side
}
FORGED = [
    "",
    "{}",
    "null",
    "[1]",
    '{"id": "1"}',
    '{"id": "00000000-0000-0000-0000-000000000000"}',
    '{"id": {"$ne": null}}',
    '{"team_id": "T2"}',
    "L-7K3F",
    "x" * 2_001,
    "[" * 1_900,
]


@pytest.mark.parametrize(("action", "says"), ABOUT_A_LEAD.items())
def test_a_button_about_a_lead_does_what_it_says(stage: Stage, action: Id, says: str) -> None:
    reply = stage.door.presses(stage.cast.ana, action, stage.about)

    assert reply.status == 200
    assert says in reply.text or any(says in str(view) for view in reply.views)


@pytest.mark.parametrize(("action", "says"), WITHOUT_A_SUBJECT.items())
def test_a_button_that_stands_for_a_word_answers_like_it(
    stage: Stage, action: Id, says: str
) -> None:
    reply = stage.door.presses(stage.cast.ana, action)

    assert says in reply.text


def test_one_tap_is_one_follow_up_that_can_be_undone(stage: Stage) -> None:
    done = stage.door.presses(stage.cast.ana, Id.TOUCH_WHATSAPP_ANSWERED, stage.about)
    again = stage.door.presses(stage.cast.ana, Id.TOUCH_WHATSAPP_ANSWERED, stage.about)

    assert "Deshacer" in done.text
    assert again.status == 200
    with stage.door.database.reading() as session:
        (touch,) = session.exec(select(Touch)).all()
        assert (touch.channel, touch.outcome) == ("whatsapp", "answered")

    undone = stage.door.presses(stage.cast.ana, Id.TOUCH_UNDO, stage.about)

    assert "Laura Gómez" in undone.text


def test_the_card_in_the_dm_says_itself_that_the_lead_is_accepted(stage: Stage) -> None:
    reply = stage.door.presses(stage.cast.ana, Id.LEAD_ACCEPT, stage.about)

    assert (reply.whispers, reply.views) == ([], [])
    with stage.door.database.reading() as session:
        assert session.exec(select(Lead)).one().accepted_at == MONDAY


@pytest.mark.parametrize("choice", ["30m", "1h", "2h", "tomorrow"])
def test_every_snooze_of_the_menu_is_understood(stage: Stage, choice: str) -> None:
    value = stage.about.replace("}", f', "choice": "{choice}"}}')

    reply = stage.door.chooses(stage.cast.ana, Id.LEAD_SNOOZE, value)

    assert "<!date^" in reply.message["text"]


@pytest.mark.parametrize("choice", ["log", "reject", "assign", "close", "pause", "snooze", "ack"])
def test_every_entry_of_the_menu_opens_its_form(stage: Stage, choice: str) -> None:
    value = stage.about.replace("}", f', "choice": "{choice}"}}')

    reply = stage.door.chooses(stage.cast.ana, Id.LEAD_MORE, value)

    assert "Laura Gómez" in reply.text
    assert reply.view["type"] == "modal"


def test_the_lead_goes_to_whom_the_menu_names(stage: Stage) -> None:
    value = stage.about.replace("}", f', "person": "{stage.cast.bruno.id}"}}')

    reply = stage.door.chooses(stage.cast.carla, Id.LEAD_REASSIGN, value)

    assert "Bruno" in reply.text
    with stage.door.database.reading() as session:
        assert session.exec(select(Lead)).one().owner_id == stage.cast.bruno.id


def test_sharing_posts_the_totals_once_and_says_so(stage: Stage) -> None:
    reply = stage.door.presses(stage.cast.ana, Id.STATUS_SHARE, '{"channel": "CLEADS"}')

    assert "<#CLEADS>" in reply.text
    with stage.door.database.reading() as session:
        shared = [row for row in session.exec(select(Outbox)) if row.notice == "StatusShared"]
        assert [row.destination for row in shared] == ["CLEADS"]


def test_choosing_a_language_answers_in_it(stage: Stage) -> None:
    reply = stage.door.chooses(stage.cast.ana, Id.LANGUAGE_CHOOSE, '{"choice": "en"}')

    assert "English" in reply.text
    assert "lead" in stage.door.types(stage.cast.ana, "status").text


@pytest.mark.parametrize("value", FORGED, ids=range(len(FORGED)))
def test_a_forged_value_is_refused_by_every_button(stage: Stage, value: str) -> None:
    carriers = {Id.COMMAND_TRY, Id.COMMAND_PICK, Id.AGREEMENT_PICK}
    said = {
        action: stage.door.presses(stage.cast.ana, action, value)
        for action in set(handlers.PRESSES) - carriers
    }

    assert {a: reply.text for a, reply in said.items() if "Algo falló" in reply.text} == {}
    with stage.door.database.reading() as session:
        assert session.exec(select(Touch)).all() == []
        assert session.exec(select(Lead)).one().accepted_at is None


def test_a_lead_that_is_not_there_and_one_that_is_not_theirs_get_the_same_words(
    stage: Stage,
) -> None:
    absent = stage.door.presses(stage.cast.mateo, Id.LEAD_SHOW, f'{{"id": "{uuid4()}"}}')
    foreign = stage.door.presses(stage.cast.mateo, Id.LEAD_SHOW, stage.about)

    assert absent.text == foreign.text != ""


def test_a_command_behind_a_button_is_typed_by_whoever_presses(stage: Stage) -> None:
    """The value is no right: Bruno presses what was offered to Ana."""
    reply = stage.door.presses(stage.cast.bruno, Id.COMMAND_TRY, f"accept {stage.id}")

    assert "Puede hacerlo" in reply.text
    with stage.door.database.reading() as session:
        assert session.exec(select(Lead)).one().accepted_at is None


def test_where_there_is_no_message_the_answer_is_a_form(stage: Stage) -> None:
    """On the Home tab and inside a form Slack gives no address to answer to."""
    home = stage.door.presses(
        stage.cast.ana, Id.STATUS_SHOW, response_url="", view={"type": "home", "id": "V1"}
    )

    assert home.view["type"] == "modal"
    assert "Leads" in home.text


def test_a_menu_is_replaced_only_where_nobody_else_sees_it(stage: Stage) -> None:
    place = {"type": "message", "message_ts": "1.1", "channel_id": "CLEADS"}
    alone = stage.door.presses(
        stage.cast.ana, Id.HELP_MORE, container=place | {"is_ephemeral": True}
    )
    public = stage.door.presses(stage.cast.ana, Id.HELP_MORE, container=place)

    assert [each["replace_original"] for each in alone.whispers] == [True]
    assert [each["replace_original"] for each in public.whispers] == [False]
