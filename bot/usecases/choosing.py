"""The person somebody chose from a menu, or named at the keyboard."""

from collections.abc import Callable
from uuid import UUID

from sqlmodel import Session

from bot.rules.refusals import NoSuchPerson, Refusal
from bot.usecases.actors import find_person
from models import Person


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
