"""One workspace and one real Bolt app for all; the clock stands where a test puts it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.sandbox import Seed, SeedChannel, SeedPerson, Strictness, Workspace
from tests.sandbox.bolt import LISTENERS, connected
from tests.sandbox.hands import Hands

MANIFEST = {
    "features": {
        "slash_commands": [
            {"command": "/sla", "description": "The agreement", "should_escape": True}
        ],
        "shortcuts": [
            {"name": "Register", "type": "global", "callback_id": "lead.new", "description": "x"},
            {"name": "Log", "type": "message", "callback_id": "lead.log", "description": "x"},
        ],
    },
    "oauth_config": {
        "scopes": {
            "bot": [
                "commands",
                "chat:write",
                "im:write",
                "im:history",
                "channels:history",
                "groups:history",
                "channels:read",
                "users:read",
                "users:read.email",
                "dnd:read",
            ],
            "bot_optional": ["files:write", "canvases:write", "reactions:write"],
        }
    },
    "settings": {
        "event_subscriptions": {
            "bot_events": [
                "app_home_opened",
                "message.im",
                "app_mention",
                "user_change",
                "team_join",
                "channel_archive",
                "channel_rename",
                "member_joined_channel",
            ]
        }
    },
}
SEED = Seed(
    people=(
        SeedPerson("ana", "Ana Ruiz", "ana@acme.test", locale="es-LA"),
        SeedPerson("bruno", "Bruno Díaz", "bruno@acme.test", tz="Europe/Madrid"),
        SeedPerson("carla", "Carla Gil", "carla@acme.test", admin=True),
    ),
    channels=(
        SeedChannel("ventas", ("ana", "bruno", "carla")),
        SeedChannel("directivos", ("carla",), private=True),
        SeedChannel("mercadeo", ("bruno",), bot=False),
    ),
)


class Clock:
    """A clock that moves only when told."""

    def __init__(self) -> None:
        self.at = datetime(2026, 1, 5, 9, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def wind(self, to: datetime) -> None:
        self.at = to

    def forward(self, **span: float) -> None:
        self.at += timedelta(**span)


@pytest.fixture(scope="session")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def workspace(clock: Clock) -> Iterator[Workspace]:
    workspace = Workspace(
        SEED,
        now=clock.now,
        wind=clock.wind,
        settle=LISTENERS.rest,
        manifest=MANIFEST,
        strictness=Strictness(ack_seconds=0.6),
    )
    workspace.start()
    yield workspace
    workspace.stop()


@pytest.fixture(scope="session")
def bot(workspace: Workspace) -> Iterator[None]:
    """The app of `bolt.py`, connected."""
    handler = connected(workspace)
    yield
    handler.close()  # type: ignore[no-untyped-call]  # Bolt's own


@pytest.fixture(scope="session")
def shared_hands(workspace: Workspace) -> Iterator[Hands]:
    hands = Hands(workspace)
    yield hands
    hands.http.close()


@pytest.fixture
def hands(shared_hands: Hands, clock: Clock) -> Iterator[Hands]:
    """What a test does and sees; each test finds the rate limits fresh and no faults armed."""
    clock.forward(minutes=1)
    yield shared_hands
    shared_hands.http.delete("/faults")
