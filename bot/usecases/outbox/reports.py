"""What is told to those who lead a side, and to a channel: several of a minute are one message."""

from bot.notices.leads import MissEscalated, MissesFlagged, MissReported, ReassignmentOffered
from bot.notices.requests import (
    RequestEscalated,
    RequestMissReported,
    RequestPassOffered,
    RequestsFlagged,
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


def comes_together(notice: object) -> bool:
    """Say whether a notice waits for the whole minute, so that what falls due with it joins it."""
    return isinstance(notice, (*TO_LEADS, MissesFlagged, RequestsFlagged))
