"""The workspace, its people and channels, read from Slack into plain facts."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from bot.rules.directory import (
    Json,
    SlackChannel,
    SlackPerson,
    Team,
    channel_facts,
    person_facts,
    silence_facts,
)

__all__ = [
    "SlackChannel",
    "SlackPerson",
    "Team",
    "read_channel",
    "read_channels",
    "read_people",
    "read_silences",
    "read_team",
]

PAGE = 200
MOST_ASKED = 50
SLACKBOT = "USLACKBOT"


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


def read_silences(
    client: WebClient, people: Sequence[str]
) -> Iterator[tuple[str, tuple[datetime, datetime] | None]]:
    """Yield the present or next do-not-disturb window of each person; none where there is none.

    Somebody's snooze is not among them: Slack shows it to nobody else.
    """
    for first in range(0, len(people), MOST_ASKED):
        asked = people[first : first + MOST_ASKED]
        for slack_id, told in client.dnd_teamInfo(users=list(asked))["users"].items():
            yield slack_id, silence_facts(told)


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
