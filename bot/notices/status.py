"""The totals of an agreement, the same for everybody; and the private part of one reader."""

from dataclasses import dataclass
from datetime import datetime

from bot.notices.goals import GoalFacts
from bot.notices.leads import LeadFacts


@dataclass(frozen=True, slots=True)
class WindowStatus:
    """One window this week. Attainment is met / (met + missed), empty when nothing was decided."""

    stage: str
    party: str
    open: int
    due_soon: int
    late: int
    met: int
    missed: int
    relieved: int


@dataclass(frozen=True, slots=True)
class LateWindow:
    """A window a lead is past, and when it was due."""

    stage: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class LateLead:
    """A lead past its windows, the earliest first."""

    lead: LeadFacts
    windows: tuple[LateWindow, ...]
    owner_name: str | None


@dataclass(frozen=True, slots=True)
class StatusFacts:
    """Totals now. ``late_leads`` counts a lead once, however many of its windows it is past.

    ``late`` is private, and never shared: the first of the ``late_seen`` this reader may see.
    """

    agreement: str
    as_of: datetime
    channel_id: str
    open_leads: int
    unowned: int
    windows: tuple[WindowStatus, ...]
    goals: tuple[GoalFacts, ...]
    late: tuple[LateLead, ...] = ()
    open_requests: int = 0
    late_leads: int = 0
    late_seen: int = 0


@dataclass(frozen=True, slots=True)
class StatusShared:
    """To the channel, at somebody's wish: the totals only."""

    status: StatusFacts
    by_slack_id: str


@dataclass(frozen=True, slots=True)
class LeadLine:
    """One line of a list of leads, and what its reader can say to its reminders."""

    lead: LeadFacts
    stage: str
    owner_name: str | None
    window: str | None
    due_at: datetime | None
    is_late: bool
    can_snooze: bool = False
    can_acknowledge: bool = False


@dataclass(frozen=True, slots=True)
class LeadList:
    """Leads by ``title``, the name of a list or the words looked for; the first of ``total``."""

    title: str
    total: int
    lines: tuple[LeadLine, ...]


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One line of the clock explained: an event of the history with its values."""

    kind: str
    at: datetime
    actor: str | None
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ClockRun:
    """Where a clock stands: ``target`` and ``consumed`` are seconds of its own time."""

    stage: str
    target: int
    consumed: int
    outcome: str | None
    state: str
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class ClockStory:
    """Answer to "why?": what happened to a lead's clock, step by step."""

    lead: LeadFacts
    stage: str
    target: int
    consumed: int
    outcome: str | None
    state: str
    due_at: datetime | None
    lines: tuple[StoryLine, ...]
