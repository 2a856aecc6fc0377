"""Reading a conversation back, completely or not at all."""

from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from functools import partial
from uuid import UUID

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.delivery.client import NotSlack
from bot.delivery.posting import marked_ids

PAGE = 200

Read = Callable[..., SlackResponse]


def read_back(
    client: WebClient, channel: str, since: datetime, threads: Collection[str] = ()
) -> dict[UUID, str]:
    """Return our messages that stand in a conversation since a moment, with their ``ts``.

    Raises what the client raises: half a history proves nothing.
    """
    found = marked_ids(_messages(client.conversations_history, channel, since))
    for thread in threads:
        found |= _read_thread(client, channel, since, thread)
    return found


def _read_thread(client: WebClient, channel: str, since: datetime, thread: str) -> dict[UUID, str]:
    replies = partial(client.conversations_replies, ts=thread)
    try:
        return marked_ids(_messages(replies, channel, since))
    except SlackApiError as failure:
        if failure.response.get("error") == "thread_not_found":
            return {}  # whoever deleted its first message took the thread with it
        raise


def _messages(read: Read, channel: str, since: datetime) -> Iterator[dict[str, object]]:
    cursor: str | None = None
    while True:
        page = read(
            channel=channel,
            oldest=f"{since.timestamp():.6f}",
            include_all_metadata=True,
            limit=PAGE,
            cursor=cursor,
        )
        messages = page.get("messages")
        cursor = (page.get("response_metadata") or {}).get("next_cursor") or None
        if not isinstance(messages, list) or (page.get("has_more") and cursor is None):
            raise NotSlack("half a page of history")
        yield from messages
        if cursor is None:
            return
