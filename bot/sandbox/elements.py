"""What a person did to an element, in Slack's words: its state in a form, its action when used."""

import re
from collections.abc import Callable, Iterator
from datetime import date, time

from bot.sandbox.blocks import interactive
from bot.sandbox.errors import Refused
from bot.sandbox.shapes import Payload

Named = Callable[[str, str], str]
"""Turns ("user", "ana") or ("channel", "ventas") into an id."""

_EMPTY: dict[str, Payload] = {
    "static_select": {"selected_option": None},
    "external_select": {"selected_option": None},
    "radio_buttons": {"selected_option": None},
    "overflow": {"selected_option": None},
    "users_select": {"selected_user": None},
    "channels_select": {"selected_channel": None},
    "conversations_select": {"selected_conversation": None},
    "multi_static_select": {"selected_options": []},
    "multi_external_select": {"selected_options": []},
    "checkboxes": {"selected_options": []},
    "multi_users_select": {"selected_users": []},
    "multi_channels_select": {"selected_channels": []},
    "multi_conversations_select": {"selected_conversations": []},
    "datepicker": {"selected_date": None},
    "timepicker": {"selected_time": None},
    "datetimepicker": {"selected_date_time": None},
    "plain_text_input": {"value": None},
    "email_text_input": {"value": None},
    "url_text_input": {"value": None},
    "number_input": {"value": None},
    "rich_text_input": {"rich_text_value": None},
    "file_input": {"files": []},
}
_INITIAL = {
    "selected_option": "initial_option",
    "selected_options": "initial_options",
    "selected_user": "initial_user",
    "selected_users": "initial_users",
    "selected_channel": "initial_channel",
    "selected_channels": "initial_channels",
    "selected_conversation": "initial_conversation",
    "selected_conversations": "initial_conversations",
    "selected_date": "initial_date",
    "selected_time": "initial_time",
    "selected_date_time": "initial_date_time",
    "value": "initial_value",
    "rich_text_value": "initial_value",
}
_NAMED = {
    "selected_user": "user",
    "selected_users": "user",
    "selected_channel": "channel",
    "selected_channels": "channel",
    "selected_conversation": "channel",
    "selected_conversations": "channel",
}


def initial_state(blocks: list[Payload]) -> Payload:
    """Say what a fresh form holds: block id → action id → state."""
    values: Payload = {}
    for _, block, element in interactive(blocks):
        empty = _EMPTY.get(element["type"])
        if empty is None or element["type"] == "overflow":
            continue
        (name, nothing), *_ = empty.items()
        held = element.get(_INITIAL.get(name, ""), nothing)
        state = {"type": element["type"], name: held}
        values.setdefault(block["block_id"], {})[element["action_id"]] = state
    return values


def state_of(element: Payload, value: object, named: Named) -> Payload:
    """Turn what a person chose, in short form, into Slack's state of that element."""
    kind = element["type"]
    if isinstance(value, dict) and "type" in value and kind != "rich_text_input":
        return value
    if kind not in _EMPTY:
        raise Refused(f"A {kind} cannot be filled in.")
    ((name, nothing),) = _EMPTY[kind].items()
    if value is None or value in ("", []):
        return {"type": kind, name: nothing}
    return {"type": kind, name: _value(element, name, value, named)}


def _value(element: Payload, name: str, value: object, named: Named) -> object:
    if name == "selected_option":
        return _option(element, str(value))
    if name == "selected_options":
        return [_option(element, one) for one in _several(value)]
    if name in _NAMED:
        kind = _NAMED[name]
        many = name.endswith("s")
        return [named(kind, one) for one in _several(value)] if many else named(kind, str(value))
    return _plain_value(name, value)


def _plain_value(name: str, value: object) -> object:
    if name == "rich_text_value":
        return value if isinstance(value, dict) else _rich_text(str(value))
    if name == "selected_date_time":
        return int(str(value))
    if name in ("selected_date", "selected_time"):
        return _moment(name, str(value))
    return value if name == "files" else str(value)


def _moment(name: str, value: str) -> str:
    try:
        date.fromisoformat(value) if name == "selected_date" else time.fromisoformat(value)
    except ValueError:
        raise Refused(f"{value!r} is not a {name.removeprefix('selected_')}.") from None
    return value


def _several(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def _option(element: Payload, value: str) -> Payload:
    if element["type"].endswith("external_select"):
        return {"text": {"type": "plain_text", "text": value}, "value": value}
    for option in options_of(element):
        if option["value"] == value:
            return option
    offered = ", ".join(repr(one["value"]) for one in options_of(element))
    raise Refused(f"{value!r} is not among the options: {offered}.")


def options_of(element: Payload) -> list[Payload]:
    grouped = [one for group in element.get("option_groups", ()) for one in group["options"]]
    return [*element.get("options", ()), *grouped]


def _rich_text(text: str) -> Payload:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "elements": [section]}


def action_of(element: Payload, block_id: str, selected: object, named: Named, ts: str) -> Payload:
    """Describe the use of an element, as in `actions` of a `block_actions` payload."""
    action: Payload = {"type": element["type"], "action_id": element["action_id"]}
    action["block_id"] = block_id
    if element["type"] in _EMPTY:
        action |= state_of(element, selected, named)
        copied = {"placeholder", *_INITIAL.values()}
    else:
        copied = {"text", "value", "style", "url", "confirm"}
    action |= {name: element[name] for name in copied if name in element}
    return action | {"action_ts": ts}


def complaints(blocks: list[Payload], values: Payload) -> dict[str, str]:
    """Say what Slack's own form check refuses before the app is asked: block id → sentence."""
    found = {}
    for block in blocks:
        if block["type"] != "input":
            continue
        element = block["element"]
        state = values.get(block["block_id"], {}).get(element["action_id"], {})
        held = next((value for name, value in state.items() if name != "type"), None)
        sentence = next(_complaints(block, element, held), None)
        if sentence:
            found[block["block_id"]] = sentence
    return found


def _complaints(block: Payload, element: Payload, held: object) -> Iterator[str]:
    if held in (None, "", []):
        if not block.get("optional"):
            yield "Please complete this required field."
        return
    text = str(held)
    if element["type"] == "plain_text_input":
        yield from _length(element, text)
    if element["type"] == "number_input":
        yield from _number(element, text)
    if element["type"] == "email_text_input" and not re.fullmatch(
        r"[^@\s]+@[^@\s]+\.[^@\s]+", text
    ):
        yield "Please enter a valid email address."
    if element["type"] == "url_text_input" and not re.match(r"\w+:", text):
        yield "Please enter a valid URL."


def _length(element: Payload, text: str) -> Iterator[str]:
    if len(text) < element.get("min_length", 0):
        yield f"This field needs at least {element['min_length']} characters."
    if len(text) > element.get("max_length", 3000):
        yield f"This field takes at most {element.get('max_length', 3000)} characters."


def _number(element: Payload, text: str) -> Iterator[str]:
    shape = r"-?\d+(\.\d+)?" if element.get("is_decimal_allowed") else r"-?\d+"
    if not re.fullmatch(shape, text):
        yield "Please enter a number."
    elif "min_value" in element and float(text) < float(element["min_value"]):
        yield f"Please enter a number of at least {element['min_value']}."
    elif "max_value" in element and float(text) > float(element["max_value"]):
        yield f"Please enter a number of at most {element['max_value']}."
