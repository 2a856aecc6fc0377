"""The Web API answers as Slack's would, also when it refuses."""

import json
from typing import Any

import httpx
import pytest
from slack_sdk import WebClient

from bot.sandbox import Workspace
from tests.sandbox.conftest import Clock
from tests.sandbox.hands import Hands, get, post


def test_the_token_says_who_the_bot_is(hands: Hands) -> None:
    answer = hands.slack.auth_test()

    assert (answer["user_id"], answer["bot_id"], answer["team_id"]) == ("U0SLA", "B0SLA", "T0LOCAL")


@pytest.mark.parametrize(
    ("header", "error"),
    [
        pytest.param({}, "not_authed", id="no token"),
        pytest.param({"Authorization": "Bearer xoxb-wrong"}, "invalid_auth", id="a wrong token"),
    ],
)
def test_calls_need_a_token(workspace: Workspace, header: dict[str, str], error: str) -> None:
    answer = post(f"{workspace.api_url}auth.test", headers=header)

    assert answer.json()["error"] == error


def test_sockets_need_the_app_token(hands: Hands, workspace: Workspace) -> None:
    with_app_token = WebClient(workspace.app_token, base_url=workspace.api_url)

    assert hands.refusal("apps.connections.open") == "not_allowed_token_type"
    assert with_app_token.api_call("apps.connections.open")["url"].startswith("ws://127.0.0.1:")


def test_what_is_not_there_is_unknown(hands: Hands) -> None:
    assert hands.refusal("chat.scheduleMessage") == "unknown_method"


def test_a_missing_scope_is_named(hands: Hands) -> None:
    body = hands.api("reactions.get", channel="C0VENTAS", timestamp="1.1")

    assert (body["error"], body["needed"]) == ("missing_scope", "reactions:read")
    assert "chat:write" in body["provided"].split(",")


def test_forms_and_addresses_carry_arguments_as_well_as_json(
    hands: Hands, workspace: Workspace
) -> None:
    block = {"type": "divider"}
    form = {
        "token": workspace.bot_token,
        "channel": "C0VENTAS",
        "text": "from a form",
        "blocks": json.dumps([block]),
    }

    posted = post(f"{workspace.api_url}chat.postMessage", data=form).json()
    read = get(
        f"{workspace.api_url}conversations.history",
        params={"token": workspace.bot_token, "channel": "C0VENTAS", "limit": "1"},
    ).json()

    assert posted["message"]["blocks"][0]["type"] == "divider"
    assert read["messages"][0]["text"] == "from a form"
    assert workspace.bot_token not in json.dumps(hands.see("traffic", limit=100_000))


@pytest.mark.parametrize(
    ("channel", "error"),
    [
        pytest.param("C0NOWHERE", "channel_not_found", id="there is none"),
        pytest.param("C0DIRECTIVOS", "", id="private, and the bot is in it"),
        pytest.param("C0MERCADEO", "not_in_channel", id="public, but the bot is not in it"),
        pytest.param("#ventas", "", id="by name"),
        pytest.param("U0ANA", "", id="a person, whose conversation opens"),
        pytest.param("U0NOBODY", "channel_not_found", id="nobody"),
    ],
)
def test_where_the_bot_can_post(hands: Hands, channel: str, error: str) -> None:
    body = hands.api("chat.postMessage", channel=channel, text="hello")

    assert body.get("error", "") == error


def test_a_message_to_a_person_lands_in_that_conversation(hands: Hands) -> None:
    posted = hands.slack.chat_postMessage(channel="U0ANA", text="only for Ana")
    opened = hands.slack.conversations_open(users="U0ANA")

    last = hands.see("dm", user="ana")["messages"][-1]

    assert posted["channel"] == opened["channel"]["id"] == "D0ANA"
    assert (last["ts"], last["text"]) == (posted["ts"], "only for Ana")


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        pytest.param({}, "no_text", id="nothing to say"),
        pytest.param({"text": "x" * 40_000}, "", id="as long as can be"),
        pytest.param({"text": "x" * 40_001}, "msg_too_long", id="one character longer"),
        pytest.param({"blocks": "[{"}, "invalid_blocks_format", id="unreadable blocks"),
        pytest.param(
            {"text": "x", "metadata": {"event_type": "x"}},
            "invalid_metadata_format",
            id="metadata without payload",
        ),
        pytest.param(
            {"text": "x", "thread_ts": "1.000000"}, "cannot_reply_to_message", id="no such thread"
        ),
    ],
)
def test_what_a_message_can_say(hands: Hands, arguments: dict[str, Any], error: str) -> None:
    body = hands.api("chat.postMessage", channel="C0VENTAS", **arguments)

    assert body.get("error", "") == error


