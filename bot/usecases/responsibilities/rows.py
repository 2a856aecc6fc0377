"""An area's row: as the rules know it by name, and as people are told of it."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.people import PersonRef
from bot.notices.responsibilities import AreaFacts
from bot.rules.responsibilities import AreaName
from bot.rules.terms import side_called
from bot.usecases.actors import ref_of
from bot.usecases.standing import absence_of
from models import Agreement, Person, Responsibility


def areas_of(session: Session, agreement_id: UUID) -> dict[str, Responsibility]:
    rows = session.exec(
        select(Responsibility)
        .where(Responsibility.agreement_id == agreement_id)
        .order_by(col(Responsibility.party), col(Responsibility.name_en))
    )
    return {row.slug: row for row in rows.all()}


def name_of(row: Responsibility) -> AreaName:
    return AreaName(row.slug, row.name_en, row.name_es, row.synonyms)


def facts_of(session: Session, now: datetime, row: Responsibility) -> AreaFacts:
    away = row.owner_id and absence_of(session, now=now, person_id=row.owner_id)
    cover_id = (away.cover_id or row.backup_id) if away else None
    return AreaFacts(
        slug=row.slug,
        name_en=row.name_en,
        name_es=row.name_es,
        party=side_called(session.get_one(Agreement, row.agreement_id).kind, row.party),
        owner=_ref(session, row.owner_id),
        backup=_ref(session, row.backup_id),
        cover=_ref(session, cover_id),
        away_until=away.ends_at if away else None,
        synonyms=row.synonyms,
    )


def _ref(session: Session, person_id: UUID | None) -> PersonRef | None:
    return ref_of(session.get(Person, person_id)) if person_id else None
