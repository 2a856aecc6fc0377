"""Who gets the next lead: the first rota that takes it, round robin by weight, fair after leave."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from bot.rules.rota import Filter, Traits


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


class Unable(StrEnum):
    """Why somebody in a rota was passed over."""

    AWAY = "away"
    FULL = "full"
    HAD_IT = "had_it"


@dataclass(frozen=True, slots=True)
class Place:
    """A rep in a rota now. ``credit`` is what the rota owes them.

    ``given`` counts today's leads and ``open_leads`` those open now, where a cap asks for them.
    """

    person_id: UUID
    position: int
    weight: int
    credit: int
    is_away: bool = False
    given: int = 0
    daily_cap: int | None = None
    open_leads: int = 0
    open_cap: int | None = None

    @property
    def is_full(self) -> bool:
        of_the_day = self.daily_cap is not None and self.given >= self.daily_cap
        return of_the_day or (self.open_cap is not None and self.open_leads >= self.open_cap)

    def unable(self, but: UUID | None) -> Unable | None:
        """Say why this person cannot take a lead; nothing when they can."""
        if self.person_id == but:
            return Unable.HAD_IT
        if self.is_away:
            return Unable.AWAY
        return Unable.FULL if self.is_full else None


@dataclass(frozen=True, slots=True)
class Skipped:
    person_id: UUID
    why: Unable


@dataclass(frozen=True, slots=True)
class Choice:
    """Who was chosen and why, who was passed over, and the credits of those who could be."""

    person_id: UUID | None
    why: Why
    places: tuple[Place, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    @property
    def place(self) -> Place | None:
        return next((each for each in self.places if each.person_id == self.person_id), None)


@dataclass(frozen=True, slots=True)
class Rota:
    """A rota now, with everybody in it."""

    id: UUID
    name: str
    takes: Filter
    places: tuple[Place, ...]
    falls_through: bool = False
    is_default: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """The choice, the rota it fell to, and the rota that had nobody and passed the lead on."""

    choice: Choice
    rota: Rota | None = None
    passed: Rota | None = None


def decide(rotas: Sequence[Rota], lead: Traits, *, but: UUID | None = None) -> Decision:
    """Choose a lead's owner from the first rota that takes it; the default one comes last.

    A rota that has nobody keeps the lead, unowned, unless it says that such leads fall through.
    """
    first = next((rota for rota in rotas if rota.is_default or rota.takes.takes(lead)), None)
    if first is None:
        return Decision(Choice(None, Why.NOBODY_IN_ROTA))
    choice = choose(first.places, but=but)
    default = next((rota for rota in rotas if rota.is_default), None)
    if choice.person_id is not None or not first.falls_through or default in (None, first):
        return Decision(choice, first)
    assert default is not None  # noqa: S101  excluded above, which mypy does not see
    second = choose(default.places, but=but)
    known = {each.person_id for each in second.places} | {each.person_id for each in second.skipped}
    elsewhere = tuple(each for each in choice.skipped if each.person_id not in known)
    return Decision(replace(second, skipped=elsewhere + second.skipped), default, passed=first)


def choose(rota: Sequence[Place], *, but: UUID | None = None) -> Choice:
    """Choose the next owner by smooth weighted round robin, never ``but``.

    Everyone who could take the lead earns their weight; the richest gets it and pays the round.
    Whoever is away or full earns nothing meanwhile, so nothing is caught up on return.
    """
    judged = [(place, place.unable(but)) for place in rota]
    able = [place for place, unable in judged if unable is None]
    skipped = tuple(Skipped(place.person_id, unable) for place, unable in judged if unable)
    if not able:
        return Choice(None, _why_nobody(skipped), skipped=skipped)
    earned = [replace(place, credit=place.credit + place.weight) for place in able]
    winner = min(earned, key=lambda place: (-place.credit, place.position))
    round_cost = sum(place.weight for place in able)
    settled = tuple(
        replace(place, credit=place.credit - round_cost) if place is winner else place
        for place in earned
    )
    return Choice(winner.person_id, Why.ROTA, settled, skipped)


def _why_nobody(skipped: Sequence[Skipped]) -> Why:
    if not skipped:
        return Why.NOBODY_IN_ROTA
    others = {each.why for each in skipped} - {Unable.HAD_IT}
    if not others:
        return Why.NOBODY_ELSE
    return Why.EVERYBODY_AWAY if others == {Unable.AWAY} else Why.EVERYBODY_FULL
