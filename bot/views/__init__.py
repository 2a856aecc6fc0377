"""How facts look: ``render`` finds the view of a notice and speaks the reader's language."""

from collections.abc import Callable

from bot.notices.people import Reader
from bot.views.message import Message
from bot.views.translate import Translator

__all__ = ["Message", "Translator", "render"]

VIEWS: dict[type[object], Callable[..., Message]] = {}


def render(notice: object, reader: Reader) -> Message:
    """Return the message that tells ``notice`` to ``reader``; raise `KeyError` if none does."""
    return VIEWS[type(notice)](notice, Translator(reader))
