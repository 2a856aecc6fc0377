"""The Home tab shows what is theirs, and again after what its reader did."""

from typing import Any

import pytest

from bot.views.ids import Id
from tests.handlers.conftest import Stage
from tests.handlers.slack import Reply

HOME = {"type": "home", "id": "V1"}


def opens(stage: Stage, slack_id: str = "UANA", **event: Any) -> Reply:
    return stage.door.tells({"type": "app_home_opened", "user": slack_id, **event})


def homes(reply: Reply) -> list[str]:
    return [str(view) for view in reply.views if view["type"] == "home"]


def from_menu(stage: Stage, choice: str) -> Reply:
    """Choose from the menu beside a lead on the Home tab."""
    value = stage.about.replace("}", f', "choice": "{choice}"}}')
    return stage.door.presses(stage.cast.ana, Id.LEAD_MORE, value, response_url="", view=HOME)


def test_the_messages_tab_is_no_home(stage: Stage) -> None:
    assert opens(stage, tab="messages").views == []


def test_a_press_on_it_is_answered_in_a_form_and_the_tab_says_the_new_state(stage: Stage) -> None:
    opens(stage)

    reply = from_menu(stage, "whatsapp")

    assert [view["type"] for view in reply.views] == ["modal", "home"]
    assert "WhatsApp · contestó" in str(reply.views[0])
    assert "En seguimiento" in homes(reply)[0]


@pytest.mark.parametrize("choice", ["log", "snooze", "show", "why", "ack", "assign", "reject"])
def test_everything_in_the_menu_opens_something(stage: Stage, choice: str) -> None:
    opens(stage)

    assert from_menu(stage, choice).views[0]["type"] == "modal"


def test_a_command_and_a_form_renew_it_too(stage: Stage) -> None:
    opens(stage)

    accepted = stage.door.types(stage.cast.ana, f"aceptar {stage.id}")
    form = stage.door.types(stage.cast.ana, f"devolver {stage.id}").view
    returned = stage.door.submits(
        stage.cast.ana, form, reason={"selected_option": {"value": "no_budget"}}
    )

    assert "Aceptado" in homes(accepted)[0]
    assert "Devuelto a marketing" in homes(returned)[0]


def test_after_a_change_of_language_it_speaks_the_new_one(stage: Stage) -> None:
    opens(stage)

    reply = stage.door.types(stage.cast.ana, "idioma en")

    assert "My leads" in homes(reply)[0]


def test_whoever_never_opened_it_or_changed_nothing_is_sent_none(stage: Stage) -> None:
    opens(stage)

    assert homes(stage.door.types(stage.cast.carla, f"aceptar {stage.id}")) == []
    assert homes(stage.door.types(stage.cast.ana, "estado")) == []


def test_an_admin_without_a_part_reads_how_one_begins_and_never_a_lead(stage: Stage) -> None:
    shown = homes(opens(stage, "UALBA"))[0]

    assert Id.AGREEMENT_SETUP in shown
    assert "Mensajes por persona" in shown
    assert "Acme" not in shown


def test_nobody_else_reads_whom_the_bot_writes_to(stage: Stage) -> None:
    assert "Mensajes por persona" not in homes(opens(stage, "UCARLA"))[0]
