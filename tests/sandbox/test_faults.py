"""Faults on demand: each goes wrong the way its name says, as often as asked, and no more."""

import http.client
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from bot.sandbox import Workspace
from tests.sandbox.conftest import Clock
from tests.sandbox.hands import NO_LOADING, Hands, post


@pytest.fixture
def line(workspace: Workspace) -> Iterator[httpx.Client]:
    """A bare HTTP line to the Web API, so that a fault shows as the wire has it."""
    header = {"Authorization": f"Bearer {workspace.bot_token}"}
    with httpx.Client(
        base_url=workspace.api_url, headers=header, timeout=0.5, verify=NO_LOADING
    ) as client:
        yield client


def send(line: httpx.Client, text: str) -> httpx.Response:
    return line.post("chat.postMessage", json={"channel": "D0CARLA", "text": text})


def stored(hands: Hands, text: str) -> bool:
    return text in [one["text"] for one in hands.see("dm", user="carla")["messages"]]


@pytest.mark.parametrize(
    ("kind", "status", "kept"),
    [
        pytest.param({"kind": "429"}, 429, False, id="429"),
        pytest.param({"kind": "500"}, 500, False, id="500 before"),
        pytest.param({"kind": "502"}, 502, False, id="502 before"),
        pytest.param({"kind": "503", "stored": True}, 503, True, id="503 after"),
        pytest.param({"kind": "html", "stored": True}, 200, True, id="a page after"),
        pytest.param({"kind": "revoked"}, 200, False, id="revoked"),
        pytest.param({"kind": "error", "error": "is_archived"}, 200, False, id="an error"),
    ],
)
def test_a_wrong_answer_stores_or_not(
    hands: Hands,
    line: httpx.Client,
    kind: dict[str, Any],
    status: int,
    kept: bool,  # noqa: FBT001 - a column of the table
) -> None:
    text = f"{kind}"
    hands.do("faults", method="chat.postMessage", **kind)

    answer = send(line, text)
    after = send(line, "sound again")

    assert (answer.status_code, stored(hands, text)) == (status, kept)
    assert after.json()["ok"] is True


@pytest.mark.parametrize(
    ("asked", "header"),
    [
        pytest.param({}, "1", id="a second when nothing is said"),
        pytest.param({"retry_after": 30}, "30", id="as asked"),
        pytest.param({"retry_after": "soon"}, "soon", id="nonsense"),
        pytest.param({"retry_after": None}, None, id="no header"),
    ],
)
def test_a_429_says_when_to_come_back(
    hands: Hands, line: httpx.Client, asked: dict[str, Any], header: str | None
) -> None:
    hands.do("faults", method="chat.postMessage", kind="429", **asked)

    assert send(line, "x").headers.get("Retry-After") == header


@pytest.mark.parametrize(
    ("kind", "kept", "error"),
    [
        pytest.param("timeout_before", False, httpx.ReadTimeout, id="timeout before"),
        pytest.param("timeout_after", True, httpx.ReadTimeout, id="timeout after"),
        pytest.param("reset_before", False, httpx.ReadError, id="reset before"),
        pytest.param("reset_after", True, httpx.ReadError, id="reset after"),
        pytest.param("truncated", True, httpx.RemoteProtocolError, id="truncated"),
    ],
)
def test_a_broken_line_stores_or_not(
    hands: Hands,
    line: httpx.Client,
    kind: str,
    kept: bool,  # noqa: FBT001 - a column of the table
    error: type[Exception],
) -> None:
    hands.fault("chat.postMessage", kind)

    with pytest.raises(error):
        send(line, kind)

    assert stored(hands, kind) is kept
    assert (
        hands.see("traffic", after=hands.see("traffic", limit=1)["last"] - 1)["entries"][0]["fault"]
        == kind
    )


def test_a_slow_answer_is_a_right_answer(hands: Hands, line: httpx.Client) -> None:
    hands.fault("chat.postMessage", "slow", seconds=0.05)

    assert send(line, "slow").json()["ok"] is True


