"""What a person finds when they come to the bot: what is theirs, the most urgent first."""

from dataclasses import dataclass

from bot.notices.commitments import CommitmentFacts
from bot.notices.goals import GoalFacts
from bot.notices.people import PersonRef
from bot.notices.responsibilities import AreaFacts
from bot.notices.status import LeadLine


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """Everything of one person: leads by due moment, promises by due date, areas, team goals."""

    leads: tuple[LeadLine, ...]
    commitments: tuple[CommitmentFacts, ...]
    areas: tuple[AreaFacts, ...]
    goals: tuple[GoalFacts, ...]


@dataclass(frozen=True, slots=True)
class PartFacts:
    """A person's part in an agreement."""

    agreement: str
    party: str
    is_lead: bool


@dataclass(frozen=True, slots=True)
class Me:
    """What the bot knows of its reader, and how it speaks to them."""

    person: PersonRef
    language: str
    zone: str
    parts: tuple[PartFacts, ...]
