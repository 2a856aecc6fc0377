"""Rotas and their places as they are kept."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.rules.refusals import NotAMember
from bot.rules.rights import Action
from bot.rules.rota import Filter, NoSuchRota, RotaDraft, SeatDraft, key_of
from bot.usecases.actors import Actor
from bot.usecases.standing import check_right
from models import Agreement, Person, Rota, RotaPlace

Seated = Sequence[tuple[Person, SeatDraft]]
"""The people of a rota once they were found, in its order."""

Places = Sequence[tuple[RotaPlace, Person]]


def rotas_of(session: Session, agreement_id: UUID) -> list[Rota]:
    """Return the rotas of an agreement in the order they are asked: the default one last."""
    standing = select(Rota).where(Rota.agreement_id == agreement_id, col(Rota.removed_at).is_(None))
    return list(session.exec(standing.order_by(col(Rota.is_default), col(Rota.position))).all())


def places_of(session: Session, rota_ids: Iterable[UUID]) -> Mapping[UUID, Places]:
    """Return who is in each rota, in its order."""
    wanted = list(rota_ids)
    rows = session.exec(
        select(RotaPlace, Person)
        .join(Person, col(Person.id) == col(RotaPlace.person_id))
        .where(col(RotaPlace.rota_id).in_(wanted))
        .order_by(col(RotaPlace.position))
    ).all()
    return {each: [row for row in rows if row[0].rota_id == each] for each in wanted}


def rota_to_keep(session: Session, actor: Actor, rota_id: UUID) -> Rota:
    """Return a rota the actor may change. The same words refuse an absent and a foreign one."""
    rota = session.get(Rota, rota_id, populate_existing=True)
    if rota is None or rota.removed_at is not None:
        raise NoSuchRota
    if session.get_one(Agreement, rota.agreement_id).team_id != actor.team_id:
        raise NoSuchRota
    try:
        check_right(session, Action.KEEP_ROTA, actor=actor, agreement_id=rota.agreement_id)
    except NotAMember as outsider:
        raise NoSuchRota from outsider
    return rota


def filter_of(rota: Rota) -> Filter:
    return Filter(tuple(rota.segments), tuple(rota.languages), rota.score_from, rota.score_to)


def draft_of(rota: Rota, places: Places = ()) -> RotaDraft:
    """Return a rota as it would be typed, with people by their Slack ids."""
    people = tuple(
        SeatDraft(person.slack_id, place.weight, place.daily_cap, place.open_cap)
        for place, person in places
    )
    return RotaDraft(rota.name, people, filter_of(rota), rota.falls_through)


def new_rota(
    session: Session,
    *,
    now: datetime,
    agreement_id: UUID,
    draft: RotaDraft,
    seated: Seated,
    position: int = 0,
    is_default: bool = False,
) -> Rota:
    """Add a rota that was checked, with its people."""
    rota = Rota(
        agreement_id=agreement_id,
        is_default=is_default,
        position=position,
        changed_at=now,
    )
    fill(rota, draft)
    session.add(rota)
    session.flush()
    seat(session, rota, seated)
    return rota


def fill(rota: Rota, draft: RotaDraft) -> None:
    for name, value in columns_of(draft).items():
        setattr(rota, name, value)


def columns_of(draft: RotaDraft) -> dict[str, object]:
    """Return what a rota keeps of how it was typed."""
    name = " ".join(draft.name.split())
    return {
        "name": name,
        "name_key": key_of(name),
        "segments": list(draft.filter.segments),
        "languages": list(draft.filter.languages),
        "score_from": draft.filter.score_from,
        "score_to": draft.filter.score_to,
        "falls_through": draft.falls_through,
    }


def seat(session: Session, rota: Rota, seated: Seated) -> None:
    """Put people into a rota in place of those who were there; it begins anew with no debts."""
    former = {
        row.person_id: row
        for row in session.exec(select(RotaPlace).where(RotaPlace.rota_id == rota.id)).all()
    }
    for position, (person, wanted) in enumerate(seated):
        row = former.pop(person.id, None) or RotaPlace(
            agreement_id=rota.agreement_id, rota_id=rota.id, person_id=person.id, position=position
        )
        row.position, row.weight, row.credit = position, wanted.weight, 0
        row.daily_cap, row.open_cap = wanted.daily_cap, wanted.open_cap
        session.add(row)
    for row in former.values():
        session.delete(row)
    session.flush()
