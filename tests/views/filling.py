"""Filling in a form as Slack sends it back."""

from typing import Any

from bot.views.blocks import View


def sent(view: View, **typed: Any) -> dict[str, dict[str, Any]]:
    """Return what Slack sends when a form is filled in: a value for each line, by block name."""
    lines = view["blocks"]
    assert isinstance(lines, list)
    values: dict[str, dict[str, Any]] = {}
    for line in lines:
        if line["type"] == "input":
            element = line["element"]
            held = _prefilled(element)
            name = line["block_id"].removeprefix("field.")
            if name in typed:
                held |= _given(element["type"], typed.pop(name))
            values[line["block_id"]] = {element["action_id"]: held}
    assert not typed, f"no such line: {typed}"
    return values


def _prefilled(element: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": element["type"],
        "value": element.get("initial_value"),
        "selected_option": element.get("initial_option"),
        "selected_options": element.get("initial_options", []),
        "selected_user": element.get("initial_user"),
        "selected_users": element.get("initial_users", []),
        "selected_conversation": element.get("initial_conversation"),
        "selected_date": element.get("initial_date"),
    }


def _given(kind: str, value: Any) -> dict[str, Any]:
    match kind:
        case "static_select" | "radio_buttons":
            return {"selected_option": {"value": value}}
        case "checkboxes":
            return {"selected_options": [{"value": each} for each in value]}
        case "users_select":
            return {"selected_user": value}
        case "datepicker":
            return {"selected_date": value}
        case _:
            return {"value": value}
