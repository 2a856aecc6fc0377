"""What a person prefers, and what the bot knows of them."""

from datetime import datetime

from sqlmodel import Session, col, select

from bot.notices.home import Me, PartFacts
from bot.rules.opening_hours import zone_named
from bot.rules.refusals import MissingValue
from bot.rules.terms import side_called
from bot.usecases.actors import Actor, actor_of
from bot.usecases.history import record
from models import Agreement, Membership, Person, Role

LANGUAGES = frozenset({"en", "es"})


def about_me(session: Session, *, now: datetime, actor: Actor) -> Me:
    """Return what the bot knows of a person."""
    del now
    rows = session.exec(
        select(Membership, Agreement)
        .join(Agreement, col(Agreement.id) == col(Membership.agreement_id))
        .where(Membership.person_id == actor.person_id)
        .order_by(Agreement.name)
    ).all()
    parts = tuple(
        PartFacts(
            agreement.name, side_called(agreement.kind, member.party), member.role == Role.LEAD
        )
        for member, agreement in rows
    )
    return Me(actor.ref, actor.language, actor.zone, parts)


def prefer(
    session: Session, *, now: datetime, actor: Actor, language: str = "", zone: str = ""
) -> Me:
    """Keep the language and zone a person wants, whatever their Slack says.

    Raises ``MissingValue`` for a language there is none of, ``UnknownZone``.
    """
    person = session.get_one(Person, actor.person_id)
    if language and language not in LANGUAGES:
        raise MissingValue("language")
    if language:
        person.language = language
    if zone:
        person.zone = person.wanted_zone = zone_named(zone).key
    session.add(person)
    record(
        session,
        now=now,
        team_id=actor.team_id,
        subject="person",
        subject_id=actor.person_id,
        kind="person_prefers",
        actor_id=actor.person_id,
        language=person.language,
        zone=person.zone,
    )
    return about_me(session, now=now, actor=actor_of(person))