def test_a_late_message_arrives_when_the_clock_has_moved(
    hands: Hands, line: httpx.Client, clock: Clock
) -> None:
    hands.fault("chat.postMessage", "late", seconds=30)
    with pytest.raises(httpx.ReadTimeout):
        send(line, "late")
    clock.forward(seconds=29)
    before = stored(hands, "late")

    clock.forward(seconds=1)

    assert (before, stored(hands, "late")) == (False, True)


def test_a_lagging_history_hides_the_newest(hands: Hands, line: httpx.Client, clock: Clock) -> None:
    def told() -> list[str]:
        held = line.post("conversations.history", data={"channel": "D0CARLA", "limit": "1"})
        return [one["text"] for one in held.json()["messages"]]

    send(line, "old")
    clock.forward(seconds=10)
    send(line, "young")
    hands.fault("conversations.history", "history_lag", seconds=5)

    assert [told(), told()] == [["old"], ["young"]]


def test_clearing_lets_held_answers_go(hands: Hands, workspace: Workspace) -> None:
    hands.fault("chat.postMessage", "timeout_before", times=0)
    ended: list[type[Exception]] = []

    def wait() -> None:
        try:
            post(
                f"{workspace.api_url}chat.postMessage",
                json={"token": workspace.bot_token, "channel": "D0CARLA", "text": "x"},
                timeout=20,
            )
        except httpx.HTTPError as error:
            ended.append(type(error))

    before = hands.see("traffic", limit=1)["last"]
    waiting = threading.Thread(target=wait)
    waiting.start()
    while not hands.see("traffic", after=before)["entries"]:
        pass
    hands.http.delete("/faults")
    waiting.join(10)

    assert ended in ([httpx.RemoteProtocolError], [httpx.ReadError])


@pytest.mark.parametrize(
    ("asked", "fine"),
    [
        pytest.param({"times": 2}, [False, False, True], id="as often as asked"),
        pytest.param({"skip": 1}, [True, False, True], id="after some have passed"),
        pytest.param({"times": 0}, [False, False, False], id="until cleared"),
        pytest.param({"channel": "ventas"}, [True, True, True], id="in one channel only"),
        pytest.param({"channel": "@carla"}, [False, True, True], id="in this channel"),
    ],
)
def test_faults_count(
    hands: Hands, line: httpx.Client, asked: dict[str, Any], fine: list[bool]
) -> None:
    hands.do("faults", method="chat.postMessage", kind="503", **asked)

    assert [send(line, "x").status_code == 200 for _ in range(3)] == fine


def test_a_star_means_every_method(hands: Hands, line: httpx.Client) -> None:
    hands.fault("*", "revoked", times=0)

    assert line.post("auth.test").json()["error"] == "token_revoked"
    hands.http.delete("/faults")
    assert line.post("auth.test").json()["ok"] is True
    assert hands.see("faults") == {"faults": []}


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        pytest.param(
            {"kind": "gremlins", "method": "*"}, "There is no fault 'gremlins'", id="kind"
        ),
        pytest.param({"kind": "500"}, "A fault of kind '500' needs a method", id="no method"),
    ],
)
def test_a_fault_that_makes_no_sense_is_refused(
    hands: Hands, asked: dict[str, str], sentence: str
) -> None:
    status, told = hands.refused("faults", **asked)

    assert (status, told.startswith(sentence)) == (400, True)


def test_a_reset_line_is_reset_as_the_wire_has_it(hands: Hands, workspace: Workspace) -> None:
    hands.fault("auth.test", "reset_before")
    bare = http.client.HTTPConnection("127.0.0.1", int(workspace.page_url.rsplit(":")[-1][:-1]))
    bare.request("POST", "/api/auth.test")

    with pytest.raises(ConnectionResetError):
        bare.getresponse()
    bare.close()
