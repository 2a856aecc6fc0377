"""Giving an area its owner and backup, and making areas nobody thought of."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, select

from bot.notices.responsibilities import AreaFacts, AreaGiven, AreaTaken
from bot.rules.refusals import MissingValue, ValueTooLong
from bot.rules.responsibilities import (
    LONGEST_NAME,
    BackupIsOwner,
    NoSuchArea,
    WhichArea,
    find_area,
    slug_of,
)
from bot.rules.rights import Action
from bot.usecases.actors import Actor, find_person
from bot.usecases.choosing import check_of_party
from bot.usecases.history import record
from bot.usecases.outbox import enqueue
from bot.usecases.requests.passing import give_waiting
from bot.usecases.responsibilities.rows import areas_of, facts_of, name_of
from bot.usecases.standing import check_right
from models import Person, Responsibility


def give_area(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID,
    area: str,
    owner: str,
    backup: str | None = None,
    is_new: bool = False,
) -> AreaFacts:
    """Give an area its owner and backup, both of the side it belongs to.

    An area nobody knows is made on the actor's side, at once when no other name comes near, else
    only with ``is_new``; the answer says so. Raises ``NoSuchArea``, ``WhichArea``,
    ``OutsideParty``, ``BackupIsOwner``, ``NoSuchPerson``, ``NotAllowed``.
    """
    known = areas_of(session, agreement_id)
    row = _area_meant(session, now, actor, agreement_id, area, known, is_new=is_new)
    check_right(
        session, Action.GIVE_AREA, actor=actor, agreement_id=agreement_id, of_party=row.party
    )
    was_there = row in known.values()
    hand_over(session, now, actor, row, owner=owner, backup=backup)
    return replace(facts_of(session, now, row), is_new=not was_there)


def hand_over(
    session: Session,
    now: datetime,
    actor: Actor,
    row: Responsibility,
    *,
    owner: str,
    backup: str | None,
) -> None:
    """Make two people of its side the owner and backup of an area, and tell whom it concerns."""
    new_owner = _one_of_the_party(session, row, actor, owner)
    stand_in = _one_of_the_party(session, row, actor, backup) if backup else None
    if stand_in is new_owner:
        raise BackupIsOwner(new_owner.name)
    _keep(session, now, actor, row, new_owner, stand_in)
    give_waiting(session, now=now, actor=actor, area=row)


def _area_meant(
    session: Session,
    now: datetime,
    actor: Actor,
    agreement_id: UUID,
    area: str,
    rows: Mapping[str, Responsibility],
    *,
    is_new: bool,
) -> Responsibility:
    found = find_area(area, [name_of(row) for row in rows.values()])
    known = rows.get(slug_of(area))
    if known is not None:
        return known
    if is_new or not (found.hits or found.nearest):
        return _new_area(session, now, actor, agreement_id, area)
    if not found.hits:
        raise NoSuchArea(area, found.nearest)
    if len(found.hits) > 1:
        raise WhichArea(area, found.hits)
    return rows[found.hits[0].slug]


def _new_area(
    session: Session, now: datetime, actor: Actor, agreement_id: UUID, area: str
) -> Responsibility:
    name = " ".join(area.split())
    if not slug_of(name):
        raise MissingValue("area")
    if len(name) > LONGEST_NAME:
        raise ValueTooLong("area", LONGEST_NAME)
    part = check_right(session, Action.SEE_TOTALS, actor=actor, agreement_id=agreement_id)
    row = _removed(session, agreement_id, slug_of(name)) or Responsibility(
        agreement_id=agreement_id,
        slug=slug_of(name),
        name_en=name,
        name_es=name,
        party=part.party,
        changed_at=now,
    )
    row.removed_at = None
    session.add(row)
    return row


def _removed(session: Session, agreement_id: UUID, slug: str) -> Responsibility | None:
    """Return the removed area of that name: it comes back as it was, on its own side."""
    return session.exec(
        select(Responsibility).where(
            Responsibility.agreement_id == agreement_id, Responsibility.slug == slug
        )
    ).one_or_none()


def _one_of_the_party(session: Session, row: Responsibility, actor: Actor, text: str) -> Person:
    person = find_person(session, team_id=actor.team_id, text=text)
    check_of_party(session, person, agreement_id=row.agreement_id, party=row.party)
    return person


def _keep(
    session: Session,
    now: datetime,
    actor: Actor,
    row: Responsibility,
    owner: Person,
    backup: Person | None,
) -> None:
    backup_id = backup.id if backup else None
    if (row.owner_id, row.backup_id) == (owner.id, backup_id):
        return
    former_id, row.owner_id, row.backup_id, row.changed_at = row.owner_id, owner.id, backup_id, now
    session.flush()
    record(
        session,
        now=now,
        team_id=actor.team_id,
        agreement_id=row.agreement_id,
        subject="responsibility",
        subject_id=row.id,
        kind="area_given",
        actor_id=actor.person_id,
        owner=str(owner.id),
        former=str(former_id) if former_id else None,
        backup=str(backup_id) if backup_id else None,
    )
    if former_id != owner.id:
        _tell_both(session, now, actor, row, owner, former_id)


def _tell_both(
    session: Session,
    now: datetime,
    actor: Actor,
    row: Responsibility,
    owner: Person,
    former_id: UUID | None,
) -> None:
    facts = facts_of(session, now, row)
    former = session.get(Person, former_id) if former_id else None
    told = ((owner, AreaGiven(facts, actor.ref)), (former, AreaTaken(facts, actor.ref)))
    for person, notice in told:
        if person is not None and person.id != actor.person_id:
            enqueue(
                session,
                now=now,
                team_id=actor.team_id,
                key=f"area:{row.id}:{owner.id}:{int(now.timestamp())}:{type(notice).__name__}",
                to=person.slack_id,
                notice=notice,
                subject="responsibility",
                subject_id=row.id,
            )
