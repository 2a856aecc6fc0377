"""A commitment's row: found for an actor, told as facts, changed by one hand at a time."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, update

from bot.notices.commitments import CommitmentFacts
from bot.notices.people import PersonRef
from bot.rules.commitments import WAITING, CommitmentIsClosed, NoSuchCommitment
from bot.rules.refusals import NotAMember
from bot.rules.terms import PartyKind, side_called
from bot.usecases.actors import Actor, leads_of, part_of, ref_of
from bot.usecases.history import record
from models import Agreement, Commitment, Goal, Person
from models.base import changed

KIND = "commitment"
ASKED_STEP = "asked"


def commitment_of(session: Session, actor: Actor, commitment_id: UUID) -> Commitment:
    """Return a commitment of an agreement the actor has a part in, else ``NoSuchCommitment``."""
    row = session.get(Commitment, commitment_id)
    if row is None:
        raise NoSuchCommitment
    try:
        part_of(session, actor, row.agreement_id)
    except NotAMember as outsider:
        raise NoSuchCommitment from outsider
    if session.get_one(Agreement, row.agreement_id).team_id != actor.team_id:
        raise NoSuchCommitment
    return row


def facts_of(session: Session, row: Commitment) -> CommitmentFacts:
    goal = session.get_one(Goal, row.goal_id) if row.goal_id else None
    return CommitmentFacts(
        id=row.id,
        text=row.text,
        owner=person_ref(session, row.owner_id),
        asked_by=person_ref(session, row.asked_by),
        quantity=row.quantity,
        unit=row.unit,
        due_at=row.due_at,
        state=row.state,
        accepted_at=row.accepted_at,
        goal=goal.name if goal else None,
        reason=row.reason,
        closing_note=row.closing_note,
        party=side_called(session.get_one(Agreement, row.agreement_id).kind, row.party),
        of_party=row.of_party,
        how=row.how,
        closed_at=row.closed_at,
        closed_by=person_ref(session, row.closed_by) if row.closed_by else None,
    )


def person_ref(session: Session, person_id: UUID) -> PersonRef:
    return ref_of(session.get_one(Person, person_id))


def other_leads(session: Session, row: Commitment) -> list[PersonRef]:
    """Return who leads the side a whole side promised to; nobody for a person's own promise."""
    if not row.of_party:
        return []
    others = {PartyKind.MARKETING.value, PartyKind.SALES.value} - {row.party}
    people = [
        each for party in sorted(others) for each in leads_of(session, row.agreement_id, party)
    ]
    return [ref_of(each) for each in people]


def move_on(session: Session, row: Commitment, **values: object) -> None:
    """Change a commitment still in the state it was read in.

    Raises ``CommitmentIsClosed`` when it was answered already, or somebody was quicker.
    """
    if row.state in WAITING:
        unchanged = (col(Commitment.id) == row.id, col(Commitment.state) == row.state)
        if changed(session, update(Commitment).where(*unchanged).values(**values)):
            session.refresh(row)
            return
        session.refresh(row)
    raise CommitmentIsClosed(row.state)


def remember(
    session: Session,
    now: datetime,
    row: Commitment,
    kind: str,
    actor: Actor | None,
    note: str = "",
) -> None:
    team_id = session.get_one(Agreement, row.agreement_id).team_id
    record(
        session,
        now=now,
        team_id=team_id,
        agreement_id=row.agreement_id,
        subject=KIND,
        subject_id=row.id,
        kind=kind,
        actor_id=actor.person_id if actor else None,
        note=note,
        due_at=row.due_at.isoformat(),
    )
