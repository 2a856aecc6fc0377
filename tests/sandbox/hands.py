"""The control API, as tests hold it."""

import ssl
from typing import Any

import httpx
from slack_sdk import WebClient

from bot.sandbox import Workspace

NO_LOADING = ssl.create_default_context()
"""Without one of its own the SDK loads the certificates anew for each call."""


def get(url: str, **more: Any) -> httpx.Response:
    return httpx.get(url, verify=NO_LOADING, **more)


def post(url: str, **more: Any) -> httpx.Response:
    return httpx.post(url, verify=NO_LOADING, **more)


class Hands:
    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.http = httpx.Client(
            base_url=f"{workspace.page_url}_control", timeout=10, verify=NO_LOADING
        )
        self.slack = WebClient(
            workspace.bot_token,
            base_url=workspace.api_url,
            retry_handlers=[],
            timeout=5,
            ssl=NO_LOADING,
        )

    def do(self, call: str, **body: Any) -> Any:
        """Do something; an answer that is not 200 is the test's surprise."""
        answer = self.http.post(f"/{call}", json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def refused(self, call: str, **body: Any) -> tuple[int, str]:
        answer = self.http.post(f"/{call}", json=body)
        return answer.status_code, answer.json()["error"]

    def see(self, call: str, **query: Any) -> Any:
        answer = self.http.get(f"/{call}", params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def fault(self, method: str, kind: str, **extra: Any) -> None:
        self.do("faults", method=method, kind=kind, **extra)

    def api(self, method: str, **arguments: Any) -> dict[str, Any]:
        """Call the Web API and return the body, refused or not."""
        answer = post(
            f"{self.workspace.api_url}{method}",
            json=arguments,
            headers={"Authorization": f"Bearer {self.workspace.bot_token}"},
        )
        body: dict[str, Any] = answer.json()
        return body

    def refusal(self, method: str, **arguments: Any) -> str:
        """Call the Web API for something it will refuse."""
        body = self.api(method, **arguments)
        assert body["ok"] is False, body
        return str(body["error"])
