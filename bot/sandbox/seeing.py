"""What can be seen: the reading half of the control API."""

from collections.abc import Callable
from typing import TypeAlias

from bot.sandbox.app import APP_ID, BOT_ID, BOT_USER_ID
from bot.sandbox.channels import Channel, channel_json
from bot.sandbox.desk import Desk
from bot.sandbox.messages import Message
from bot.sandbox.people import Person, is_quiet, user_json
from bot.sandbox.shapes import Payload
from bot.sandbox.state import State

Query: TypeAlias = dict[str, str]
Look: TypeAlias = Callable[[Desk, Query], Payload]


def health(desk: Desk, _query: Query) -> Payload:
    connected = desk.hub.count > 0
    return {"ready": connected, "bot_connected": connected, "connections": desk.hub.count}


def app(desk: Desk, _query: Query) -> Payload:
    installed, seed = desk.state.app, desk.state.seed
    names = ("command", "description", "usage_hint")
    about = ("name", "type", "callback_id", "description")
    return {
        "name": installed.name,
        "handle": installed.handle,
        "app_id": APP_ID,
        "bot_id": BOT_ID,
        "bot_user_id": BOT_USER_ID,
        "team_id": seed.team_id,
        "team_name": seed.team_name,
        "connected": desk.hub.count > 0,
        "commands": [{name: getattr(one, name) for name in names} for one in installed.commands],
        "shortcuts": [{name: getattr(one, name) for name in about} for one in installed.shortcuts],
    }


def people(desk: Desk, _query: Query) -> Payload:
    return {"people": [person_json(desk.state, one) for one in desk.state.people.humans()]}


def person_json(state: State, person: Person) -> Payload:
    now = state.times.now()
    quiet = {"from": person.quiet[0], "to": person.quiet[1]} if person.quiet else None
    return user_json(person, state.times) | {
        "handle": person.handle,
        "dm": state.channels.dm(person).id,
        "local_time": person.local(now).isoformat(),
        "dnd": quiet,
        "dnd_now": is_quiet(person, now),
    }


def channels(desk: Desk, query: Query) -> Payload:
    state = desk.state
    viewer = state.people.find(query["user"]) if query.get("user") else None
    seen = [
        one
        for one in state.channels.by_id.values()
        if not one.is_dm and (viewer is None or one.seen_by(viewer.id))
    ]
    return {"channels": [shown_channel(state, one) for one in seen]}


def shown_channel(state: State, channel: Channel) -> Payload:
    return channel_json(channel) | {
        "members": [channel.user, BOT_USER_ID] if channel.is_dm else list(channel.members),
        "bot_is_member": channel.has_bot,
        "last_ts": state.messages.last_ts(channel.id),
        "canvas_id": channel.canvas_id or None,
    }


def messages(desk: Desk, query: Query) -> Payload:
    state = desk.state
    viewer = state.people.find(query["user"]) if query.get("user") else None
    channel = state.conversation(query.get("channel") or "dm", viewer)
    return _told(state, channel, viewer, query)


def dm(desk: Desk, query: Query) -> Payload:
    person = desk.state.people.find(query.get("user", ""))
    return _told(desk.state, desk.state.channels.dm(person), person, query)


def _told(state: State, channel: Channel, viewer: Person | None, query: Query) -> Payload:
    state.catch_up()
    after = float(query.get("after") or 0)
    said = [
        state.shown(one)
        for one in state.messages.since(channel.id, after)
        if float(one.ts) > after
        and one.ephemeral_for in ("", viewer.id if viewer else "")
        and _in_thread(one, query.get("thread_ts", ""))
    ]
    return {"channel": shown_channel(state, channel), "messages": said}


def _in_thread(message: Message, thread_ts: str) -> bool:
    return not thread_ts or thread_ts in (message.ts, message.thread_ts)


def home(desk: Desk, query: Query) -> Payload:
    person = desk.state.people.find(query.get("user", ""))
    view = desk.state.modals.homes.get(person.id)
    return {"home": view.json() if view else None}


def view(desk: Desk, query: Query) -> Payload:
    person = desk.state.people.find(query.get("user", ""))
    stack = [one.json() for one in desk.state.modals.stack(person.id)]
    return {"modal": stack[-1] if stack else None, "stack": stack}


def canvas(desk: Desk, query: Query) -> Payload:
    wanted = query.get("canvas_id") or ""
    if query.get("channel"):
        wanted = desk.state.conversation(query["channel"]).canvas_id
    held = desk.state.canvases.by_id.get(wanted)
    return {"canvas": held.json() if held else None}


def traffic(desk: Desk, query: Query) -> Payload:
    record = desk.state.traffic
    after, limit = int(query.get("after") or 0), int(query.get("limit") or 500)
    return {"entries": record.after(after, limit), "last": record.last}


def faults(desk: Desk, _query: Query) -> Payload:
    return {"faults": [one.json() for one in desk.state.faults.armed]}


def clock(desk: Desk, _query: Query) -> Payload:
    now = desk.state.times.now()
    due = desk.hooks.due_next() if desk.hooks.due_next else None
    return {
        "now": now.isoformat(),
        "epoch": now.timestamp(),
        "due_next": due.isoformat() if due else None,
        "can_wind": desk.hooks.wind is not None,
    }


LOOKS: dict[str, Look] = {
    "health": health,
    "app": app,
    "people": people,
    "channels": channels,
    "messages": messages,
    "dm": dm,
    "home": home,
    "view": view,
    "canvas": canvas,
    "traffic": traffic,
    "faults": faults,
    "clock": clock,
}
