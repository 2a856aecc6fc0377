"""Somebody who covers leaves the workspace: what they looked after has nobody else behind it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.absence import CoverAnswered
from bot.usecases.absence.beginning import begin, tell_leaders
from bot.usecases.absence.covering import tell_answer
from bot.usecases.absence.earlier import tell_the_answer
from bot.usecases.absence.rows import facts_of, remember
from bot.usecases.absence.work import open_work
from bot.usecases.actors import ref_of
from bot.usecases.clocks.standing_in import give_turns_back
from models import Absence, Person


def stop_covering(session: Session, *, now: datetime, person: Person) -> None:
    """Let go of every absence somebody who left covers, or was asked to, and of every turn.

    Who is away, who registered it and who leads their side hear that nobody covers now.
    """
    for row in _covered_by(session, now, person):
        _let_go(session, now, row, person)
    give_turns_back(session, now=now, holder_id=person.id)


def _covered_by(session: Session, now: datetime, person: Person) -> Sequence[Absence]:
    return session.exec(
        select(Absence)
        .where(
            (col(Absence.cover_id) == person.id) | (col(Absence.asked_id) == person.id),
            col(Absence.ends_at) > now,
        )
        .order_by(col(Absence.starts_at), col(Absence.id))
        .with_for_update()
    ).all()


def _let_go(session: Session, now: datetime, row: Absence, person: Person) -> None:
    was_covering = row.cover_id == person.id and row.began_at is not None
    row.cover_id = row.asked_id = None
    session.add(row)
    session.flush()
    remember(session, now, row, "cover_left", person.id)
    answer = CoverAnswered(facts_of(session, row), ref_of(person), accepted=False)
    tell_the_answer(session, now=now, facts=answer.absence, answer=answer)
    heard: set[UUID] = set()
    if was_covering:
        begin(session, now=now, row=row)
        work = open_work(session, now=now, person_id=row.person_id)
        heard = tell_leaders(session, now, row, work)
    tell_answer(session, now, row, answer, but=heard)
