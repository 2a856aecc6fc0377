"""Setting up an agreement, and reading its terms."""

from bot.usecases.agreement.setting_up import set_up_agreement
from bot.usecases.agreement.terms import show_agreement

__all__ = ["set_up_agreement", "show_agreement"]
