"""Promising something, or asking somebody for a promise."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.commitments import CommitmentAsked, CommitmentFacts
from bot.rules.commitments import WAITING, CommitmentState, HasNoPart
from bot.rules.goals import sensible
from bot.rules.refusals import ValueTooLong
from bot.rules.rights import Action
from bot.rules.smart import LONGEST_TEXT, CommitmentDraft, NotSmart, lacks
from bot.usecases.actors import Actor, find_person
from bot.usecases.commitments.reminding import plan_reminders
from bot.usecases.commitments.rows import ASKED_STEP, KIND, commitment_of, facts_of, remember
from bot.usecases.goals import find_goal
from bot.usecases.outbox import enqueue
from bot.usecases.planned import plan
from bot.usecases.standing import check_right
from models import Commitment, Membership


def make_commitment(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID, draft: CommitmentDraft
) -> CommitmentFacts:
    """Make the actor's own promise, or ask another for theirs: it counts once they accept.

    Raises ``NotSmart`` with the letters it lacks, ``ValueTooLong``, ``NoSuchPerson``,
    ``HasNoPart``, ``NoSuchGoal``, ``AmountTooLarge``.
    """
    check_right(session, Action.COMMIT, actor=actor, agreement_id=agreement_id)
    row = _drafted(session, now, actor, agreement_id, draft)
    session.add(row)
    session.flush()
    if row.owner_id == actor.person_id:
        remember(session, now, row, "commitment_made", actor)
        plan_reminders(session, now, row)
    else:
        remember(session, now, row, "commitment_asked", actor)
        _ask(session, now, actor, row)
    return facts_of(session, row)


def list_commitments(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID, mine: bool = False
) -> tuple[CommitmentFacts, ...]:
    """Return the promises not yet answered, those due first at the top."""
    del now
    check_right(session, Action.SEE_TOTALS, actor=actor, agreement_id=agreement_id)
    statement = (
        select(Commitment)
        .where(
            Commitment.agreement_id == agreement_id,
            col(Commitment.state).in_([state.value for state in WAITING]),
        )
        .order_by(col(Commitment.due_at), col(Commitment.made_at))
    )
    if mine:
        statement = statement.where(Commitment.owner_id == actor.person_id)
    return tuple(facts_of(session, row) for row in session.exec(statement).all())


def show_commitment(
    session: Session, *, now: datetime, actor: Actor, commitment_id: UUID
) -> CommitmentFacts:
    """Return one promise of an agreement the actor has a part in."""
    del now
    return facts_of(session, commitment_of(session, actor, commitment_id))


def _drafted(
    session: Session, now: datetime, actor: Actor, agreement_id: UUID, draft: CommitmentDraft
) -> Commitment:
    missing = lacks(draft, now=now)
    if missing or draft.due_at is None:
        raise NotSmart(missing)
    for field in ("text", "unit", "reason"):
        if len(getattr(draft, field)) > LONGEST_TEXT:
            raise ValueTooLong(field, LONGEST_TEXT)
    owner_id = _owner(session, actor, agreement_id, draft.owner)
    is_own = owner_id == actor.person_id
    return Commitment(
        agreement_id=agreement_id,
        text=" ".join(draft.text.split()),
        owner_id=owner_id,
        asked_by=actor.person_id,
        quantity=None if draft.quantity is None else sensible(draft.quantity),
        unit=draft.unit.strip(),
        due_at=draft.due_at,
        goal_id=find_goal(session, agreement_id, draft.goal).id if draft.goal else None,
        reason=draft.reason.strip(),
        state=(CommitmentState.OPEN if is_own else CommitmentState.ASKED).value,
        made_at=now,
        accepted_at=now if is_own else None,
    )


def _owner(session: Session, actor: Actor, agreement_id: UUID, named: str | None) -> UUID:
    if not named:
        return actor.person_id
    person = find_person(session, team_id=actor.team_id, text=named)
    part = session.exec(
        select(Membership.id).where(
            Membership.agreement_id == agreement_id, Membership.person_id == person.id
        )
    ).one_or_none()
    if part is None:
        raise HasNoPart(person.name)
    return person.id


def _ask(session: Session, now: datetime, actor: Actor, row: Commitment) -> None:
    facts = facts_of(session, row)
    plan(session, kind=KIND, subject_id=row.id, agreement_id=row.agreement_id, at=row.due_at)
    enqueue(
        session,
        now=now,
        team_id=actor.team_id,
        key=f"commitment:{row.id}:{ASKED_STEP}",
        to=facts.owner.slack_id,
        notice=CommitmentAsked(facts),
        subject=KIND,
        subject_id=row.id,
        step=ASKED_STEP,
        expires_at=row.due_at,
    )
