"""Where an act happens: a message, a modal or App Home, and the element meant."""

from dataclasses import dataclass

from bot.sandbox.blocks import interactive
from bot.sandbox.channels import Channel
from bot.sandbox.desk import Desk
from bot.sandbox.elements import state_of
from bot.sandbox.errors import NotHere, Refused
from bot.sandbox.messages import Message
from bot.sandbox.modals import View
from bot.sandbox.people import Person
from bot.sandbox.shapes import Payload
from bot.sandbox.state import State


@dataclass(frozen=True, slots=True)
class Place:
    """A message or a view, as the thing that holds blocks."""

    message: Message | None = None
    view: View | None = None

    @property
    def blocks(self) -> list[Payload]:
        if self.view is not None:
            return list(self.view.body["blocks"])
        return self.message.content.blocks if self.message else []


def place_of(desk: Desk, person: Person, body: Payload) -> Place:
    """Find the message, modal or home a call names, as far as this person sees it."""
    if body.get("home"):
        home = desk.state.modals.homes.get(person.id)
        if home is None:
            raise NotHere(f"{person.seed.name} has no App Home yet.")
        return Place(view=home)
    if "message_ts" in body:
        return Place(message=message_of(desk, person, body))
    return Place(view=desk.state.modals.of(person.id, body.get("view_id")))


def message_of(desk: Desk, person: Person, body: Payload) -> Message:
    channel = channel_of(desk.state, person, body)
    message = desk.state.messages.find(channel.id, str(body.get("message_ts", "")))
    if message is None or message.ephemeral_for not in ("", person.id):
        raise NotHere(f"There is no message {body.get('message_ts')!r} there.")
    return message


def channel_of(state: State, person: Person, body: Payload) -> Channel:
    return state.conversation(str(body.get("channel") or "dm"), person)


def element_in(place: Place, body: Payload) -> tuple[Payload, Payload]:
    """Find the block and the element a call names."""
    everything = [(block, element) for _, block, element in interactive(place.blocks)]
    found = [
        (block, element)
        for block, element in everything
        if body.get("action_id") in (None, element["action_id"])
        and body.get("block_id") in (None, block["block_id"])
    ]
    if len(found) > 1 and "value" in body:
        found = [one for one in found if one[1].get("value") == body["value"]]
    if not found:
        offered = ", ".join(sorted({element["action_id"] for _, element in everything}))
        raise NotHere(f"There is no {body.get('action_id')!r} here; there are: {offered or '-'}.")
    return found[0]


def fill(state: State, blocks: list[Payload], values: Payload, typed: Payload) -> None:
    """Put what a person typed, in short form, into a form's state."""
    spots = [(block["block_id"], element) for _, block, element in interactive(blocks)]
    for name, value in typed.items():
        for block_id, element, one in _meant(spots, name, value):
            held = state_of(element, one, lambda kind, what: named(state, kind, what))
            values.setdefault(block_id, {})[element["action_id"]] = held


def _meant(
    spots: list[tuple[str, Payload]], name: str, value: object
) -> list[tuple[str, Payload, object]]:
    """Say which elements a name of the short form means, and with which value."""
    in_block = [(block_id, element) for block_id, element in spots if block_id == name]
    actions = {element["action_id"]: (block_id, element) for block_id, element in in_block}
    if in_block and isinstance(value, dict) and value and set(value) <= set(actions):
        return [(*actions[action_id], one) for action_id, one in value.items()]
    found = in_block or [one for one in spots if one[1]["action_id"] == name]
    if not found:
        offered = ", ".join(f"{block_id}/{element['action_id']}" for block_id, element in spots)
        raise Refused(f"There is no field {name!r} in this form; there are: {offered or '-'}.")
    return [(*found[0], value)]


def named(state: State, kind: str, reference: str) -> str:
    """Turn a name a person chose into an id."""
    if kind == "user":
        return state.people.find(reference).id
    if reference.startswith("@"):
        return state.conversation(reference).id
    return state.channels.find(reference).id
