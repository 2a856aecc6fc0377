"""`sla demo`: what a newcomer finds, and the main job done in it as the outcome promises."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot.cli.demo.serving import Demo

pytestmark = pytest.mark.xdist_group("demo")  # one demo for all of them: it takes seconds to open


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """The control API of a demo that is open."""
    demo = Demo(Path(tmp_path_factory.mktemp("demo")), speed=0)
    demo.start()
    try:
        with httpx.Client(base_url=f"{demo.workspace.page_url}_control", timeout=30) as client:
            yield client
    finally:
        demo.stop()


def test_two_agreements_are_there_and_status_answers_in_each_channels_words(
    page: httpx.Client,
) -> None:
    assert "Leads 2026" in _types(page, "carla", "ventas", "/sla estado")
    assert "Northwind" in _types(page, "oliver", "northwind", "/sla status")


def test_a_question_for_seo_names_its_owner(page: httpx.Client) -> None:
    assert "U0SOFIA" in _types(page, "ana", "ventas", "/sla quién seo")


def test_winding_the_clock_brings_reminders_flags_and_escalations(page: httpx.Client) -> None:
    before = _count(page, "/dm?user=carla"), _count(page, "/messages?channel=ventas")

    page.post("/clock", json={"advance": "2d"}).raise_for_status()

    after = _count(page, "/dm?user=carla"), _count(page, "/messages?channel=ventas")
    assert after[0] > before[0]
    assert after[1] > before[1]


def test_a_goal_that_crosses_a_line_is_celebrated_in_the_team_channel(page: httpx.Client) -> None:
    before = _count(page, "/messages?channel=equipo")

    answer = _types(page, "carla", "ventas", "/sla meta avance 12")
    assert "40" in answer, answer

    shown = page.get("/messages?channel=equipo").json()["messages"]
    assert len(shown) == before + 1
    assert "U0CARLA" in str(shown[-1])


def test_nothing_that_was_owed_is_left_in_the_air(page: httpx.Client) -> None:
    """Every call the bot made to the workspace was answered well."""
    entries = page.get("/traffic", params={"limit": 5000}).json()["entries"]
    calls = [entry for entry in entries if entry["kind"] == "api"]

    assert calls
    assert [call for call in calls if not call["response"].get("ok")] == []


def _types(page: httpx.Client, user: str, channel: str, text: str) -> str:
    answer = page.post("/command", json={"user": user, "channel": channel, "text": text})
    found = answer.raise_for_status().json()
    assert found["replies"], found
    return str(found["replies"])


def _count(page: httpx.Client, path: str) -> int:
    return len(page.get(path).raise_for_status().json()["messages"])
