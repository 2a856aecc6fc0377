"""For whom a message is worded, and whether they may be written to at all."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, or_, union_all
from sqlmodel import Session, col, select, update

from bot.notices.people import Reader
from bot.usecases.actors import language_of
from models import (
    Agreement,
    Commitment,
    Goal,
    Lead,
    Membership,
    Person,
    Request,
    Responsibility,
    Rota,
)

PERSON_PREFIXES = ("U", "W")
NOBODYS = Reader("en", "UTC", "US")

_FIND = select(Person).where(
    col(Person.team_id) == bindparam("team_id"), col(Person.slack_id) == bindparam("to")
)
_OURS = (
    select(Agreement)
    .where(col(Agreement.team_id) == bindparam("team_id"))
    .order_by(col(Agreement.created_at))
)
_OF_PERSON = _OURS.where(
    col(Agreement.id).in_(
        select(Membership.agreement_id)
        .join(Person, col(Person.id) == col(Membership.person_id))
        .where(col(Person.team_id) == bindparam("team_id"), col(Person.slack_id) == bindparam("to"))
    )
)
_OF_CHANNEL = _OURS.where(
    or_(
        col(Agreement.channel_id) == bindparam("to"),
        col(Agreement.celebration_channel_id) == bindparam("to"),
    )
)
_ABOUT = union_all(
    select(Agreement.id).where(col(Agreement.id) == bindparam("about")),
    *(
        select(table.agreement_id).where(col(table.id) == bindparam("about"))
        for table in (Lead, Request, Rota, Commitment, Goal, Responsibility)
    ),
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader is written to, if that is known; ``refused`` is why they must not be."""

    channel: str | None
    refused: str = ""


def is_person(to: str) -> bool:
    return to.startswith(PERSON_PREFIXES)


def place_of(session: Session, *, team_id: str, to: str) -> Place:
    """Return a channel itself, or a person's conversation; unknown people are Slack's to judge."""
    if not is_person(to):
        return Place(to)
    person = find(session, team_id, to)
    if person is None:
        return Place(None)
    if person.is_stranger:
        return Place(None, "is_stranger")
    if person.is_deactivated:
        return Place(None, "user_disabled")
    return Place(person.dm_channel)


def keep_place(session: Session, *, team_id: str, slack_id: str, dm_channel: str) -> None:
    """Remember the conversation with a person: a post in doubt is looked for there."""
    session.execute(
        update(Person)
        .where(col(Person.team_id) == team_id, col(Person.slack_id) == slack_id)
        .values(dm_channel=dm_channel)
    )


def reader_of(session: Session, *, team_id: str, to: str, about: UUID | None = None) -> Reader:
    """Return a person's own language and zone, or those a channel's agreement chose.

    Figures and the names of the sides follow the agreement of what a message is ``about``, else
    the reader's oldest one.
    """
    meant = None if about is None else agreement_about(session, about)
    agreement = None if meant is None else session.get(Agreement, meant)
    if agreement is None:
        agreement = next(iter(agreements_of(session, team_id=team_id, to=to)), None)
    if not is_person(to):
        if agreement is None:
            # What nobody agreed in speaks as the workspace's first agreement does.
            agreement = session.exec(_OURS, params={"team_id": team_id}).first()
        if agreement is None:
            return NOBODYS
        return Reader(agreement.language, agreement.zone, agreement.country, agreement.kind)
    person = find(session, team_id, to)
    if person is None:
        return NOBODYS
    country = agreement.country if agreement else person.locale.partition("-")[2]
    sides = agreement.kind if agreement else NOBODYS.sides
    return Reader(language_of(person), person.zone, country, sides)


def agreement_about(session: Session, subject_id: UUID) -> UUID | None:
    """Return the agreement that what a message is about belongs to, if it belongs to one."""
    return session.execute(_ABOUT, {"about": subject_id}).scalar()


def agreements_of(session: Session, *, team_id: str, to: str) -> list[Agreement]:
    """Return the agreements of a channel, or of a person, the oldest first."""
    query = _OF_PERSON if is_person(to) else _OF_CHANNEL
    return list(session.exec(query, params={"team_id": team_id, "to": to}).all())


def admins(session: Session, team_id: str) -> list[Person]:
    """Return those who look after the bot, in a settled order."""
    query = select(Person).where(
        Person.team_id == team_id,
        col(Person.is_admin).is_(True),
        col(Person.is_deactivated).is_(False),
    )
    return list(session.exec(query.order_by(col(Person.seen_at), col(Person.slack_id))).all())


def find(session: Session, team_id: str, slack_id: str) -> Person | None:
    return session.exec(_FIND, params={"team_id": team_id, "to": slack_id}).one_or_none()


def name_of(session: Session, *, team_id: str, to: str) -> str:
    """Return how others call a reader: a person's name or a channel's."""
    if is_person(to):
        person = find(session, team_id, to)
        return person.name if person else to
    for agreement in agreements_of(session, team_id=team_id, to=to):
        is_working = agreement.channel_id == to
        name = agreement.channel_name if is_working else agreement.celebration_channel_name
        return f"#{name}" if name else to
    return to
