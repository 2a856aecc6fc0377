"""An actor's standing in an agreement, ready for the table of rights."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.rules.absence import line_of
from bot.rules.rights import Action, Standing, may
from bot.rules.terms import ClockState
from bot.usecases.actors import Actor, Part, part_of
from bot.usecases.refusing import check_naming
from models import Absence, Clock, Lead, Membership, Person, Role


def check_right(
    session: Session,
    action: Action,
    *,
    actor: Actor,
    agreement_id: UUID,
    owns: bool = False,
    of_party: str = "",
    in_rota: bool = False,
) -> Standing:
    """Return the actor's standing. Raises ``NotAMember`` or ``NotAllowed`` where it is too low."""
    standing = standing_in(
        session,
        actor=actor,
        agreement_id=agreement_id,
        owns=owns,
        of_party=of_party,
        in_rota=in_rota,
    )
    check_naming(session, action, standing, agreement_id=agreement_id)
    return standing


def standing_in(
    session: Session,
    *,
    actor: Actor,
    agreement_id: UUID,
    owns: bool = False,
    of_party: str = "",
    in_rota: bool = False,
) -> Standing:
    """Return the actor's standing in an agreement. Raises ``NotAMember``."""
    part = part_of(session, actor, agreement_id)
    return replace(standing_of(actor, part), owns=owns, of_party=of_party, in_rota=in_rota)


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


def answers_for(
    session: Session, *, now: datetime, actor: Actor, owner_id: UUID | None, agreement_id: UUID
) -> bool:
    """Say whether something of an agreement is the actor's, or that of somebody they cover there.

    Whom somebody stands in for is what ``line_in`` says: nobody of another side.
    """
    if owner_id is None or owner_id == actor.person_id:
        return owner_id is not None
    return actor.person_id in line_in(session, covers_at(session, now), owner_id, agreement_id)


def answers_for_lead(session: Session, *, now: datetime, actor: Actor, lead: Lead) -> bool:
    """Say whether a lead is the actor's, or that of somebody they cover, or its turn is theirs.

    Whoever holds the turn of an open clock answers too: a cover keeps what they began.
    """
    return answers_for(
        session,
        now=now,
        actor=actor,
        owner_id=lead.owner_id,
        agreement_id=lead.agreement_id,
    ) or (lead.owner_id is not None and _holds_a_turn(session, lead.id, actor.person_id))


def stands_in_for(
    session: Session, *, now: datetime, person_id: UUID, agreement_id: UUID
) -> set[UUID]:
    """Return everybody this person answers for in an agreement now, themselves among them."""
    covers = covers_at(session, now)
    behind = led_to(session, now=now, person_id=person_id)
    return {each for each in behind if person_id in line_in(session, covers, each, agreement_id)}


def led_to(session: Session, *, now: datetime, person_id: UUID) -> set[UUID]:
    """Return everybody whose covers lead to this person, themselves among them.

    Over all agreements: in which of them they answer for whom, ``line_in`` says.
    """
    covers = covers_at(session, now)
    return {person_id, *(away for away in covers if person_id in line_of(away, covers))}


def who_answers(session: Session, *, now: datetime, person_id: UUID, agreement_id: UUID) -> UUID:
    """Return who answers for a person in an agreement now: the last of those who stand in.

    A cover of another side, or without a part in it, stands in for nobody there.
    """
    *_, last = line_in(session, covers_at(session, now), person_id, agreement_id)
    return last


def here_for(
    session: Session, *, now: datetime, agreement_id: UUID, people: Iterable[UUID | None]
) -> Person | None:
    """Return who is here to answer for somebody in an agreement: for the first of ``people``.

    They answer themselves, or whoever stands in for them there does; nobody, if all are away or
    have left the workspace.
    """
    covers = covers_at(session, now)
    for person_id in filter(None, people):
        *_, last = line_in(session, covers, person_id, agreement_id)
        answering = session.get_one(Person, last)
        if last not in covers and not answering.is_deactivated:
            return answering
    return None


def line_in(
    session: Session, covers: dict[UUID, UUID | None], person_id: UUID, agreement_id: UUID
) -> list[UUID]:
    """Return a person and those who stand in for them, as far as they are of the same side."""
    line = line_of(person_id, covers)
    if len(line) == 1:
        return [person_id]
    rows = session.exec(
        select(Membership).where(
            Membership.agreement_id == agreement_id, col(Membership.person_id).in_(line)
        )
    )
    sides = {row.person_id: row.party for row in rows}
    own = sides.get(person_id)
    return [person_id, *(each for each in line[1:] if own and sides.get(each) == own)]


def covers_at(session: Session, now: datetime) -> dict[UUID, UUID | None]:
    """Return everybody who is away at a moment, each with who covers, or nobody.

    Who left the workspace covers for nobody.
    """
    is_here = (col(Person.id) == col(Absence.cover_id)) & col(Person.is_deactivated).is_(False)
    rows = session.exec(
        select(Absence.person_id, Person.id)
        .outerjoin(Person, is_here)
        .where(col(Absence.starts_at) <= now, col(Absence.ends_at) > now)
        .order_by(col(Absence.ends_at))
    )
    return dict(rows.all())


def here_or_covered(
    session: Session, *, now: datetime, people: list[Person], agreement_id: UUID
) -> list[Person]:
    """Return those of ``people`` who are here; if nobody is, all of them and who covers for them.

    A cover may not decide in a leader's place, but what nobody reads, nobody acts on.
    """
    covers = covers_at(session, now)
    here = [person for person in people if person.id not in covers]
    if here or not people:
        return here
    wanted = {
        each for person in people for each in line_in(session, covers, person.id, agreement_id)
    }
    standing_in = session.exec(select(Person).where(col(Person.id).in_(wanted))).all()
    known = {person.id for person in people}
    return [*people, *(each for each in standing_in if each.id not in known)]


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


def _holds_a_turn(session: Session, lead_id: UUID, person_id: UUID) -> bool:
    held = select(Clock.id).where(
        Clock.lead_id == lead_id,
        Clock.owner_id == person_id,
        Clock.state != ClockState.STOPPED.value,
    )
    return session.exec(held).first() is not None
