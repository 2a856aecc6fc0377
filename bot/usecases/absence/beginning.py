"""An absence begins: its cover takes the turns, or who leads sales hears that nobody does."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from bot.notices.absence import AbsenceUncovered, CoverBegan
from bot.usecases.absence.rows import (
    facts_of,
    lines_of,
    next_opening,
    parts_of,
    remember,
    requests_of,
    tell,
)
from bot.usecases.absence.work import Work, open_work
from bot.usecases.actors import leads_of
from bot.usecases.clocks.standing_in import settle_turns
from bot.usecases.standing import covers_at, here_or_covered, led_to
from models import Absence, Person


def begin(session: Session, *, now: datetime, row: Absence) -> None:
    """Hand the turns over and tell who has to know; what changed since is told again."""
    first = row.began_at is None
    row.began_at = row.began_at or now
    session.add(row)
    session.flush()
    if first:
        remember(session, now, row, "absence_began")
    owners = led_to(session, now=now, person_id=row.person_id)
    settle_turns(session, now=now, owners=owners)
    work = open_work(session, now=now, person_id=row.person_id)
    if row.cover_id is not None:
        _tell_covers(session, now, row, work)
    if first:
        tell_leaders(session, now, row, work)


def _tell_covers(session: Session, now: datetime, row: Absence, work: Mapping[UUID, Work]) -> None:
    """Whoever covers reads what they look after now, and so does whoever covers for them."""
    away = covers_at(session, now)
    for reader_id in dict.fromkeys((row.cover_id, *work)):
        if reader_id is not None and reader_id not in away:
            mine = work.get(reader_id, Work())
            leads, more = lines_of(session, mine.leads)
            requests, more_requests = requests_of(session, mine.requests)
            notice = CoverBegan(facts_of(session, row), leads, more, requests, more_requests)
            opening = next_opening(session, now, reader_id)
            tell(session, now, row, session.get_one(Person, reader_id), notice, not_before=opening)


def tell_leaders(
    session: Session, now: datetime, row: Absence, work: Mapping[UUID, Work]
) -> set[UUID]:
    """Tell who leads the side of the open leads that nobody looks after; return who was told."""
    told: set[UUID] = set()
    away = covers_at(session, now)
    alone = [lead for answering in work if answering in away for lead in work[answering].leads]
    for part in parts_of(session, row.person_id):
        here = [lead for lead in alone if lead.agreement_id == part.agreement_id]
        if not here:
            continue
        lines, more = lines_of(session, here)
        notice = AbsenceUncovered(facts_of(session, row), lines, more)
        leaders = leads_of(session, part.agreement_id, part.party)
        for leader in here_or_covered(
            session, now=now, people=leaders, agreement_id=part.agreement_id
        ):
            if leader.id != row.person_id:
                opening = next_opening(session, now, leader.id)
                about = str(part.agreement_id)
                tell(session, now, row, leader, notice, not_before=opening, about=about)
                told.add(leader.id)
    return told
