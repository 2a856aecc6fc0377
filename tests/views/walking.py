"""Looking into what a view made: every text, every element."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from bot.views.message import Message

TEXTS = ("mrkdwn", "plain_text")


def texts_of(made: object) -> Iterator[str]:
    """Yield every text that Slack shows."""
    if isinstance(made, Message):
        yield made.text
        yield from texts_of(made.blocks)
    elif isinstance(made, dict):
        if made.get("type") in TEXTS:
            yield made["text"]
        for value in made.values():
            yield from texts_of(value)
    elif isinstance(made, list):
        for value in made:
            yield from texts_of(value)


def objects_of(made: object, kind: str) -> Iterator[dict[str, Any]]:
    """Yield every object of one type, however deep."""
    if isinstance(made, dict):
        if made.get("type") == kind:
            yield made
        for value in made.values():
            yield from objects_of(value, kind)
    elif isinstance(made, list):
        for value in made:
            yield from objects_of(value, kind)


def texts_in(fact: object) -> Iterator[str]:
    """Yield every piece of text a fact holds."""
    if isinstance(fact, str) and fact:
        yield fact
    elif isinstance(fact, tuple):
        for each in fact:
            yield from texts_in(each)
    elif is_dataclass(fact):
        for field in fields(fact):
            yield from texts_in(getattr(fact, field.name))


def with_every_text(fact: Any, text: str) -> Any:
    """Return a fact in which whatever is text says ``text``."""
    if isinstance(fact, str):
        return text
    if isinstance(fact, tuple):
        return tuple(with_every_text(each, text) for each in fact)
    if is_dataclass(fact) and not isinstance(fact, type):
        held = {each.name: getattr(fact, each.name) for each in fields(fact)}
        foreign = {name: value for name, value in held.items() if name != "channel_id"}
        return replace(fact, **{name: with_every_text(v, text) for name, v in foreign.items()})
    return fact
