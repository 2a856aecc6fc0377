"""Reading a conversation back, completely or not at all."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from slack_sdk import WebClient

from bot.delivery.client import NotSlack
from bot.delivery.posting import marked_ids

PAGE = 200


def read_back(client: WebClient, channel: str, since: datetime) -> dict[UUID, str]:
    """Return our messages that stand in a conversation since a moment, with their ``ts``.

    Raises what the client raises: half a history proves nothing.
    """
    return marked_ids(_messages(client, channel, since))


def _messages(client: WebClient, channel: str, since: datetime) -> Iterator[dict[str, object]]:
    cursor: str | None = None
    while True:
        page = client.conversations_history(
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
