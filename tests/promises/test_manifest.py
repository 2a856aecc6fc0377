"""The manifest says what the listeners answer, no more and no less.

The schema beside this file is Slack's own (github.com/slackapi/manifest-schema), under the MIT
licence kept with it.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator  # type: ignore[import-untyped]  # it has no stubs

import handlers
from bot.views.ids import Id

HERE = Path(__file__).parent
MANIFEST: Mapping[str, Any] = yaml.safe_load((HERE.parents[1] / "manifest.yml").read_text("utf-8"))
FEATURES, SETTINGS = MANIFEST["features"], MANIFEST["settings"]
SCOPES = set(MANIFEST["oauth_config"]["scopes"]["bot"])

NEEDED_FOR = {
    "commands": "/sla and shortcuts",
    "chat:write": "every message",
    "im:write": "conversations.open",
    "im:history": "proving whether a DM arrived",
    "channels:history": "proving whether a post arrived",
    "groups:history": "the same in a private channel",
    "channels:read": "conversations.info and the channel events",
    "groups:read": "the same for private channels",
    "app_mentions:read": "being asked by name in a channel",
    "users:read": "users.list and the events of people",
    "users:read.email": "finding owners of a file by their e-mail",
    "dnd:read": "quiet hours",
}
EVENT_SCOPES = {
    "app_home_opened": set(),
    "app_mention": {"app_mentions:read"},
    "team_join": {"users:read"},
    "user_change": {"users:read"},
    "dnd_updated_user": {"dnd:read"},
    "channel_created": {"channels:read"},
    "channel_rename": {"channels:read"},
    "channel_archive": {"channels:read"},
    "channel_unarchive": {"channels:read"},
    "channel_shared": {"channels:read", "groups:read"},
    "channel_unshared": {"channels:read", "groups:read"},
    "group_rename": {"groups:read"},
    "group_archive": {"groups:read"},
    "group_unarchive": {"groups:read"},
    "member_joined_channel": {"channels:read", "groups:read"},
}


def test_slack_takes_the_manifest() -> None:
    schema = json.loads((HERE / "manifest.schema.2.0.0.json").read_text("utf-8"))

    found = [error.message for error in Draft7Validator(schema).iter_errors(MANIFEST)]

    assert found == []
    assert MANIFEST["_metadata"]["major_version"] == 2


def test_the_one_command_is_the_one_that_is_answered() -> None:
    commands = FEATURES["slash_commands"]

    assert [each["command"] for each in commands] == [handlers.COMMAND]
    assert commands[0]["should_escape"] is True, "people and channels arrive as ids"


def test_every_shortcut_is_bound_and_named() -> None:
    declared = {each["callback_id"] for each in FEATURES["shortcuts"]}

    assert declared == {each.value for each in handlers.SHORTCUTS}


def test_every_event_subscribed_to_is_listened_to() -> None:
    assert set(SETTINGS["event_subscriptions"]["bot_events"]) == set(handlers.EVENTS)


def test_every_scope_has_its_reason() -> None:
    assert set(NEEDED_FOR) == SCOPES


@pytest.mark.parametrize("event", handlers.EVENTS)
def test_the_scopes_of_an_event_are_asked_for(event: str) -> None:
    assert EVENT_SCOPES[event] <= SCOPES


def test_it_works_behind_a_firewall_and_for_one_workspace() -> None:
    assert SETTINGS["socket_mode_enabled"] is True
    assert SETTINGS["interactivity"]["is_enabled"] is True
    assert SETTINGS["org_deploy_enabled"] is False
    assert SETTINGS["token_rotation_enabled"] is False


def test_every_id_of_the_views_is_bound() -> None:
    bound = {*handlers.PRESSES, *handlers.FORMS, *handlers.SHORTCUTS, Id.SETUP_COUNTRY}
    lines = {each for each in Id if each.value.startswith("field.")}

    assert set(Id) - lines - bound == {Id.FORM_NOTE}
