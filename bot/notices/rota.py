"""What people can be told about rotas: who is in them, what they gave, and why."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.notices.people import PersonRef


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Somebody in the rota who could not take a lead: away, full, or it was theirs before."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class RotaTurn:
    """What a rota went by when it gave a lead, or had nobody to give it to.

    ``rota`` is empty for the default one, ``passed_by`` where no rota passed the lead on.
    ``position`` counts from 1; it and ``weight`` are 0 where nobody could take the lead.
    """

    rota: str
    position: int
    weight: int
    skipped: tuple[PassedOver, ...] = ()
    passed_by: str | None = None


@dataclass(frozen=True, slots=True)
class RotaSeat:
    """A place in a rota. ``given`` counts the leads it brought in the last 30 days."""

    person: PersonRef
    weight: int
    daily_cap: int | None
    open_cap: int | None
    given: int
    is_away: bool = False


@dataclass(frozen=True, slots=True)
class RotaFacts:
    """A rota, or what one of its reps may see of it: ``seats`` then holds their own alone.

    ``given`` counts its leads of the last 30 days and ``weights`` adds up everybody's weight.
    """

    id: UUID
    name: str
    is_default: bool
    segments: tuple[str, ...]
    languages: tuple[str, ...]
    score_from: int | None
    score_to: int | None
    falls_through: bool
    given: int
    weights: int
    seats: tuple[RotaSeat, ...]


@dataclass(frozen=True, slots=True)
class RotaDecision:
    """Where one lead went and why; ``turn`` where a rota decided."""

    public_id: str
    at: datetime
    owner: PersonRef | None
    reason: str
    turn: RotaTurn | None


@dataclass(frozen=True, slots=True)
class RotaBoard:
    """Every rota in the order they are asked, and the last decisions, the latest first.

    ``is_whole`` says that its reader sees everybody's share, ``may_change`` that they keep it.
    """

    rotas: tuple[RotaFacts, ...]
    decisions: tuple[RotaDecision, ...]
    is_whole: bool
    may_change: bool


@dataclass(frozen=True, slots=True)
class RotaChanged:
    """To somebody of a rota: it was made or changed. ``was_in`` says they were in it before."""

    rota: RotaFacts
    seat: RotaSeat
    was_in: bool
    by: PersonRef


@dataclass(frozen=True, slots=True)
class RotaLeft:
    """To somebody who has no place any more in a rota that was changed or removed."""

    rota: str
    by: PersonRef
    is_removed: bool


@dataclass(frozen=True, slots=True)
class RotaSaved:
    """The answer to whoever changed a rota: as it is now, or that it is gone."""

    rota: RotaFacts
    is_removed: bool = False
