"""The workspace, its people and channels, read from Slack into plain facts."""

from collections.abc import Callable, Iterator, Mapping

from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from bot.usecases.people import SlackChannel, SlackPerson, Team

__all__ = [
    "SlackChannel",
    "SlackPerson",
    "Team",
    "channel_facts",
    "person_facts",
    "read_channel",
    "read_channels",
    "read_people",
    "read_team",
]

Json = Mapping[str, object]
PAGE = 200
SLACKBOT = "USLACKBOT"
SHARED = ("is_ext_shared", "is_pending_ext_shared", "pending_shared")


def read_team(client: WebClient) -> Team:
    """Return the workspace the token belongs to."""
    told = client.auth_test()
    return Team(str(told["team_id"]), str(told["team"]), str(told["user_id"]))


def read_people(client: WebClient) -> tuple[SlackPerson, ...]:
    """Return everybody, without bots."""

    def page(cursor: str) -> SlackResponse:
        return client.users_list(limit=PAGE, include_locale=True, cursor=cursor)

    return tuple(person_facts(user) for user in _all(page, "members") if _is_human(user))


def read_channels(client: WebClient) -> tuple[SlackChannel, ...]:
    """Return the public channels, and the private ones the bot was invited to."""

    def page(cursor: str) -> SlackResponse:
        kinds = "public_channel,private_channel"
        return client.conversations_list(
            limit=PAGE, types=kinds, exclude_archived=True, cursor=cursor
        )

    return tuple(channel_facts(channel) for channel in _all(page, "channels"))


def read_channel(client: WebClient, channel_id: str) -> SlackChannel:
    return channel_facts(client.conversations_info(channel=channel_id)["channel"])


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
    )


def channel_facts(channel: Json) -> SlackChannel:
    pending = channel.get("pending_shared")
    return SlackChannel(
        id=_text(channel, "id"),
        name=_text(channel, "name"),
        is_shared=bool(pending) or any(channel.get(mark) is True for mark in SHARED),
        is_archived=channel.get("is_archived") is True,
        is_member=channel.get("is_member") is True,
    )


def _all(page: Callable[[str], SlackResponse], name: str) -> Iterator[Json]:
    """Read page after page, until Slack gives no cursor for a next one."""
    cursor = ""
    while True:
        told = page(cursor)
        yield from told[name]
        cursor = str((told.get("response_metadata") or {}).get("next_cursor") or "")
        if not cursor:
            return


def _is_human(user: Json) -> bool:
    return user.get("is_bot") is not True and user.get("id") != SLACKBOT


def _text(found: Json, name: str) -> str:
    value = found.get(name)
    return value if isinstance(value, str) else ""
