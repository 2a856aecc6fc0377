"""Who is acting, and in which agreement."""

from dataclasses import dataclass
from datetime import datetime
from typing import overload
from uuid import UUID

from sqlalchemy import bindparam
from sqlalchemy import select as sqlalchemy_select
from sqlmodel import Session, col, select

from bot.notices.people import PersonRef
from bot.rules.refusals import (
    NoAgreement,
    NoSuchAgreement,
    NoSuchPerson,
    NotAMember,
    StrangerRefused,
    WhichAgreement,
)
from bot.rules.terms import PartyKind
from models import Agreement, Membership, Person, Preference, Role


@dataclass(frozen=True, slots=True)
class Actor:
    """The person acting, as every use case gets them."""

    person_id: UUID
    team_id: str
    slack_id: str
    name: str
    language: str
    zone: str
    is_admin: bool

    @property
    def ref(self) -> PersonRef:
        return PersonRef(self.person_id, self.name, self.slack_id)


@dataclass(frozen=True, slots=True)
class Part:
    """An actor's part in one agreement; ``party`` is empty for an admin outside it."""

    agreement_id: UUID
    party: str
    role: str

    @property
    def leads_sales(self) -> bool:
        return self.party == PartyKind.SALES and self.role == Role.LEAD

    @property
    def leads_marketing(self) -> bool:
        return self.party == PartyKind.MARKETING and self.role == Role.LEAD

    @property
    def is_rep(self) -> bool:
        return self.party == PartyKind.SALES


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """What the doors need to know of an agreement to parse and answer."""

    id: UUID
    name: str
    zone: str
    country: str
    language: str
    currency: str
    channel_id: str
    kind: str


def find_actor(session: Session, *, now: datetime, team_id: str, slack_id: str) -> Actor:
    """Return who acts. Raises ``StrangerRefused`` for anybody the workspace does not employ."""
    del now
    person = session.exec(
        select(Person).where(Person.team_id == team_id, Person.slack_id == slack_id)
    ).one_or_none()
    if person is None or person.is_stranger or person.is_deactivated:
        raise StrangerRefused
    if person.is_guest and not _has_part(session, person.id):
        raise StrangerRefused
    return actor_of(person)


def actor_of(person: Person) -> Actor:
    return Actor(
        person_id=person.id,
        team_id=person.team_id,
        slack_id=person.slack_id,
        name=person.name,
        language=language_of(person),
        zone=person.zone,
        is_admin=person.is_admin,
    )


def language_of(person: Person) -> str:
    """Return the language a person reads: the one they chose, else their Slack's."""
    return person.language or ("es" if person.locale.startswith("es") else "en")


@overload
def ref_of(person: Person) -> PersonRef: ...
@overload
def ref_of(person: Person | None) -> PersonRef | None: ...
def ref_of(person: Person | None) -> PersonRef | None:
    """Return a person as facts name them; nobody is nobody."""
    return None if person is None else PersonRef(person.id, person.name, person.slack_id)


def part_of(session: Session, actor: Actor, agreement_id: UUID) -> Part:
    """Return the actor's part in an agreement. Raises ``NotAMember`` for an outsider."""
    member = session.exec(
        select(Membership).where(
            Membership.agreement_id == agreement_id, Membership.person_id == actor.person_id
        )
    ).one_or_none()
    if member is not None:
        return Part(agreement_id, member.party, member.role)
    if actor.is_admin:
        return Part(agreement_id, "", "")
    raise NotAMember


def agreement_for(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    channel_id: str | None = None,
    named: str | None = None,
) -> AgreementFacts:
    """Return the agreement meant: the one named, else the channel's, else the person's only one.

    One an admin has no part in counts only if named, or if they have no part in any. Raises
    ``WhichAgreement`` when several could be meant and ``NoAgreement`` when there is none.
    """
    del now
    found = _agreements_seen(session, actor)
    seen = [agreement for agreement, _ in found]
    if named:
        return agreement_facts(_named(seen, named))
    here = [agreement for agreement in seen if channel_id in _channels(agreement)]
    if here:
        return agreement_facts(here[0])
    if channel_id and _is_of_others(session, actor.team_id, channel_id):
        raise NotAMember
    meant = [agreement for agreement, part in found if part] or seen
    if len(meant) == 1:
        return agreement_facts(meant[0])
    if meant:
        kinds = {agreement.kind for agreement in meant}
        sides = kinds.pop() if len(kinds) == 1 else ""
        raise WhichAgreement(tuple(agreement.name for agreement in meant), sides)
    if session.exec(select(Agreement.id).where(Agreement.team_id == actor.team_id)).first():
        raise NotAMember
    raise NoAgreement


