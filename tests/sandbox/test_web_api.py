"""The Web API answers as Slack's would, also when it refuses."""

import json
from typing import Any

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox import Workspace
from tests.sandbox.conftest import Clock
from tests.sandbox.hands import Hands


def refusal(hands: Hands, method: str, **arguments: Any) -> str:
    body = hands.api(method, **arguments)
    assert body["ok"] is False, body
    return str(body["error"])


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
    answer = httpx.post(f"{workspace.api_url}auth.test", headers=header)

    assert answer.json()["error"] == error


def test_sockets_need_the_app_token(hands: Hands, workspace: Workspace) -> None:
    with_app_token = WebClient(workspace.app_token, base_url=workspace.api_url)

    assert refusal(hands, "apps.connections.open") == "not_allowed_token_type"
    assert with_app_token.api_call("apps.connections.open")["url"].startswith("ws://127.0.0.1:")


def test_what_is_not_there_is_unknown(hands: Hands) -> None:
    assert refusal(hands, "chat.scheduleMessage") == "unknown_method"


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

    posted = httpx.post(f"{workspace.api_url}chat.postMessage", data=form).json()
    read = httpx.get(
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
    def post(channel: str) -> httpx.Response:
        return httpx.post(
            f"{hands.workspace.api_url}chat.postMessage",
            json={"channel": channel, "text": "x"},
            headers={"Authorization": f"Bearer {hands.workspace.bot_token}"},
        )

    burst = [post("C0VENTAS").status_code for _ in range(3)]
    refused, elsewhere = post("C0VENTAS"), post("D0ANA")
    clock.forward(seconds=1)
    again, too_soon = post("C0VENTAS"), post("C0VENTAS")

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

    assert refusal(hands, "chat.update", **spot, text="yours") == "cant_update_message"
    assert refusal(hands, "chat.delete", **spot) == "cant_delete_message"
    assert refusal(hands, "chat.update", channel="C0VENTAS", ts="1.1", text="x") == (
        "message_not_found"
    )
    assert refusal(hands, "chat.update", **spot, text="x" * 4001) == "cant_update_message"


def test_ephemerals_cannot_be_updated(hands: Hands) -> None:
    ts = hands.slack.chat_postEphemeral(channel="C0VENTAS", user="U0ANA", text="psst")["message_ts"]

    assert refusal(hands, "chat.update", channel="C0VENTAS", ts=ts, text="x") == "message_not_found"
    assert hands.see("messages", channel="ventas", user="ana")["messages"][-1]["text"] == "psst"


def test_history_keeps_to_its_edges_and_pages(hands: Hands, clock: Clock) -> None:
    stamps = []
    for number in range(5):
        clock.forward(seconds=2)
        stamps.append(hands.slack.chat_postMessage(channel="D0CARLA", text=f"{number}")["ts"])

    def between(**arguments: Any) -> list[str]:
        held = hands.slack.conversations_history(channel="D0CARLA", **arguments)
        return [one["text"] for one in held["messages"]]

    assert between(oldest=stamps[1], latest=stamps[3]) == ["2"]
    assert between(oldest=stamps[1], latest=stamps[3], inclusive=True) == ["3", "2", "1"]
    first = hands.slack.conversations_history(channel="D0CARLA", limit=2)
    second = hands.slack.conversations_history(
        channel="D0CARLA", limit=2, cursor=first["response_metadata"]["next_cursor"]
    )
    assert first["has_more"] is True
    assert [one["text"] for one in second["messages"]] == ["2", "1"]
    assert refusal(hands, "conversations.history", channel="D0CARLA", cursor="!") == (
        "invalid_cursor"
    )


def test_replies_stay_in_their_thread(hands: Hands) -> None:
    parent = hands.slack.chat_postMessage(channel="C0VENTAS", text="parent")["ts"]
    hands.slack.chat_postMessage(channel="C0VENTAS", text="child", thread_ts=parent)

    top = hands.slack.conversations_history(channel="C0VENTAS", limit=1)["messages"][0]
    thread = hands.slack.conversations_replies(channel="C0VENTAS", ts=parent)["messages"]

    assert (top["text"], top["reply_count"]) == ("parent", 1)
    assert [one["text"] for one in thread] == ["parent", "child"]
    assert refusal(hands, "conversations.replies", channel="C0VENTAS", ts="1.1") == (
        "thread_not_found"
    )


def test_stamps_are_unique_while_the_clock_stands_still(hands: Hands) -> None:
    stamps = [hands.slack.chat_postMessage(channel="D0BRUNO", text="x")["ts"] for _ in range(3)]

    assert sorted(set(stamps)) == stamps


def test_people_carry_what_the_bot_needs_to_know(hands: Hands) -> None:
    user = hands.slack.users_info(user="U0BRUNO", include_locale=True)["user"]
    found = hands.slack.users_lookupByEmail(email="ANA@acme.test")["user"]

    assert (user["tz"], user["tz_offset"], user["locale"]) == ("Europe/Madrid", 3600, "en-US")
    assert found["id"] == "U0ANA"
    assert refusal(hands, "users.lookupByEmail", email="no@acme.test") == "users_not_found"
    assert refusal(hands, "users.info", user="U0NOBODY") == "user_not_found"


def test_lists_come_in_pages(hands: Hands) -> None:
    pages = [page["members"] for page in hands.slack.users_list(limit=2)]
    names = [one["name"] for page in pages for one in page]

    assert all(len(page) <= 2 for page in pages)
    assert {"ana", "bruno", "carla", "slackbot", "sla"} <= set(names)
    seen = hands.slack.conversations_list()["channels"]
    assert "directivos" not in [one["name"] for one in seen]
    assert refusal(hands, "conversations.list", types="private_channel") == "missing_scope"


def test_quiet_hours_are_told_in_the_persons_own_zone(hands: Hands, clock: Clock) -> None:
    hands.do("change", user="bruno", dnd={"from": "22:00", "to": "08:00"})

    info = hands.slack.dnd_info(user="U0BRUNO")

    local_now = hands.see("people")["people"][1]["local_time"]
    start = info["next_dnd_start_ts"]
    assert info["dnd_enabled"] is True
    assert info["next_dnd_end_ts"] - start == 10 * 3600
    assert "+01:00" in local_now
    assert (start + 3600) % 86_400 == 22 * 3600
    assert info["next_dnd_end_ts"] > clock.now().timestamp()
    hands.do("change", user="bruno", dnd=None)
    team = hands.slack.dnd_teamInfo(users="U0BRUNO,U0ANA")["users"]
    assert team["U0BRUNO"]["dnd_enabled"] is False


def test_a_file_goes_up_in_three_calls_and_can_be_read(hands: Hands) -> None:
    hands.slack.files_upload_v2(
        channel="C0VENTAS", filename="report.csv", content="a,b\n", initial_comment="The report"
    )

    last = hands.see("messages", channel="ventas")["messages"][-1]
    read = httpx.get(last["files"][0]["url_private"])

    assert last["text"] == "The report"
    assert (read.text, read.headers["content-type"]) == ("a,b\n", "text/csv; charset=utf-8")
    assert "attachment" in read.headers["content-disposition"]


def test_the_bot_reacts_once(hands: Hands) -> None:
    ts = hands.slack.chat_postMessage(channel="C0VENTAS", text="x")["ts"]
    hands.slack.reactions_add(channel="C0VENTAS", timestamp=ts, name="eyes")

    again = refusal(hands, "reactions.add", channel="C0VENTAS", timestamp=ts, name="eyes")
    hands.slack.reactions_remove(channel="C0VENTAS", timestamp=ts, name="eyes")

    assert again == "already_reacted"
    assert "reactions" not in hands.see("messages", channel="ventas")["messages"][-1]


def test_a_channel_canvas_is_made_once_and_edited_in_place(hands: Hands) -> None:
    first = {"type": "markdown", "markdown": "# Agreement\n\nOne hour.\n\n# Goals"}
    made = hands.slack.conversations_canvases_create(channel_id="C0VENTAS", document_content=first)[
        "canvas_id"
    ]
    section = hands.see("canvas", channel="ventas")["canvas"]["sections"][1]["id"]
    second = {"type": "markdown", "markdown": "Two hours."}

    hands.slack.canvases_edit(
        canvas_id=made,
        changes=[{"operation": "replace", "section_id": section, "document_content": second}],
    )

    held = hands.see("canvas", channel="ventas")["canvas"]
    assert held["markdown"] == "# Agreement\n\nTwo hours.\n\n# Goals"
    assert refusal(hands, "conversations.canvases.create", channel_id="C0VENTAS") == (
        "channel_canvas_already_exists"
    )


def test_an_error_of_the_sdk_carries_slacks_words(hands: Hands) -> None:
    with pytest.raises(SlackApiError) as error:
        hands.slack.chat_postMessage(channel="C0VENTAS", text="x", blocks=[{"type": "nope"}])

    assert error.value.response["error"] == "invalid_blocks"
    assert error.value.response["errors"] == [
        "unsupported type: nope [json-pointer:/blocks/0/type]"
    ]
