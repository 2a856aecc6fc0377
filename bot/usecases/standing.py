"""An actor's standing in an agreement, ready for the table of rights."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.rules.rights import Action, Standing, check, may
from bot.usecases.actors import Actor, Part, part_of
from models import Absence, Role


def check_right(
    session: Session,
    action: Action,
    *,
    actor: Actor,
    agreement_id: UUID,
    owns: bool = False,
    of_party: str = "",
) -> Standing:
    """Return the actor's standing. Raises ``NotAMember`` or ``NotAllowed`` where it is too low."""
    part = part_of(session, actor, agreement_id)
    standing = replace(standing_of(actor, part), owns=owns, of_party=of_party)
    check(action, standing)
    return standing


def standing_of(actor: Actor, part: Part) -> Standing:
    """Return an actor's standing towards what nothing ties them to."""
    return Standing(party=part.party, is_lead=part.role == Role.LEAD, is_admin=actor.is_admin)


def may_set_up(session: Session, *, now: datetime, actor: Actor, agreement_id: UUID) -> None:
    """Raise ``NotAllowed`` before anybody fills in a form in vain."""
    del now
    check_right(session, Action.SET_UP, actor=actor, agreement_id=agreement_id)


def may_with_reason(session: Session, *, now: datetime, actor: Actor, agreement_id: UUID) -> bool:
    """Say whether the actor may log a follow-up for another owner, once they say why."""
    del now
    part = part_of(session, actor, agreement_id)
    return may(Action.LOG_TOUCH, replace(standing_of(actor, part), has_reason=True))


def answers_for(session: Session, *, now: datetime, actor: Actor, owner_id: UUID | None) -> bool:
    """Say whether something is the actor's own, or its owner's while the actor covers for them."""
    if owner_id is None or owner_id == actor.person_id:
        return owner_id is not None
    away = absence_of(session, now=now, person_id=owner_id)
    return away is not None and away.cover_id == actor.person_id


def owners_answered_for(session: Session, *, now: datetime, actor: Actor) -> list[UUID]:
    """Return whose things the actor answers for: their own, and those of whom they cover."""
    covered = session.exec(
        select(Absence.person_id).where(
            Absence.cover_id == actor.person_id,
            col(Absence.starts_at) <= now,
            col(Absence.ends_at) > now,
        )
    ).all()
    asked = {actor.person_id, *covered}
    return [each for each in asked if answers_for(session, now=now, actor=actor, owner_id=each)]


def absence_of(session: Session, *, now: datetime, person_id: UUID) -> Absence | None:
    """Return the absence a person is in now; of several, the one that lasts longest."""
    return session.exec(
        select(Absence)
        .where(
            Absence.person_id == person_id,
            col(Absence.starts_at) <= now,
            col(Absence.ends_at) > now,
        )
        .order_by(col(Absence.ends_at).desc())
    ).first()
