"""Every rota with what each person got of it, and why the last leads went where they did."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from bot.notices import wire
from bot.notices.people import PersonRef
from bot.notices.rota import RotaBoard, RotaDecision, RotaFacts, RotaSeat, RotaTurn
from bot.rules.rights import Action, may
from bot.usecases.actors import Actor, ref_of
from bot.usecases.leads.rota import away_at, is_in_rota
from bot.usecases.rota.rows import Places, places_of, rotas_of
from bot.usecases.standing import check_right
from models import Assignment, Lead, Person, Rota

COMPARED = timedelta(days=30)
DECISIONS_SHOWN = 10

Shares = Mapping[UUID, Mapping[UUID, int]]


def show_rotas(session: Session, *, now: datetime, actor: Actor, agreement_id: UUID) -> RotaBoard:
    """Return the rotas as far as the actor may see them: a rep sees their own places.

    Raises ``NotAMember`` and ``NotAllowed``.
    """
    standing = check_right(
        session,
        Action.SEE_SHARE,
        actor=actor,
        agreement_id=agreement_id,
        in_rota=is_in_rota(session, agreement_id, actor.person_id),
    )
    shown = _facts(session, now, rotas_of(session, agreement_id))
    if not may(Action.SEE_ROTA, standing):
        return RotaBoard(_own(shown, actor), (), is_whole=False, may_change=False)
    decisions = _last_decisions(session, agreement_id)
    return RotaBoard(shown, decisions, is_whole=True, may_change=may(Action.KEEP_ROTA, standing))


def facts_of(session: Session, now: datetime, rota: Rota) -> RotaFacts:
    return _facts(session, now, [rota])[0]


def _own(rotas: Collection[RotaFacts], actor: Actor) -> tuple[RotaFacts, ...]:
    own = [
        replace(rota, seats=tuple(each for each in rota.seats if each.person == actor.ref))
        for rota in rotas
    ]
    return tuple(rota for rota in own if rota.seats)


def _facts(session: Session, now: datetime, rotas: Collection[Rota]) -> tuple[RotaFacts, ...]:
    places = places_of(session, [rota.id for rota in rotas])
    shares, away = _shares(session, now, places), away_at(session, now)
    return tuple(_rota(rota, places[rota.id], shares.get(rota.id, {}), away) for rota in rotas)


def _rota(
    rota: Rota, places: Places, shares: Mapping[UUID, int], away: Collection[UUID]
) -> RotaFacts:
    return RotaFacts(
        id=rota.id,
        name=rota.name,
        is_default=rota.is_default,
        segments=tuple(rota.segments),
        languages=tuple(rota.languages),
        score_from=rota.score_from,
        score_to=rota.score_to,
        falls_through=rota.falls_through,
        given=sum(shares.values()),
        weights=sum(place.weight for place, _ in places),
        seats=tuple(
            RotaSeat(
                person=PersonRef(person.id, person.name, person.slack_id),
                weight=place.weight,
                daily_cap=place.daily_cap,
                open_cap=place.open_cap,
                given=shares.get(person.id, 0),
                is_away=person.is_deactivated or person.id in away,
            )
            for place, person in places
        ),
    )


def _shares(session: Session, now: datetime, rota_ids: Collection[UUID]) -> Shares:
    """Count the leads each rota gave to each person lately, whoever has them now."""
    rows = session.exec(
        select(Assignment.rota_id, Assignment.owner_id, func.count())
        .where(
            col(Assignment.rota_id).in_(rota_ids),
            col(Assignment.owner_id).is_not(None),
            col(Assignment.given_at) >= now - COMPARED,
        )
        .group_by(col(Assignment.rota_id), col(Assignment.owner_id))
    ).all()
    shares: dict[UUID, Counter[UUID]] = {}
    for rota_id, owner_id, given in rows:
        if rota_id is not None and owner_id is not None:
            shares.setdefault(rota_id, Counter())[owner_id] = given
    return shares


def _last_decisions(session: Session, agreement_id: UUID) -> tuple[RotaDecision, ...]:
    rows = session.exec(
        select(Assignment, Lead.public_id, Person)
        .join(Lead, col(Lead.id) == col(Assignment.lead_id))
        .join(Person, col(Person.id) == col(Assignment.owner_id), isouter=True)
        .where(Lead.agreement_id == agreement_id, col(Assignment.given_by).is_(None))
        .order_by(col(Assignment.given_at).desc(), col(Lead.stored_at).desc())
        .limit(DECISIONS_SHOWN)
    ).all()
    return tuple(
        RotaDecision(
            public_id=public_id,
            at=assignment.given_at,
            owner=ref_of(person),
            reason=assignment.reason,
            turn=None if assignment.turn is None else wire.load(RotaTurn, assignment.turn),
        )
        for assignment, public_id, person in rows
    )
