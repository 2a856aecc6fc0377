"""Who of a side could answer what is asked of it."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.people import PersonRef
from bot.usecases.leads.rota import away_at
from models import Membership, Person


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
