"""Being asked by name in a channel: "@SLA who does SEO?"."""

from html import unescape

from slack_bolt import Ack, BoltContext, BoltResponse

from bot.rules.mentions import question_in
from bot.usecases.mentions import answer_mention
from handlers.context import Inside
from handlers.events import take
from handlers.payloads import Json, text_at


def asked(ack: Ack, body: Json, context: BoltContext, inside: Inside) -> BoltResponse:
    """Answer in the thread, once however often Slack repeats the event; never oneself."""
    slack_id, ts = text_at(body, "event", "user"), text_at(body, "event", "ts")
    if slack_id != context.bot_user_id and ts:
        take(
            body,
            inside,
            answer_mention,
            slack_id=slack_id,
            channel_id=text_at(body, "event", "channel"),
            ts=ts,
            thread=text_at(body, "event", "thread_ts") or ts,
            question=question_in(unescape(text_at(body, "event", "text"))),
        )
    return ack()
