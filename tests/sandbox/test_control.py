"""The control API: who may use it, what it shows, how time and circumstances change."""

from typing import Any

import httpx
import pytest

from bot.sandbox import PortInUse, Workspace
from tests.sandbox.conftest import SEED, Clock
from tests.sandbox.hands import Hands, get

pytestmark = pytest.mark.usefixtures("bot")


@pytest.mark.parametrize("path", ["/", "/_control/health", "/api/auth.test", "/_control/stream"])
@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"Host": "workspace.evil.test"}, id="a name rebound to this machine"),
        pytest.param({"Host": "127.0.0.1:1"}, id="another port"),
        pytest.param({"Origin": "https://evil.test"}, id="a foreign page"),
        pytest.param({"Origin": "http://127.0.0.1:1"}, id="a page of another port"),
        pytest.param({"Origin": "null"}, id="a page of no origin"),
    ],
)
def test_strangers_are_refused(workspace: Workspace, path: str, headers: dict[str, str]) -> None:
    answer = get(f"{workspace.page_url[:-1]}{path}", headers=headers)

    assert answer.status_code == 403


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]"])
def test_this_machine_is_known_with_and_without_port(workspace: Workspace, name: str) -> None:
    port = workspace.page_url.rsplit(":", 1)[1].strip("/")

    for host in (name, f"{name}:{port}"):
        headers = {"Host": host, "Origin": f"http://{name}:{port}"}
        answer = get(f"{workspace.page_url}_control/health", headers=headers)
        assert answer.status_code == 200


def test_every_answer_forbids_foreign_scripts(workspace: Workspace) -> None:
    headers = get(f"{workspace.page_url}_control/health").headers

    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_a_busy_port_is_named(workspace: Workspace, clock: Clock) -> None:
    port = int(workspace.page_url.rsplit(":", 1)[1].strip("/"))

    with pytest.raises(PortInUse, match=f"Port {port} is taken"):
        Workspace(SEED, now=clock.now).start(port)


def test_a_workspace_can_be_away_and_come_back(clock: Clock) -> None:
    away = Workspace(SEED, now=clock.now)
    port = away.start()
    away.stop()
    with pytest.raises(httpx.ConnectError):
        get(f"{away.page_url}_control/health")

    away.start(port)

    assert get(f"{away.page_url}_control/health").status_code == 200
    away.stop()


def test_people_and_channels_are_listed(hands: Hands) -> None:
    people = {one["handle"]: one for one in hands.see("people")["people"]}
    for_bruno = [one["name"] for one in hands.see("channels", user="bruno")["channels"]]
    for_carla = {one["name"]: one for one in hands.see("channels", user="carla")["channels"]}

    assert (people["ana"]["dm"], people["ana"]["locale"]) == ("D0ANA", "es-LA")
    assert "directivos" not in for_bruno
    assert for_carla["directivos"]["members"] == ["U0CARLA", "U0SLA"]
    assert for_carla["mercadeo"]["bot_is_member"] is False


def test_the_app_shows_what_its_manifest_declares(hands: Hands) -> None:
    app = hands.see("app")

    assert [one["command"] for one in app["commands"]] == ["/sla"]
    assert [one["type"] for one in app["shortcuts"]] == ["global", "message"]
    assert (app["connected"], app["bot_user_id"]) == (True, "U0SLA")


@pytest.mark.parametrize("channel", ["directivos", "@bruno", "D0BRUNO"])
def test_what_is_private_is_not_there_for_others(hands: Hands, channel: str) -> None:
    answer = hands.http.get("/messages", params={"channel": channel, "user": "ana"})

    assert answer.status_code == 404
    assert answer.json()["error"] == f"There is no channel called {channel!r} here."
    assert hands.refused("say", user="ana", channel=channel, text="x")[0] == 404


@pytest.mark.parametrize(
    ("call", "body", "status", "sentence"),
    [
        pytest.param(
            "command",
            {"user": "zoe", "text": "x"},
            404,
            "There is nobody called 'zoe' here.",
            id="nobody",
        ),
        pytest.param(
            "command",
            {"user": "ana", "text": "/other x"},
            404,
            "The app has no such command.",
            id="another command",
        ),
        pytest.param(
            "say",
            {"user": "ana", "channel": "mercadeo", "text": "x"},
            409,
            "Ana Ruiz is not in #mercadeo.",
            id="not a member",
        ),
        pytest.param(
            "say",
            {"user": "ana", "channel": "ventas", "text": ""},
            400,
            "There is nothing to say.",
            id="nothing",
        ),
        pytest.param(
            "close_view",
            {"user": "bruno"},
            404,
            "This person has no such view open.",
            id="no modal",
        ),
        pytest.param(
            "change",
            {"user": "ana", "shoe_size": 38},
            400,
            "A person has no 'shoe_size' that could be changed.",
            id="no such thing",
        ),
        pytest.param(
            "clock",
            {"advance": "soon"},
            400,
            "'soon' is not a span of time; 2h30m and 1d are.",
            id="no span",
        ),
        pytest.param(
            "clock",
            {"to": "2026-01-05T09:00:00"},
            400,
            "'2026-01-05T09:00:00' needs an offset, for example 2026-01-05T09:00:00-05:00.",
            id="no offset",
        ),
        pytest.param(
            "clock",
            {"to": "2020-01-05T09:00:00Z"},
            400,
            "The clock does not go back.",
            id="backwards",
        ),
        pytest.param("clock", {"to_next": True}, 409, "Nothing is due.", id="nothing due"),
    ],
)
def test_a_call_that_cannot_be_done_says_why(
    hands: Hands, call: str, body: dict[str, Any], status: int, sentence: str
) -> None:
    assert hands.refused(call, **body) == (status, sentence)


def test_a_body_that_is_not_json_is_refused(hands: Hands) -> None:
    answer = hands.http.post("/command", content=b"{")

    assert (answer.status_code, answer.json()) == (400, {"error": "The body is not JSON."})