def test_metadata_is_hidden_unless_asked_for(hands: Hands) -> None:
    metadata = {"event_type": "outbox", "event_payload": {"id": "42"}}
    posted = hands.slack.chat_postMessage(channel="C0VENTAS", text="x", metadata=metadata)
    assert "metadata" not in posted["message"]

    plain = hands.slack.conversations_history(channel="C0VENTAS", limit=1)
    full = hands.slack.conversations_history(channel="C0VENTAS", limit=1, include_all_metadata=True)

    assert "metadata" not in plain["messages"][0]
    assert full["messages"][0]["metadata"] == metadata
    assert "metadata" not in hands.see("messages", channel="ventas")["messages"][-1]


def test_each_channel_takes_a_burst_and_then_a_message_a_second(hands: Hands, clock: Clock) -> None:
    def send(channel: str) -> httpx.Response:
        return post(
            f"{hands.workspace.api_url}chat.postMessage",
            json={"channel": channel, "text": "x"},
            headers={"Authorization": f"Bearer {hands.workspace.bot_token}"},
        )

    burst = [send("C0VENTAS").status_code for _ in range(3)]
    refused, elsewhere = send("C0VENTAS"), send("D0ANA")
    clock.forward(seconds=1)
    again, too_soon = send("C0VENTAS"), send("C0VENTAS")

    assert burst == [200, 200, 200]
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "1")
    assert refused.json() == {"ok": False, "error": "ratelimited"}
    assert (elsewhere.status_code, again.status_code, too_soon.status_code) == (200, 200, 429)


def test_text_alone_takes_the_old_blocks_away_and_marks_the_edit(hands: Hands) -> None:
    posted = hands.slack.chat_postMessage(
        channel="C0VENTAS", text="old", blocks=[{"type": "divider"}]
    )
    ts = posted["ts"]

    with_blocks = hands.slack.chat_update(
        channel="C0VENTAS", ts=ts, text="new", blocks=[{"type": "divider"}, {"type": "divider"}]
    )["message"]
    with_text = hands.slack.chat_update(channel="C0VENTAS", ts=ts, text="newest")["message"]

    assert len(with_blocks["blocks"]) == 2
    assert "edited" not in with_blocks
    assert "blocks" not in with_text
    assert with_text["edited"]["user"] == "U0SLA"
    assert hands.see("messages", channel="ventas")["messages"][-1]["text"] == "newest"


def test_the_bot_changes_only_its_own_messages(hands: Hands) -> None:
    said = hands.do("say", user="ana", channel="ventas", text="mine")["message"]
    spot = {"channel": "C0VENTAS", "ts": said["ts"]}

    assert hands.refusal("chat.update", **spot, text="yours") == "cant_update_message"
    assert hands.refusal("chat.delete", **spot) == "cant_delete_message"
    assert hands.refusal("chat.update", channel="C0VENTAS", ts="1.1", text="x") == (
        "message_not_found"
    )
    assert hands.refusal("chat.update", **spot, text="x" * 4001) == "cant_update_message"


def test_ephemerals_cannot_be_updated(hands: Hands) -> None:
    ts = hands.slack.chat_postEphemeral(channel="C0VENTAS", user="U0ANA", text="psst")["message_ts"]

    assert hands.refusal("chat.update", channel="C0VENTAS", ts=ts, text="x") == "message_not_found"
    assert hands.see("messages", channel="ventas", user="ana")["messages"][-1]["text"] == "psst"
