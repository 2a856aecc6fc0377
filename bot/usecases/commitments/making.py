"""Promising something, or asking somebody for a promise."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.commitments import CommitmentAsked, CommitmentFacts
from bot.rules.commitments import WAITING, CommitmentState, HasNoPart, NotItsLead
from bot.rules.goals import sensible
from bot.rules.refusals import ValueTooLong
from bot.rules.rights import Action
from bot.rules.smart import (
    LONGEST_TEXT,
    CommitmentDraft,
    FarAboveBest,
    NotSmart,
    is_far_above,
    lacks,
)
from bot.rules.terms import side_called
from bot.rules.vocabulary import key_of
from bot.usecases.actors import Actor, find_person
from bot.usecases.commitments.announcing import announce
from bot.usecases.commitments.reminding import plan_reminders
from bot.usecases.commitments.rows import ASKED_STEP, KIND, commitment_of, facts_of, remember
from bot.usecases.goals import find_goal
from bot.usecases.outbox import enqueue
from bot.usecases.planned import plan
from bot.usecases.standing import check_right
from models import Agreement, Commitment, Membership, Person, Role


def make_commitment(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID, draft: CommitmentDraft
) -> CommitmentFacts:
    """Make the actor's own promise, or ask another for theirs: it counts once they accept.

    Raises ``NotSmart`` with the letters it lacks, ``FarAboveBest``, ``NotItsLead``,
    ``ValueTooLong``, ``NoSuchPerson``, ``HasNoPart``, ``NoSuchGoal``, ``AmountTooLarge``.
    """
    check_right(session, Action.COMMIT, actor=actor, agreement_id=agreement_id)
    row = _drafted(session, now, actor, agreement_id, draft)
    session.add(row)
    session.flush()
    if row.owner_id == actor.person_id:
        remember(session, now, row, "commitment_made", actor)
        plan_reminders(session, now, row)
        announce(session, now, row)
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
    for field in ("text", "unit", "reason", "how"):
        if len(getattr(draft, field)) > LONGEST_TEXT:
            raise ValueTooLong(field, LONGEST_TEXT)
    owner, party = _owner(session, actor, agreement_id, draft)
    quantity = None if draft.quantity is None else sensible(draft.quantity)
    _check_reach(session, agreement_id, owner, draft, quantity)
    is_own = owner.id == actor.person_id
    return Commitment(
        agreement_id=agreement_id,
        text=" ".join(draft.text.split()),
        owner_id=owner.id,
        asked_by=actor.person_id,
        party=party,
        of_party=draft.of_party,
        quantity=quantity,
        unit=draft.unit.strip(),
        due_at=draft.due_at,
        goal_id=find_goal(session, agreement_id, draft.goal).id if draft.goal else None,
        reason=draft.reason.strip(),
        how=draft.how.strip(),
        state=(CommitmentState.OPEN if is_own else CommitmentState.ASKED).value,
        made_at=now,
        accepted_at=now if is_own else None,
    )


def _owner(
    session: Session, actor: Actor, agreement_id: UUID, draft: CommitmentDraft
) -> tuple[Person, str]:
    """Return who is to answer for it, and their side; for a whole side only its lead can."""
    if draft.owner:
        person = find_person(session, team_id=actor.team_id, text=draft.owner)
    else:
        person = session.get_one(Person, actor.person_id)
    part = session.exec(
        select(Membership).where(
            Membership.agreement_id == agreement_id, Membership.person_id == person.id
        )
    ).one_or_none()
    if part is None:
        raise HasNoPart(person.name)
    if draft.of_party and part.role != Role.LEAD:
        kind = session.get_one(Agreement, agreement_id).kind
        raise NotItsLead(person.name, side_called(kind, part.party))
    return person, part.party


def _check_reach(
    session: Session,
    agreement_id: UUID,
    owner: Person,
    draft: CommitmentDraft,
    quantity: Decimal | None,
) -> None:
    """Ask how a number can be reached that is far above the best its owner has kept."""
    best = _best_kept(session, agreement_id, owner.id, draft.unit)
    if quantity is None or best is None or draft.how.strip():
        return
    if is_far_above(quantity, best):
        raise FarAboveBest(quantity, best, draft.unit.strip())


def _best_kept(session: Session, agreement_id: UUID, owner_id: UUID, unit: str) -> Decimal | None:
    """Return the most of a unit somebody has kept of one promise; of several as of one."""
    kept = session.exec(
        select(Commitment).where(
            Commitment.agreement_id == agreement_id,
            Commitment.owner_id == owner_id,
            Commitment.state == CommitmentState.KEPT.value,
            col(Commitment.quantity).is_not(None),
        )
    ).all()
    same = [each for each in kept if key_of(each.unit) == key_of(unit)]
    return max((each.quantity for each in same if each.quantity is not None), default=None)


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
