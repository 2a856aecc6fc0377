"""What people do: type commands, press, fill in, close, say, react."""

from collections.abc import Callable
from typing import TypeAlias

from bot.sandbox.acts import forms, presses, talk
from bot.sandbox.desk import Desk
from bot.sandbox.shapes import Payload

Act: TypeAlias = Callable[[Desk, Payload], Payload]
ACTS: dict[str, Act] = {
    "command": talk.command,
    "say": talk.say,
    "reaction": talk.react,
    "click": presses.click,
    "options": presses.options,
    "shortcut": presses.shortcut,
    "open_home": presses.open_home,
    "submit": forms.submit,
    "close_view": forms.close_view,
}

__all__ = ["ACTS"]
