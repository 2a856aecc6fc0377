"""Milestones: told once in the team channel, and taken back plainly when a correction does."""

from collections.abc import Collection
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session, col, delete, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.notices.goals import MilestoneReached, MilestoneUndone, MilestoneWithdrawn
from bot.notices.people import PersonRef
from bot.rules.goals import crossing, passed, reaches
from bot.usecases.actors import Actor, ref_of
from bot.usecases.goals.reading import facts_of
from bot.usecases.outbox import enqueue, withdraw
from models import Agreement, Goal, GoalEntry, Milestone, Outbox, Person, PostState

UNDONE = ":undone"


def mark_milestones(
    session: Session, *, now: datetime, actor: Actor, goal: Goal, entry: GoalEntry
) -> tuple[int, ...]:
    """Judge the lines an entry moved the goal over; return those it crossed upward.

    The team is told of the highest. A celebration that a correction made untrue is rewritten, and
    the correction said; crossing that line again is celebrated again.
    """
    judged = crossing(
        before=goal.total - entry.amount,
        after=goal.total,
        target=goal.target,
        lines=goal.milestones,
        from_start=passed(goal.baseline or Decimal(0), goal.target, goal.milestones),
    )
    if judged.undone:
        _take_back(session, now, goal, judged.undone, actor.ref, entry)
    if judged.celebrated is not None:
        _celebrate(session, now, goal, judged.celebrated, entry)
    _record(session, now, goal, judged.crossed)
    return judged.crossed


def still_true(session: Session, goal_id: UUID, step: str) -> bool:
    """Say whether what a message about a milestone tells is so.

    A celebration is while the goal stands at its line; taking it back is while the goal stands
    under it, to people who read the celebration.
    """
    goal = session.get(Goal, goal_id, populate_existing=True)
    if goal is None:
        return False
    percent = int(step.removesuffix(UNDONE))
    is_reached = reaches(goal.total, goal.target, percent)
    if step.endswith(UNDONE):
        return not is_reached and bool(session.exec(_celebrations(goal, [percent])).first())
    return is_reached


def _record(session: Session, now: datetime, goal: Goal, crossed: tuple[int, ...]) -> None:
    for line in crossed:
        session.merge(
            Milestone(
                goal_id=goal.id,
                version=goal.version,
                percent=line,
                reached_at=now,
                celebrated=line == crossed[-1],
            )
        )
    session.flush()


def _movers(session: Session, goal: Goal) -> tuple[PersonRef, ...]:
    """Return whoever added to the goal since its last celebration, the most generous first."""
    celebrations = session.exec(
        select(Milestone.reached_at).where(
            Milestone.goal_id == goal.id,
            Milestone.version == goal.version,
            col(Milestone.celebrated).is_(True),
        )
    )
    since = max(celebrations, default=goal.made_at)
    entries = session.exec(
        select(GoalEntry.made_by, col(GoalEntry.amount)).where(
            GoalEntry.goal_id == goal.id, col(GoalEntry.told_at) >= since
        )
    ).all()
    given: dict[UUID, Decimal] = {}
    for person_id, amount in entries:
        given[person_id] = given.get(person_id, Decimal(0)) + amount
    movers = [person_id for person_id, amount in given.items() if amount > 0]
    movers.sort(key=lambda person_id: -given[person_id])
    people = [session.get_one(Person, person_id) for person_id in movers]
    return tuple(ref_of(each) for each in people)


def _celebrate(session: Session, now: datetime, goal: Goal, percent: int, entry: GoalEntry) -> None:
    by = _movers(session, goal)
    notice = MilestoneReached(facts_of(session, now, goal), percent, by, now)
    _announce(session, now, goal, entry, notice, str(percent))


def _take_back(
    session: Session,
    now: datetime,
    goal: Goal,
    undone: Collection[int],
    by: PersonRef,
    entry: GoalEntry,
) -> None:
    """Forget the lines; where people read of one, say so there and once in the channel."""
    facts = facts_of(session, now, goal)
    read = []
    standing = _celebrations(goal, undone).where(col(Outbox.settled).is_(False))
    for post in session.exec(standing).all():
        percent = int(post.step)
        said = MilestoneWithdrawn(facts, percent, by)
        if withdraw(session, now=now, post_id=post.id, key=f"{post.id}:{entry.id}", notice=said):
            read.append(percent)
    if read:
        notice = MilestoneUndone(facts, max(read), by)
        _announce(session, now, goal, entry, notice, f"{max(read)}{UNDONE}")
    session.exec(
        delete(Milestone).where(
            col(Milestone.goal_id) == goal.id,
            col(Milestone.version) == goal.version,
            col(Milestone.percent).in_(undone),
        )
    )


def _celebrations(goal: Goal, lines: Collection[int]) -> SelectOfScalar[Outbox]:
    """Find the celebrations of these lines that went out or are about to."""
    return select(Outbox).where(
        Outbox.subject_id == goal.id,
        Outbox.operation == "post",
        Outbox.notice == MilestoneReached.__name__,
        col(Outbox.step).in_([str(line) for line in lines]),
        col(Outbox.state).not_in((PostState.CANCELLED, PostState.DEAD)),
    )


def _announce(
    session: Session,
    now: datetime,
    goal: Goal,
    entry: GoalEntry,
    notice: MilestoneReached | MilestoneUndone,
    step: str,
) -> None:
    agreement = session.get_one(Agreement, goal.agreement_id)
    enqueue(
        session,
        now=now,
        team_id=agreement.team_id,
        key=f"{goal.id}:{entry.id}:{step}",
        to=agreement.celebration_channel_id,
        notice=notice,
        subject="goal",
        subject_id=goal.id,
        step=step,
    )
