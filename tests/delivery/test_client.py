"""The client makes each call once, keeps its connections, and trusts none that may be closed."""

import copy
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from slack_sdk.errors import SlackApiError

from bot.delivery.client import NotSlack, SlackClient
from bot.delivery.lines import NotConnected

OK = b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{"ok":true}'


class Listener:
    """A server of few words: each connection gets its answers, then it is closed."""

    def __init__(self, *connections: tuple[bytes, ...]) -> None:
        self._wire = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._wire.getsockname()[1]}/"
        self.requests = 0
        self.accepted = 0
        self._closed = [threading.Event() for _ in connections]
        self._thread = threading.Thread(target=self._serve, args=(connections,))
        self._thread.start()

    def wait_until_closed(self, connection: int) -> None:
        assert self._closed[connection].wait(5)

    def close(self) -> None:
        self._thread.join(5)
        self._wire.close()

    def _serve(self, connections: tuple[tuple[bytes, ...], ...]) -> None:
        for number, answers in enumerate(connections):
            line, _ = self._wire.accept()
            self.accepted += 1
            for answer in answers:
                if line.recv(65536):
                    self.requests += 1
                    line.sendall(answer)
            line.close()
            self._closed[number].set()


@contextmanager
def listening(*connections: tuple[bytes, ...]) -> Iterator[tuple[Listener, SlackClient]]:
    listener = Listener(*connections)
    client = SlackClient("xoxb-1", base_url=listener.url, timeout=2)
    yield listener, client
    client.close()
    listener.close()


def test_two_calls_share_one_connection() -> None:
    with listening((OK, OK)) as (listener, client):
        client.auth_test()
        client.auth_test()

        assert (listener.accepted, listener.requests) == (1, 2)


def test_a_connection_the_other_side_closed_is_not_posted_into() -> None:
    with listening((OK,), (OK,)) as (listener, client):
        client.auth_test()
        listener.wait_until_closed(0)
        client.auth_test()

        assert (listener.accepted, listener.requests) == (2, 2)


def test_a_call_whose_answer_is_lost_is_not_made_again() -> None:
    with listening((b"",)) as (listener, client):
        with pytest.raises(ConnectionError):
            client.chat_postMessage(channel="C1", text="once")

        assert listener.requests == 1


def test_a_page_in_place_of_an_answer_is_told_apart() -> None:
    page = b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>"
    with listening((page,)) as (_, client), pytest.raises(NotSlack):
        client.auth_test()


def test_a_429_without_json_is_still_a_429() -> None:
    page = b"HTTP/1.1 429 Slow\r\nRetry-After: 9\r\nContent-Length: 6\r\n\r\n<html>"
    with listening((page,)) as (_, client):
        with pytest.raises(SlackApiError) as refused:
            client.auth_test()

        assert refused.value.response["error"] == "ratelimited"
        assert refused.value.response.headers["Retry-After"] == "9"


def test_nobody_listening_means_nothing_was_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    client = SlackClient("xoxb-1", base_url=f"http://127.0.0.1:{port}/", timeout=2)

    with pytest.raises(NotConnected):
        client.auth_test()


def test_a_copy_is_the_client_itself() -> None:
    client = SlackClient("xoxb-1")

    assert copy.deepcopy(client) is client
