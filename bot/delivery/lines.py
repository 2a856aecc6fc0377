"""Kept HTTP connections: a fresh one to Slack costs a TLS handshake."""

import select
import ssl
from collections import deque
from functools import cache
from http.client import HTTPConnection, HTTPSConnection
from threading import Lock
from urllib.parse import SplitResult

from bot.clock import Clock

LONGEST_IDLE = 20.0

_REAL = Clock()


class NotConnected(ConnectionError):  # noqa: N818  named for what happened
    """No connection could be made: nothing was sent."""


class Lines:
    """Connections to one host, handed out one call at a time."""

    def __init__(self, timeout: float) -> None:
        self._timeout = timeout
        self._idle: deque[tuple[HTTPConnection, float]] = deque()
        self._lock = Lock()

    def take(self, url: SplitResult) -> HTTPConnection:
        """Return a connection nobody else uses. Raises ``NotConnected``.

        One that idled for long, or on which something arrived, is hung up: the other side may
        have closed it, and a post into a closed connection would be in doubt.
        """
        while (kept := self._pop()) is not None:
            line, since = kept
            if _REAL.elapsed() - since < LONGEST_IDLE and _is_silent(line):
                return line
            line.close()
        line = _connection(url, self._timeout)
        try:
            line.connect()
        except OSError as problem:
            line.close()
            raise NotConnected(str(problem)) from problem
        return line

    def give_back(self, line: HTTPConnection) -> None:
        with self._lock:
            self._idle.append((line, _REAL.elapsed()))

    def close(self) -> None:
        while (kept := self._pop()) is not None:
            kept[0].close()

    def _pop(self) -> tuple[HTTPConnection, float] | None:
        with self._lock:
            return self._idle.pop() if self._idle else None


@cache
def certificates() -> ssl.SSLContext:
    """Return the one SSL context of the program: loading the certificates takes 20 ms of CPU."""
    return ssl.create_default_context()


def _is_silent(line: HTTPConnection) -> bool:
    return line.sock is not None and not select.select([line.sock], [], [], 0)[0]


def _connection(url: SplitResult, timeout: float) -> HTTPConnection:
    assert url.hostname is not None  # noqa: S101  base_url names a host
    if url.scheme == "https":
        return HTTPSConnection(url.hostname, url.port, timeout=timeout, context=certificates())
    return HTTPConnection(url.hostname, url.port, timeout=timeout)
