"""What people type, as Slack passes it on: @names, #channels and links between angle brackets."""

import re

from bot.sandbox.app import BOT_USER_ID
from bot.sandbox.errors import NotHere
from bot.sandbox.state import State

_PARTS = re.compile(
    r"(?P<url>https?://[^\s<>|]+)"
    r"|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w@])@(?P<person>[\w.-]*\w)"
    r"|(?<![\w#])#(?P<channel>[\w-]*\w)",
)


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def encode(state: State, text: str, *, named: bool) -> str:
    """Encode typed text; `named` adds the names (`<@U0ANA|ana>`), as commands have them."""

    def tokens(match: re.Match[str]) -> str:
        return _token(state, match, named=named) or match.group()

    return _PARTS.sub(tokens, escape(text))


def _token(state: State, match: re.Match[str], *, named: bool) -> str:
    if match["url"]:
        return f"<{match['url']}>"
    if match["mail"]:
        return f"<mailto:{match['mail']}|{match['mail']}>"
    return _person(state, match, named=named) if match["person"] else _channel(state, match)


def _person(state: State, match: re.Match[str], *, named: bool) -> str:
    wanted = match["person"]
    if wanted.lower() == state.app.handle:
        return f"<@{BOT_USER_ID}|{state.app.handle}>" if named else f"<@{BOT_USER_ID}>"
    try:
        person = state.people.find(wanted)
    except NotHere:
        return ""
    return f"<@{person.id}|{person.handle}>" if named else f"<@{person.id}>"


def _channel(state: State, match: re.Match[str]) -> str:
    try:
        channel = state.channels.find(match["channel"])
    except NotHere:
        return ""
    return f"<#{channel.id}|{channel.name}>"
