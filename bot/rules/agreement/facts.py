"""What an agreement starts with, as a form or a file says it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.rules.rota import RotaDraft
from bot.rules.terms import PartyKind

EXAMPLE_WEEK: Mapping[int, tuple[tuple[str, str], ...]] = dict.fromkeys(
    range(5), (("08:00", "12:00"), ("14:00", "18:00"))
)
EXAMPLE_FIRST_TOUCH = 4 * 3600
EXAMPLE_ACCEPT = 24 * 3600
"""What a form shows as an example; nothing is agreed that nobody wrote down."""


@dataclass(frozen=True, slots=True)
class ChannelFacts:
    """A Slack channel; ``is_shared`` with another organisation, or about to be."""

    id: str
    name: str = ""
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class SideFacts:
    """The people of one side, by Slack id, handle, e-mail or name."""

    leads: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WindowFacts:
    """One promise, in seconds of working time, or of clock time when ``around_the_clock``.

    ``reminders`` are per cent of the target; the ladder counts from the miss.
    """

    stage: str
    target: int
    around_the_clock: bool = False
    reminders: tuple[int, ...] = (50, 75)
    manager_after: int | None = 3600
    offer_after: int | None = 4 * 3600
    needs_contact: bool = False


@dataclass(frozen=True, slots=True)
class SetupFacts:
    """Everything an agreement starts with. An agency is ``marketing``, its client ``sales``.

    The members of sales are the reps of the default rota, in its order; ``rotas`` are asked before
    it, in theirs. ``week`` maps 0 (Monday) to 6 to
    local blocks. ``enforced_from`` left out is the moment of the set-up.
    """

    name: str
    kind: str
    channel: ChannelFacts
    celebrations: ChannelFacts
    marketing: SideFacts
    sales: SideFacts
    zone: str
    country: str
    language: str
    currency: str
    week: Mapping[int, Sequence[tuple[str, str]]]
    windows: tuple[WindowFacts, ...]
    management: SideFacts = field(default_factory=SideFacts)
    region: str = ""
    national_holidays: bool = True
    extra_holidays: tuple[tuple[date, str], ...] = ()
    enforced_from: datetime | None = None
    rotas: tuple[RotaDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class Someone:
    """A person found in the workspace."""

    slack_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Side:
    """The people of one side once they were found."""

    party: PartyKind
    leads: tuple[Someone, ...]
    members: tuple[Someone, ...]
