"""Socket Mode: one ticket, one socket, each envelope to one of them, and again when unanswered."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from slack_sdk import WebClient
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from bot.sandbox import Strictness, Workspace
from tests.sandbox.conftest import SEED, Clock
from tests.sandbox.hands import Hands


@pytest.fixture(scope="module")
def alone(clock: Clock) -> Iterator[Workspace]:
    """A workspace that no Bolt app is connected to."""
    workspace = Workspace(
        SEED, now=clock.now, settle=lambda: None, strictness=Strictness(ack_seconds=0.3)
    )
    workspace.start()
    yield workspace
    workspace.stop()


@pytest.fixture
def empty(alone: Workspace) -> Iterator[Hands]:
    hands = Hands(alone)
    until(lambda: hands.see("health")["connections"] == 0)
    yield hands
    hands.http.delete("/faults")
    hands.http.close()


def link(workspace: Workspace) -> str:
    client = WebClient(workspace.app_token, base_url=workspace.api_url)
    return str(client.api_call("apps.connections.open")["url"])


def hello(socket: ClientConnection) -> Any:
    return json.loads(socket.recv(timeout=5))


def until(true: Callable[[], bool]) -> None:
    """Look again until it is so; the test's own time-out ends a wait that never does."""
    while not true():
        time.sleep(0.005)


def envelope(socket: ClientConnection) -> Any:
    return json.loads(socket.recv(timeout=5))


def acknowledge(socket: ClientConnection, received: Any, **payload: Any) -> None:
    answer = {"envelope_id": received["envelope_id"]}
    socket.send(json.dumps(answer | ({"payload": payload} if payload else {})))


def kinds(hands: Hands, after: int) -> list[str]:
    return [one["kind"] for one in hands.see("traffic", after=after)["entries"]]


@pytest.mark.usefixtures("empty")
def test_a_ticket_opens_one_socket_once(alone: Workspace) -> None:
    address = link(alone)

    with connect(address) as socket:
        first = hello(socket)
        with connect(link(alone)) as other:
            second = hello(other)
        with pytest.raises(Exception, match="rejected"), connect(address):
            pass

    assert (first["type"], first["num_connections"], second["num_connections"]) == ("hello", 1, 2)
    assert first["connection_info"] == {"app_id": "A0SLA"}


def test_without_a_socket_a_command_fails_at_once(empty: Hands) -> None:
    outcome = empty.do("command", user="ana", text="hello")

    assert outcome["problem"] == "dispatch_failed"
    assert empty.see("health")["ready"] is False


def test_each_envelope_goes_to_one_socket(alone: Workspace, empty: Hands) -> None:
    with connect(link(alone)) as one, connect(link(alone)) as two:
        hello(one), hello(two)
        before = empty.see("traffic", limit=1)["last"]
        empty.do("command", user="ana", text="a")
        empty.do("command", user="ana", text="b")

        used = [
            entry["connection"]
            for entry in empty.see("traffic", after=before)["entries"]
            if entry["kind"] == "envelope"
        ]

    assert len(set(used)) == 2


def test_an_unanswered_command_is_recorded(alone: Workspace, empty: Hands) -> None:
    with connect(link(alone)) as socket:
        hello(socket)
        before = empty.see("traffic", limit=1)["last"]
        outcome = empty.do("command", user="ana", text="hello")

    assert outcome["problem"] == "operation_timeout"
    assert "unanswered" in kinds(empty, before)


def test_an_unanswered_event_comes_again_and_says_so(alone: Workspace, empty: Hands) -> None:
    with connect(link(alone)) as socket:
        hello(socket)
        empty.do("say", user="ana", channel="dm", text="hello")

        first, again = envelope(socket), envelope(socket)
        acknowledge(socket, again)

    assert (first["retry_attempt"], again["retry_attempt"]) == (0, 1)
    assert again["retry_reason"] == "timeout"
    assert first["payload"]["event_id"] == again["payload"]["event_id"]
    assert first["envelope_id"] != again["envelope_id"]


def test_an_event_can_be_sent_twice_on_purpose(alone: Workspace, empty: Hands) -> None:
    empty.do("faults", kind="duplicate_event", times=1)
    with connect(link(alone)) as socket:
        hello(socket)
        empty.do("say", user="ana", channel="dm", text="hello")
        first = envelope(socket)
        acknowledge(socket, first)

        again = envelope(socket)
        acknowledge(socket, again)

    assert first["payload"] == again["payload"]
    assert again["retry_attempt"] == 1


def test_an_event_waits_for_the_next_socket(alone: Workspace, empty: Hands) -> None:
    empty.do("say", user="ana", channel="dm", text="anybody?")

    with connect(link(alone)) as socket:
        hello(socket)
        heard = envelope(socket)
        acknowledge(socket, heard)

    assert heard["payload"]["event"]["text"] == "anybody?"


def test_sockets_can_be_cut(alone: Workspace, empty: Hands) -> None:
    with connect(link(alone)) as socket:
        hello(socket)
        empty.do("faults", kind="drop_sockets")

        with pytest.raises(ConnectionClosed):
            socket.recv(timeout=5)
        until(lambda: empty.see("health")["connections"] == 0)


def test_sockets_can_be_asked_to_connect_anew(alone: Workspace, empty: Hands) -> None:
    with connect(link(alone)) as socket:
        hello(socket)
        empty.do("faults", kind="refresh_sockets")

        polite = envelope(socket)
        with pytest.raises(ConnectionClosed):
            socket.recv(timeout=5)

    assert (polite["type"], polite["reason"]) == ("disconnect", "refresh_requested")


def test_a_mute_socket_stays_open_and_carries_nothing(alone: Workspace, empty: Hands) -> None:
    empty.do("faults", kind="mute_sockets", times=1)
    with connect(link(alone)) as socket:
        hello(socket)
        muted = empty.do("command", user="ana", text="a")
        empty.do("command", user="ana", text="b")

        arrived = envelope(socket)

    assert muted["problem"] == "operation_timeout"
    assert arrived["payload"]["text"] == "b"


def test_an_ack_may_carry_the_answer(alone: Workspace, empty: Hands) -> None:
    with connect(link(alone)) as socket:
        hello(socket)
        answering = threading.Thread(
            target=lambda: acknowledge(socket, envelope(socket), text="pong")
        )
        answering.start()
        outcome = empty.do("command", user="ana", text="ping")
        answering.join(5)

    assert [one["text"] for one in outcome["replies"]] == ["pong"]
