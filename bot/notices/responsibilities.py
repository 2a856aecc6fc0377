"""What people can be told about areas and their owners."""

from dataclasses import dataclass
from datetime import datetime

from bot.notices.people import PersonRef


@dataclass(frozen=True, slots=True)
class AreaFacts:
    """An area of work; ``cover`` answers for it while the owner is away until ``away_until``."""

    slug: str
    name_en: str
    name_es: str
    party: str
    owner: PersonRef | None
    backup: PersonRef | None
    cover: PersonRef | None = None
    away_until: datetime | None = None
    synonyms: str = ""


@dataclass(frozen=True, slots=True)
class WhoAnswer:
    """The answer to "who is responsible?": one hit, several to choose from, or the nearest."""

    asked: str
    hits: tuple[AreaFacts, ...]
    nearest: tuple[AreaFacts, ...]
    ask: tuple[PersonRef, ...]


@dataclass(frozen=True, slots=True)
class AreaGiven:
    """To the new owner of an area."""

    area: AreaFacts
    by: PersonRef


@dataclass(frozen=True, slots=True)
class AreaTaken:
    """To the former owner of an area."""

    area: AreaFacts
    by: PersonRef
