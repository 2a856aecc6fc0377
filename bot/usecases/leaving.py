"""Somebody left the workspace: what lies orphaned is told once to who speaks for their side."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.leaving import PersonLeft
from bot.notices.people import PersonRef
from bot.rules.commitments import WAITING
from bot.rules.rights import Action, may
from bot.usecases.actors import actor_of, who_speaks_for
from bot.usecases.commitments.rows import facts_of as commitment_facts
from bot.usecases.outbox import enqueue
from bot.usecases.requests.passing import let_go
from bot.usecases.requests.team import able_of
from bot.usecases.responsibilities.rows import areas_of
from bot.usecases.responsibilities.rows import facts_of as area_facts
from bot.usecases.standing import standing_in
from models import Agreement, Commitment, Membership, Person


def tell_what_is_orphaned(session: Session, *, now: datetime, person: Person) -> None:
    """Tell of their areas, promises and requests, agreement by agreement; of none, nobody is told.

    Their requests are taken from them first: one that somebody else can answer is no orphan.
    """
    parts = select(Agreement, Membership.party).join(
        Membership, col(Membership.agreement_id) == col(Agreement.id)
    )
    theirs = parts.where(Membership.person_id == person.id).order_by(col(Agreement.name))
    for agreement, party in session.exec(theirs).all():
        orphaned = _orphaned(session, now, agreement, person)
        if orphaned.areas or orphaned.commitments or orphaned.requests:
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
        requests=tuple(let_go(session, now=now, agreement_id=agreement.id, person=person)),
    )


def _tell(
    session: Session,
    now: datetime,
    agreement_id: UUID,
    party: str,
    person: Person,
    orphaned: PersonLeft,
) -> None:
    able = able_of(session, now=now, agreement_id=agreement_id, party=party)
    for speaker in who_speaks_for(session, agreement_id, party):
        standing = standing_in(
            session, actor=actor_of(speaker), agreement_id=agreement_id, of_party=party
        )
        passes = may(Action.HAND_ON_REQUEST, standing)
        enqueue(
            session,
            now=now,
            team_id=person.team_id,
            key=f"left:{person.id}:{agreement_id}:{int(now.timestamp())}:{speaker.id}",
            to=speaker.slack_id,
            notice=replace(orphaned, candidates=able if passes else ()),
        )
