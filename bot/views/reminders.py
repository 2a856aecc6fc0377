"""Words about reminders themselves: why they come together, and how to have them singly again."""

from bot.notices.reminders import RemindersGathered
from bot.views.blocks import Element, actions, button, section
from bot.views.emoji import Sign
from bot.views.ids import Id
from bot.views.message import Message, lines, plain_message
from bot.views.translate import Translator


def reminders_gathered(told: RemindersGathered, t: Translator) -> Message:
    """Say what was measured, what changes, and what stays as it was."""
    text = t.n(
        "Of your last {n} reminder, those that led to something within an hour of work: {heeded}.",
        "Of your last {n} reminders, those that led to something within an hour of work: {heeded}.",
        told.count,
        heeded=told.heeded,
    )
    now = t("From now on they come together each morning: one message with what is due that day.")
    today = t("What arrives later and is due before the next morning has its own reminders.")
    still = t("What goes past its window still comes at once.")
    said = lines([t.lay("{sign} {text}", sign=Sign.NOTE, text=text), now, today, still])
    return Message(text, [section(said), actions([singly(t)])])


def singly(t: Translator) -> Element:
    """Return the button that has each reminder at its moment again."""
    return button(t("Each at its moment again"), Id.REMINDERS_SINGLY)


def reminded_singly(t: Translator) -> Message:
    return plain_message(t("From now on each reminder comes at its moment."))
