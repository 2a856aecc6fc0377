"""What messages say again once the follow-up that had answered them was taken back."""

from dataclasses import dataclass
from datetime import datetime

from bot.notices.leads import LeadFacts
from bot.notices.people import PersonRef


@dataclass(frozen=True, slots=True)
class FollowUpUndone:
    """In place of a reminder or a miss: the follow-up is undone, and the clock runs again.

    ``left`` is seconds of the window's own time, not above zero when it is past; ``to_owner`` says
    that the reader is the one to follow up.
    """

    lead: LeadFacts
    stage: str
    by: PersonRef
    at: datetime
    due_at: datetime
    left: int
    owner: PersonRef | None
    to_owner: bool
