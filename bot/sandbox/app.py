"""The app as Slack knows it: what its manifest declares."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from bot.sandbox.seed import Seed
from bot.sandbox.shapes import Payload

APP_ID = "A0SLA"
BOT_ID = "B0SLA"
BOT_USER_ID = "U0SLA"

EVENTS = frozenset(
    {"app_home_opened", "app_mention", "message.im", "team_join", "user_change"}
    | {"dnd_updated_user", "member_joined_channel", "member_left_channel"}
    | {"channel_archive", "channel_unarchive", "channel_rename", "channel_deleted"}
    | {"channel_created", "channel_shared", "channel_unshared", "channel_left"}
    | {"group_archive", "group_unarchive", "group_rename", "group_deleted", "group_left"}
    | {"reaction_added", "reaction_removed"}
)
SCOPES = frozenset(
    {"commands", "chat:write", "im:write", "im:history", "channels:history", "groups:history"}
    | {"channels:read", "groups:read", "app_mentions:read", "users:read", "users:read.email"}
    | {"dnd:read", "files:write", "canvases:write", "canvases:read"}
)


@dataclass(frozen=True, slots=True)
class Command:
    command: str
    description: str = ""
    usage_hint: str = ""
    should_escape: bool = True


@dataclass(frozen=True, slots=True)
class Shortcut:
    name: str
    type: str
    callback_id: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class InstalledApp:
    name: str
    handle: str
    commands: tuple[Command, ...] = (Command("/sla"),)
    shortcuts: tuple[Shortcut, ...] = ()
    events: frozenset[str] = EVENTS
    scopes: frozenset[str] = SCOPES

    def shortcut(self, callback_id: str) -> Shortcut | None:
        return next((one for one in self.shortcuts if one.callback_id == callback_id), None)


def installed(seed: Seed, manifest: Mapping[str, object] | None) -> InstalledApp:
    """Install the app; without a manifest it has `/sla`, every event and the usual scopes."""
    if manifest is None:
        return InstalledApp(seed.bot_name, handle_of(seed.bot_name))
    features = _part(manifest, "features")
    subscribed = _part(_part(manifest, "settings"), "event_subscriptions").get("bot_events")
    return InstalledApp(
        name=seed.bot_name,
        handle=handle_of(seed.bot_name),
        commands=tuple(_command(one) for one in features.get("slash_commands", ())),
        shortcuts=tuple(_shortcut(one) for one in features.get("shortcuts", ())),
        events=EVENTS if subscribed is None else frozenset(subscribed),
        scopes=_scopes(_part(_part(manifest, "oauth_config"), "scopes")) or SCOPES,
    )


def handle_of(name: str) -> str:
    """Turn a name into what is typed after an @: no accents, no spaces, lower case."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "".join(letter for letter in plain.lower() if letter.isalnum() or letter in "._-")


def _part(mapping: Mapping[str, object], key: str) -> Payload:
    return cast("Payload", mapping.get(key) or {})


def _command(declared: Payload) -> Command:
    return Command(
        command=declared["command"],
        description=declared.get("description", ""),
        usage_hint=declared.get("usage_hint", ""),
        should_escape=bool(declared.get("should_escape", False)),
    )


def _shortcut(declared: Payload) -> Shortcut:
    return Shortcut(
        name=declared["name"],
        type=declared["type"],
        callback_id=declared["callback_id"],
        description=declared.get("description", ""),
    )


def _scopes(declared: Payload) -> frozenset[str]:
    return frozenset(declared.get("bot", ())) | frozenset(declared.get("bot_optional", ()))
