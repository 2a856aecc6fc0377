"""Questions back: which of several was meant. The answer is the command, complete this time."""

from collections.abc import Sequence

from bot.views.blocks import Choice, section, select
from bot.views.escape import Markup, esc
from bot.views.ids import Id
from bot.views.message import Message
from bot.views.translate import Translator

LONGEST_VALUE = 150
MOST_CHOICES = 25

Complete = tuple[str, str]
"""What a choice is called, and the command that it stands for."""


def lead_picker(choices: Sequence[Complete], t: Translator) -> Message:
    return _picker(t("Which lead do you mean?"), t("Lead"), Id.COMMAND_PICK, choices)


def agreement_menu(choices: Sequence[Complete], t: Translator) -> Message:
    """Ask which agreement is meant; the value is its name, a line break, and the command."""
    return _picker(t("Which agreement do you mean?"), t("Agreement"), Id.AGREEMENT_PICK, choices)


def goal_picker(choices: Sequence[Complete], t: Translator) -> Message:
    return _picker(t("Which goal do you mean?"), t("Goal"), Id.COMMAND_PICK, choices)


def area_picker(text: Markup, choices: Sequence[Complete], t: Translator) -> Message:
    return _picker(text, t("Area"), Id.COMMAND_PICK, choices)


def _picker(text: Markup, hint: Markup, action: Id, choices: Sequence[Complete]) -> Message:
    options = [Choice(esc(name), value) for name, value in choices[:MOST_CHOICES]]
    return Message(text, [section(text, select(hint, action, options))])
