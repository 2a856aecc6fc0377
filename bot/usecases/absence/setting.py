"""Registering an absence, changing one, and listing one's own."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from bot.notices.absence import AbsenceFacts, AbsenceList, AbsenceSet, AbsenceSetForYou
from bot.rules.absence import (
    NoSuchAbsence,
    Stretch,
    check_cover,
    check_not_included,
    check_stretch,
    joined,
)
from bot.rules.commitments import HasNoPart
from bot.rules.refusals import Refusal
from bot.usecases.absence.beginning import begin
from bot.usecases.absence.covering import (
    as_cover,
    ask_cover,
    find_cover,
    let_go,
    withdraw_question,
)
from bot.usecases.absence.dropping import drop
from bot.usecases.absence.earlier import tell_it_changed
from bot.usecases.absence.rows import (
    KIND,
    ahead_of,
    any_agreement,
    check_theirs,
    facts_of,
    part_in,
    remember,
    stretch_of,
    tell,
)
from bot.usecases.actors import Actor, find_person
from bot.usecases.commitments import resume_questions
from bot.usecases.planned import plan
from models import Absence, Person


def set_absence(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    wanted: Stretch,
    agreement_id: UUID | None = None,
    person: str = "",
    cover: str = "",
    absence_id: UUID | None = None,
) -> AbsenceSet:
    """Register that the actor, or a rep of whoever leads sales, is away; ask who is to cover.

    It takes the place of every absence it overlaps, and of ``absence_id``; the cover stays unless
    another is named or they are away at the new time, and is asked again if the end moves out.

    Raises ``AbsenceReversed``, ``MomentInPast``, ``AbsenceTooLong``, ``NotTheirAbsence``,
    ``NoSuchPerson``, ``HasNoPart``, ``NoSuchAbsence`` and what ``check_not_included`` and
    ``check_cover`` raise.
    """
    where = agreement_id or any_agreement(session, actor)
    absent = _absent(session, actor, where, person, absence_id)
    former = _in_the_way(session, now, absent, wanted, absence_id)
    kept = [row for row in former if row.id != absence_id or row.starts_at <= now]
    check_not_included(wanted, map(stretch_of, kept), now=now)
    before = facts_of(session, former[0]) if former else None
    stretch = joined(stretch_of(former[0]), wanted, now=now) if former else wanted
    check_stretch(stretch, now=now)
    stand_in = cover and find_cover(
        session,
        now=now,
        actor=actor,
        absent=absent,
        text=cover,
        stretch=stretch,
    )
    waited = [each.ends_at for each in former if each.starts_at <= now]
    row = _kept(session, now, actor, absent, former, stretch)
    _resume_questions(session, now, row, waited)
    _settle_cover(session, now, actor, row, absent, stand_in or None, before)
    answer = AbsenceSet(facts_of(session, row), actor.ref, before)
    if before is not None:
        tell_it_changed(session, now=now, facts=answer.absence, before=before)
    _plan(session, now, where, row)
    if absent.id != actor.person_id:
        tell(session, now, row, absent, AbsenceSetForYou(answer.absence, actor.ref))
    return answer


def add_cover(session: Session, *, now: datetime, actor: Actor, cover: str) -> AbsenceSet:
    """Ask somebody to cover the actor's present absence, or the next one.

    Raises ``NoSuchAbsence`` when there is none.
    """
    mine = ahead_of(session, now, actor.person_id)
    if not mine:
        raise NoSuchAbsence
    return set_absence(
        session,
        now=now,
        actor=actor,
        wanted=Stretch(mine[0].starts_at, mine[0].ends_at),
        cover=cover,
        absence_id=mine[0].id,
    )


def my_absences(session: Session, *, now: datetime, actor: Actor) -> AbsenceList:
    """Return the actor's absences that are not over, the earliest first."""
    rows = ahead_of(session, now, actor.person_id)
    return AbsenceList(tuple(facts_of(session, row) for row in rows))


