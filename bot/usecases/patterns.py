"""Looking once a day for habits that flatter the figures, and telling who leads, in private."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.patterns import PatternLine, PatternsSeen
from bot.rules.patterns import (
    Deed,
    Pattern,
    Seen,
    done_at_once,
    is_instant_contact,
    is_late_pause,
    repeated,
)
from bot.rules.terms import CONTACTS, PartyKind
from bot.rules.worktime import epoch_seconds, moment
from bot.usecases.actors import leads_of, ref_of
from bot.usecases.history import record
from bot.usecases.mornings import next_morning
from bot.usecases.outbox.posts import enqueue
from bot.usecases.outbox.readers import admins
from models import Agreement, Assignment, Event, Lead, Person, Touch

KIND = "patterns"
LOOKS_BACK = timedelta(days=7)
MOST_NAMED = 10
FLIPS = ("lead.touched", "lead.accepted", "lead.rejected", "lead.closed")
TOLD = "pattern.seen"


def look_for_patterns(session: Session, now: datetime, agreement_id: UUID) -> datetime:
    """Look at an agreement's last seven days; return when to look again, the next morning.

    A pattern of a person is told once in seven days, to the sales leads; of the only sales lead
    it is told to the admins.
    """
    agreement = session.get_one(Agreement, agreement_id)
    seen = _news(session, agreement_id, now - LOOKS_BACK)
    for each in seen:
        record(
            session,
            now=now,
            team_id=agreement.team_id,
            agreement_id=agreement_id,
            subject="person",
            subject_id=each.person_id,
            kind=TOLD,
            pattern=each.pattern.value,
            leads=len(each.leads),
        )
    if seen:
        _tell(session, now, agreement, _lines(session, seen))
    return next_morning(session, agreement, now)


def _news(session: Session, agreement_id: UUID, since: datetime) -> tuple[Seen, ...]:
    told = {
        (event.subject_id, event.facts["pattern"])
        for event in _events(session, agreement_id, since, TOLD)
    }
    flips = _events(session, agreement_id, since, *FLIPS)
    pauses = [
        event
        for event in _events(session, agreement_id, since, "lead.paused")
        if is_late_pause(int(event.facts.get("used") or 0))
    ]
    found = (
        *done_at_once(_deeds(flips)),
        *repeated(Pattern.LATE_PAUSES, _deeds(pauses)),
        *repeated(Pattern.INSTANT_CONTACTS, _instant_contacts(session, agreement_id, since)),
    )
    return tuple(each for each in found if (each.person_id, each.pattern.value) not in told)


def _events(session: Session, agreement_id: UUID, since: datetime, *kinds: str) -> Sequence[Event]:
    return session.exec(
        select(Event).where(
            Event.agreement_id == agreement_id,
            Event.noticed_at > since,
            col(Event.kind).in_(kinds),
        )
    ).all()


def _deeds(events: Iterable[Event]) -> list[Deed]:
    return [
        Deed(event.actor_id, event.subject_id, epoch_seconds(event.noticed_at))
        for event in events
        if event.actor_id is not None
    ]


def _instant_contacts(session: Session, agreement_id: UUID, since: datetime) -> list[Deed]:
    """Contacts of an owner with a lead, beside the moments at which they were given it."""
    rows = session.exec(
        select(Touch, Assignment.given_at)
        .join(Lead, col(Lead.id) == col(Touch.lead_id))
        .join(
            Assignment,
            (col(Assignment.lead_id) == col(Lead.id))
            & (col(Assignment.owner_id) == col(Touch.person_id)),
        )
        .where(
            Lead.agreement_id == agreement_id,
            Assignment.given_at > since,
            col(Touch.outcome).in_([outcome.value for outcome in CONTACTS]),
            col(Touch.undone_at).is_(None),
        )
    ).all()
    return [
        Deed(touch.person_id, touch.lead_id, epoch_seconds(touch.happened_at))
        for touch, given_at in rows
        if is_instant_contact(epoch_seconds(given_at), epoch_seconds(touch.happened_at), touch.note)
    ]


def _lines(session: Session, seen: Sequence[Seen]) -> list[PatternLine]:
    return [
        PatternLine(
            pattern=each.pattern.value,
            person=ref_of(session.get_one(Person, each.person_id)),
            count=len(each.leads),
            leads=_public_ids(session, each.leads[:MOST_NAMED]),
            at=moment(each.at),
        )
        for each in seen
    ]


def _public_ids(session: Session, leads: Sequence[UUID]) -> tuple[str, ...]:
    return tuple(session.get_one(Lead, lead_id).public_id for lead_id in leads)


def _tell(
    session: Session, now: datetime, agreement: Agreement, lines: Sequence[PatternLine]
) -> None:
    """Nobody reads of themselves; what would then reach nobody goes to the admins."""
    leads = leads_of(session, agreement.id, PartyKind.SALES)
    told = {person.slack_id: _of_others(person, lines) for person in leads}
    untold = [line for line in lines if not any(line in said for said in told.values())]
    for admin in admins(session, agreement.team_id):
        told.setdefault(admin.slack_id, _of_others(admin, untold))
    for slack_id, said in told.items():
        if said:
            enqueue(
                session,
                now=now,
                team_id=agreement.team_id,
                key=f"patterns:{agreement.id}:{now:%Y-%m-%d}:{slack_id}",
                to=slack_id,
                notice=PatternsSeen(agreement.name, said),
                subject="agreement",
                subject_id=agreement.id,
            )


def _of_others(person: Person, lines: Sequence[PatternLine]) -> tuple[PatternLine, ...]:
    return tuple(line for line in lines if line.person.id != person.id)
