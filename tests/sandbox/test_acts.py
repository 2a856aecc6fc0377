"""What people do reaches a real Bolt app over Socket Mode, and what it answers is seen."""

from typing import Any

import pytest

from tests.sandbox.bolt import last_seen
from tests.sandbox.conftest import Clock
from tests.sandbox.hands import Hands

pytestmark = pytest.mark.usefixtures("bot")


def typed(hands: Hands, text: str, **more: Any) -> Any:
    return hands.do("command", **{"user": "ana", "channel": "ventas", "text": text, **more})


def test_the_bot_is_connected(hands: Hands) -> None:
    assert hands.see("health") == {"ready": True, "bot_connected": True, "connections": 1}


def test_a_command_is_answered_in_its_ack(hands: Hands) -> None:
    outcome = typed(hands, "/sla estado")

    (reply,) = outcome["replies"]
    assert reply["text"] == "you said estado"
    assert reply["ephemeral_for"] == "U0ANA"
    assert reply["blocks"][0]["block_id"]
    assert outcome["ack_ms"] is not None
    assert outcome["modal"] is None


def test_only_the_person_who_typed_sees_an_ephemeral_answer(hands: Hands) -> None:
    reply = typed(hands, "hush")["replies"][0]

    hers = hands.see("messages", channel="ventas", user="ana")["messages"]
    his = hands.see("messages", channel="ventas", user="bruno")["messages"]

    assert reply["ts"] in [one["ts"] for one in hers]
    assert reply["ts"] not in [one["ts"] for one in his]


def test_a_public_answer_is_seen_by_all(hands: Hands) -> None:
    reply = typed(hands, "public")["replies"][0]

    his = hands.see("messages", channel="ventas", user="bruno")["messages"]

    assert "ephemeral_for" not in reply
    assert reply["ts"] in [one["ts"] for one in his]


@pytest.mark.parametrize(
    ("text", "arrives"),
    [
        pytest.param("assign @bruno", "assign <@U0BRUNO|bruno>", id="a person"),
        pytest.param("status #ventas", "status <#C0VENTAS|ventas>", id="a channel"),
        pytest.param("assign @nobody", "assign @nobody", id="nobody"),
        pytest.param(
            "new x@acme.test", "new <mailto:x@acme.test|x@acme.test>", id="an e-mail address"
        ),
        pytest.param("see https://a.test/b", "see <https://a.test/b>", id="a link"),
        pytest.param("new A&B <!here>", "new A&amp;B &lt;!here&gt;", id="control characters"),
        pytest.param("new 5 # 3", "new 5 # 3", id="a bare sign"),
    ],
)
def test_typed_names_are_escaped_as_the_manifest_says(
    hands: Hands, text: str, arrives: str
) -> None:
    typed(hands, text)

    assert last_seen("slash_command")["text"] == arrives


def test_a_lazy_answer_comes_through_the_response_address(hands: Hands) -> None:
    outcome = typed(hands, "later")

    assert [one["text"] for one in outcome["replies"]] == ["later 1"]


def test_a_response_address_takes_five_uses(hands: Hands) -> None:
    before = hands.see("traffic", limit=1)["last"]
    outcome = typed(hands, "many")

    uses = [
        one
        for one in hands.see("traffic", after=before)["entries"]
        if one["kind"] == "response_url"
    ]
    assert [one["text"] for one in outcome["replies"]] == [f"later {n}" for n in range(1, 6)]
    assert [one["status"] for one in uses] == [200] * 5 + [404]
    assert uses[-1]["response"]["error"] == "used_url"


def test_a_response_address_lives_thirty_minutes_of_the_shared_clock(
    hands: Hands, clock: Clock
) -> None:
    typed(hands, "anything")
    address = last_seen("slash_command")["response_url"]

    clock.forward(minutes=30)
    in_time = hands.http.post(address, json={"text": "just in time"})
    clock.forward(seconds=1)
    late = hands.http.post(address, json={"text": "too late"})

    assert (in_time.status_code, late.json()["error"]) == (200, "expired_url")


def test_without_an_ack_the_person_is_told(hands: Hands) -> None:
    outcome = typed(hands, "silent")

    assert outcome["ack_ms"] is None
    assert outcome["problem"] == "operation_timeout"
    assert outcome["replies"][0]["notice"] is True
    assert "operation_timeout" in outcome["replies"][0]["text"]
    assert hands.see("traffic", after=hands.see("traffic", limit=1)["last"] - 1)["entries"]


