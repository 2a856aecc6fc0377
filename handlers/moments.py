"""The moments that menus offer, in words the grammar knows."""

from collections.abc import Mapping
from datetime import datetime

from bot.views.payload import ForgedPayload
from handlers.typed import moment
from handlers.visit import Visit

SNOOZES: Mapping[str, str] = {"30m": "30 min", "1h": "1 h", "2h": "2 h", "tomorrow": "tomorrow"}
HOLDS: Mapping[str, str] = {"1h": "1 h", "today": "today", "tomorrow": "tomorrow"}


def chosen_moment(visit: Visit, menu: Mapping[str, str], choice: str) -> datetime:
    """Return the moment a choice stands for. Raises ``ForgedPayload`` for one not on the menu."""
    if choice not in menu:
        raise ForgedPayload(choice)
    return moment(visit, menu[choice])
