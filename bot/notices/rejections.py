"""What the owner of a returned lead is told of the answer."""

from dataclasses import dataclass
from datetime import datetime

from bot.notices.leads import LeadFacts
from bot.notices.people import PersonRef


@dataclass(frozen=True, slots=True)
class RejectionContested:
    """To the owner: the lead comes back, and the clock that waited goes on.

    ``left`` is seconds of the window's own time, not above zero when it is past. Without a clock
    to go on, ``due_at`` is empty.
    """

    lead: LeadFacts
    by: PersonRef
    left: int
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class RejectionAgreed:
    """To the owner: the other side agrees that the lead came back, and it is closed."""

    lead: LeadFacts
    by: PersonRef
