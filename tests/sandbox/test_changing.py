"""Time, people and channels change, and both the bot and the page are told."""

import asyncio
import json
import threading
from datetime import datetime
from typing import Any

import httpx
import pytest

from bot.sandbox import Workspace
from bot.sandbox.control import events
from bot.sandbox.stream import Stream
from tests.sandbox.bolt import last_seen
from tests.sandbox.conftest import SEED, Clock
from tests.sandbox.hands import Hands, post

pytestmark = pytest.mark.usefixtures("bot")


@pytest.mark.parametrize(
    ("asked", "minutes"),
    [
        pytest.param("2h30m", 150, id="hours and minutes"),
        pytest.param("1d 4h", 1680, id="with a space"),
        pytest.param("90s", 1.5, id="seconds"),
        pytest.param("1w", 10080, id="a week"),
    ],
)
def test_the_clock_is_wound_forward(hands: Hands, asked: str, minutes: float) -> None:
    before = hands.see("clock")

    after = hands.do("clock", advance=asked)

    assert after["epoch"] - before["epoch"] == minutes * 60
    assert datetime.fromisoformat(after["now"]).utcoffset() is not None
    assert hands.see("clock")["now"] == after["now"]


def test_a_change_of_person_reaches_the_bot(hands: Hands) -> None:
    outcome = hands.do(
        "change",
        user="bruno",
        status={"text": "On holiday", "emoji": ":palm_tree:"},
        guest="single_channel",
    )

    event = last_seen("user_change")["event"]
    assert event["type"] == "user_change"
    assert event["user"]["profile"]["status_text"] == "On holiday"
    assert event["user"]["is_ultra_restricted"] is True
    assert outcome["ack_ms"] is not None
    undone = hands.do("change", user="bruno", status=None, guest=False)["person"]
    assert (undone["is_restricted"], undone["profile"]["status_text"]) == (False, "")


def test_who_is_deactivated_neither_acts_nor_is_reached(hands: Hands) -> None:
    hands.do("change", user="carla", deactivated=True)

    status, sentence = hands.refused("command", user="carla", text="x")
    opened = hands.api("conversations.open", users="U0CARLA")
    posted = hands.api("chat.postMessage", channel="D0CARLA", text="x")

    assert (status, sentence) == (404, "Carla Gil is deactivated and cannot do anything.")
    assert (opened["error"], posted["error"]) == ("user_disabled", "channel_not_found")
    hands.do("change", user="carla", deactivated=False)


def test_people_join_and_come_from_elsewhere(hands: Hands) -> None:
    person = hands.do("change", user="dora", new=True, name="Dora Paz", external=True)["person"]

    assert last_seen("team_join")["event"]["type"] == "team_join"
    assert (person["id"], person["is_stranger"], person["team_id"]) == ("U0DORA", True, "T0OTHER")


def test_channels_are_made_renamed_joined_shared_and_archived(hands: Hands) -> None:
    hands.do("change", channel="proyecto", new=True, add=["ana", "SLA"])
    joined = last_seen("member_joined_channel")["event"]
    hands.do("change", channel="proyecto", name="cliente", shared=True)
    info = hands.slack.conversations_info(channel="C0PROYECTO")["channel"]

    hands.do("change", channel="cliente", archived=True)
    refused = hands.api("chat.postMessage", channel="C0PROYECTO", text="x")

    assert (joined["type"], joined["channel"]) == ("member_joined_channel", "C0PROYECTO")
    assert (info["name"], info["is_ext_shared"]) == ("cliente", True)
    assert refused["error"] == "is_archived"
    assert last_seen("channel_archive")["event"]["channel"] == "C0PROYECTO"
    hands.do("change", channel="cliente", deleted=True)
    assert hands.api("conversations.info", channel="C0PROYECTO")["error"] == "channel_not_found"


def test_traffic_tells_both_sides_in_order(hands: Hands) -> None:
    before = hands.see("traffic", limit=1)["last"]
    hands.do("command", user="ana", channel="ventas", text="later")

    entries = hands.see("traffic", after=before)["entries"]

    assert [one["seq"] for one in entries] == [before + 1, before + 2, before + 3]
    assert {one["kind"] for one in entries} == {"envelope", "ack", "response_url"}
    assert entries[0]["request"]["command"] == "/sla"


class Listening:
    """Somebody watching the stream."""

    def __init__(self, hands: Hands, **query: str) -> None:
        self.told: list[dict[str, Any]] = []
        self._new = threading.Condition()
        self._hands, self._query = hands, query
        self._ready = threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()
        self._ready.wait(5)

    def _listen(self) -> None:
        with httpx.stream("GET", f"{self._hands.http.base_url}stream", params=self._query) as held:
            for line in held.iter_lines():
                if line.startswith("data: "):
                    with self._new:
                        self.told.append(json.loads(line[6:]))
                        self._new.notify_all()
                    self._ready.set()
                    if self.told[-1]["type"] == "clock":
                        return

    def until_the_clock(self) -> list[str]:
        with self._new:
            assert self._new.wait_for(lambda: self.told[-1]["type"] == "clock", timeout=5)
        return [one["type"] for one in self.told if one["type"] != "traffic"]


def test_the_stream_tells_what_this_person_can_see(hands: Hands) -> None:
    carla, bruno = Listening(hands, user="carla"), Listening(hands, user="bruno")

    hands.do("command", user="carla", channel="ventas", text="hush")
    hands.do("shortcut", user="carla", callback_id="lead.new")
    hands.do("say", user="bruno", channel="ventas", text="all hear this")
    hands.do("close_view", user="carla")
    hands.do("clock", advance="1s")

    assert carla.until_the_clock() == ["hello", "message", "view", "message", "view", "clock"]
    assert bruno.until_the_clock() == ["hello", "message", "clock"]


def test_a_watcher_who_leaves_leaves_nothing_behind() -> None:
    async def watch_and_leave() -> set[asyncio.Task[Any]]:
        mine = asyncio.all_tasks()
        watching = events(Stream(), "", asyncio.Event())
        assert "hello" in await anext(watching)
        waiting = asyncio.ensure_future(watching.__anext__())
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.wait([waiting])
        await asyncio.sleep(0)
        return asyncio.all_tasks() - mine

    assert asyncio.run(watch_and_leave()) == set()


def test_stopping_lets_watchers_and_held_calls_go(clock: Clock) -> None:
    short = Workspace(SEED, now=clock.now)
    short.start()
    hands = Hands(short)
    watching = Listening(hands)
    hands.fault("auth.test", "timeout_before")
    held = threading.Thread(target=lambda: _ignored(short), daemon=True)
    held.start()
    while not hands.see("traffic")["entries"]:
        pass

    short.stop()
    held.join(5)

    hands.http.close()
    assert watching.told[0] == {"type": "hello"}
    assert not held.is_alive()


def _ignored(workspace: Workspace) -> None:
    with pytest.raises(httpx.HTTPError):
        post(f"{workspace.api_url}auth.test", timeout=10)
