"""How somebody's reminders reach them, where the bot changed it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RemindersGathered:
    """To whoever let most of ``count`` reminders pass: they come together each morning now."""

    count: int
    heeded: int
