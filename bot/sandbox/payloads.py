"""What the bot receives: interaction payloads and events, in Slack's shapes."""

from bot.sandbox.app import APP_ID, BOT_USER_ID
from bot.sandbox.channels import Channel
from bot.sandbox.hub import event_id
from bot.sandbox.messages import Message, message_json
from bot.sandbox.modals import View
from bot.sandbox.people import Person
from bot.sandbox.responses import ResponseUrl
from bot.sandbox.shapes import Payload
from bot.sandbox.state import State

TOKEN = "verification-token-of-the-local-workspace"  # noqa: S105 - Slack's long deprecated field


def command(state: State, person: Person, channel: Channel, url: ResponseUrl) -> Payload:
    """Describe a slash command, all but its word and text."""
    return {
        "token": TOKEN,
        "team_id": state.seed.team_id,
        "team_domain": "local",
        "channel_id": channel.id,
        "channel_name": channel_name(channel),
        "user_id": person.id,
        "user_name": person.handle,
        "api_app_id": APP_ID,
        "is_enterprise_install": "false",
        "response_url": address(state, "commands", url),
        "trigger_id": state.modals.trigger(person.id, in_view=False),
    }


def address(state: State, kind: str, url: ResponseUrl) -> str:
    return f"{state.base}/response/{kind}/{state.seed.team_id}/{url.token}"


def channel_name(channel: Channel) -> str:
    if channel.is_dm:
        return "directmessage"
    return "privategroup" if channel.private else channel.name


def interaction(state: State, kind: str, person: Person, *, in_view: bool = False) -> Payload:
    """Describe what every interaction has."""
    return {
        "type": kind,
        "team": {"id": state.seed.team_id, "domain": "local"},
        "user": {
            "id": person.id,
            "username": person.handle,
            "name": person.handle,
            "team_id": person.team_id,
        },
        "api_app_id": APP_ID,
        "token": TOKEN,
        "enterprise": None,
        "is_enterprise_install": False,
        "trigger_id": state.modals.trigger(person.id, in_view=in_view),
    }


def in_message(state: State, message: Message, values: Payload) -> Payload:
    """Describe the message acted on; Slack leaves an ephemeral message's content out."""
    channel = state.channels.by_id[message.channel]
    container: Payload = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": message.channel,
        "is_ephemeral": bool(message.ephemeral_for),
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    place: Payload = {
        "container": container,
        "channel": {"id": channel.id, "name": channel_name(channel)},
        "state": {"values": values},
    }
    if not message.ephemeral_for:
        place["message"] = whole(state, message)
    return place


def whole(state: State, message: Message) -> Payload:
    return message_json(message, state.messages.replies(message.channel, message.ts))


def in_view(view: View) -> Payload:
    return {"container": {"type": "view", "view_id": view.id}, "view": view.json()}


def event(state: State, inner: Payload, *, shared: bool = False) -> Payload:
    """Wrap an event as the Events API does."""
    team = state.seed.team_id
    bot = {"enterprise_id": None, "team_id": team, "user_id": BOT_USER_ID, "is_bot": True}
    return {
        "token": TOKEN,
        "team_id": team,
        "context_team_id": team,
        "context_enterprise_id": None,
        "api_app_id": APP_ID,
        "event": {"event_ts": state.times.stamp(), **inner},
        "type": "event_callback",
        "event_id": event_id(),
        "event_time": int(state.times.seconds()),
        "authorizations": [{**bot, "is_enterprise_install": False}],
        "is_ext_shared_channel": shared,
        "event_context": "4-local",
    }
