"""Makers of Block Kit pieces: the only place that knows Slack's field names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.views.escape import Markup
from bot.views.ids import Id

Block = dict[str, object]
Element = dict[str, object]
View = dict[str, object]


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of a menu: its words, and the value that comes back."""

    text: Markup
    value: str


def section(text: Markup, accessory: Element | None = None) -> Block:
    return _with({"type": "section", "text": _mrkdwn(text)}, accessory=accessory)


def fields(texts: Sequence[Markup]) -> Block:
    return {"type": "section", "fields": [_mrkdwn(text) for text in texts[:10]]}


def context(text: Markup) -> Block:
    return {"type": "context", "elements": [_mrkdwn(text)]}


def header(text: Markup) -> Block:
    return {"type": "header", "text": _plain(text, 150)}


def divider() -> Block:
    return {"type": "divider"}


def actions(elements: Sequence[Element]) -> Block:
    return {"type": "actions", "elements": list(elements)}


def button(
    text: Markup, action: Id, value: str = "", *, style: str = "", confirm: Element | None = None
) -> Element:
    """``style`` is "primary", "danger" or nothing."""
    made: Element = {"type": "button", "text": _plain(text, 75), "action_id": action.value}
    return _with(made, value=value or None, style=style or None, confirm=confirm)


def confirmation(title: Markup, text: Markup, yes: Markup, no: Markup) -> Element:
    return {
        "title": _plain(title, 100),
        "text": _plain(text, 300),
        "confirm": _plain(yes, 30),
        "deny": _plain(no, 30),
    }


def select(
    placeholder: Markup, action: Id, choices: Sequence[Choice], chosen: str | None = None
) -> Element:
    return {
        "type": "static_select",
        "action_id": action.value,
        "placeholder": _plain(placeholder, 150),
        **_options(choices, chosen),
    }


def radio(action: Id, choices: Sequence[Choice], chosen: str | None = None) -> Element:
    return {"type": "radio_buttons", "action_id": action.value, **_options(choices, chosen)}


def checkboxes(action: Id, choices: Sequence[Choice], chosen: Sequence[str] = ()) -> Element:
    picked = [_option(choice) for choice in choices if choice.value in chosen]
    made: Element = {
        "type": "checkboxes",
        "action_id": action.value,
        "options": [_option(choice) for choice in choices],
    }
    return _with(made, initial_options=picked or None)


def overflow(action: Id, choices: Sequence[Choice]) -> Element:
    return {
        "type": "overflow",
        "action_id": action.value,
        "options": [_option(choice) for choice in choices[:5]],
    }


def person_select(action: Id, chosen: str | None = None) -> Element:
    return _with({"type": "users_select", "action_id": action.value}, initial_user=chosen)


def people_select(action: Id, chosen: Sequence[str] = ()) -> Element:
    made: Element = {"type": "multi_users_select", "action_id": action.value}
    return _with(made, initial_users=list(chosen) or None)


def channel_select(action: Id, chosen: str | None = None) -> Element:
    made: Element = {
        "type": "conversations_select",
        "action_id": action.value,
        "filter": {"include": ["public", "private"], "exclude_bot_users": True},
    }
    return _with(made, initial_conversation=chosen)


def text_input(
    action: Id,
    *,
    value: str = "",
    placeholder: Markup | None = None,
    limit: int = 200,
    tall: bool = False,
) -> Element:
    made: Element = {
        "type": "plain_text_input",
        "action_id": action.value,
        "max_length": limit,
        "multiline": tall,
    }
    shown = placeholder and _plain(placeholder, 150)
    return _with(made, initial_value=value[:limit] or None, placeholder=shown)


def date_input(action: Id, chosen: date | None = None) -> Element:
    made: Element = {"type": "datepicker", "action_id": action.value}
    return _with(made, initial_date=chosen and chosen.isoformat())


def field(
    block: Id,
    label: Markup,
    element: Element,
    *,
    hint: Markup | None = None,
    optional: bool = False,
    tells: bool = False,
) -> Block:
    """Return a line of a form; errors are shown at its block id.

    One that ``tells`` sends its value at once, so that the form can be built again.
    """
    made: Block = {
        "type": "input",
        "block_id": block.value,
        "label": _plain(label, 2_000),
        "element": element,
        "optional": optional,
    }
    return _with(made, hint=hint and _plain(hint, 2_000), dispatch_action=tells or None)


def modal(
    callback: Id,
    title: Markup,
    blocks: Sequence[Block],
    *,
    submit: Markup | None,
    close: Markup,
    metadata: str = "",
) -> View:
    made: View = {
        "type": "modal",
        "callback_id": callback.value,
        "title": _plain(title, 24),
        "close": _plain(close, 24),
        "blocks": list(blocks),
        "private_metadata": metadata,
    }
    return _with(made, submit=submit and _plain(submit, 24))


def home(blocks: Sequence[Block]) -> View:
    return {"type": "home", "blocks": list(blocks)[:100]}


def _options(choices: Sequence[Choice], chosen: str | None) -> Element:
    options = [_option(choice) for choice in choices[:100]]
    first = next((_option(choice) for choice in choices[:100] if choice.value == chosen), None)
    return _with({"options": options}, initial_option=first)


def _option(choice: Choice) -> Element:
    return {"text": _plain(choice.text, 75), "value": choice.value}


def _mrkdwn(text: Markup) -> Element:
    """``verbatim`` keeps Slack from making links of addresses that foreign text contains."""
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def _plain(text: Markup, limit: int) -> Element:
    return {"type": "plain_text", "text": _cut(text, limit), "emoji": True}


def _cut(text: Markup, limit: int) -> str:
    """Cut an escaped text, never through the middle of an entity."""
    if len(text) <= limit:
        return text
    kept = text[: limit - 1]
    start = kept.rfind("&")
    return (kept[:start] if start >= 0 and ";" not in kept[start:] else kept) + "…"


def _with(made: dict[str, object], **more: object) -> dict[str, object]:
    return made | {name: value for name, value in more.items() if value is not None}
