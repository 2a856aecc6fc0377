"""A rota as it is put into a form, for whoever may change it."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from bot.rules.refusals import NoSuchPerson
from bot.rules.rights import Action
from bot.rules.rota import NoSuchRota, RotaDraft, SeatDraft, key_of
from bot.usecases.actors import Actor, find_person
from bot.usecases.rota.rows import draft_of, places_of, rota_to_keep, rotas_of
from bot.usecases.standing import check_right
from models import Person


@dataclass(frozen=True, slots=True)
class OpenedRota:
    """A rota to be filled in. ``place`` counts from 1 among ``places`` of named rotas."""

    draft: RotaDraft
    place: int
    places: int
    is_default: bool = False
    revision: int = 0


def open_new_rota(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID
) -> OpenedRota:
    """Return an empty rota. Raises ``NotAllowed`` before anybody fills in a form in vain."""
    del now
    check_right(session, Action.KEEP_ROTA, actor=actor, agreement_id=agreement_id)
    places = sum(not rota.is_default for rota in rotas_of(session, agreement_id)) + 1
    return OpenedRota(RotaDraft(), place=places, places=places)


def open_rota(session: Session, *, now: datetime, actor: Actor, rota_id: UUID) -> OpenedRota:
    """Return a rota with its people by name. Raises ``NoSuchRota``, ``NotAllowed``."""
    del now
    rota = rota_to_keep(session, actor, rota_id)
    here = [row for row in places_of(session, [rota.id])[rota.id] if not row[1].is_deactivated]
    draft = draft_of(rota, here)
    people = tuple(
        _by_name(session, person, seat)
        for (_, person), seat in zip(here, draft.people, strict=True)
    )
    named = sum(not each.is_default for each in rotas_of(session, rota.agreement_id))
    return OpenedRota(
        draft=replace(draft, people=people),
        place=rota.position + 1,
        places=named,
        is_default=rota.is_default,
        revision=rota.revision,
    )


def rota_named(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID, name: str
) -> UUID:
    """Return the rota somebody named. Raises ``NoSuchRota``, ``NotAllowed``."""
    del now
    check_right(session, Action.KEEP_ROTA, actor=actor, agreement_id=agreement_id)
    for rota in rotas_of(session, agreement_id):
        if rota.name and key_of(rota.name) == key_of(name):
            return rota.id
    raise NoSuchRota


def _by_name(session: Session, person: Person, seat: SeatDraft) -> SeatDraft:
    """A name that would not be read back as the same person stays their id."""
    if re.search(r"[,;\d\n]", person.name):
        return seat
    try:
        found = find_person(session, team_id=person.team_id, text=person.name)
    except NoSuchPerson:
        return seat
    return replace(seat, who=person.name) if found.id == person.id else seat
