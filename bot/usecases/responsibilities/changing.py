"""Changing what an area means and goes by, and removing one that is no area any more."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, update

from bot.notices.people import PersonRef
from bot.notices.responsibilities import AreaFacts, AreaTaken
from bot.rules.refusals import ValueTooLong
from bot.rules.responsibilities import (
    LONGEST_MEANING,
    LONGEST_SYNONYMS,
    AreaGone,
    find_area,
    tidy_synonyms,
)
from bot.rules.rights import Action
from bot.usecases.actors import Actor
from bot.usecases.history import record
from bot.usecases.outbox import enqueue
from bot.usecases.responsibilities.asking import may_give
from bot.usecases.responsibilities.giving import hand_over
from bot.usecases.responsibilities.rows import area_of, areas_of, facts_of, name_of
from bot.usecases.standing import check_right
from models import Responsibility
from models.base import changed


@dataclass(frozen=True, slots=True)
class AreaChange:
    """An area as it is to be; ``owner`` and ``backup`` are people as ``find_person`` takes them.

    ``synonyms`` are separated by commas.
    """

    owner: str
    backup: str = ""
    meaning_en: str = ""
    meaning_es: str = ""
    synonyms: str = ""


def area_to_change(session: Session, *, now: datetime, actor: Actor, area_id: UUID) -> AreaFacts:
    """Return an area for whoever may change it. Raises ``AreaGone``, ``NotAllowed``."""
    return facts_of(session, now, _theirs(session, actor, area_id))


def area_named(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID, area: str
) -> AreaFacts | None:
    """Return the one area of that name, if there is one and the actor may change it."""
    rows = areas_of(session, agreement_id)
    hits = find_area(area, [name_of(row) for row in rows.values()]).hits
    row = rows[hits[0].slug] if len(hits) == 1 else None
    return facts_of(session, now, row) if row and may_give(session, actor, row) else None


def change_area(
    session: Session, *, now: datetime, actor: Actor, area_id: UUID, change: AreaChange
) -> AreaFacts:
    """Change owner, backup, meaning and synonyms of an area of the actor's own side.

    Raises ``AreaGone``, ``NotAllowed``, ``ValueTooLong``, ``OutsideParty``, ``BackupIsOwner``,
    ``NoSuchPerson``.
    """
    row = _theirs(session, actor, area_id)
    _describe(session, now, actor, row, change)
    hand_over(session, now, actor, row, owner=change.owner, backup=change.backup or None)
    return facts_of(session, now, row)


def remove_area(session: Session, *, now: datetime, actor: Actor, area_id: UUID) -> AreaFacts:
    """Remove an area of the actor's own side; its owner is told. Raises ``AreaGone``."""
    row = _theirs(session, actor, area_id)
    facts = facts_of(session, now, row)
    still_there = (col(Responsibility.id) == area_id, col(Responsibility.removed_at).is_(None))
    removal = update(Responsibility).where(*still_there)
    # Two may remove it at once; the row tells who was first.
    if not changed(session, removal.values(removed_at=now, owner_id=None, backup_id=None)):
        raise AreaGone
    session.refresh(row)
    _remember(session, now, actor, row, "area_removed", owner=facts.owner)
    if facts.owner is not None and facts.owner.id != actor.person_id:
        _tell_owner(session, now, actor, row, facts.owner)
    return facts


def _theirs(session: Session, actor: Actor, area_id: UUID) -> Responsibility:
    row = area_of(session, actor, area_id)
    check_right(
        session, Action.GIVE_AREA, actor=actor, agreement_id=row.agreement_id, of_party=row.party
    )
    return row


def _describe(
    session: Session, now: datetime, actor: Actor, row: Responsibility, change: AreaChange
) -> None:
    wanted = {
        "meaning_en": " ".join(change.meaning_en.split()),
        "meaning_es": " ".join(change.meaning_es.split()),
        "synonyms": tidy_synonyms(change.synonyms),
    }
    for name, text in wanted.items():
        limit = LONGEST_SYNONYMS if name == "synonyms" else LONGEST_MEANING
        if len(text) > limit:
            raise ValueTooLong(name, limit)
    if wanted == {name: getattr(row, name) for name in wanted}:
        return
    for name, text in wanted.items():
        setattr(row, name, text)
    row.changed_at = now
    session.flush()
    _remember(session, now, actor, row, "area_described")


def _remember(
    session: Session,
    now: datetime,
    actor: Actor,
    row: Responsibility,
    kind: str,
    *,
    owner: PersonRef | None = None,
) -> None:
    record(
        session,
        now=now,
        team_id=actor.team_id,
        agreement_id=row.agreement_id,
        subject="responsibility",
        subject_id=row.id,
        kind=kind,
        actor_id=actor.person_id,
        owner=str(owner.id) if owner else None,
    )


def _tell_owner(
    session: Session, now: datetime, actor: Actor, row: Responsibility, owner: PersonRef
) -> None:
    enqueue(
        session,
        now=now,
        team_id=actor.team_id,
        key=f"area:{row.id}:removed:{int(now.timestamp())}",
        to=owner.slack_id,
        notice=AreaTaken(facts_of(session, now, row), actor.ref),
        subject="responsibility",
        subject_id=row.id,
    )
