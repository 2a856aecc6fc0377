"""What people can be told about areas and their owners."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.notices.people import PersonRef


@dataclass(frozen=True, slots=True)
class AreaFacts:
    """An area of work; ``cover`` answers for it while the owner is away until ``away_until``.

    ``former`` was its owner and left the workspace, so that nobody is; ``synonyms`` are separated
    by commas. ``is_new`` tells whoever just made it so that it was not there before.
    """

    slug: str
    name_en: str
    name_es: str
    party: str
    owner: PersonRef | None
    backup: PersonRef | None
    cover: PersonRef | None = None
    away_until: datetime | None = None
    id: UUID | None = None
    meaning_en: str = ""
    meaning_es: str = ""
    synonyms: str = ""
    former: PersonRef | None = None
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class WhoAnswer:
    """The answer to "who is responsible?": one hit, several to choose from, or the nearest.

    ``may_change`` says that the reader leads the side of the one hit.
    """

    asked: str
    hits: tuple[AreaFacts, ...]
    nearest: tuple[AreaFacts, ...]
    ask: tuple[PersonRef, ...]
    may_change: bool = False


@dataclass(frozen=True, slots=True)
class AreaBoard:
    """All areas for one reader; ``ask`` gives those without an owner one, unless they may."""

    areas: tuple[AreaFacts, ...]
    may_give: bool
    ask: tuple[PersonRef, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonAreas:
    """The areas a person owns, those they cover while somebody is away, and those they back up."""

    person: PersonRef
    owned: tuple[AreaFacts, ...] = ()
    covered: tuple[AreaFacts, ...] = ()
    backed_up: tuple[AreaFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class AreaList:
    """All areas of an agreement, where everybody reads them."""

    areas: tuple[AreaFacts, ...]


@dataclass(frozen=True, slots=True)
class AreasUnowned:
    """To the lead of a side, once a week: the areas of it that nobody answers for."""

    agreement: str
    areas: tuple[AreaFacts, ...]


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
