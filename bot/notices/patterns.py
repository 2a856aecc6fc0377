"""What stood out in how leads were handled; for the leads of a side, in private."""

from dataclasses import dataclass
from datetime import datetime

from bot.notices.people import PersonRef


@dataclass(frozen=True, slots=True)
class PatternLine:
    """One pattern of one person: how many leads, some of them by public id, the last moment."""

    pattern: str
    person: PersonRef
    count: int
    leads: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class PatternsSeen:
    """To whoever answers for these people: worth a quiet look, and nobody else is told."""

    agreement: str
    lines: tuple[PatternLine, ...]
