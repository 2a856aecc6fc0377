"""Reading a conversation back, completely or not at all."""

from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from functools import partial
from itertools import chain
from uuid import UUID

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.delivery.client import NotSlack
from bot.delivery.posting import marked_ids

PAGE = 200
NO_THREAD = frozenset({"thread_not_found", "message_not_found"})

Read = Callable[..., SlackResponse]
Messages = Iterator[dict[str, object]]


def read_back(
    client: WebClient, channel: str, since: datetime, threads: Collection[str] = ()
) -> dict[UUID, str]:
    """Return our messages that stand in a conversation since a moment, with their ``ts``.

    A history leaves out what was answered in threads: those named are read as well. Raises what
    the client raises: half a history proves nothing.
    """
    read = partial(_messages, channel=channel, oldest=f"{since.timestamp():.6f}")
    answers = (_answers(partial(client.conversations_replies, ts=ts), read) for ts in threads)
    return marked_ids(chain(read(client.conversations_history), *answers))


def _answers(
    call: Read, read: Callable[[Read], Iterator[dict[str, object]]]
) -> Iterator[dict[str, object]]:
    """Yield a thread; one that is not there has no answers of ours."""
    try:
        yield from read(call)
    except SlackApiError as refusal:
        if refusal.response.get("error") not in NO_THREAD:
            raise


def _messages(call: Read, *, channel: str, oldest: str) -> Messages:
    cursor: str | None = None
    while True:
        page = call(
            channel=channel,
            oldest=oldest,
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
