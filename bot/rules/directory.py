"""Who works in a workspace and which channels it has, from Slack's objects to plain facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.rules.absence_status import SlackStatus

Json = Mapping[str, object]
NO_STATUS = SlackStatus()
LAST = 2**33
"""Seconds since 1970 beyond which no status ends."""
SHARED = ("is_ext_shared", "is_pending_ext_shared", "pending_shared")


@dataclass(frozen=True, slots=True)
class Team:
    """The workspace the bot is installed in."""

    team_id: str
    name: str
    bot_user_id: str


@dataclass(frozen=True, slots=True)
class SlackPerson:
    """A member as ``users.list`` tells; a stranger belongs to another workspace."""

    slack_id: str
    name: str
    handle: str = ""
    email: str = ""
    zone: str = "UTC"
    locale: str = "en-US"
    is_deactivated: bool = False
    is_guest: bool = False
    is_stranger: bool = False
    status: SlackStatus = NO_STATUS


@dataclass(frozen=True, slots=True)
class SlackChannel:
    """A channel; ``is_shared`` with another organisation, or about to be."""

    id: str
    name: str
    is_shared: bool = False
    is_archived: bool = False
    is_member: bool = False


def person_facts(user: Json) -> SlackPerson:
    """Return a user object, of a list or an event, as facts."""
    profile = user.get("profile")
    about: Json = profile if isinstance(profile, Mapping) else {}
    name = _text(about, "real_name") or _text(user, "real_name") or _text(user, "name")
    return SlackPerson(
        slack_id=_text(user, "id"),
        name=name,
        handle=_text(user, "name"),
        email=_text(about, "email"),
        zone=_text(user, "tz") or "UTC",
        locale=_text(user, "locale") or "en-US",
        is_deactivated=user.get("deleted") is True,
        is_guest=user.get("is_restricted") is True or user.get("is_ultra_restricted") is True,
        is_stranger=user.get("is_stranger") is True,
        status=_status(about),
    )


def silence_facts(told: Json) -> tuple[datetime, datetime] | None:
    """Return the window in which Slack keeps a person's messages quiet, the present or next."""
    begins, ends = told.get("next_dnd_start_ts"), told.get("next_dnd_end_ts")
    if told.get("dnd_enabled") is not True or not isinstance(begins, int):
        return None
    if not isinstance(ends, int) or ends <= begins:
        return None
    return datetime.fromtimestamp(begins, UTC), datetime.fromtimestamp(ends, UTC)


def channel_facts(channel: Json) -> SlackChannel:
    pending = channel.get("pending_shared")
    return SlackChannel(
        id=_text(channel, "id"),
        name=_text(channel, "name"),
        is_shared=bool(pending) or any(channel.get(mark) is True for mark in SHARED),
        is_archived=channel.get("is_archived") is True,
        is_member=channel.get("is_member") is True,
    )


def _status(about: Json) -> SlackStatus:
    """Slack writes 0 for a status without an end."""
    ends = about.get("status_expiration")
    until = datetime.fromtimestamp(ends, UTC) if type(ends) is int and 0 < ends < LAST else None
    return SlackStatus(_text(about, "status_text"), _text(about, "status_emoji"), until)


def _text(found: Json, name: str) -> str:
    value = found.get(name)
    return value if isinstance(value, str) else ""
