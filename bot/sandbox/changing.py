"""What changes around the bot: people come, go quiet and leave; channels are renamed and shared."""

from collections.abc import Callable
from dataclasses import fields
from datetime import datetime
from typing import cast

from bot.sandbox.app import BOT_USER_ID
from bot.sandbox.channels import Channel, channel_json
from bot.sandbox.desk import Desk, Watch
from bot.sandbox.errors import Refused
from bot.sandbox.people import STRANGERS_TEAM, Person, change_seed, dnd_json, user_json
from bot.sandbox.seed import SeedPerson
from bot.sandbox.seeing import person_json, shown_channel
from bot.sandbox.shapes import Payload

_ABOUT = {one.name for one in fields(SeedPerson)} - {"handle", "guest", "single_channel_guest"}


def change(desk: Desk, body: Payload) -> Payload:
    """Change a person or a channel, and send the bot the events Slack would."""
    if "channel" in body:
        return _change_channel(desk, body)
    if "user" in body:
        return _change_person(desk, body)
    raise Refused("Name a user or a channel to change.")


def _change_person(desk: Desk, body: Payload) -> Payload:
    state, asked = desk.state, {**body}
    reference, new = str(asked.pop("user")), bool(asked.pop("new", False))
    with state.lock:
        person = (
            state.people.add(SeedPerson(reference, str(body.get("name", reference))))
            if new
            else state.people.find(reference)
        )
        quiet_changed = "dnd" in asked
        for name, value in asked.items():
            _set_person(person, name, value)
        person.updated = int(state.times.seconds())

    def deed(watch: Watch) -> None:
        with state.lock:
            shown = user_json(person, state.times)
            kind = "team_join" if new else "user_change"
            desk.event(watch, kind, {"type": kind, "user": shown, "cache_ts": person.updated})
            if quiet_changed:
                status = dnd_json(person, state.times.now())
                told = {"type": "dnd_updated_user", "user": person.id, "dnd_status": status}
                desk.event(watch, "dnd_updated_user", told)
            state.stream.tell("people", {"person": person_json(state, person)})

    outcome = desk.act(person, deed)
    with state.lock:
        return outcome | {"person": person_json(state, person)}


def _set_person(person: Person, name: str, value: object) -> None:
    setters: dict[str, Callable[[Person, object], None]] = {
        "status": _set_status,
        "dnd": _set_quiet,
        "guest": _set_guest,
        "deactivated": _set_deactivated,
    }
    if name in setters:
        setters[name](person, value)
    elif name in _ABOUT:
        change_seed(person, **{name: value})
        if name == "external" and value:
            person.team_id = STRANGERS_TEAM
    else:
        raise Refused(f"A person has no {name!r} that could be changed.")


def _set_status(person: Person, value: object) -> None:
    status = cast("Payload", value or {})
    person.status_text = str(status.get("text", ""))
    person.status_emoji = str(status.get("emoji", ""))
    expires = status.get("expires")
    person.status_expires = int(datetime.fromisoformat(expires).timestamp()) if expires else 0


def _set_quiet(person: Person, value: object) -> None:
    window = cast("Payload", value or {})
    person.quiet = (str(window["from"]), str(window["to"])) if window else None


def _set_guest(person: Person, value: object) -> None:
    single = value == "single_channel"
    change_seed(person, guest=bool(value) and not single, single_channel_guest=single)


def _set_deactivated(person: Person, value: object) -> None:
    person.deleted = bool(value)


def _change_channel(desk: Desk, body: Payload) -> Payload:
    state, asked = desk.state, {**body}
    reference, new = str(asked.pop("channel")), bool(asked.pop("new", False))
    private = bool(asked.pop("private", False)) if new else False
    with state.lock:
        channel = (
            state.channels.add(reference.removeprefix("#"), [], private=private, shared=False)
            if new
            else state.conversation(reference)
        )
    viewer = state.people.humans()[0]

    def deed(watch: Watch) -> None:
        with state.lock:
            if new:
                _event(desk, watch, channel, "created", channel_json(channel))
            for name, value in asked.items():
                _set_channel(desk, watch, channel, name, value)
            gone = channel.id not in state.channels.by_id
            told = shown_channel(state, channel) | ({"deleted": True} if gone else {})
            state.stream.tell("channels", {"channel": told}, state.audience(channel))

    outcome = desk.act(viewer, deed)
    with state.lock:
        return outcome | {"channel": shown_channel(state, channel)}


def _set_channel(desk: Desk, watch: Watch, channel: Channel, name: str, value: object) -> None:
    if name in ("archived", "shared"):
        setattr(channel, name, bool(value))
        verbs = {"archived": ("archive", "unarchive"), "shared": ("shared", "unshared")}
        _event(desk, watch, channel, verbs[name][0 if value else 1], channel.id)
    elif name in ("pending_shared", "private"):
        setattr(channel, name, bool(value))
    elif name == "name":
        channel.name = str(value).removeprefix("#")
        told = {"id": channel.id, "name": channel.name, "created": channel.created}
        _event(desk, watch, channel, "rename", told)
    elif name in ("add", "remove"):
        for one in cast("list[str]", value):
            _move(desk, watch, channel, one, joins=name == "add")
    elif name == "deleted":
        del desk.state.channels.by_id[channel.id]
        _event(desk, watch, channel, "deleted", channel.id)
    else:
        raise Refused(f"A channel has no {name!r} that could be changed.")


def _event(desk: Desk, watch: Watch, channel: Channel, verb: str, told: object) -> None:
    if channel.private and not channel.has_bot:
        return
    kind = f"group_{verb}" if channel.private and "shared" not in verb else f"channel_{verb}"
    desk.event(watch, kind, {"type": kind, "channel": told})


def _move(desk: Desk, watch: Watch, channel: Channel, who: str, *, joins: bool) -> None:
    state = desk.state
    if who.lower().removeprefix("@") == state.app.handle:
        who = BOT_USER_ID
    person = state.people.find(who)
    if (person.id in channel.members) is joins:
        return
    heard = channel.has_bot
    channel.members.append(person.id) if joins else channel.members.remove(person.id)
    kind = "member_joined_channel" if joins else "member_left_channel"
    letter = "G" if channel.private else "C"
    told = {"type": kind, "user": person.id, "channel": channel.id, "channel_type": letter}
    if heard or channel.has_bot:
        desk.event(watch, kind, {**told, "team": state.seed.team_id})
    if person.id == BOT_USER_ID and not joins:
        left = "group_left" if channel.private else "channel_left"
        desk.event(watch, left, {"type": left, "channel": channel.id})
