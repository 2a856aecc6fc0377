"""What the Web API tells: histories, people, lists, files, canvases."""

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError

from tests.sandbox.conftest import Clock
from tests.sandbox.hands import Hands, get


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
    assert hands.refusal("conversations.history", channel="D0CARLA", cursor="!") == (
        "invalid_cursor"
    )


def test_replies_stay_in_their_thread(hands: Hands) -> None:
    parent = hands.slack.chat_postMessage(channel="C0VENTAS", text="parent")["ts"]
    hands.slack.chat_postMessage(channel="C0VENTAS", text="child", thread_ts=parent)

    top = hands.slack.conversations_history(channel="C0VENTAS", limit=1)["messages"][0]
    thread = hands.slack.conversations_replies(channel="C0VENTAS", ts=parent)["messages"]

    assert (top["text"], top["reply_count"]) == ("parent", 1)
    assert [one["text"] for one in thread] == ["parent", "child"]
    assert hands.refusal("conversations.replies", channel="C0VENTAS", ts="1.1") == (
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
    assert hands.refusal("users.lookupByEmail", email="no@acme.test") == "users_not_found"
    assert hands.refusal("users.info", user="U0NOBODY") == "user_not_found"


def test_lists_come_in_pages(hands: Hands) -> None:
    pages = [page["members"] for page in hands.slack.users_list(limit=2)]
    names = [one["name"] for page in pages for one in page]

    assert all(len(page) <= 2 for page in pages)
    assert {"ana", "bruno", "carla", "slackbot", "sla"} <= set(names)
    seen = hands.slack.conversations_list()["channels"]
    assert "directivos" not in [one["name"] for one in seen]
    assert hands.refusal("conversations.list", types="private_channel") == "missing_scope"


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
    read = get(last["files"][0]["url_private"])

    assert last["text"] == "The report"
    assert (read.text, read.headers["content-type"]) == ("a,b\n", "text/csv; charset=utf-8")
    assert "attachment" in read.headers["content-disposition"]


def test_the_bot_reacts_once(hands: Hands) -> None:
    ts = hands.slack.chat_postMessage(channel="C0VENTAS", text="x")["ts"]
    hands.slack.reactions_add(channel="C0VENTAS", timestamp=ts, name="eyes")

    again = hands.refusal("reactions.add", channel="C0VENTAS", timestamp=ts, name="eyes")
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
    assert hands.refusal("conversations.canvases.create", channel_id="C0VENTAS") == (
        "channel_canvas_already_exists"
    )


def test_an_error_of_the_sdk_carries_slacks_words(hands: Hands) -> None:
    with pytest.raises(SlackApiError) as error:
        hands.slack.chat_postMessage(channel="C0VENTAS", text="x", blocks=[{"type": "nope"}])

    assert error.value.response["error"] == "invalid_blocks"
    assert error.value.response["errors"] == [
        "unsupported type: nope [json-pointer:/blocks/0/type]"
    ]
