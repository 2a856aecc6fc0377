"""An absence ends: the turns go back, and one message says what happened meanwhile."""

from collections import defaultdict
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select, update

from bot.notices.absence import AbsenceCancelled, AbsenceOver, CoverOver, ReturnLine
from bot.rules.absence import NoSuchAbsence, NotAway
from bot.rules.terms import ClockState
from bot.usecases.absence.covering import withdraw_question
from bot.usecases.absence.dropping import drop
from bot.usecases.absence.earlier import tell_it_is_past
from bot.usecases.absence.rows import (
    KIND,
    MOST_LEADS,
    ahead_of,
    any_agreement,
    check_theirs,
    facts_of,
    lines_of,
    next_opening,
    remember,
    tell,
)
from bot.usecases.actors import Actor, find_person
from bot.usecases.clocks.standing_in import leads_held_by, settle_turns
from bot.usecases.commitments import resume_questions
from bot.usecases.leads.listing import line_of
from bot.usecases.planned import cancel
from bot.usecases.standing import led_to
from models import Absence, Clock, Lead, Person, Touch
from models.base import changed


def end_absence(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None = None,
    person: str = "",
    absence_id: UUID | None = None,
) -> AbsenceOver | AbsenceCancelled:
    """End an absence now, or take back one that has not begun.

    The answer says what happened meanwhile; nothing else is sent to whoever comes back. Raises
    ``NotAway``, ``NoSuchAbsence``, ``NotTheirAbsence``, ``NoSuchPerson``.
    """
    row = _meant(session, now, actor, agreement_id, person, absence_id)
    if row.starts_at >= now:
        return _taken_back(session, now, row, actor)
    owners = led_to(session, now=now, person_id=row.person_id)
    expected = row.ends_at
    unchanged = (col(Absence.id) == row.id, col(Absence.ends_at) == expected)
    if not changed(session, update(Absence).where(*unchanged).values(ends_at=now)):
        raise NoSuchAbsence
    session.refresh(row)
    cancel(session, kind=KIND, subject_id=row.id)
    resume_questions(session, now=now, owner_id=row.person_id, waited_until=expected, back_at=now)
    settle_turns(session, now=now, owners=owners)
    over = _finish(session, now, row, actor)
    if row.person_id != actor.person_id:
        told = replace(over, ended_by=actor.ref)
        tell(session, now, row, over.absence.person, told)
    return over


def absence_over(session: Session, *, now: datetime, row: Absence) -> datetime | None:
    """Let an absence end by itself: turns at once, words at the next opening."""
    if row.began_at is None:
        tell_it_is_past(session, now=now, facts=facts_of(session, row), ended="over")
        return None
    settle_turns(session, now=now, owners=led_to(session, now=now, person_id=row.person_id))
    opening = next_opening(session, row.ends_at, row.person_id)
    if now < opening:
        return opening
    over = _finish(session, now, row, None)
    tell(session, now, row, over.absence.person, over)
    return None


def _taken_back(session: Session, now: datetime, row: Absence, actor: Actor) -> AbsenceCancelled:
    cancelled = AbsenceCancelled(facts_of(session, row), actor.ref)
    if row.person_id != actor.person_id:
        tell(session, now, row, cancelled.absence.person, cancelled)
    drop(session, now=now, row=row, by=actor)
    return cancelled


def _meant(
    session: Session,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None,
    named: str,
    absence_id: UUID | None,
) -> Absence:
    if absence_id is not None:
        row = session.get(Absence, absence_id)
        if row is None or row.ends_at <= now or row.person_id != actor.person_id:
            raise NoSuchAbsence
        return row
    person = session.get_one(Person, actor.person_id)
    if named:
        person = find_person(session, team_id=actor.team_id, text=named)
    check_theirs(session, actor, agreement_id or any_agreement(session, actor), person)
    current = [row for row in ahead_of(session, now, person.id) if row.starts_at <= now]
    if not current:
        raise NotAway(person.name)
    return current[0]


def _finish(session: Session, now: datetime, row: Absence, actor: Actor | None) -> AbsenceOver:
    remember(session, now, row, "absence_over", actor.person_id if actor else None)
    withdraw_question(session, now=now, row=row)
    facts = facts_of(session, row)
    tell_it_is_past(session, now=now, facts=facts, ended="over")
    if row.cover_id is not None and row.began_at is not None:
        cover = session.get_one(Person, row.cover_id)
        kept, _ = lines_of(session, leads_held_by(session, cover.id, row.person_id))
        opening = next_opening(session, now, cover.id)
        tell(session, now, row, cover, CoverOver(facts, kept), not_before=opening)
    lines = _return_lines(session, row)
    return AbsenceOver(facts, tuple(lines[:MOST_LEADS]), max(0, len(lines) - MOST_LEADS))


def _return_lines(session: Session, row: Absence) -> list[ReturnLine]:
    """The leads that are open, or were closed meanwhile; those somebody worked on come first."""
    since = row.began_at or row.starts_at
    query = select(Lead).where(
        Lead.owner_id == row.person_id,
        col(Lead.closed_at).is_(None) | (col(Lead.closed_at) >= since),
    )
    leads = session.exec(query.order_by(col(Lead.received_at), col(Lead.public_id))).all()
    touches = _touches(session, row, since)
    lines = [_return_line(session, lead, row, touches[lead.id]) for lead in leads]
    return sorted(lines, key=lambda each: not each.touches)


def _touches(session: Session, row: Absence, since: datetime) -> dict[UUID, list[str]]:
    """Who followed up with each lead meanwhile, in order."""
    found: dict[UUID, list[str]] = defaultdict(list)
    rows = session.exec(
        select(Touch.lead_id, Person.name)
        .join(Person, col(Person.id) == col(Touch.person_id))
        .join(Lead, col(Lead.id) == col(Touch.lead_id))
        .where(
            Lead.owner_id == row.person_id,
            Touch.person_id != row.person_id,
            col(Touch.told_at) >= since,
            col(Touch.undone_at).is_(None),
        )
        .order_by(col(Touch.told_at))
    )
    for lead_id, name in rows.all():
        found[lead_id].append(name)
    return found


def _return_line(session: Session, lead: Lead, row: Absence, names: list[str]) -> ReturnLine:
    kept = session.exec(
        select(Person.name)
        .join(Clock, col(Clock.owner_id) == col(Person.id))
        .where(
            Clock.lead_id == lead.id,
            Clock.state != ClockState.STOPPED.value,
            Clock.owner_id != row.person_id,
        )
    ).first()
    return ReturnLine(line_of(session, lead), len(names), names[-1] if names else None, kept)
