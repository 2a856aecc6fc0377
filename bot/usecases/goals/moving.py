"""Adding to a goal, or correcting it: entries are appended, never changed."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, update

from bot.notices.goals import GoalUpdated
from bot.rules.goals import (
    EntryDraft,
    EntryFarBeyond,
    EntryInFuture,
    EntryIsZero,
    GoalIsClosed,
    is_doubtful,
    sensible,
)
from bot.rules.refusals import ValueTooLong
from bot.rules.rights import Action
from bot.rules.smart import LONGEST_TEXT
from bot.usecases.actors import Actor
from bot.usecases.goals.milestones import mark_milestones
from bot.usecases.goals.reading import facts_of, find_goal
from bot.usecases.history import record
from bot.usecases.standing import answers_for, check_right
from models import Agreement, Goal, GoalEntry
from models.base import changed


def update_goal(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID,
    goal: str | None,
    draft: EntryDraft,
) -> GoalUpdated:
    """Add an entry to a goal. Lines it crosses are celebrated.

    Raises ``EntryFarBeyond`` unless its author is sure, ``EntryIsZero``, ``EntryInFuture``,
    ``AmountTooLarge``, ``GoalIsClosed``, ``NoSuchGoal``, ``WhichGoal``, ``NoOpenGoal``,
    ``NotAllowed``, ``ValueTooLong``.
    """
    meant = find_goal(session, agreement_id, goal)
    check_right(
        session,
        Action.ENTER_GOAL,
        actor=actor,
        agreement_id=agreement_id,
        owns=answers_for(
            session, now=now, actor=actor, owner_id=meant.owner_id, agreement_id=agreement_id
        ),
        of_party=meant.party,
    )
    entry = _entry(now, actor, meant, draft)
    _move(session, meant, entry)
    crossed = mark_milestones(session, now=now, actor=actor, goal=meant, entry=entry)
    return GoalUpdated(facts_of(session, now, meant), entry.amount, actor.ref, crossed)


def _entry(now: datetime, actor: Actor, goal: Goal, draft: EntryDraft) -> GoalEntry:
    exact, happened_at = sensible(draft.amount), draft.happened_at or now
    if not exact:
        raise EntryIsZero
    if is_doubtful(exact, goal.target) and not draft.is_sure:
        raise EntryFarBeyond(exact, goal.target)
    if happened_at > now:
        raise EntryInFuture(happened_at)
    if len(draft.note) > LONGEST_TEXT:
        raise ValueTooLong("note", LONGEST_TEXT)
    return GoalEntry(
        goal_id=goal.id,
        amount=exact,
        made_by=actor.person_id,
        happened_at=happened_at,
        told_at=now,
        note=draft.note.strip(),
    )


def _move(session: Session, goal: Goal, entry: GoalEntry) -> None:
    # Two entries at once: the second update waits for the first, so that each sees the total
    # the other left and a line is crossed by exactly one of them.
    still_open = (col(Goal.id) == goal.id, col(Goal.closed_at).is_(None))
    moving = update(Goal).where(*still_open).values(total=col(Goal.total) + entry.amount)
    if not changed(session, moving):
        raise GoalIsClosed(goal.name)
    session.refresh(goal)
    sensible(goal.total)
    session.add(entry)
    session.flush()
    _remember(session, goal, entry)


def _remember(session: Session, goal: Goal, entry: GoalEntry) -> None:
    record(
        session,
        now=entry.told_at,
        team_id=session.get_one(Agreement, goal.agreement_id).team_id,
        agreement_id=goal.agreement_id,
        subject="goal",
        subject_id=goal.id,
        kind="goal_moved",
        happened_at=entry.happened_at,
        actor_id=entry.made_by,
        amount=str(entry.amount),
        total=str(sensible(goal.total)),
        note=entry.note,
    )