def show_absence(
    session: Session, *, now: datetime, actor: Actor, absence_id: UUID
) -> AbsenceFacts:
    """Return one of the actor's own absences. Raises ``NoSuchAbsence``."""
    row = session.get(Absence, absence_id)
    if row is None or row.person_id != actor.person_id or row.ends_at <= now:
        raise NoSuchAbsence
    return facts_of(session, row)


def _absent(
    session: Session, actor: Actor, agreement_id: UUID, named: str, absence_id: UUID | None
) -> Person:
    """Return who is away, locked: two absences of one person are written one after the other."""
    row = session.get(Absence, absence_id) if absence_id else None
    if absence_id and row is None:
        raise NoSuchAbsence
    if named:
        person = find_person(session, team_id=actor.team_id, text=named)
    else:
        person = session.get_one(Person, row.person_id if row else actor.person_id)
    if person.id != actor.person_id and part_in(session, agreement_id, person.id) is None:
        raise HasNoPart(person.name)
    check_theirs(session, actor, agreement_id, person)
    session.refresh(person, with_for_update=True)
    return person


def _in_the_way(
    session: Session, now: datetime, absent: Person, wanted: Stretch, absence_id: UUID | None
) -> list[Absence]:
    rows = ahead_of(session, now, absent.id)
    found = [row for row in rows if row.id == absence_id or stretch_of(row).overlaps(wanted)]
    # The one that is to be changed stays, else the earliest.
    return sorted(found, key=lambda row: row.id != absence_id)


def _kept(
    session: Session,
    now: datetime,
    actor: Actor,
    absent: Person,
    former: Sequence[Absence],
    stretch: Stretch,
) -> Absence:
    for row in former[1:]:
        drop(session, now=now, row=row, by=actor)
    row = former[0] if former else Absence(person_id=absent.id, told_at=now)
    row.starts_at, row.ends_at = stretch.starts_at, stretch.ends_at
    row.told_by, row.told_at = actor.person_id, now
    session.add(row)
    session.flush()
    remember(session, now, row, "absence_changed" if former else "absence_set", actor.person_id)
    return row


def _resume_questions(
    session: Session, now: datetime, row: Absence, waited: Sequence[datetime]
) -> None:
    """Let what waited for a later return come sooner: the end of the absence moved in."""
    for expected in waited:
        if row.ends_at < expected:
            resume_questions(
                session,
                now=now,
                owner_id=row.person_id,
                waited_until=expected,
                back_at=row.ends_at,
            )


def _settle_cover(
    session: Session,
    now: datetime,
    actor: Actor,
    row: Absence,
    absent: Person,
    named: Person | None,
    before: AbsenceFacts | None,
) -> None:
    """Ask whoever is named; else keep who covered if they can, and ask about a longer time."""
    is_within = before is not None and stretch_of(row).is_within(
        Stretch(before.starts_at, before.ends_at)
    )
    standing = row.cover_id or row.asked_id
    if named is not None:
        if not (is_within and row.cover_id == named.id):
            ask_cover(session, now=now, actor=actor, row=row, cover=named)
        return
    if standing is None:
        return
    cover = session.get_one(Person, standing)
    try:
        candidate = as_cover(session, now, absent, cover)
        check_cover(candidate, absent_id=absent.id, stretch=stretch_of(row))
    except Refusal:
        let_go(session, now=now, row=row)
        withdraw_question(session, now=now, row=row)
        return
    if not is_within:
        ask_cover(session, now=now, actor=actor, row=row, cover=cover)


def _plan(session: Session, now: datetime, agreement_id: UUID, row: Absence) -> None:
    has_begun = row.starts_at <= now
    if has_begun:
        begin(session, now=now, row=row)
    at = row.ends_at if has_begun else row.starts_at
    plan(session, kind=KIND, subject_id=row.id, agreement_id=agreement_id, at=at)