def agreement_named(session: Session, *, now: datetime, named: str | None) -> AgreementFacts:
    """Return an agreement for the operator at the command line, who sees all of them.

    Raises ``WhichAgreement``, ``NoSuchAgreement`` or ``NoAgreement``.
    """
    del now
    every = list(session.exec(select(Agreement).order_by(Agreement.name)).all())
    if named:
        return agreement_facts(_named(every, named))
    if len(every) == 1:
        return agreement_facts(every[0])
    if every:
        raise WhichAgreement(tuple(agreement.name for agreement in every))
    raise NoAgreement


def find_person(session: Session, *, team_id: str, text: str) -> Person:
    """Return the person meant by a Slack id, a handle, an e-mail, a name or what a CRM calls them.

    Raises ``NoSuchPerson`` when nobody, or more than one person, goes by it.
    """
    wanted = text.strip().removeprefix("@").casefold()
    asked = {"team_id": team_id, "slack_id": wanted.upper()}
    by_id = session.exec(_BY_SLACK_ID, params=asked).first()
    if by_id is not None:
        return by_id
    called = [
        (person_id, [name.casefold() for name in names])
        for person_id, *names in session.execute(_CALLED, {"team_id": team_id})
    ]
    for kind in range(len(_NAMES)):
        found = [person_id for person_id, names in called if names[kind] == wanted]
        if wanted and len(found) == 1:
            return session.get_one(Person, found[0])
    known = _known_by_crm(session, wanted)
    found = [person_id for person_id, _ in called if person_id in known]
    if len(found) == 1:
        return session.get_one(Person, found[0])
    raise NoSuchPerson(text)


def _known_by_crm(session: Session, email: str) -> set[UUID]:
    query = select(Preference.person_id).where(Preference.crm_email == email)
    return set(session.exec(query).all()) if email else set()


_HERE = (col(Person.team_id) == bindparam("team_id"), col(Person.is_deactivated).is_(False))
_BY_SLACK_ID = select(Person).where(*_HERE, col(Person.slack_id) == bindparam("slack_id"))
_NAMES = (Person.slack_id, Person.handle, Person.email, Person.name, Person.crm_id)
# Not whole people: a workspace may have ten thousand. Not compared by the database either, whose
# lower case is not everybody's.
_CALLED = sqlalchemy_select(col(Person.id), *(col(name) for name in _NAMES)).where(*_HERE)


def leads_of(session: Session, agreement_id: UUID, party: str) -> list[Person]:
    """Return the people who speak for a party, in the order they joined."""
    return list(
        session.exec(
            select(Person)
            .join(Membership, col(Membership.person_id) == col(Person.id))
            .where(
                Membership.agreement_id == agreement_id,
                Membership.party == party,
                Membership.role == Role.LEAD.value,
                col(Person.is_deactivated).is_(False),
            )
            .order_by(col(Membership.joined_at), col(Person.name))
        ).all()
    )


def who_speaks_for(session: Session, agreement_id: UUID, party: str) -> list[Person]:
    """Return a party's leads; where it has none left, those of the others."""
    own = leads_of(session, agreement_id, party)
    return own or [
        each
        for other in PartyKind
        if other != party
        for each in leads_of(session, agreement_id, other.value)
    ]


def _has_part(session: Session, person_id: UUID) -> bool:
    return (
        session.exec(select(Membership.id).where(Membership.person_id == person_id)).first()
        is not None
    )


def _agreements_seen(session: Session, actor: Actor) -> list[tuple[Agreement, UUID | None]]:
    """Return an admin every agreement, others those they have a part in, each with that part."""
    here = col(Membership.agreement_id) == col(Agreement.id)
    own = here & (col(Membership.person_id) == actor.person_id)
    query = (
        select(Agreement, Membership.id)
        .join(Membership, own, isouter=actor.is_admin)
        .where(Agreement.team_id == actor.team_id)
        .order_by(Agreement.name)
    )
    return list(session.exec(query).all())


def _is_of_others(session: Session, team_id: str, channel_id: str) -> bool:
    """A command typed where others have their agreement is not meant for one's own."""
    found = select(Agreement.id).where(
        Agreement.team_id == team_id,
        (Agreement.channel_id == channel_id) | (Agreement.celebration_channel_id == channel_id),
    )
    return session.exec(found).first() is not None


def _named(mine: list[Agreement], named: str) -> Agreement:
    wanted = named.strip().removeprefix("#").casefold()
    for agreement in mine:
        names = (agreement.name, agreement.channel_name, *_channels(agreement))
        if wanted in {name.casefold() for name in names if name}:
            return agreement
    raise NoSuchAgreement(named)


def _channels(agreement: Agreement) -> tuple[str, str]:
    return agreement.channel_id, agreement.celebration_channel_id


def agreement_facts(agreement: Agreement) -> AgreementFacts:
    """Return what the doors need of an agreement; whoever calls has checked who asks."""
    return AgreementFacts(
        id=agreement.id,
        name=agreement.name,
        zone=agreement.zone,
        country=agreement.country,
        language=agreement.language,
        currency=agreement.currency,
        channel_id=agreement.channel_id,
        kind=agreement.kind,
    )
