"""Why nothing can be said to a lead's clock now."""

from bot.rules.refusals import NothingToAcknowledge, Refusal


class NoLeadFits(Refusal):
    """Nothing can be done of this kind with any of the person's open leads."""


class NoReminderYet(NothingToAcknowledge):
    """Nothing was told about the lead yet, so there is nothing to answer."""
