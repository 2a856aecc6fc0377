"""Somebody left the workspace: what lies orphaned is told once to who speaks for their side."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.leaving import PersonLeft
from bot.notices.people import PersonRef
from bot.rules.commitments import WAITING
from bot.usecases.actors import who_speaks_for
from bot.usecases.commitments.rows import facts_of as commitment_facts
from bot.usecases.outbox import enqueue
from bot.usecases.responsibilities.rows import areas_of
from bot.usecases.responsibilities.rows import facts_of as area_facts
from models import Agreement, Commitment, Membership, Person


def tell_what_is_orphaned(session: Session, *, now: datetime, person: Person) -> None:
    """Tell of their areas and open promises, agreement by agreement; of none, nobody is told."""
    parts = select(Agreement, Membership.party).join(
        Membership, col(Membership.agreement_id) == col(Agreement.id)
    )
    theirs = parts.where(Membership.person_id == person.id).order_by(col(Agreement.name))
    for agreement, party in session.exec(theirs).all():
        orphaned = _orphaned(session, now, agreement, person)
        if orphaned.areas or orphaned.commitments:
            _tell(session, now, agreement.id, party, person, orphaned)


def _orphaned(session: Session, now: datetime, agreement: Agreement, person: Person) -> PersonLeft:
    areas = areas_of(session, agreement.id).values()
    promises = session.exec(
        select(Commitment)
        .where(
            Commitment.agreement_id == agreement.id,
            Commitment.owner_id == person.id,
            col(Commitment.state).in_([state.value for state in WAITING]),
        )
        .order_by(col(Commitment.due_at))
    )
    return PersonLeft(
        person=PersonRef(person.id, person.name, person.slack_id),
        agreement=agreement.name,
        areas=tuple(area_facts(session, now, row) for row in areas if row.owner_id == person.id),
        commitments=tuple(commitment_facts(session, row) for row in promises.all()),
    )


def _tell(
    session: Session,
    now: datetime,
    agreement_id: UUID,
    party: str,
    person: Person,
    orphaned: PersonLeft,
) -> None:
    for speaker in who_speaks_for(session, agreement_id, party):
        enqueue(
            session,
            now=now,
            team_id=person.team_id,
            key=f"left:{person.id}:{agreement_id}:{int(now.timestamp())}:{speaker.id}",
            to=speaker.slack_id,
            notice=orphaned,
        )
