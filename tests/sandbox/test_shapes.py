"""What the bot receives has no key that Slack's own samples do not have."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.sandbox.bolt import last_seen
from tests.sandbox.hands import Hands

pytestmark = [pytest.mark.usefixtures("bot"), pytest.mark.data]
NEWER = {"context_team_id", "context_enterprise_id", "is_ext_shared_channel", "response_urls"} | {
    "cache_ts",
    "state",
    "event_ts",
    "blocks",
}
"""Keys that Slack documents and the samples, older and cut short, lack."""


@pytest.fixture(scope="module")
def samples() -> dict[str, Any]:
    folder = os.environ.get("TEST_DATA")
    path = Path(folder or "").parent / "slack" / "sample_payloads.json"
    if not folder or not path.exists():
        pytest.skip("Slack's samples are not beside TEST_DATA")
    held: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return held


def strangers(received: Any, sample: Any, at: str = "") -> list[str]:
    """List the keys that the sample does not know; where it is empty, anything goes."""
    if not isinstance(received, dict) or not isinstance(sample, dict) or not sample:
        return []
    found = [f"{at}/{name}" for name in received if name not in sample and name not in NEWER]
    for name in received.keys() & sample.keys():
        found += strangers(received[name], sample[name], f"{at}/{name}")
    return found


def test_a_command_has_slacks_keys(hands: Hands, samples: dict[str, Any]) -> None:
    hands.do("command", user="ana", channel="ventas", text="x")

    assert strangers(last_seen("slash_command"), samples["SlashCommandPayload"]) == []


def test_a_press_has_slacks_keys(hands: Hands, samples: dict[str, Any]) -> None:
    text = {"type": "plain_text", "text": "x"}
    button = {"type": "button", "action_id": "pick", "text": text, "value": "1"}
    blocks = [{"type": "actions", "elements": [button]}]
    posted = hands.slack.chat_postMessage(channel="C0VENTAS", text="x", blocks=blocks)

    hands.do("click", user="ana", channel="ventas", message_ts=posted["ts"], action_id="pick")

    body = last_seen("block_actions")
    assert strangers(body, samples["BlockActionPayload"]) == []
    assert strangers(body["actions"][0], samples["BlockActionPayload"]["actions"][0]) == []


def test_a_message_shortcut_has_slacks_keys(hands: Hands, samples: dict[str, Any]) -> None:
    said = hands.do("say", user="bruno", channel="ventas", text="x")["message"]

    hands.do(
        "shortcut", user="ana", callback_id="lead.log", channel="ventas", message_ts=said["ts"]
    )

    assert strangers(last_seen("message_action"), samples["MessageShortcutPayload"]) == []


def test_a_closed_view_has_slacks_keys(hands: Hands, samples: dict[str, Any]) -> None:
    hands.do("shortcut", user="ana", callback_id="lead.new")

    hands.do("close_view", user="ana")

    assert strangers(last_seen("view_closed"), samples["ViewClosedPayload"]) == []


def test_a_changed_person_has_slacks_keys(hands: Hands, samples: dict[str, Any]) -> None:
    hands.do("change", user="bruno", title="Rep")

    assert strangers(last_seen("user_change"), samples["UserChangePayload"]) == []


def test_a_new_member_has_slacks_keys(hands: Hands, samples: dict[str, Any]) -> None:
    hands.do("change", channel="mercadeo", add=["SLA"])

    assert last_seen("member_joined_channel")["event"]["type"] == "member_joined_channel"
    assert (
        strangers(last_seen("member_joined_channel"), samples["MemberJoinedChannelPayload"]) == []
    )
    hands.do("change", channel="mercadeo", remove=["SLA"])
