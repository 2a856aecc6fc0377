"""An absence begins: its cover takes the turns, or who leads sales hears that nobody does."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.absence import AbsenceUncovered, CoverBegan
from bot.usecases.absence.rows import (
    facts_of,
    lines_of,
    next_opening,
    parts_of,
    remember,
    tell,
)
from bot.usecases.actors import leads_of
from bot.usecases.clocks.standing_in import settle_turns
from bot.usecases.standing import covers_at, here_or_covered, led_to, line_in
from models import Absence, Lead, Person


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
    if row.cover_id is not None:
        _tell_cover(session, now, row)
    if first:
        _tell_leaders(session, now, row)


def _tell_cover(session: Session, now: datetime, row: Absence) -> None:
    """The cover reads what they look after now, where they are of the same side."""
    assert row.cover_id is not None  # noqa: S101  asked of a covered absence
    lines, more = lines_of(session, open_leads(session, now, row, covered=True))
    cover = session.get_one(Person, row.cover_id)
    notice = CoverBegan(facts_of(session, row), lines, more)
    tell(session, now, row, cover, notice, not_before=next_opening(session, now, cover.id))


def _tell_leaders(session: Session, now: datetime, row: Absence) -> None:
    """Who leads the side hears once of the open leads that nobody looks after."""
    alone = open_leads(session, now, row, covered=False)
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


def open_leads(session: Session, now: datetime, row: Absence, *, covered: bool) -> list[Lead]:
    """Return the open leads this person answers for, those somebody looks after or the others."""
    covers = covers_at(session, now)
    owners = led_to(session, now=now, person_id=row.person_id)
    query = select(Lead).where(col(Lead.owner_id).in_(owners), col(Lead.closed_at).is_(None))
    leads = session.exec(query.order_by(col(Lead.received_at), col(Lead.public_id))).all()
    return [lead for lead in leads if (_answering(session, covers, lead) in covers) is not covered]


def _answering(session: Session, covers: dict[UUID, UUID | None], lead: Lead) -> UUID:
    assert lead.owner_id is not None  # noqa: S101  found by its owner
    *_, last = line_in(session, covers, lead.owner_id, lead.agreement_id)
    return last
