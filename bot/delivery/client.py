"""A Slack client that never repeats a call by itself and keeps its connections."""

import json
from http.client import HTTPException
from typing import Any, Self
from urllib.parse import SplitResult, urlencode, urlsplit

from slack_sdk import WebClient

from bot.delivery.lines import Lines, certificates

TOO_MANY_REQUESTS = 429


class NotSlack(HTTPException):
    """The answer was not Slack's: an HTML page of something in between, or half an answer."""


class SlackClient(WebClient):
    """``WebClient`` without the SDK's retries, which post again when the line drops."""

    def __init__(
        self, token: str, *, base_url: str = WebClient.BASE_URL, timeout: float = 10
    ) -> None:
        super().__init__(
            token=token,
            base_url=base_url,
            timeout=timeout,  # type: ignore[arg-type]  # declared as int, handed on as it is
            ssl=certificates(),
            retry_handlers=[],
        )
        self._lines = Lines(timeout)

    def __deepcopy__(self, memo: object) -> Self:
        """Bolt copies the client for lazy listeners; an SSL context cannot be copied."""
        return self

    def close(self) -> None:
        """Hang up what is kept; the client can still be used."""
        self._lines.close()

    def _perform_urllib_http_request(
        self, *, url: str, args: dict[str, dict[str, Any]]
    ) -> dict[str, Any]:
        if self.proxy or args["data"]:
            return super()._perform_urllib_http_request(url=url, args=args)
        headers, body = _encoded(args)
        return self._answer(urlsplit(url), body, headers)

    def _answer(self, url: SplitResult, body: bytes, headers: dict[str, str]) -> dict[str, Any]:
        line = self._lines.take(url)
        is_whole = False
        try:
            line.request("POST", _path(url), body, headers)
            answer = line.getresponse()
            text = answer.read().decode("utf-8", "replace")
            is_whole = not answer.will_close
        finally:
            if is_whole:
                self._lines.give_back(line)
            else:
                line.close()
        if not _is_object(text):
            if answer.status != TOO_MANY_REQUESTS:
                raise NotSlack(f"status {answer.status}, not JSON")
            text = '{"ok": false, "error": "ratelimited"}'
        return {"status": answer.status, "headers": dict(answer.headers), "body": text}


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
