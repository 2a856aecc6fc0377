"""Several messages in one: digests, catch-ups, notes to the admin."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.notices.leads import LeadFacts


@dataclass(frozen=True, slots=True)
class DigestLine:
    """One merged message: which notice it was, about what, and the moment that matters.

    ``handled`` once somebody did what it asked for: the line stays, struck out.
    """

    notice: str
    lead: LeadFacts | None
    stage: str
    at: datetime | None
    text: str = ""
    handled: bool = False
    request_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Digest:
    """More than five messages due at once for one reader, in one; ``more`` found no room.

    In a summary of the day ``late`` counts the reader's leads that are past their window already.
    """

    lines: tuple[DigestLine, ...]
    more: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True)
class CatchUp:
    """What could not be said in time, said late and once; ``more`` found no room."""

    lines: tuple[DigestLine, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class CouldNotTell:
    """Plain words to the next person in line: a message could not be delivered."""

    reader: str
    notice: str
    lead: LeadFacts | None
    why: str


@dataclass(frozen=True, slots=True)
class AdminNote:
    """To the admin: something about the bot's own work needs a look. ``kind`` names the words."""

    kind: str
    count: int
    detail: str


@dataclass(frozen=True, slots=True)
class MayBeRepeat:
    """Put under a message that might stand there already, where Slack lets nobody look it up."""
