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
class LateLead:
    lead: LeadFacts
    stage: str
    due_at: datetime
    owner_name: str | None


@dataclass(frozen=True, slots=True)
class StatusFacts:
    """Totals now. ``late`` is private: only what this reader may see; never shared."""

    agreement: str
    as_of: datetime
    channel_id: str
    open_leads: int
    unowned: int
    windows: tuple[WindowStatus, ...]
    goals: tuple[GoalFacts, ...]
    late: tuple[LateLead, ...] = ()
    open_requests: int = 0


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
