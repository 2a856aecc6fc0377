"""What the CRM calls a person, so that its leads and files find their owner."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, select

from bot.notices.home import PersonMapped
from bot.rules.commitments import HasNoPart
from bot.rules.contacts import crm_id_of, email_of
from bot.rules.refusals import CrmNameTaken
from bot.rules.rights import Action
from bot.usecases.actors import Actor, actor_of
from bot.usecases.choosing import chosen_person
from bot.usecases.preferences import note_change
from bot.usecases.standing import check_right
from models import Membership, Person, Preference, Workspace


def mapped_person(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID, person: str
) -> PersonMapped:
    """Return what the CRM calls somebody of an agreement.

    Raises ``NotAllowed``, ``NoSuchPerson``, ``HasNoPart``.
    """
    del now
    found = _somebody(session, actor, agreement_id, person)
    row = session.get(Preference, found.id)
    return PersonMapped(actor_of(found).ref, found.crm_id, row.crm_email if row else "")


def map_person(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID,
    person: UUID,
    crm_id: str,
    crm_email: str,
) -> PersonMapped:
    """Keep what the CRM calls somebody; what is left empty is forgotten.

    Raises ``BadCrmId``, ``BadEmail`` and ``CrmNameTaken`` beside what ``mapped_person`` raises.
    """
    found = _somebody(session, actor, agreement_id, person)
    # Two who map at once would each find the name free.
    session.get_one(Workspace, actor.team_id, with_for_update=True)
    wanted_id, wanted_email = crm_id_of(crm_id), email_of(crm_email) or ""
    _free(session, found, wanted_id)
    _free(session, found, wanted_email)
    row = session.get(Preference, found.id) or Preference(person_id=found.id)
    for change in (("crm_id", found.crm_id, wanted_id), ("crm_email", row.crm_email, wanted_email)):
        if change[1] != change[2]:
            note_change(session, now, actor, of=found.id, change=change)
    found.crm_id, row.crm_email = wanted_id, wanted_email
    session.add_all((found, row))
    session.flush()
    return PersonMapped(actor_of(found).ref, wanted_id, wanted_email)


def _somebody(session: Session, actor: Actor, agreement_id: UUID, person: str | UUID) -> Person:
    check_right(session, Action.MAP_PERSON, actor=actor, agreement_id=agreement_id)
    found = chosen_person(session, team_id=actor.team_id, chosen=person)
    part = select(Membership.id).where(
        Membership.agreement_id == agreement_id, Membership.person_id == found.id
    )
    if session.exec(part).first() is None:
        raise HasNoPart(found.name)
    return found


def _free(session: Session, person: Person, name: str) -> None:
    """Refuse a name that somebody else of the workspace goes by."""
    if not name:
        return
    wanted = name.casefold()
    other = session.exec(
        select(Person.name)
        .outerjoin(Preference, col(Preference.person_id) == col(Person.id))
        .where(
            Person.team_id == person.team_id,
            Person.id != person.id,
            (func.lower(Person.crm_id) == wanted)
            | (func.lower(Person.email) == wanted)
            | (col(Preference.crm_email) == wanted),
        )
    ).first()
    if other is not None:
        raise CrmNameTaken(name, other)
