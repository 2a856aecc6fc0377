"""From what was sent to what a message says, or to Slack's refusal."""

from bot.sandbox.arguments import Arguments
from bot.sandbox.blocks import message_problems
from bot.sandbox.blocks.limits import LIMITS
from bot.sandbox.errors import SlackError
from bot.sandbox.messages import Content
from bot.sandbox.shapes import Payload

POST_LENGTH = 40_000
UPDATE_LENGTH = 4_000
_METADATA_LENGTH = 8_000


def content_of(args: Arguments, longest: int = POST_LENGTH) -> Content:
    """Read text, blocks, attachments and metadata; raise `SlackError` when Slack would refuse."""
    text = args.text("text")
    if args.given("markdown_text"):
        if text or args.given("blocks"):
            raise SlackError("markdown_text_conflict")
        text = args.text("markdown_text")
    if len(text) > longest:
        raise SlackError("msg_too_long")
    content = Content(text, _blocks(args), _attachments(args), metadata=_metadata(args))
    if not (content.text or content.blocks or content.attachments):
        raise SlackError("no_text")
    return content


def _blocks(args: Arguments) -> list[Payload]:
    blocks = args.nested("blocks", broken="invalid_blocks_format")
    if blocks is None:
        return []
    if not isinstance(blocks, list):
        raise SlackError("invalid_blocks_format")
    problems = message_problems(blocks)
    if problems:
        raise SlackError("invalid_blocks", messages=[str(one) for one in problems])
    return blocks


def _attachments(args: Arguments) -> list[Payload]:
    attachments = args.nested("attachments", broken="invalid_attachments") or []
    if len(attachments) > LIMITS["message.attachments.max_items"]:
        raise SlackError("too_many_attachments")
    for index, one in enumerate(attachments):
        problems = message_problems(one.get("blocks", []), f"/attachments/{index}/blocks")
        if problems:
            raise SlackError("invalid_blocks", messages=[str(problem) for problem in problems])
    return list(attachments)


def _metadata(args: Arguments) -> Payload | None:
    metadata = args.nested("metadata", broken="invalid_metadata_format")
    if metadata is None:
        return None
    sound = isinstance(metadata, dict) and isinstance(metadata.get("event_type"), str)
    if not sound or not isinstance(metadata.get("event_payload"), dict):
        raise SlackError("invalid_metadata_format")
    if len(str(metadata)) > _METADATA_LENGTH:
        raise SlackError("metadata_too_large")
    return dict(metadata)


def redo(content: Content, args: Arguments, longest: int) -> Content:
    """Return a message's new content: text alone takes the old blocks away."""
    fresh = content_of(args, longest)
    if not args.given("blocks") and not args.given("text"):
        fresh.blocks = content.blocks
    if not args.given("text"):
        fresh.text = content.text
    if not args.given("attachments"):
        fresh.attachments = content.attachments
    if not args.given("metadata"):
        fresh.metadata = content.metadata
    fresh.files = content.files
    return fresh
