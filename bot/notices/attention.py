"""What whoever put a reminder off is told."""

from dataclasses import dataclass
from datetime import datetime

from bot.notices.leads import LeadCard


@dataclass(frozen=True, slots=True)
class Snoozed:
    """A reminder waits; ``at`` is when it will be sent, within working hours.

    ``is_capped`` says that it was to wait beyond the end of its window, and does not.
    """

    card: LeadCard
    at: datetime
    is_capped: bool
