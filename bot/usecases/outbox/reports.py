"""What is told to those who lead a side: several that are due at once are one message."""

from bot.notices.leads import MissEscalated, MissReported, ReassignmentOffered
from bot.notices.requests import (
    RequestEscalated,
    RequestMissReported,
    RequestPassOffered,
)

TO_LEADS = (
    MissReported,
    MissEscalated,
    ReassignmentOffered,
    RequestMissReported,
    RequestEscalated,
    RequestPassOffered,
)
REPORTS = frozenset(kind.__name__ for kind in TO_LEADS)
