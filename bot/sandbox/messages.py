"""Messages: what was said where, and what only one person sees."""

import secrets
import string
from dataclasses import dataclass, field

from bot.sandbox.app import APP_ID, BOT_ID, BOT_USER_ID
from bot.sandbox.blocks import interactive
from bot.sandbox.shapes import Payload

_LETTERS = string.ascii_letters + string.digits


@dataclass(slots=True)
class Content:
    """What a message says, however it was sent."""

    text: str = ""
    blocks: list[Payload] = field(default_factory=list)
    attachments: list[Payload] = field(default_factory=list)
    files: list[Payload] = field(default_factory=list)
    metadata: Payload | None = None


@dataclass(slots=True)
class Message:
    channel: str
    ts: str
    user: str
    content: Content
    team: str = ""
    thread_ts: str = ""
    ephemeral_for: str = ""
    notice: bool = False
    client_msg_id: str = ""
    edited: Payload | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)

    @property
    def by_bot(self) -> bool:
        return self.user == BOT_USER_ID


@dataclass(slots=True)
class Messages:
    """All messages, by conversation, in the order of their `ts`."""

    by_channel: dict[str, dict[str, Message]] = field(default_factory=dict)
    """Conversation → `ts` → message, ephemerals included."""
    _threads: dict[tuple[str, str], list[Message]] = field(default_factory=dict)

    def add(self, message: Message) -> None:
        number_blocks(message.content.blocks)
        self.by_channel.setdefault(message.channel, {})[message.ts] = message
        if message.thread_ts and not message.ephemeral_for:
            self._threads.setdefault((message.channel, message.thread_ts), []).append(message)

    def find(self, channel: str, ts: str) -> Message | None:
        return self.by_channel.get(channel, {}).get(ts)

    def drop(self, message: Message) -> None:
        self.by_channel[message.channel].pop(message.ts, None)
        thread = self._threads.get((message.channel, message.thread_ts), [])
        if message in thread:
            thread.remove(message)

    def since(self, channel: str, oldest: float = 0.0) -> list[Message]:
        """List everything from `oldest` on, oldest first; long histories are not walked through."""
        found = []
        for message in reversed(self.by_channel.get(channel, {}).values()):
            if float(message.ts) < oldest:
                break
            found.append(message)
        return found[::-1]

    def lasting(self, channel: str, oldest: float = 0.0) -> list[Message]:
        """List what stays, from `oldest` on: everything but ephemerals, oldest first."""
        return [one for one in self.since(channel, oldest) if not one.ephemeral_for]

    def last_ts(self, channel: str) -> str | None:
        held = reversed(self.by_channel.get(channel, {}).values())
        return next((one.ts for one in held if not one.ephemeral_for), None)

    def replies(self, channel: str, thread_ts: str) -> list[Message]:
        return list(self._threads.get((channel, thread_ts), ()))


def number_blocks(blocks: list[Payload]) -> None:
    """Give blocks and elements the ids they came without, as Slack does."""
    for block in blocks:
        if not block.get("block_id"):
            block["block_id"] = _random_id()
    for _, _, element in interactive(blocks):
        if not element.get("action_id"):
            element["action_id"] = _random_id()


def _random_id() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(5))


def message_json(message: Message, replies: list[Message], *, metadata: bool = False) -> Payload:
    """Show a message as `conversations.history` does; metadata only when asked for."""
    content = message.content
    shown: Payload = {"type": "message", "ts": message.ts, "user": message.user}
    shown |= {"text": content.text, "team": message.team}
    if message.by_bot:
        shown |= {"bot_id": BOT_ID, "app_id": APP_ID}
    optional: Payload = {
        "client_msg_id": message.client_msg_id,
        "blocks": content.blocks,
        "attachments": content.attachments,
        "files": content.files,
        "edited": message.edited,
        "thread_ts": message.thread_ts,
        "metadata": content.metadata if metadata else None,
    }
    shown |= {name: value for name, value in optional.items() if value}
    if message.reactions:
        shown["reactions"] = [
            {"name": name, "users": list(users), "count": len(users)}
            for name, users in message.reactions.items()
        ]
    if replies:
        shown |= _thread(message, replies)
    return shown


def _thread(parent: Message, replies: list[Message]) -> Payload:
    users = list(dict.fromkeys(one.user for one in replies))
    return {
        "thread_ts": parent.ts,
        "reply_count": len(replies),
        "reply_users_count": len(users),
        "reply_users": users,
        "latest_reply": replies[-1].ts,
    }
