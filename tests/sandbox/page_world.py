"""The workspace with a plain Bolt app behind it, and the page in Chromium in front of it."""

import itertools
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.sandbox import Seed, SeedChannel, SeedPerson, Workspace
from tests.sandbox.page_app import build

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
SIZES = {"desktop": (1280, 800), "phone": (390, 844)}
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SEED = Seed(
    people=(
        SeedPerson(
            "ana", "Ana Gómez", tz="America/Bogota", locale="es-LA", title="líder de ventas"
        ),
        SeedPerson(
            "bruno", "Bruno Díaz", tz="Europe/Madrid", locale="en-GB", title="account executive"
        ),
    ),
    channels=(SeedChannel("ventas", ("ana", "bruno")), SeedChannel("marketing", ("ana", "bruno"))),
    team_name="Agencia Nube",
)
MANIFEST = {
    "features": {
        "slash_commands": [
            {"command": "/sla", "description": "The agreement", "usage_hint": "status | leads"}
        ],
        "shortcuts": [
            {
                "name": "Register an MQL",
                "type": "global",
                "callback_id": "lead.new",
                "description": "New",
            },
            {
                "name": "Log follow-up",
                "type": "message",
                "callback_id": "lead.log",
                "description": "Log",
            },
        ],
    },
    "oauth_config": {"scopes": {"bot": ["commands", "chat:write", "im:write", "im:history"]}},
    "settings": {"event_subscriptions": {"bot_events": ["app_home_opened", "message.im"]}},
}


@dataclass
class Hand:
    """The clock in the test's hand; a reminder is due at 12:30."""

    at: datetime = NOON
    reminders: list[tuple[datetime, str]] = field(default_factory=list)
    client: WebClient | None = None
    turns: Iterator[int] = field(default_factory=lambda: itertools.count(step=10))

    def now(self) -> datetime:
        return self.at

    def elapsed(self) -> float:
        """Enough between any two calls that no message waits for its turn."""
        return next(self.turns)

    def wind(self, to: datetime) -> None:
        for due, text in [one for one in self.reminders if one[0] <= to]:
            self.at = due
            self.reminders.remove((due, text))
            assert self.client is not None
            self.client.chat_postMessage(channel="U0ANA", text=text)
        self.at = to

    def due_next(self) -> datetime | None:
        return min((due for due, _ in self.reminders), default=None)


@dataclass
class World:
    workspace: Workspace
    hand: Hand
    url: str
    client: WebClient
    submitted: list[dict[str, Any]]

    def no_forms_open(self) -> None:
        for user in ("ana", "bruno"):
            httpx.post(f"{self.url}_control/close_view", json={"user": user, "all": True})

    def remind_in(self, minutes: int, text: str) -> None:
        self.hand.reminders.append((self.hand.at + timedelta(minutes=minutes), text))


@contextmanager
def running() -> Iterator[World]:
    hand = Hand()
    workspace = Workspace(
        SEED,
        now=hand.now,
        elapsed=hand.elapsed,
        wind=hand.wind,
        due_next=hand.due_next,
        manifest=MANIFEST,
    )
    port = workspace.start()
    client = WebClient(token=workspace.bot_token, base_url=workspace.api_url)
    hand.client = client
    submitted: list[dict[str, Any]] = []
    handler = SocketModeHandler(build(client, workspace.bot_token, submitted), workspace.app_token)
    handler.connect()  # type: ignore[no-untyped-call]  # slack_bolt leaves it untyped
    try:
        yield World(workspace, hand, f"http://127.0.0.1:{port}/", client, submitted)
    finally:
        handler.close()  # type: ignore[no-untyped-call]  # the same
        workspace.stop()


@contextmanager
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None and not os.environ.get("CI_BROWSER"):
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path or "/usr/bin/chromium", args=FLAGS
        )
        yield browser
        browser.close()


@dataclass
class Screen:
    """One tab, looked at by one person."""

    page: Page
    url: str

    def show(self, person: str, place: str) -> None:
        self.page.goto("about:blank")
        self.page.goto(f"{self.url}#/{person}/{place}")
        self.page.locator("main[aria-busy=true].opening").wait_for(state="detached")
        self.page.locator(".clockbar").wait_for()

    def type(self, text: str) -> None:
        box = self.page.locator(".conversation .composer textarea")
        box.fill(text)
        box.press("Enter")

    def newest(self) -> Locator:
        return self.page.locator(".conversation .message").last

    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog")

    def drawer(self) -> None:
        """Open the sidebar where it is folded away."""
        button = self.page.locator(".clockbar .only-small")
        if button.is_visible():
            button.click()
