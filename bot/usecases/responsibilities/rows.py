"""An area's row: as the rules know it by name, and as people are told of it."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.people import PersonRef
from bot.notices.responsibilities import AreaFacts
from bot.rules.refusals import NotAMember
from bot.rules.responsibilities import AreaGone, AreaName
from bot.rules.terms import side_called
from bot.usecases.actors import Actor, part_of, ref_of
from bot.usecases.answering import answerer_of
from bot.usecases.standing import absence_of
from models import Agreement, Person, Responsibility


def areas_of(session: Session, agreement_id: UUID) -> dict[str, Responsibility]:
    rows = session.exec(
        select(Responsibility)
        .where(
            Responsibility.agreement_id == agreement_id,
            col(Responsibility.removed_at).is_(None),
        )
        .order_by(col(Responsibility.party), col(Responsibility.name_en))
    )
    return {row.slug: row for row in rows.all()}


def area_of(session: Session, actor: Actor, area_id: UUID) -> Responsibility:
    """Return an area of an agreement the actor has a part in, else ``AreaGone``."""
    row = session.get(Responsibility, area_id)
    if row is None or row.removed_at is not None:
        raise AreaGone
    if session.get_one(Agreement, row.agreement_id).team_id != actor.team_id:
        raise AreaGone
    try:
        part_of(session, actor, row.agreement_id)
    except NotAMember as outsider:
        raise AreaGone from outsider
    return row


def name_of(row: Responsibility) -> AreaName:
    return AreaName(
        row.slug, row.name_en, row.name_es, row.synonyms, row.meaning_en, row.meaning_es
    )


def facts_of(session: Session, now: datetime, row: Responsibility) -> AreaFacts:
    """Return an area as people are told of it; whoever left the workspace answers for nothing."""
    owner, former = _still_here(session, row.owner_id)
    away = owner and absence_of(session, now=now, person_id=owner.id)
    backup, _ = _still_here(session, row.backup_id)
    return AreaFacts(
        slug=row.slug,
        name_en=row.name_en,
        name_es=row.name_es,
        party=side_called(session.get_one(Agreement, row.agreement_id).kind, row.party),
        owner=owner,
        backup=backup,
        cover=ref_of(answerer_of(session, now=now, area=row)) if away else None,
        away_until=away.ends_at if away else None,
        id=row.id,
        meaning_en=row.meaning_en,
        meaning_es=row.meaning_es,
        synonyms=row.synonyms,
        former=former,
    )


def _still_here(
    session: Session, person_id: UUID | None
) -> tuple[PersonRef | None, PersonRef | None]:
    """Return a person if they are still in the workspace, else in the second place."""
    person = session.get(Person, person_id) if person_id else None
    ref = ref_of(person)
    return (None, ref) if person is not None and person.is_deactivated else (ref, None)
