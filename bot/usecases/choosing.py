"""The person somebody chose from a menu, or named at the keyboard."""

from collections.abc import Callable
from uuid import UUID

from sqlmodel import Session, select

from bot.rules.refusals import NoSuchPerson, Refusal
from bot.rules.responsibilities import OutsideParty
from bot.rules.terms import side_called
from bot.usecases.actors import find_person
from models import Agreement, Membership, Person


def chosen_person(
    session: Session,
    *,
    team_id: str,
    chosen: str | UUID,
    gone: Callable[[str], Refusal] = NoSuchPerson,
) -> Person:
    """Return a person by our own id, as a menu names them, or by any name they go by.

    Raises ``NoSuchPerson``, and the refusal that ``gone`` makes of a name when an old menu still
    offers somebody who left.
    """
    if not isinstance(chosen, UUID):
        return find_person(session, team_id=team_id, text=chosen)
    person = session.get(Person, chosen)
    if person is None or person.team_id != team_id:
        raise NoSuchPerson("")
    if person.is_deactivated:
        raise gone(person.name)
    return person


def check_of_party(session: Session, person: Person, *, agreement_id: UUID, party: str) -> None:
    """Raise ``OutsideParty`` of a person who is not of a side of an agreement."""
    own = session.exec(
        select(Membership.party).where(
            Membership.agreement_id == agreement_id, Membership.person_id == person.id
        )
    ).one_or_none()
    if own != party:
        kind = session.get_one(Agreement, agreement_id).kind
        raise OutsideParty(person.name, side_called(kind, party))
