"""What a person prefers, and what the bot knows of them."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.agreements import DayHours
from bot.notices.home import Me, PartFacts, PreferenceChange, ReachFacts
from bot.rules.quiet_hours import Week, Wishes, check_wishes
from bot.rules.refusals import MissingValue
from bot.rules.terms import side_called
from bot.rules.worktime import Schedule
from bot.usecases.actors import Actor, actor_of
from bot.usecases.clocks.promises import office_of
from bot.usecases.hearing import wishes_of
from bot.usecases.history import record
from models import Agreement, Event, Membership, Person, Preference, Role

LANGUAGES = frozenset({"en", "es"})
CHANGES_SHOWN = 3
CHANGED = "person.preferred"


def about_me(session: Session, *, now: datetime, actor: Actor) -> Me:
    """Return what the bot knows of a person."""
    del now
    person = session.get_one(Person, actor.person_id)
    row = session.get(Preference, actor.person_id)
    return Me(
        person=actor.ref,
        language=actor.language,
        zone=actor.zone,
        parts=_parts(session, actor),
        reached=_reached(wishes_of(person.zone, row), row),
        crm_id=person.crm_id,
        crm_email=row.crm_email if row else "",
        changes=_changes(session, actor),
    )


def prefer_language(session: Session, *, now: datetime, actor: Actor, language: str) -> Me:
    """Keep the language a person wants, whatever their Slack says.

    Raises ``MissingValue`` for a language there is none of.
    """
    if language not in LANGUAGES:
        raise MissingValue("language")
    person = session.get_one(Person, actor.person_id)
    _note_changes(session, now, actor, {"language": (actor.language, language)})
    person.language = language
    session.add(person)
    return about_me(session, now=now, actor=actor_of(person))


def prefer(session: Session, *, now: datetime, actor: Actor, language: str, wishes: Wishes) -> Me:
    """Keep everything a person wants: how they are spoken to, and when they are told.

    Raises ``MissingValue`` and what ``check_wishes`` refuses.
    """
    check_wishes(wishes, _offices(session, actor), now)
    person = session.get_one(Person, actor.person_id)
    row = session.get(Preference, actor.person_id) or Preference(person_id=actor.person_id)
    before, after = _written(wishes_of(person.zone, row)), _written(wishes)
    _note_changes(session, now, actor, {name: (before[name], after[name]) for name in after})
    if wishes.zone != person.zone:
        person.zone = person.wanted_zone = wishes.zone
    row.week = {str(day): [list(block) for block in blocks] for day, blocks in wishes.week}
    row.quiet_from, row.quiet_to = wishes.quiet or ("", "")
    row.digest_at = wishes.digest_at
    session.add_all((person, row))
    return prefer_language(session, now=now, actor=actor_of(person), language=language)


def _parts(session: Session, actor: Actor) -> tuple[PartFacts, ...]:
    rows = session.exec(
        select(Membership, Agreement)
        .join(Agreement, col(Agreement.id) == col(Membership.agreement_id))
        .where(Membership.person_id == actor.person_id)
        .order_by(Agreement.name)
    ).all()
    return tuple(
        PartFacts(
            agreement.name, side_called(agreement.kind, member.party), member.role == Role.LEAD
        )
        for member, agreement in rows
    )


def _reached(wishes: Wishes, row: Preference | None) -> ReachFacts:
    return ReachFacts(
        hours=tuple(
            DayHours(day, tuple("-".join(block) for block in blocks)) for day, blocks in wishes.week
        ),
        quiet="-".join(wishes.quiet or ()),
        digest_at=wishes.digest_at,
        gathered=row is not None and row.gathered_at is not None,
    )


def _changes(session: Session, actor: Actor) -> tuple[PreferenceChange, ...]:
    rows = session.exec(
        select(Event, Person.name)
        .join(Person, col(Person.id) == col(Event.actor_id))
        .where(Event.subject_id == actor.person_id, Event.kind == CHANGED)
        .order_by(col(Event.happened_at).desc(), col(Event.sequence).desc())
        .limit(CHANGES_SHOWN)
    ).all()
    return tuple(
        PreferenceChange(
            field=str(event.facts["field"]),
            by=name,
            at=event.happened_at,
        )
        for event, name in rows
    )


def _offices(session: Session, actor: Actor) -> list[Schedule]:
    """Return the working hours of every agreement the person has a part in."""
    mine = select(Membership.agreement_id).where(Membership.person_id == actor.person_id)
    return [office_of(session, agreement_id) for agreement_id in session.exec(mine).all()]


def _written(wishes: Wishes) -> dict[str, str]:
    return {
        "zone": wishes.zone,
        "hours": _week(wishes.week),
        "quiet": "-".join(wishes.quiet or ()),
        "digest": wishes.digest_at,
    }


def _week(week: Week) -> str:
    days = (f"{day}: {', '.join('-'.join(block) for block in blocks)}" for day, blocks in week)
    return "; ".join(days)


def _note_changes(
    session: Session, now: datetime, actor: Actor, changes: Mapping[str, tuple[str, str]]
) -> None:
    for name, (was, becomes) in changes.items():
        if was != becomes:
            note_change(session, now, actor, of=actor.person_id, change=(name, was, becomes))


def note_change(
    session: Session, now: datetime, actor: Actor, *, of: UUID, change: tuple[str, str, str]
) -> None:
    """Keep that something known of a person was changed: its name, what it was and what it is."""
    name, was, becomes = change
    record(
        session,
        now=now,
        team_id=actor.team_id,
        subject="person",
        subject_id=of,
        kind=CHANGED,
        actor_id=actor.person_id,
        field=name,
        was=was,
        now_is=becomes,
    )
