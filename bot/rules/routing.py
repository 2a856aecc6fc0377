"""Who gets the next lead: round robin by weight, fair to those who were away."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID


class Why(StrEnum):
    """Why a lead went where it did, or to nobody; kept with every decision."""

    SAME_COMPANY = "same_company"
    NAMED = "named"
    ROTA = "rota"
    NOBODY_IN_ROTA = "nobody_in_rota"
    EVERYBODY_AWAY = "everybody_away"
    EVERYBODY_FULL = "everybody_full"
    NOBODY_ELSE = "nobody_else"
    CLAIMED = "claimed"
    BY_HAND = "by_hand"
    FROM_SOURCE = "from_source"


@dataclass(frozen=True, slots=True)
class Place:
    """A rep in the rota now. ``credit`` is what the rota owes them, ``given`` today's leads."""

    person_id: UUID
    position: int
    weight: int
    credit: int
    is_away: bool = False
    given: int = 0
    daily_cap: int | None = None

    @property
    def is_full(self) -> bool:
        return self.daily_cap is not None and self.given >= self.daily_cap


@dataclass(frozen=True, slots=True)
class Choice:
    """Who was chosen and why, and the rota's credits afterwards (only of those who could be)."""

    person_id: UUID | None
    why: Why
    places: tuple[Place, ...] = ()


def choose(rota: Sequence[Place], *, but: UUID | None = None) -> Choice:
    """Choose the next owner by smooth weighted round robin, never ``but``.

    Everyone who could take the lead earns their weight; the richest gets it and pays the round.
    Whoever is away or full earns nothing meanwhile, so nothing is caught up on return.
    """
    able = [
        place for place in rota if not (place.is_away or place.is_full or place.person_id == but)
    ]
    if not able:
        return Choice(None, _why_nobody(rota, but))
    earned = [replace(place, credit=place.credit + place.weight) for place in able]
    winner = min(earned, key=lambda place: (-place.credit, place.position))
    round_cost = sum(place.weight for place in able)
    settled = tuple(
        replace(place, credit=place.credit - round_cost) if place is winner else place
        for place in earned
    )
    return Choice(winner.person_id, Why.ROTA, settled)


def _why_nobody(rota: Sequence[Place], but: UUID | None) -> Why:
    others = [place for place in rota if place.person_id != but]
    if not rota:
        return Why.NOBODY_IN_ROTA
    if not others:
        return Why.NOBODY_ELSE
    if all(place.is_away for place in others):
        return Why.EVERYBODY_AWAY
    return Why.EVERYBODY_FULL
