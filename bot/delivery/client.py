"""A Slack client that never repeats a call by itself and keeps its connections."""

import json
import select
import ssl
from functools import cache
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import local
from typing import Any, Self
from urllib.parse import SplitResult, urlencode, urlsplit

from slack_sdk import WebClient

from bot.clock import Clock

LONGEST_IDLE = 20.0

_REAL = Clock()


class NotConnected(ConnectionError):  # noqa: N818  named for what happened
    """No connection could be made: nothing was sent."""


class NotSlack(HTTPException):
    """The answer was not Slack's: an HTML page of something in between, or half an answer."""


class SlackClient(WebClient):
    """``WebClient`` without the SDK's retries, which post again when the line drops.

    Connections are kept per thread: a fresh one costs a TLS handshake. All clients share one
    SSL context, as each would load the whole bundle of certificates.
    """

    def __init__(
        self, token: str, *, base_url: str = WebClient.BASE_URL, timeout: int = 10
    ) -> None:
        super().__init__(
            token=token,
            base_url=base_url,
            timeout=timeout,
            ssl=certificates(),
            retry_handlers=[],
        )
        self._lines = local()

    def __deepcopy__(self, memo: object) -> Self:
        """Bolt copies the client for lazy listeners; an SSL context cannot be copied."""
        return self

    def _perform_urllib_http_request(
        self,
        *,
        url: str,
        args: dict[str, dict[str, Any]],  # SDK's signature
    ) -> dict[str, Any]:
        if self.proxy or args["data"]:
            return super()._perform_urllib_http_request(url=url, args=args)
        headers, body = _encoded(args)
        return self._answer(urlsplit(url), body, headers)

    def _answer(self, url: SplitResult, body: bytes, headers: dict[str, str]) -> dict[str, Any]:
        line = self._line(url)
        try:
            line.request("POST", _path(url), body, headers)
            answer = line.getresponse()
            text = answer.read().decode("utf-8", "replace")
        except BaseException:
            self._hang_up(url)
            raise
        if answer.will_close:
            self._hang_up(url)
        else:
            self._lines.used_at = _REAL.elapsed()
        if answer.status != 429 and not _is_object(text):  # a 429 is told by its status
            raise NotSlack(f"status {answer.status}, not JSON")
        readable = text if _is_object(text) else '{"ok": false, "error": "ratelimited"}'
        return {"status": answer.status, "headers": dict(answer.headers), "body": readable}

    def _line(self, url: SplitResult) -> HTTPConnection:
        kept: HTTPConnection | None = getattr(self._lines, url.netloc, None)
        if kept is not None and not self._is_stale(kept):
            return kept
        self._hang_up(url)
        fresh = _connection(url, self.timeout)
        try:
            fresh.connect()
        except OSError as problem:
            raise NotConnected(str(problem)) from problem
        setattr(self._lines, url.netloc, fresh)
        return fresh

    def _is_stale(self, line: HTTPConnection) -> bool:
        """Say whether the other side may have closed: a post into a closed line is in doubt."""
        if line.sock is None or _REAL.elapsed() - self._lines.used_at > LONGEST_IDLE:
            return True
        return bool(select.select([line.sock], [], [], 0)[0])

    def _hang_up(self, url: SplitResult) -> None:
        kept: HTTPConnection | None = getattr(self._lines, url.netloc, None)
        if kept is not None:
            kept.close()
            setattr(self._lines, url.netloc, None)


@cache
def certificates() -> ssl.SSLContext:
    return ssl.create_default_context()


def _connection(url: SplitResult, timeout: int) -> HTTPConnection:
    assert url.hostname is not None  # noqa: S101  base_url names a host
    if url.scheme == "https":
        return HTTPSConnection(url.hostname, url.port, timeout=timeout, context=certificates())
    return HTTPConnection(url.hostname, url.port, timeout=timeout)


def _encoded(args: dict[str, dict[str, Any]]) -> tuple[dict[str, str], bytes]:
    headers: dict[str, str] = {name: str(value) for name, value in args["headers"].items()}
    if args["json"]:
        headers["Content-Type"] = "application/json;charset=utf-8"
        return headers, json.dumps(args["json"]).encode()
    headers["Content-Type"] = "application/x-www-form-urlencoded"
    return headers, urlencode(args["params"] or {}).encode()


def _path(url: SplitResult) -> str:
    return f"{url.path}?{url.query}" if url.query else url.path


def _is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False
