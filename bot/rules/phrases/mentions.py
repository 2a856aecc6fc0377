"""People and channels named in typed text: <@U123|ana>, @ana, <#C123|ventas>, in #ventas."""

import re
from dataclasses import dataclass

PERSON = re.compile(r"<@([UW][A-Z0-9]{1,30})(?:\|([^<>|]{0,80}))?>|(?<![^\s(,;])@([\w.-]{1,80})")
CHANNEL = re.compile(r"<#([CDG][A-Z0-9]{1,30})(?:\|([^<>|]{0,80}))?>|(?<![^\s(,;])#([\w-]{1,80})")
IN = frozenset({"in", "en"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A person or channel by Slack's id, by name, or by both."""

    id: str | None
    name: str | None


def people_in(text: str) -> tuple[Mention, ...]:
    return tuple(_mention(found) for found in PERSON.finditer(text))


def without_people(text: str) -> str:
    return _tidy(PERSON.sub(" ", text))


def split_channel(text: str) -> tuple[str, Mention | None]:
    """The text without its ending "in #channel" or "en #canal", and that channel."""
    last = next(reversed(list(CHANNEL.finditer(text))), None)
    if last is None or text[last.end() :].strip(" \t\n.,;"):
        return text.strip(), None
    *head, preposition = text[: last.start()].rsplit(maxsplit=1) or [""]
    if preposition.lower() not in IN:
        return text.strip(), None
    return "".join(head).strip(), _mention(last)


def _mention(found: re.Match[str]) -> Mention:
    by_id, label, name = found.groups()
    called = (label or name or "").rstrip(".-")
    return Mention(by_id, called or None)


def _tidy(text: str) -> str:
    return " ".join(text.split())
