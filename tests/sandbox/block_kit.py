"""Blocks made short, for the tables of what Slack takes and refuses."""

from typing import Any


def plain(text: str) -> dict[str, str]:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> dict[str, str]:
    return {"type": "mrkdwn", "text": text}


def section(text: str = "x", **more: Any) -> dict[str, Any]:
    return {"type": "section", "text": mrkdwn(text), **more}


def button(text: str = "x", **more: Any) -> dict[str, Any]:
    return {"type": "button", "text": plain(text), **more}


def actions(*elements: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements), **more}


def option(text: str = "x", value: str = "x", **more: Any) -> dict[str, Any]:
    return {"text": plain(text), "value": value, **more}


def select(count: int) -> dict[str, Any]:
    return {"type": "static_select", "options": [option(value=f"{n}") for n in range(count)]}


def boxes(kind: str, count: int) -> dict[str, Any]:
    return {"type": kind, "options": [option(value=f"{n}") for n in range(count)]}


def table(rows: int) -> dict[str, Any]:
    return {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]] * rows}


def entry(element: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "input", "label": plain("x"), "element": element, **more}


TYPED = {"type": "plain_text_input"}
IMAGE = {"type": "image", "image_url": "https://a.test/i.png", "alt_text": "x"}
