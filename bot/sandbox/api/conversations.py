"""`conversations.*`: where one can talk, who is there, what was said."""

from bot.sandbox.api.call import Call, Method
from bot.sandbox.app import BOT_USER_ID
from bot.sandbox.channels import Channel, channel_json
from bot.sandbox.errors import SlackError
from bot.sandbox.messages import Message, message_json
from bot.sandbox.shapes import Payload

_TYPES = {"public_channel": "channels", "private_channel": "groups", "im": "im", "mpim": "mpim"}


def open_conversation(call: Call) -> Payload:
    if call.args.given("channel"):
        return {"channel": {"id": call.joined().id}}
    users = [one for one in call.args.text("users").split(",") if one]
    if not users:
        raise SlackError("users_list_not_supplied")
    if len(users) > 1:
        raise SlackError("too_many_users")
    person = call.state.people.by_id.get(users[0])
    if person is None or person.is_bot:
        raise SlackError("user_not_found")
    if person.deleted:
        raise SlackError("user_disabled")
    channel = call.state.channels.dm(person)
    return {"channel": _shown(call, channel) if call.args.flag("return_im") else {"id": channel.id}}


def _shown(call: Call, channel: Channel) -> Payload:
    shown = channel_json(channel)
    if channel.is_dm:
        shown["is_user_deleted"] = call.state.people.by_id[channel.user].deleted
    return shown


def info(call: Call) -> Payload:
    channel = call.channel()
    call.need(f"{channel.kind}:read")
    return {"channel": _shown(call, channel)}


def list_conversations(call: Call) -> Payload:
    kinds = [_TYPES.get(one) for one in call.args.text("types", "public_channel").split(",")]
    for kind in kinds:
        if kind is None:
            raise SlackError("invalid_types")
        call.need(f"{kind}:read")
    hide_archived = call.args.flag("exclude_archived")
    seen = [
        one
        for one in call.state.channels.by_id.values()
        if one.kind in kinds
        and (one.has_bot or not one.private)
        and not (one.archived and hide_archived)
    ]
    page, where = call.page(seen)
    return {"channels": [_shown(call, one) for one in page], "response_metadata": where}


def members(call: Call) -> Payload:
    channel = call.channel()
    call.need(f"{channel.kind}:read")
    everyone = [channel.user, BOT_USER_ID] if channel.is_dm else channel.members
    page, where = call.page(everyone)
    return {"members": page, "response_metadata": where}


def join(call: Call) -> Payload:
    channel = call.channel()
    if channel.is_dm or channel.private:
        raise SlackError("method_not_supported_for_channel_type")
    if channel.archived:
        raise SlackError("is_archived")
    if not channel.has_bot:
        channel.members.append(BOT_USER_ID)
    call.state.stream.tell("channels", {"channel": channel_json(channel)})
    return {"channel": channel_json(channel)}


def history(call: Call) -> Payload:
    channel = _read(call)
    told = [one for one in _between(call, channel) if one.thread_ts in ("", one.ts)]
    page, where = call.page(told[::-1])
    return {
        "messages": [_message(call, one) for one in page],
        "has_more": bool(where["next_cursor"]),
        "pin_count": 0,
        "response_metadata": where,
    }


def replies(call: Call) -> Payload:
    channel = _read(call)
    parent = call.state.messages.find(channel.id, call.args.text("ts"))
    if parent is None or parent.ephemeral_for:
        raise SlackError("thread_not_found")
    told = [one for one in _between(call, channel) if one.thread_ts == parent.ts]
    page, where = call.page([parent, *(one for one in told if one is not parent)])
    return {
        "messages": [_message(call, one) for one in page],
        "has_more": bool(where["next_cursor"]),
        "response_metadata": where,
    }


def _read(call: Call) -> Channel:
    channel = call.joined()
    call.need(f"{channel.kind}:history")
    return channel


def _between(call: Call, channel: Channel) -> list[Message]:
    """List the messages after `oldest` and before `latest`, oldest first."""
    oldest = _moment(call, "oldest", 0.0)
    latest = _moment(call, "latest", float("inf"))
    horizon = call.state.times.seconds() - call.lag if call.lag else float("inf")
    edges = call.args.flag("inclusive")
    return [
        one
        for one in call.state.messages.lasting(channel.id, oldest)
        if float(one.ts) <= horizon
        and (oldest < float(one.ts) < latest or (edges and float(one.ts) in (oldest, latest)))
    ]


def _moment(call: Call, name: str, default: float) -> float:
    try:
        return float(call.args.text(name) or default)
    except ValueError:
        raise SlackError(f"invalid_ts_{name}") from None


def _message(call: Call, message: Message) -> Payload:
    thread = call.state.messages.replies(message.channel, message.ts)
    return message_json(message, thread, metadata=call.args.flag("include_all_metadata"))


METHODS: dict[str, Method] = {
    "conversations.open": open_conversation,
    "conversations.info": info,
    "conversations.list": list_conversations,
    "conversations.members": members,
    "conversations.join": join,
    "conversations.history": history,
    "conversations.replies": replies,
}
