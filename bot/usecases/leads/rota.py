"""The rotas of an agreement as a lead meets them: whose turn it is, and who could take it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Row, bindparam, case, exists, func, or_, select, update
from sqlmodel import Session, col
from sqlmodel import select as select_models

from bot.notices.people import PersonRef
from bot.notices.rota import PassedOver, RotaTurn
from bot.rules import routing
from bot.rules.rota import Filter, Traits
from bot.rules.routing import Why
from bot.usecases.actors import ref_of
from bot.usecases.outbox.statements import table_of
from models import Absence, Agreement, Assignment, Lead, Person, Rota, RotaPlace
from models.base import UtcDateTime


@dataclass(frozen=True, slots=True)
class Routed:
    """Who gets a lead, why, and what the rota that decided went by."""

    owner_id: UUID | None
    why: Why
    rota_id: UUID | None = None
    turn: RotaTurn | None = None


def next_owner(session: Session, *, now: datetime, lead: Lead, but: UUID | None = None) -> Routed:
    """Choose a lead's owner and say why: the company's owner first, then the rotas."""
    known = _owner_of_company(session, now, lead)
    if known is not None and known != but:
        return Routed(known, Why.SAME_COMPANY)
    rows = _places(session, now, lead.agreement_id)
    traits = Traits(lead.segment, lead.language, lead.score)
    decision = routing.decide(list(_rotas(rows)), traits, but=but)
    _settle(session, now, rows, decision)
    return Routed(
        decision.choice.person_id,
        decision.choice.why,
        None if decision.rota is None else decision.rota.id,
        _turn(rows, decision),
    )


def candidates_of(session: Session, *, agreement_id: UUID, now: datetime) -> tuple[PersonRef, ...]:
    """Return the people in a rota who are here, the one given a lead longest ago first."""
    away = away_at(session, now)
    rows = session.exec(
        select_models(Person)
        .join(RotaPlace, col(RotaPlace.person_id) == col(Person.id))
        .where(RotaPlace.agreement_id == agreement_id, col(Person.is_deactivated).is_(False))
        .group_by(col(Person.id))
        .order_by(func.max(RotaPlace.last_given_at).nulls_first(), func.min(RotaPlace.position))
    ).all()
    return tuple(ref_of(person) for person in rows if person.id not in away)


def away_at(session: Session, now: datetime) -> set[UUID]:
    """Return who is away at a moment."""
    rows = session.exec(
        select_models(Absence.person_id).where(Absence.starts_at <= now, Absence.ends_at > now)
    )
    return set(rows.all())


def is_in_rota(session: Session, agreement_id: UUID, person_id: UUID) -> bool:
    """Say whether a person has a place in any rota of an agreement."""
    query = select_models(RotaPlace.id).where(
        RotaPlace.agreement_id == agreement_id, RotaPlace.person_id == person_id
    )
    return session.exec(query).first() is not None


def _owner_of_company(session: Session, now: datetime, lead: Lead) -> UUID | None:
    """The owner of another open lead of the same company or e-mail, if in a rota and here."""
    same = []
    if lead.company:
        same.append(col(Lead.company_key) == lead.company_key)
    if lead.email:
        same.append(col(Lead.email) == lead.email)
    if not same:
        return None
    owner = session.exec(
        select_models(Lead.owner_id)
        .join(
            RotaPlace,
            (col(RotaPlace.person_id) == col(Lead.owner_id))
            & (col(RotaPlace.agreement_id) == col(Lead.agreement_id)),
        )
        .join(Person, col(Person.id) == col(Lead.owner_id))
        .where(
            Lead.agreement_id == lead.agreement_id,
            col(Lead.closed_at).is_(None),
            col(Person.is_deactivated).is_(False),
            Lead.id != lead.id,
            same[0] if len(same) == 1 else same[0] | same[1],
        )
        .order_by(col(Lead.stored_at).desc())
    ).first()
    return None if owner is None or owner in away_at(session, now) else owner


_NOW = bindparam("now", type_=UtcDateTime)
_MIDNIGHT = bindparam("midnight", type_=UtcDateTime)
_AGREEMENT = bindparam("agreement", type_=table_of(Agreement).c.id.type)
_IS_AWAY = exists().where(
    col(Absence.person_id) == col(Person.id),
    col(Absence.starts_at) <= _NOW,
    col(Absence.ends_at) > _NOW,
)
_GIVEN_TODAY = (
    select(func.count())
    .select_from(Assignment)
    .join(Lead, col(Lead.id) == col(Assignment.lead_id))
    .where(
        col(Assignment.owner_id) == col(RotaPlace.person_id),
        col(Assignment.given_at) >= _MIDNIGHT,
        col(Lead.agreement_id) == _AGREEMENT,
    )
    .correlate(RotaPlace)
    .scalar_subquery()
)
_OPEN_NOW = (
    select(func.count())
    .select_from(Lead)
    .where(
        col(Lead.agreement_id) == _AGREEMENT,
        col(Lead.owner_id) == col(RotaPlace.person_id),
        col(Lead.closed_at).is_(None),
    )
    .correlate(RotaPlace)
    .scalar_subquery()
)
# Built once, and one question for everybody; counted only where a cap asks for it.
_PLACES = (
    select(
        table_of(Rota),
        table_of(RotaPlace).c["id"].label("place_id"),
        col(RotaPlace.position).label("place"),
        col(RotaPlace.person_id),
        col(RotaPlace.weight),
        col(RotaPlace.credit),
        col(RotaPlace.daily_cap),
        col(RotaPlace.open_cap),
        col(Person.name).label("person"),
        or_(col(Person.is_deactivated), _IS_AWAY).label("is_away"),
        case((col(RotaPlace.daily_cap).is_(None), 0), else_=_GIVEN_TODAY).label("given"),
        case((col(RotaPlace.open_cap).is_(None), 0), else_=_OPEN_NOW).label("open_leads"),
    )
    .select_from(RotaPlace)
    .join(Rota, col(Rota.id) == col(RotaPlace.rota_id))
    .join(Person, col(Person.id) == col(RotaPlace.person_id))
    .where(col(RotaPlace.agreement_id) == _AGREEMENT, col(Rota.removed_at).is_(None))
    .order_by(col(Rota.is_default), col(Rota.position), col(RotaPlace.position))
    # Two leads that arrive at once must not both go by the same credits.
    .with_for_update(of=RotaPlace)
)
_SETTLE = (
    update(table_of(RotaPlace))
    .where(table_of(RotaPlace).c["id"] == bindparam("place"))
    .values(
        credit=bindparam("owed"),
        last_given_at=func.coalesce(
            bindparam("given_at", type_=UtcDateTime), table_of(RotaPlace).c["last_given_at"]
        ),
    )
)


def _places(session: Session, now: datetime, agreement_id: UUID) -> Sequence[Row[tuple[object]]]:
    zone = ZoneInfo(session.get_one(Agreement, agreement_id).zone)
    midnight = now.astimezone(zone).replace(hour=0, minute=0, second=0)
    # A statement of columns does not send what waits in the session by itself.
    session.flush()
    asked = {"agreement": agreement_id, "now": now, "midnight": midnight}
    return session.execute(_PLACES, asked).all()


def _rotas(rows: Sequence[Row[tuple[object]]]) -> Iterator[routing.Rota]:
    for _, places in groupby(rows, key=lambda row: row.id):
        here = list(places)
        first = here[0]
        yield routing.Rota(
            id=first.id,
            name=first.name,
            takes=Filter(
                tuple(first.segments), tuple(first.languages), first.score_from, first.score_to
            ),
            places=tuple(_place(row) for row in here),
            falls_through=first.falls_through,
            is_default=first.is_default,
        )


def _place(row: Row[tuple[object]]) -> routing.Place:
    return routing.Place(
        person_id=row.person_id,
        position=row.place,
        weight=row.weight,
        credit=row.credit,
        is_away=bool(row.is_away),
        given=row.given,
        daily_cap=row.daily_cap,
        open_leads=row.open_leads,
        open_cap=row.open_cap,
    )


def _settle(
    session: Session,
    now: datetime,
    rows: Sequence[Row[tuple[object]]],
    decision: routing.Decision,
) -> None:
    if decision.rota is None or not decision.choice.places:
        return
    ids = {row.person_id: row.place_id for row in rows if row.id == decision.rota.id}
    owed = [
        {
            "place": ids[place.person_id],
            "owed": place.credit,
            "given_at": now if place.person_id == decision.choice.person_id else None,
        }
        for place in decision.choice.places
    ]
    session.connection().execute(_SETTLE, owed)


def _turn(rows: Sequence[Row[tuple[object]]], decision: routing.Decision) -> RotaTurn | None:
    if decision.rota is None:
        return None
    names = {row.person_id: row.person for row in rows}
    place = decision.choice.place
    return RotaTurn(
        rota=decision.rota.name,
        position=0 if place is None else place.position + 1,
        weight=0 if place is None else place.weight,
        skipped=tuple(
            PassedOver(names[each.person_id], each.why.value) for each in decision.choice.skipped
        ),
        passed_by=None if decision.passed is None else decision.passed.name,
    )