def test_an_unsound_ack_is_refused_aloud(hands: Hands) -> None:
    outcome = typed(hands, "unsound")

    assert outcome["problem"] == "invalid_ack"
    assert "missing required field: text or fields" in outcome["replies"][0]["text"]


def test_commands_do_not_work_in_threads(hands: Hands) -> None:
    refusal = hands.refused("command", user="ana", channel="ventas", text="x", thread_ts="1.1")

    assert refusal == (409, "Slash commands of apps do not work in threads.")


def test_a_button_carries_its_value_and_can_replace_its_message(hands: Hands) -> None:
    card = typed(hands, "card")["replies"][0]

    outcome = hands.do(
        "click", user="ana", channel="ventas", message_ts=card["ts"], action_id="press"
    )

    body = last_seen("block_actions")
    assert body["actions"][0]["value"] == "L-1"
    assert body["container"]["is_ephemeral"] is True
    assert "message" not in body, "Slack leaves the content of ephemeral messages out"
    assert [(one["ts"], one["text"]) for one in outcome["replies"]] == [(card["ts"], "pressed L-1")]
    assert "blocks" not in outcome["replies"][0]


def test_a_button_that_is_not_there_is_named(hands: Hands) -> None:
    card = typed(hands, "card")["replies"][0]

    status, sentence = hands.refused(
        "click", user="ana", channel="ventas", message_ts=card["ts"], action_id="fly"
    )

    assert (status, sentence) == (404, "There is no 'fly' here; there are: open, press, silent.")


def test_nobody_presses_on_what_only_another_sees(hands: Hands) -> None:
    card = typed(hands, "card")["replies"][0]

    status, _ = hands.refused(
        "click", user="bruno", channel="ventas", message_ts=card["ts"], action_id="press"
    )

    assert status == 404


def test_shortcuts_open_modals_and_know_their_message(hands: Hands) -> None:
    said = hands.do("say", user="bruno", channel="ventas", text="call Acme")["message"]

    anywhere = hands.do("shortcut", user="ana", callback_id="lead.new")
    on_it = hands.do(
        "shortcut", user="ana", callback_id="lead.log", channel="ventas", message_ts=said["ts"]
    )

    assert anywhere["modal"]["title"]["text"] == "First"
    assert on_it["replies"][0]["text"] == "about call Acme"
    assert hands.refused("shortcut", user="ana", callback_id="lead.log")[0] == 404


def test_opening_home_lets_the_bot_publish_it(hands: Hands) -> None:
    outcome = hands.do("open_home", user="ana")

    assert outcome["home"]["blocks"][0]["text"]["text"] == "My leads"
    assert hands.see("home", user="ana")["home"]["id"] == outcome["home"]["id"]
    assert hands.see("home", user="carla")["home"] is None


def test_home_has_buttons_too(hands: Hands) -> None:
    hands.do("open_home", user="ana")

    outcome = hands.do("click", user="ana", home=True, action_id="open")

    assert outcome["modal"]["title"]["text"] == "First"


def test_what_is_said_to_the_bot_reaches_it(hands: Hands) -> None:
    in_private = hands.do("say", user="ana", channel="dm", text="echo this")
    in_channel = hands.do("say", user="ana", channel="ventas", text="@SLA echo that")
    aside = hands.do("say", user="ana", channel="ventas", text="echo to nobody")

    heard = [one["message"]["text"] for one in in_private["changes"]]
    assert heard == ["echo this", "heard echo this"]
    assert in_channel["message"]["text"] == "<@U0SLA> echo that"
    assert in_channel["changes"][-1]["message"]["text"] == "heard <@U0SLA> echo that"
    assert len(aside["changes"]) == 1


def test_reactions_come_and_go(hands: Hands) -> None:
    said = hands.do("say", user="bruno", channel="ventas", text="done")["message"]
    spot = {"user": "ana", "channel": "ventas", "message_ts": said["ts"], "name": "eyes"}

    put = hands.do("reaction", **spot)["changes"][-1]["message"]
    taken = hands.do("reaction", **spot, remove=True)["changes"][-1]["message"]

    assert put["reactions"] == [{"name": "eyes", "users": ["U0ANA"], "count": 1}]
    assert "reactions" not in taken
