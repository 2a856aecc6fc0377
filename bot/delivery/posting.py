"""One call that posts or rewrites one message, made exactly once."""

from collections.abc import Callable, Iterable, Sequence
from uuid import UUID

from slack_sdk import WebClient

from bot.delivery.outcomes import FAILURES, Fate, Outcome, classify
from bot.notices.digests import MayBeRepeat
from bot.notices.people import Reader
from bot.usecases.outbox.claims import Claim
from bot.views.blocks import Block
from bot.views.escape import Markup
from bot.views.message import MOST_BLOCKS, Message

EVENT_TYPE = "sla_message"
BLOCK_PREFIX = "sla-"

Render = Callable[[object, Reader], Message]


def worded(claim: Claim, render: Render) -> Message:
    """Return the message in its reader's language, with a word of caution where it may repeat."""
    message = render(claim.notice, claim.reader)
    if claim.plain:
        message = Message(message.text)
    if not claim.repeat:
        return message
    caution = render(MayBeRepeat(), claim.reader)
    blocks = [*message.blocks, *caution.blocks] if message.blocks else []
    return Message(Markup(f"{message.text} {caution.text}"), blocks[:MOST_BLOCKS])


def send(client: WebClient, claim: Claim, message: Message) -> Outcome:
    """Post or rewrite ``message`` once and say what became of it."""
    try:
        answer = (_post if claim.ts is None else _rewrite)(client, claim, message)
    except FAILURES as failure:
        return classify(failure)
    ts = answer.get("ts")
    return Outcome(Fate.SENT, ts=str(ts)) if ts else Outcome(Fate.UNSURE, "no_ts")


def marked_ids(messages: Iterable[dict[str, object]]) -> dict[UUID, str]:
    """Return which of our messages stand in a conversation, by id, and their ``ts``."""
    found: dict[UUID, str] = {}
    for message in messages:
        for marker in _markers(message):
            found.setdefault(marker, str(message["ts"]))
    return found


def _post(client: WebClient, claim: Claim, message: Message) -> dict[str, object]:
    # Any member can read metadata: it carries an id that means nothing to others.
    marker = {"event_type": EVENT_TYPE, "event_payload": {"id": str(claim.id)}}
    answer = client.chat_postMessage(
        channel=claim.channel,
        text=message.text,
        blocks=_marked(message.blocks, claim.id) or None,
        metadata=marker,
        thread_ts=claim.thread,
        unfurl_links=False,
        unfurl_media=False,
    )
    return _data(answer.data)


def _rewrite(client: WebClient, claim: Claim, message: Message) -> dict[str, object]:
    answer = client.chat_update(
        channel=claim.channel, ts=str(claim.ts), text=message.text, blocks=message.blocks
    )
    return _data(answer.data)


def _marked(blocks: Sequence[Block], post_id: UUID) -> list[Block]:
    """Name the first block that has no name yet: a second marker, returned without being asked."""
    marked = list(blocks)
    for place, block in enumerate(marked):
        if "block_id" not in block:
            marked[place] = {**block, "block_id": f"{BLOCK_PREFIX}{post_id}"}
            break
    return marked


def _markers(message: dict[str, object]) -> Iterable[UUID]:
    metadata = message.get("metadata")
    if isinstance(metadata, dict) and metadata.get("event_type") == EVENT_TYPE:
        yield from _uuid(_data(metadata.get("event_payload")).get("id"))
    blocks = message.get("blocks")
    for block in blocks if isinstance(blocks, list) else ():
        name = str(_data(block).get("block_id", ""))
        if name.startswith(BLOCK_PREFIX):
            yield from _uuid(name.removeprefix(BLOCK_PREFIX))


def _uuid(said: object) -> Iterable[UUID]:
    try:
        yield UUID(str(said))
    except ValueError:
        return


def _data(answer: object) -> dict[str, object]:
    return answer if isinstance(answer, dict) else {}
