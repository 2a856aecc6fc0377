"""From the people somebody named to the people of the workspace, side by side."""

from collections.abc import Iterator, Mapping, Sequence

from sqlmodel import Session

from bot.rules.agreement import NoSuchPeople, SetupFacts, Side, SideFacts, Someone
from bot.rules.refusals import NoSuchPerson
from bot.rules.terms import PartyKind
from bot.usecases.actors import find_person
from models import Person, Role

People = Mapping[tuple[PartyKind, Role], Sequence[Person]]


def people_of(session: Session, team_id: str, facts: SetupFacts) -> People:
    """Find everybody named. Raises ``NoSuchPeople`` with all those nobody knows."""
    unknown: list[str] = []
    people = {
        (party, role): tuple(_found(session, team_id, named, unknown))
        for party, side in _sides_typed(facts)
        for role, named in ((Role.LEAD, side.leads), (Role.MEMBER, side.members))
    }
    if unknown:
        raise NoSuchPeople(tuple(dict.fromkeys(unknown)))
    return people


def sides_of(people: People) -> tuple[Side, ...]:
    """Return the sides as the rules judge them."""
    return tuple(
        Side(party, _someone(people[party, Role.LEAD]), _someone(people[party, Role.MEMBER]))
        for party in PartyKind
    )


def _sides_typed(facts: SetupFacts) -> tuple[tuple[PartyKind, SideFacts], ...]:
    return (
        (PartyKind.MARKETING, facts.marketing),
        (PartyKind.SALES, facts.sales),
        (PartyKind.MANAGEMENT, facts.management),
    )


def _found(
    session: Session, team_id: str, named: Sequence[str], unknown: list[str]
) -> Iterator[Person]:
    seen = set()
    for text in named:
        try:
            person = find_person(session, team_id=team_id, text=text)
        except NoSuchPerson:
            unknown.append(text)
            continue
        if person.is_stranger:
            unknown.append(text)
        elif person.id not in seen:
            seen.add(person.id)
            yield person


def _someone(people: Sequence[Person]) -> tuple[Someone, ...]:
    return tuple(Someone(person.slack_id, person.name) for person in people)
