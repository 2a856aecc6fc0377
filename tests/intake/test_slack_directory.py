"""People and channels of a workspace, read page by page from Slack into plain facts."""

from datetime import UTC, datetime
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.intake.slack_directory import (
    SlackChannel,
    SlackPerson,
    Team,
    read_channel,
    read_channels,
    read_people,
    read_silences,
    read_team,
)
from bot.rules.directory import person_facts, silence_facts


class Told(WebClient):
    """Answers every call with the next page that was laid out for it."""

    def __init__(self, *pages: dict[str, Any]) -> None:
        super().__init__(token="xoxb-test")
        self.pages = list(pages)
        self.asked: list[tuple[str, object]] = []

    def api_call(self, api_method: str, **kwargs: Any) -> Any:
        given = kwargs.get("params") or {}
        self.asked.append((api_method, given.get("cursor", "")))
        return {"ok": True} | self.pages.pop(0)


def test_the_workspace_is_the_tokens() -> None:
    client = Told({"team_id": "T1", "team": "Empresa", "user_id": "UBOT"})

    assert read_team(client) == Team("T1", "Empresa", "UBOT")


def test_everybody_is_read_page_by_page_without_bots() -> None:
    client = Told(
        {
            "members": [
                {
                    "id": "UANA",
                    "name": "ana",
                    "tz": "America/Bogota",
                    "locale": "es-LA",
                    "profile": {"real_name": "Ana Gil", "email": "ana@example.com"},
                },
                {"id": "UBOT", "name": "sla", "is_bot": True, "profile": {}},
                {"id": "USLACKBOT", "name": "slackbot", "profile": {}},
            ],
            "response_metadata": {"next_cursor": "next"},
        },
        {
            "members": [{"id": "UEVA", "name": "eva", "is_stranger": True, "deleted": True}],
            "response_metadata": {"next_cursor": ""},
        },
    )

    assert read_people(client) == (
        SlackPerson("UANA", "Ana Gil", "ana", "ana@example.com", "America/Bogota", "es-LA"),
        SlackPerson("UEVA", "eva", "eva", is_deactivated=True, is_stranger=True),
    )
    assert client.asked == [("users.list", ""), ("users.list", "next")]


def test_either_kind_of_guest_is_a_guest() -> None:
    assert person_facts({"id": "U1", "is_restricted": True}).is_guest
    assert person_facts({"id": "U1", "is_ultra_restricted": True}).is_guest
    assert not person_facts({"id": "U1"}).is_guest


def test_a_channel_about_to_be_shared_counts_as_shared() -> None:
    client = Told(
        {
            "channels": [
                {"id": "C1", "name": "leads", "is_member": True},
                {"id": "C2", "name": "fuera", "is_ext_shared": True},
                {"id": "C3", "name": "pronto", "is_pending_ext_shared": True},
                {"id": "C4", "name": "quizás", "pending_shared": ["T9"]},
            ]
        }
    )

    channels = read_channels(client)

    assert channels[0] == SlackChannel("C1", "leads", is_member=True)
    assert [each.is_shared for each in channels] == [False, True, True, True]


def test_one_channel_is_read_by_its_id() -> None:
    client = Told({"channel": {"id": "C1", "name": "leads", "is_archived": True}})

    assert read_channel(client, "C1") == SlackChannel("C1", "leads", is_archived=True)


def test_quiet_is_asked_fifty_people_at_a_time() -> None:
    window = {"dnd_enabled": True, "next_dnd_start_ts": 1_000, "next_dnd_end_ts": 2_000}
    client = Told({"users": {"U0": window}}, {"users": {"U50": {"dnd_enabled": False}}})

    read = dict(read_silences(client, [f"U{number}" for number in range(51)]))

    assert read == {"U0": (at(1_000), at(2_000)), "U50": None}
    assert [method for method, _ in client.asked] == ["dnd.teamInfo"] * 2


@pytest.mark.parametrize(
    "told",
    [
        {"dnd_enabled": True},
        {"dnd_enabled": True, "next_dnd_start_ts": 5, "next_dnd_end_ts": 5},
        {"dnd_enabled": True, "next_dnd_start_ts": "5", "next_dnd_end_ts": 9},
        {"dnd_enabled": False, "next_dnd_start_ts": 5, "next_dnd_end_ts": 9},
    ],
)
def test_what_is_no_window_is_no_quiet(told: dict[str, object]) -> None:
    assert silence_facts(told) is None


def at(second: int) -> datetime:
    return datetime.fromtimestamp(second, UTC)
