"""Who answers for an area now, and who of its side could."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.people import PersonRef
from bot.usecases.actors import ref_of
from bot.usecases.leads.rota import away_at
from bot.usecases.standing import absence_of
from models import Membership, Person, Responsibility


def able_of(
    session: Session, *, now: datetime, agreement_id: UUID, party: str
) -> tuple[PersonRef, ...]:
    """Return the people of a side who are here, by name."""
    away = away_at(session, now)
    people = session.exec(
        select(Person)
        .join(Membership, col(Membership.person_id) == col(Person.id))
        .where(
            Membership.agreement_id == agreement_id,
            Membership.party == party,
            col(Person.is_deactivated).is_(False),
        )
        .order_by(col(Person.name))
    ).all()
    return tuple(
        PersonRef(each.id, each.name, each.slack_id) for each in people if each.id not in away
    )


def answerer_of(
    session: Session, *, now: datetime, area: Responsibility
) -> tuple[Person | None, PersonRef | None]:
    """Return who answers for an area now, and its owner when that is somebody else.

    While the owner is away it is whoever covers for them, else the backup; nobody, if they are
    away as well.
    """
    owner = session.get(Person, area.owner_id) if area.owner_id else None
    if owner is None:
        return _here(session, now, area.backup_id), None
    if _here(session, now, owner.id) is not None:
        return owner, None
    away = absence_of(session, now=now, person_id=owner.id)
    stand_ins = (away.cover_id if away else None, area.backup_id)
    found = (_here(session, now, each) for each in stand_ins)
    return next((each for each in found if each is not None), None), ref_of(owner)


def _here(session: Session, now: datetime, person_id: UUID | None) -> Person | None:
    person = session.get(Person, person_id) if person_id else None
    if person is None or person.is_deactivated:
        return None
    away = absence_of(session, now=now, person_id=person.id)
    return person if away is None else None
