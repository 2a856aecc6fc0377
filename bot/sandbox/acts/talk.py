"""Typing: slash commands, messages, reactions."""

from bot.sandbox.acts.places import channel_of, message_of
from bot.sandbox.app import BOT_USER_ID, Command
from bot.sandbox.arguments import Arguments
from bot.sandbox.channels import Channel
from bot.sandbox.desk import Desk, Watch
from bot.sandbox.errors import NotHere, NotNow, Refused, SlackError
from bot.sandbox.hub import Receipt
from bot.sandbox.mentions import encode
from bot.sandbox.messages import Content, Message
from bot.sandbox.payloads import command as command_payload
from bot.sandbox.people import Person
from bot.sandbox.respond import show
from bot.sandbox.responses import ResponseUrl
from bot.sandbox.shapes import Payload
from bot.sandbox.state import State


def command(desk: Desk, body: Payload) -> Payload:
    """Type a slash command."""
    state, person = desk.state, desk.person(body)
    channel = channel_of(state, person, body)
    if body.get("thread_ts"):
        raise NotNow("Slash commands of apps do not work in threads.")
    word, text = _split(state, str(body.get("text", "")))

    def deed(watch: Watch) -> Receipt:
        with state.lock:
            close_all(state, person)
            url = state.responses.make(person.id, channel.id)
            watch.via = url.token
            payload = command_payload(state, person, channel, url)
        payload |= {"command": word.command, "text": _typed(state, text, word)}
        receipt = desk.hub.ask("slash_commands", payload)
        with state.lock:
            _answer(state, url, word, receipt, watch)
        return receipt

    return desk.act(person, deed)


def _split(state: State, text: str) -> tuple[Command, str]:
    """Tell the command from its text; a text without a slash is for the app's first command."""
    commands = state.app.commands
    if text.startswith("/"):
        word, _, text = text.partition(" ")
        commands = tuple(one for one in commands if one.command == word)
    if not commands:
        raise NotHere("The app has no such command.")
    return commands[0], text.strip()


def _typed(state: State, text: str, word: Command) -> str:
    return encode(state, text, named=True) if word.should_escape else text


def _answer(state: State, url: ResponseUrl, word: Command, receipt: Receipt, watch: Watch) -> None:
    """Show the ack's own message, or what Slack says when there is none."""
    channel = state.channels.by_id[url.channel]
    if receipt.problem:
        failed = f"{word.command} failed with the error “{receipt.problem}”"
        state.notice(channel, url.user, failed, via=url.token)
        return
    payload = receipt.payload
    if not payload or not (payload.get("text") or payload.get("blocks")):
        return
    try:
        show(state, url, Arguments(payload))
    except SlackError as refusal:
        watch.problem = "invalid_ack"
        reasons = "; ".join([refusal.code, *refusal.messages])
        failed = f"{word.command} failed with the error “{reasons}”"
        state.notice(channel, url.user, failed, via=url.token)


def close_all(state: State, person: Person) -> None:
    """Put open modals away: they cover everything else."""
    if state.modals.stack(person.id):
        state.modals.stacks[person.id] = []
        state.tell_modals(person.id)


def say(desk: Desk, body: Payload) -> Payload:
    """Say something in a conversation."""
    state, person = desk.state, desk.person(body)
    channel = channel_of(state, person, body)
    content = Content(encode(state, str(body.get("text", "")), named=False))
    content.blocks = body.get("blocks") or []
    if not (content.text or content.blocks):
        raise Refused("There is nothing to say.")
    _may_write(channel, person)
    said: list[Message] = []

    def deed(watch: Watch) -> None:
        with state.lock:
            message = state.say(channel, person.id, content, thread_ts=body.get("thread_ts") or "")
            said.append(message)
            _tell_bot(desk, watch, channel, message)

    outcome = desk.act(person, deed)
    with state.lock:
        return outcome | {"message": state.shown(said[0])}


def _may_write(channel: Channel, person: Person) -> None:
    if channel.archived:
        raise NotNow(f"#{channel.name} is archived.")
    if not channel.is_dm and person.id not in channel.members:
        raise NotNow(f"{person.seed.name} is not in #{channel.name}.")


def _tell_bot(desk: Desk, watch: Watch, channel: Channel, message: Message) -> None:
    if not channel.has_bot:
        return
    inner: Payload = {
        "channel": channel.id,
        "user": message.user,
        "text": message.content.text,
        "ts": message.ts,
        "event_ts": message.ts,
        "team": message.team,
    }
    inner |= {"thread_ts": message.thread_ts} if message.thread_ts else {}
    inner |= {"blocks": message.content.blocks} if message.content.blocks else {}
    kind = "im" if channel.is_dm else "group" if channel.private else "channel"
    heard = {"type": "message", "channel_type": kind, **inner}
    desk.event(watch, f"message.{channel.kind}", heard)
    if f"<@{BOT_USER_ID}>" in message.content.text and not channel.is_dm:
        desk.event(watch, "app_mention", {"type": "app_mention", **inner})


def react(desk: Desk, body: Payload) -> Payload:
    """Put a reaction on a message, or take it back."""
    state, person = desk.state, desk.person(body)
    message, name = message_of(desk, person, body), str(body.get("name", "")).strip(":")
    gone = bool(body.get("remove"))

    def deed(watch: Watch) -> None:
        with state.lock:
            users = message.reactions.setdefault(name, [])
            if (person.id in users) is not gone:
                return
            users.remove(person.id) if gone else users.append(person.id)
            if not users:
                del message.reactions[name]
            state.changed(message)
            kind = "reaction_removed" if gone else "reaction_added"
            item = {"type": "message", "channel": message.channel, "ts": message.ts}
            event = {"type": kind, "user": person.id, "reaction": name, "item": item}
            desk.event(watch, kind, {**event, "item_user": message.user})

    return desk.act(person, deed)
