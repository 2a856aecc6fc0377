"""From the people somebody typed into a rota to the people of sales."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from bot.rules.agreement import NoSuchPeople
from bot.rules.refusals import NoSuchPerson
from bot.rules.rota import OutsideSales, SeatDraft, TwiceInRota, key_of
from bot.rules.terms import PartyKind
from bot.usecases.actors import find_person
from bot.usecases.rota.rows import Seated
from models import Membership, Person

Sales = Mapping[UUID, Person]


def sales_of(session: Session, agreement_id: UUID) -> Sales:
    """Return everybody on the side of sales, leads included."""
    people = session.exec(
        select(Person)
        .join(Membership, col(Membership.person_id) == col(Person.id))
        .where(
            Membership.agreement_id == agreement_id,
            Membership.party == PartyKind.SALES.value,
        )
    ).all()
    return {person.id: person for person in people}


def seats_for(
    session: Session, *, team_id: str, people: Sequence[SeatDraft], sales: Sales
) -> Seated:
    """Find the people of a rota; a first name is enough where sales has only one of it.

    Raises ``NoSuchPeople`` with all those nobody knows, ``OutsideSales`` and ``TwiceInRota``.
    """
    found: dict[UUID, tuple[Person, SeatDraft]] = {}
    unknown: list[str] = []
    for wanted in people:
        person = _meant(session, team_id, wanted.who, sales)
        if person is None:
            unknown.append(wanted.who)
        elif person.id not in sales:
            raise OutsideSales(person.name)
        elif person.id in found:
            raise TwiceInRota(person.name)
        else:
            found[person.id] = person, wanted
    if unknown:
        raise NoSuchPeople(tuple(unknown))
    return tuple(found.values())


def _meant(session: Session, team_id: str, text: str, sales: Sales) -> Person | None:
    try:
        return find_person(session, team_id=team_id, text=text)
    except NoSuchPerson:
        called = [each for each in sales.values() if _goes_by(each, text)]
        return called[0] if len(called) == 1 else None


def _goes_by(person: Person, text: str) -> bool:
    name, wanted = key_of(person.name), key_of(text.strip().removeprefix("@"))
    return not person.is_deactivated and bool(wanted) and wanted in (name, name.split(" ")[0])
