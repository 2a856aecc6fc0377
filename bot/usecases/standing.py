"""An actor's standing in an agreement, ready for the table of rights."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.rules.rights import Action, Standing, check, may
from bot.usecases.actors import Actor, part_of
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
    standing = standing_of(
        session, actor=actor, agreement_id=agreement_id, owns=owns, of_party=of_party
    )
    check(action, standing)
    return standing


def standing_of(
    session: Session, *, actor: Actor, agreement_id: UUID, owns: bool = False, of_party: str = ""
) -> Standing:
    """Return the actor's standing. Raises ``NotAMember``."""
    part = part_of(session, actor, agreement_id)
    return Standing(
        party=part.party,
        is_lead=part.role == Role.LEAD,
        is_admin=actor.is_admin,
        owns=owns,
        of_party=of_party,
    )


def may_set_up(session: Session, *, now: datetime, actor: Actor, agreement_id: UUID) -> None:
    """Raise ``NotAllowed`` before anybody fills in a form in vain."""
    del now
    check_right(session, Action.SET_UP, actor=actor, agreement_id=agreement_id)


def may_with_reason(session: Session, *, now: datetime, actor: Actor, agreement_id: UUID) -> bool:
    """Say whether the actor may log a follow-up for another owner, once they say why."""
    del now
    part = part_of(session, actor, agreement_id)
    standing = Standing(part.party, is_lead=part.role == Role.LEAD, has_reason=True)
    return may(Action.LOG_TOUCH, standing)


def answers_for(session: Session, *, now: datetime, actor: Actor, owner_id: UUID | None) -> bool:
    """Say whether something is the actor's own, or its owner's while the actor covers for them."""
    if owner_id is None or owner_id == actor.person_id:
        return owner_id is not None
    away = absence_of(session, now=now, person_id=owner_id)
    return away is not None and away.cover_id == actor.person_id


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
