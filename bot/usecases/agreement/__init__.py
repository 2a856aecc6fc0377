"""Setting up an agreement, and reading its terms."""

from bot.usecases.agreement.setting_up import set_up_agreement
from bot.usecases.agreement.terms import agreement_in_force, show_agreement

__all__ = ["agreement_in_force", "set_up_agreement", "show_agreement"]
