from collections.abc import Mapping

from bot.notices.reminders import RemindersGathered

EXAMPLES: Mapping[str, object] = {"reminders_gathered": RemindersGathered(20, 7)}
