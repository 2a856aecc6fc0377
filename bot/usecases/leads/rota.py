"""The rota of an agreement: who is in it now, and whose turn it is."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import func
from sqlmodel import Session, col, select

from bot.notices.people import PersonRef
from bot.rules.routing import Choice, Place, Why, choose
from bot.usecases.actors import ref_of
from models import Absence, Agreement, Assignment, Lead, Person, RotaPlace


def next_owner(
    session: Session, *, now: datetime, lead: Lead, but: UUID | None = None
) -> tuple[UUID | None, Why]:
    """Choose a lead's owner and say why: the company's owner first, then the rota."""
    known = _owner_of_company(session, now, lead)
    if known is not None and known != but:
        return known, Why.SAME_COMPANY
    choice = choose(_places(session, now, lead.agreement_id), but=but)
    _settle(session, now, lead.agreement_id, choice)
    return choice.person_id, choice.why


def candidates_of(session: Session, *, agreement_id: UUID, now: datetime) -> tuple[PersonRef, ...]:
    """Return the people in the rota who are here, the one given a lead longest ago first."""
    away = away_at(session, now)
    rows = session.exec(
        select(Person)
        .join(RotaPlace, col(RotaPlace.person_id) == col(Person.id))
        .where(RotaPlace.agreement_id == agreement_id, col(Person.is_deactivated).is_(False))
        .order_by(col(RotaPlace.last_given_at).nulls_first(), col(RotaPlace.position))
    ).all()
    return tuple(ref_of(person) for person in rows if person.id not in away)


def away_at(session: Session, now: datetime) -> set[UUID]:
    """Return who is away at a moment."""
    rows = session.exec(
        select(Absence.person_id).where(Absence.starts_at <= now, Absence.ends_at > now)
    )
    return set(rows.all())


def is_in_rota(session: Session, agreement_id: UUID, person_id: UUID) -> bool:
    query = select(RotaPlace.id).where(
        RotaPlace.agreement_id == agreement_id, RotaPlace.person_id == person_id
    )
    return session.exec(query).first() is not None


def _owner_of_company(session: Session, now: datetime, lead: Lead) -> UUID | None:
    """The owner of another open lead of the same company or e-mail, if in the rota and here."""
    same = []
    if lead.company:
        same.append(col(Lead.company_key) == lead.company_key)
    if lead.email:
        same.append(col(Lead.email) == lead.email)
    if not same:
        return None
    owner = session.exec(
        select(Lead.owner_id)
        .join(
            RotaPlace,
            (col(RotaPlace.person_id) == col(Lead.owner_id))
            & (col(RotaPlace.agreement_id) == col(Lead.agreement_id)),
        )
        .where(
            Lead.agreement_id == lead.agreement_id,
            col(Lead.closed_at).is_(None),
            Lead.id != lead.id,
            same[0] if len(same) == 1 else same[0] | same[1],
        )
        .order_by(col(Lead.stored_at).desc())
    ).first()
    return None if owner is None or owner in away_at(session, now) else owner


def _places(session: Session, now: datetime, agreement_id: UUID) -> list[Place]:
    away = away_at(session, now)
    rows = session.exec(
        select(RotaPlace, Person)
        .join(Person, col(Person.id) == col(RotaPlace.person_id))
        .where(RotaPlace.agreement_id == agreement_id)
        .order_by(col(RotaPlace.position))
        # Two leads that arrive at once must not both go by the same credits.
        .with_for_update(of=RotaPlace)
        .execution_options(populate_existing=True)
    ).all()
    # Counting what was given today costs as much as was given: only for whom that matters.
    capped = [place.person_id for place, _ in rows if place.daily_cap is not None]
    given = _given_today(session, now, agreement_id, capped) if capped else {}
    return [
        Place(
            person_id=person.id,
            position=place.position,
            weight=place.weight,
            credit=place.credit,
            is_away=person.id in away or person.is_deactivated,
            given=given.get(person.id, 0),
            daily_cap=place.daily_cap,
        )
        for place, person in rows
    ]


def _given_today(
    session: Session, now: datetime, agreement_id: UUID, people: Sequence[UUID]
) -> dict[UUID | None, int]:
    zone = ZoneInfo(session.get_one(Agreement, agreement_id).zone)
    midnight = now.astimezone(zone).replace(hour=0, minute=0, second=0)
    rows = session.exec(
        select(Assignment.owner_id, func.count())
        .join(Lead, col(Lead.id) == col(Assignment.lead_id))
        .where(
            Lead.agreement_id == agreement_id,
            Assignment.given_at >= midnight,
            col(Assignment.owner_id).in_(people),
        )
        .group_by(col(Assignment.owner_id))
    )
    return dict(rows.all())


def _settle(session: Session, now: datetime, agreement_id: UUID, choice: Choice) -> None:
    owed = {place.person_id: place.credit for place in choice.places}
    rows = session.exec(select(RotaPlace).where(RotaPlace.agreement_id == agreement_id)).all()
    for row in rows:
        if row.person_id in owed:
            row.credit = owed[row.person_id]
        if row.person_id == choice.person_id:
            row.last_given_at = now
        session.add(row)
