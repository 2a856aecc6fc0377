"""`chat.*`: posting, changing and deleting messages."""

from bot.sandbox.api.call import Call, Method
from bot.sandbox.app import BOT_USER_ID
from bot.sandbox.channels import Channel
from bot.sandbox.content import UPDATE_LENGTH, content_of, redo
from bot.sandbox.errors import SlackError
from bot.sandbox.messages import Message, message_json
from bot.sandbox.shapes import Payload


def post_message(call: Call) -> Payload:
    channel = _destination(call)
    call.state.limits.post(channel.id)
    content = content_of(call.args)
    thread_ts = _thread(call, channel)
    message = call.state.say(channel, BOT_USER_ID, content, thread_ts=thread_ts)
    message.client_msg_id = call.args.text("client_msg_id")
    return {"channel": channel.id, "ts": message.ts, "message": _answered(call, message)}


def _destination(call: Call) -> Channel:
    """Find where to post; a person's id means the conversation with that person."""
    person = call.state.people.by_id.get(call.args.text("channel"))
    if person is None:
        return call.writable()
    if person.deleted or person.is_bot:
        raise SlackError("channel_not_found")
    return call.state.channels.dm(person)


def _thread(call: Call, channel: Channel) -> str:
    thread_ts = call.args.text("thread_ts")
    if thread_ts and call.state.messages.find(channel.id, thread_ts) is None:
        raise SlackError("cannot_reply_to_message")
    return thread_ts


def _answered(call: Call, message: Message) -> Payload:
    return message_json(message, call.state.messages.replies(message.channel, message.ts))


def update(call: Call) -> Payload:
    channel = call.writable()
    message = _own(call, channel, refusal="cant_update_message")
    message.content = redo(message.content, call.args, UPDATE_LENGTH)
    if not message.content.blocks:
        message.edited = {"user": BOT_USER_ID, "ts": call.state.times.stamp()}
    call.state.changed(message)
    shown = _answered(call, message)
    return {"channel": channel.id, "ts": message.ts, "text": shown["text"], "message": shown}


def _own(call: Call, channel: Channel, refusal: str) -> Message:
    message = call.state.messages.find(channel.id, call.args.text("ts"))
    if message is None or message.ephemeral_for:
        raise SlackError("message_not_found")
    if not message.by_bot:
        raise SlackError(refusal)
    return message


def delete(call: Call) -> Payload:
    channel = call.joined()
    message = _own(call, channel, refusal="cant_delete_message")
    call.state.remove(message)
    return {"channel": channel.id, "ts": message.ts}


def post_ephemeral(call: Call) -> Payload:
    channel = call.writable()
    person = call.person()
    if person.id not in (*channel.members, channel.user):
        raise SlackError("user_not_in_channel")
    message = call.state.say(
        channel,
        BOT_USER_ID,
        content_of(call.args),
        thread_ts=_thread(call, channel),
        ephemeral_for=person.id,
    )
    return {"message_ts": message.ts}


def get_permalink(call: Call) -> Payload:
    channel = call.joined()
    ts = call.args.text("message_ts")
    if call.state.messages.find(channel.id, ts) is None:
        raise SlackError("message_not_found")
    link = f"{call.state.base}/#/archives/{channel.id}/p{ts.replace('.', '')}"
    return {"channel": channel.id, "permalink": link}


METHODS: dict[str, Method] = {
    "chat.postMessage": post_message,
    "chat.update": update,
    "chat.delete": delete,
    "chat.postEphemeral": post_ephemeral,
    "chat.getPermalink": get_permalink,
}
