"""Modals: filled in, refused, stacked, closed."""

from typing import Any

import pytest

from tests.sandbox.bolt import SEEN, last_seen
from tests.sandbox.hands import Hands

pytestmark = pytest.mark.usefixtures("bot")


def a_modal(hands: Hands) -> Any:
    card = hands.do("command", user="ana", channel="ventas", text="card")["replies"][0]
    return hands.do("click", user="ana", channel="ventas", message_ts=card["ts"], action_id="open")[
        "modal"
    ]


def submitted(hands: Hands, text: str, **more: Any) -> Any:
    return hands.do("submit", user="ana", values={"what": text, **more})


def titles(hands: Hands) -> list[str]:
    stack = hands.see("view", user="ana")["stack"]
    return [view["title"]["text"] for view in stack]


def test_a_button_opens_a_modal_with_what_its_fields_hold(hands: Hands) -> None:
    modal = a_modal(hands)

    assert modal["title"]["text"] == "First"
    assert modal["private_metadata"] == "L-1"
    assert modal["state"]["values"]["what"]["value"] == {
        "type": "plain_text_input",
        "value": None,
    }
    assert modal["root_view_id"] == modal["id"]


def test_a_submitted_form_arrives_in_slacks_shape_and_closes(hands: Hands) -> None:
    a_modal(hands)

    outcome = submitted(hands, "Acme", who="bruno", kind={"value": "b"})

    assert outcome["modal"] is None
    values = last_seen("modal")["state"]["values"]
    assert values["who"]["value"] == {"type": "users_select", "selected_user": "U0BRUNO"}
    assert values["kind"]["value"]["selected_option"]["value"] == "b"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        pytest.param({}, "Please complete this required field.", id="a required field left empty"),
        pytest.param(
            {"what": "x" * 21}, "This field takes at most 20 characters.", id="one character over"
        ),
    ],
)
def test_slack_itself_refuses_some_forms(
    hands: Hands, values: dict[str, str], sentence: str
) -> None:
    a_modal(hands)
    before = [one for one in SEEN if one.get("type") == "modal"]

    outcome = hands.do("submit", user="ana", values=values)

    assert outcome["errors"] == {"what": sentence}
    assert outcome["modal"]["title"]["text"] == "First"
    assert [one for one in SEEN if one.get("type") == "modal"] == before


def test_a_refused_form_stays_open_with_its_errors(hands: Hands) -> None:
    a_modal(hands)

    outcome = submitted(hands, "bad")

    assert outcome["errors"] == {"what": "Not that."}
    assert outcome["modal"]["state"]["values"]["what"]["value"]["value"] == "bad"


def test_errors_for_fields_that_are_not_there_are_a_fault_of_the_bot(hands: Hands) -> None:
    a_modal(hands)

    outcome = submitted(hands, "stray")

    assert outcome["problem"] == "invalid_ack"
    assert outcome["modal"]["title"]["text"] == "First"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("next", ["First", "Second"], id="push"),
        pytest.param("other", ["Changed"], id="update"),
        pytest.param("done", [], id="clear"),
        pytest.param("fine", [], id="nothing said"),
    ],
)
def test_an_ack_steers_the_stack(hands: Hands, text: str, left: list[str]) -> None:
    a_modal(hands)

    submitted(hands, text)

    assert titles(hands) == left


def test_a_stack_holds_three_views(hands: Hands) -> None:
    a_modal(hands)
    submitted(hands, "next")
    submitted(hands, "next")

    outcome = submitted(hands, "next")

    assert titles(hands) == ["First", "Second", "Second"]
    assert outcome["problem"] == "invalid_ack"


def test_closing_a_view_shows_the_one_below_and_tells_the_bot(hands: Hands) -> None:
    a_modal(hands)
    submitted(hands, "next")

    outcome = hands.do("close_view", user="ana")

    assert outcome["modal"]["title"]["text"] == "First"
    assert (last_seen("view_closed")["type"], last_seen("view_closed")["is_cleared"]) == (
        "view_closed",
        False,
    )


def test_a_select_in_a_modal_reports_every_field(hands: Hands) -> None:
    modal = a_modal(hands)

    hands.do(
        "click",
        user="ana",
        view_id=modal["id"],
        action_id="pick",
        selected="b",
        values={"what": "half typed"},
    )

    body = last_seen("block_actions")
    assert body["actions"][0]["selected_option"]["value"] == "b"
    assert body["view"]["state"]["values"]["what"]["value"]["value"] == "half typed"
    assert body["view"]["state"]["values"]["extra"]["pick"]["selected_option"]["value"] == "b"
    assert "response_url" not in body


def test_a_field_that_is_not_there_is_named(hands: Hands) -> None:
    a_modal(hands)

    status, sentence = hands.refused("submit", user="ana", values={"nope": "x"})

    assert status == 400
    assert "'nope'" in sentence
    assert "what/value" in sentence


def test_an_external_select_asks_the_bot(hands: Hands) -> None:
    modal = a_modal(hands)

    offered = hands.do("options", user="ana", view_id=modal["id"], action_id="found", value="ac")

    assert offered["options"] == [{"text": {"type": "plain_text", "text": "AC"}, "value": "ac"}]
