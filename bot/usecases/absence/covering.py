"""Asking somebody to cover, their answer, and letting them go again."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select, update

from bot.notices.absence import AbsenceFacts, CoverAnswered, CoverAsked, CoverFreed
from bot.rules.absence import (
    AnsweredAlready,
    Cover,
    NoSuchAbsence,
    Stretch,
    check_cover,
)
from bot.usecases.absence.beginning import begin
from bot.usecases.absence.earlier import (
    replace_question,
    tell_nobody_covers,
    tell_the_answer,
)
from bot.usecases.absence.rows import (
    KIND,
    ahead_of,
    facts_of,
    leaders_of,
    may_set_for,
    parts_of,
    remember,
    stretch_of,
    tell,
)
from bot.usecases.actors import Actor, find_person
from bot.usecases.outbox import enqueue
from models import Absence, Person
from models.base import changed

ASKED_STEP = "cover"


def find_cover(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    absent: Person,
    text: str,
    stretch: Stretch,
) -> Person:
    """Return who is named as cover. Raises the refusal that says why they cannot be."""
    person = find_person(session, team_id=actor.team_id, text=text)
    check_cover(as_cover(session, now, absent, person), absent_id=absent.id, stretch=stretch)
    return person


def as_cover(session: Session, now: datetime, absent: Person, person: Person) -> Cover:
    """Return somebody as the rule sees them: of the same side is who shares one in an agreement."""
    own, theirs = (
        {(part.agreement_id, part.party) for part in parts_of(session, each.id)}
        for each in (absent, person)
    )
    return Cover(
        person_id=person.id,
        name=person.name,
        is_guest=person.is_guest or person.is_stranger,
        is_same_side=bool(own & theirs),
        away=tuple(stretch_of(each) for each in ahead_of(session, now, person.id)),
    )


def ask_cover(
    session: Session, *, now: datetime, actor: Actor, row: Absence, cover: Person
) -> None:
    """Ask somebody to cover; whoever registers the absence and names themselves has said yes."""
    if row.cover_id not in (None, cover.id):
        let_go(session, now=now, row=row)
    withdraw_question(session, now=now, row=row)
    if cover.id == actor.person_id:
        row.cover_id, row.asked_id = cover.id, None
        session.add(row)
        return
    row.asked_id = cover.id
    session.add(row)
    session.flush()
    remember(session, now, row, "cover_asked", actor.person_id)
    again = row.cover_id == cover.id
    enqueue(
        session,
        now=now,
        team_id=actor.team_id,
        key=f"absence:{row.id}:{ASKED_STEP}:{cover.id}:{int(row.ends_at.timestamp())}:"
        f"{int(now.timestamp())}",
        to=cover.slack_id,
        notice=CoverAsked(facts_of(session, row), actor.ref, again),
        subject=KIND,
        subject_id=row.id,
        step=ASKED_STEP,
        expires_at=row.ends_at,
    )


def let_go(session: Session, *, now: datetime, row: Absence) -> None:
    """Tell whoever covers that they need not any more."""
    if row.cover_id is None:
        return
    cover = session.get_one(Person, row.cover_id)
    tell_nobody_covers(session, now=now, facts=facts_of(session, row))
    row.cover_id = None
    session.add(row)
    session.flush()
    tell(session, now, row, cover, CoverFreed(facts_of(session, row)))


def withdraw_question(session: Session, *, now: datetime, row: Absence) -> None:
    """Take an unanswered question back: it says so where it stands."""
    if row.asked_id is None:
        return
    row.asked_id = None
    session.add(row)
    session.flush()
    facts = facts_of(session, row)
    replace_question(session, now=now, facts=facts, notice=CoverFreed(facts))


def answer_cover(
    session: Session, *, now: datetime, actor: Actor, absence_id: UUID, accepts: bool
) -> AbsenceFacts:
    """Say whether one covers. Raises ``AnsweredAlready``, ``NoSuchAbsence``.

    Asked again because the dates moved, a no ends what was accepted before.
    """
    row = _asked_of(session, now, actor, absence_id)
    still_asked = (col(Absence.id) == row.id, col(Absence.asked_id) == actor.person_id)
    answer = {"asked_id": None, "cover_id": actor.person_id if accepts else None}
    if not changed(session, update(Absence).where(*still_asked).values(**answer)):
        raise AnsweredAlready
    session.refresh(row)
    remember(session, now, row, "cover_accepted" if accepts else "cover_declined", actor.person_id)
    notice = CoverAnswered(facts_of(session, row), actor.ref, accepts)
    tell_the_answer(session, now=now, facts=notice.absence, answer=notice)
    tell_answer(session, now, row, notice)
    if row.starts_at <= now:
        begin(session, now=now, row=row)
    return notice.absence


def is_waiting(session: Session, absence_id: UUID, step: str, destination: str) -> bool:
    """Say whether an absence still waits for the answer of whoever a question goes to.

    What else is told of it stays worth telling until something newer takes its place.
    """
    if step != ASKED_STEP:
        return True
    row = session.get(Absence, absence_id, populate_existing=True)
    if row is None or row.asked_id is None:
        return False
    return session.get_one(Person, row.asked_id).slack_id == destination


def _asked_of(session: Session, now: datetime, actor: Actor, absence_id: UUID) -> Absence:
    row = session.exec(
        select(Absence).where(Absence.id == absence_id).with_for_update()
    ).one_or_none()
    if row is None or session.get_one(Person, row.person_id).team_id != actor.team_id:
        raise NoSuchAbsence
    if row.asked_id != actor.person_id or row.ends_at <= now:
        raise AnsweredAlready
    return row


def tell_answer(
    session: Session,
    now: datetime,
    row: Absence,
    notice: CoverAnswered,
    *,
    but: Collection[UUID] = (),
) -> None:
    """Tell the person and whoever registered it of any answer, who leads the side of a no."""
    wanted = [session.get_one(Person, row.person_id)]
    if row.told_by:
        wanted.append(session.get_one(Person, row.told_by))
    if not notice.accepted:
        wanted += leaders_of(session, row.person_id)
    for reader in {each.id: each for each in wanted}.values():
        if reader.id != notice.by.id and reader.id not in but:
            said = replace(notice, told="" if notice.accepted else _as(session, row, reader))
            tell(session, now, row, reader, said)


def _as(session: Session, row: Absence, reader: Person) -> str:
    """Say as what somebody is told that nobody covers: who may name a cover hears how."""
    if reader.id == row.person_id:
        return "absent"
    return "leader" if may_set_for(session, reader, row.person_id) else "other"
