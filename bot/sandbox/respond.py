"""Answers that come in an ack or through a response address."""

from bot.sandbox.app import BOT_USER_ID
from bot.sandbox.arguments import Arguments
from bot.sandbox.content import content_of
from bot.sandbox.errors import SlackError
from bot.sandbox.messages import Message
from bot.sandbox.responses import ResponseUrl
from bot.sandbox.shapes import Payload
from bot.sandbox.state import State


def respond(state: State, token: str, args: Arguments) -> tuple[int, Payload | str, dict[str, str]]:
    """Take a post to a response address; return status, body and headers."""
    with state.lock:
        try:
            url = state.responses.use(token)
            show(state, url, args)
        except SlackError as refusal:
            spent = refusal.code in ("expired_url", "used_url", "invalid_url")
            return (404 if spent else 400), refusal.body(), {}
        return 200, "ok", {"Content-Type": "text/plain"}


def show(state: State, url: ResponseUrl, args: Arguments) -> None:
    """Post, replace or delete, as the answer says; raise `SlackError` when it is not sound."""
    original = state.messages.find(url.channel, url.original_ts)
    if args.flag("delete_original"):
        if original is not None:
            state.remove(original, via=url.token)
        return
    content = content_of(args)
    if args.flag("replace_original") and original is not None:
        _replace(state, original, args, url.token)
        return
    public = args.text("response_type") == "in_channel"
    state.say(
        state.channels.by_id[url.channel],
        BOT_USER_ID,
        content,
        thread_ts=args.text("thread_ts") or url.thread_ts,
        ephemeral_for="" if public else url.user,
        via=url.token,
    )


def _replace(state: State, original: Message, args: Arguments, via: str) -> None:
    original.content = content_of(args)
    state.changed(original, via=via)
