"""What the workspace tells: people come, change and go; channels are renamed, shared, archived."""

from collections.abc import Callable, Mapping
from datetime import datetime

from slack_bolt import Ack, BoltContext, BoltResponse
from slack_sdk import WebClient
from sqlmodel import Session

from bot.rules.directory import channel_facts, person_facts, silence_facts
from bot.rules.refusals import StrangerRefused
from bot.usecases.outbox.events import take_event
from bot.usecases.people import keep_channels, keep_people, keep_silences, note_channel
from handlers.answering import later
from handlers.context import Inside, visit_of
from handlers.payloads import Json, at, text_at

GONE = {"channel_archive": True, "group_archive": True}
BACK = {"channel_unarchive": False, "group_unarchive": False}
ARCHIVING = GONE | BACK


def home_opened(
    ack: Ack, body: Json, context: BoltContext, client: WebClient, inside: Inside
) -> BoltResponse:
    """Show what is theirs to whoever opens the Home tab; a stranger finds nothing."""
    if text_at(body, "event", "tab") == "messages":
        return ack()
    try:
        inside.homes.show(context, client, visit_of(body, inside))
    except StrangerRefused:
        return ack()
    return ack()


def person_changed(ack: Ack, body: Json, inside: Inside) -> BoltResponse:
    """Keep names, zones and guest marks as Slack has them; roles never change by it."""
    user = at(body, "event", "user")
    if isinstance(user, dict) and user.get("is_bot") is not True:
        take(body, inside, keep_people, people=[person_facts(user)])
    return ack()


def silence_changed(ack: Ack, body: Json, inside: Inside) -> BoltResponse:
    """Keep when somebody wants quiet in Slack."""
    told = at(body, "event", "dnd_status")
    if isinstance(told, Mapping):
        silences = {text_at(body, "event", "user"): silence_facts(told)}
        take(body, inside, keep_silences, silences=silences)
    return ack()


def channel_changed(ack: Ack, body: Json, inside: Inside) -> BoltResponse:
    kind = text_at(body, "event", "type")
    take(
        body,
        inside,
        note_channel,
        channel_id=text_at(body, "event", "channel", "id") or text_at(body, "event", "channel"),
        name=text_at(body, "event", "channel", "name") or None,
        is_shared={"channel_shared": True, "channel_unshared": _still_shared(body)}.get(kind),
        is_archived=ARCHIVING.get(kind),
    )
    return ack()


def joined_channel(
    ack: Ack, body: Json, context: BoltContext, client: WebClient, inside: Inside
) -> BoltResponse:
    """Get to know a channel the bot was invited to."""
    if text_at(body, "event", "user") == context.bot_user_id:
        later(context, _learn, client, inside, text_at(body, "event", "channel"))
    return ack()


def once(
    session: Session,
    *,
    now: datetime,
    event_id: str,
    effect: Callable[..., object],
    **facts: object,
) -> None:
    """Have an event's effect once, however often Slack repeats it."""
    if take_event(session, now=now, event_id=event_id):
        effect(session, now=now, **facts)


def take(body: Json, inside: Inside, effect: Callable[..., object], **facts: object) -> None:
    event_id = text_at(body, "event_id")
    inside.act(once, event_id=event_id, effect=effect, team_id=inside.team_id, **facts)


def _still_shared(body: Json) -> bool:
    return at(body, "event", "is_ext_shared") is True


def _learn(client: WebClient, inside: Inside, channel_id: str) -> None:
    told = client.conversations_info(channel=channel_id)["channel"]
    inside.act(keep_channels, team_id=inside.team_id, channels=[channel_facts(told)])
