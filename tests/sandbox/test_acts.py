"""What people do reaches a real Bolt app over Socket Mode, and what it answers is seen."""

import pytest

from tests.sandbox.bolt import SEEN
from tests.sandbox.hands import Hands

pytestmark = pytest.mark.usefixtures("bot")


def test_the_bot_is_connected(hands: Hands) -> None:
    assert hands.see("health")["bot_connected"] is True


def test_a_command_is_answered_in_its_ack(hands: Hands) -> None:
    outcome = hands.do("command", user="ana", channel="ventas", text="/sla estado")

    assert outcome["ack_ms"] is not None
    (reply,) = outcome["replies"]
    assert reply["text"] == "you said estado"
    assert reply["ephemeral_for"] == "U0ANA"
    assert reply["blocks"][0]["elements"][0]["action_id"] == "press"
    assert outcome["modal"] is None
