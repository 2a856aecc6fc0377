"""Milestones: told once in the team channel, and taken back plainly when a correction does."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.goals import MilestoneReached, MilestoneUndone
from bot.notices.people import PersonRef
from bot.rules.goals import Crossing, crossing, reaches
from bot.usecases.actors import Actor, ref_of
from bot.usecases.goals.reading import facts_of
from bot.usecases.outbox import enqueue
from models import Agreement, Goal, GoalEntry, Milestone, Outbox, Person, PostState

UNDONE = ":undone"


def mark_milestones(
    session: Session, *, now: datetime, actor: Actor, goal: Goal, before: Decimal
) -> tuple[int, ...]:
    """Record the lines an entry crossed and tell the team of the highest; return the lines."""
    marks = _marks(session, goal)
    judged = crossing(
        before=before,
        after=goal.total,
        target=goal.target,
        lines=goal.milestones,
        on_record={mark.percent for mark in marks},
        celebrated={mark.percent for mark in marks if mark.celebrated},
    )
    if judged.celebrated is not None:
        _celebrate(session, now, goal, judged.celebrated, _movers(session, goal, marks))
    if judged.undone is not None:
        _take_back(session, now, goal, judged.undone, actor.ref)
    _record(session, now, goal, judged)
    return judged.crossed


def still_true(session: Session, goal_id: UUID, step: str) -> bool:
    """Say whether what a message about a milestone tells is so.

    A celebration is while the goal stands at its line; taking it back is while the goal stands
    under it, to people who read the celebration.
    """
    percent = int(step.removesuffix(UNDONE))
    goal = session.get(Goal, goal_id, populate_existing=True)
    if goal is None:
        return False
    reached = reaches(goal.total, goal.target, percent)
    if step.endswith(UNDONE):
        return not reached and _was_celebrated(session, goal, percent)
    return reached


def _was_celebrated(session: Session, goal: Goal, percent: int) -> bool:
    state = session.exec(
        select(Outbox.state).where(Outbox.dedupe_key == _key(goal, str(percent)))
    ).first()
    return state is not None and state != PostState.CANCELLED


def _marks(session: Session, goal: Goal) -> list[Milestone]:
    return list(
        session.exec(
            select(Milestone).where(Milestone.goal_id == goal.id, Milestone.version == goal.version)
        ).all()
    )


def _record(session: Session, now: datetime, goal: Goal, judged: Crossing) -> None:
    for line in judged.crossed:
        session.add(
            Milestone(
                goal_id=goal.id,
                version=goal.version,
                percent=line,
                reached_at=now,
                celebrated=line == judged.celebrated,
            )
        )
    session.flush()


def _movers(session: Session, goal: Goal, marks: Iterable[Milestone]) -> tuple[PersonRef, ...]:
    """Return whoever added to the goal since its last celebration, the most generous first."""
    since = max((mark.reached_at for mark in marks if mark.celebrated), default=goal.made_at)
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


def _celebrate(
    session: Session, now: datetime, goal: Goal, percent: int, by: tuple[PersonRef, ...]
) -> None:
    notice = MilestoneReached(facts_of(session, now, goal), percent, by, now)
    _announce(session, now, goal, notice, str(percent))


def _take_back(session: Session, now: datetime, goal: Goal, percent: int, by: PersonRef) -> None:
    notice = MilestoneUndone(facts_of(session, now, goal), percent, by)
    _announce(session, now, goal, notice, f"{percent}{UNDONE}")


def _announce(
    session: Session,
    now: datetime,
    goal: Goal,
    notice: MilestoneReached | MilestoneUndone,
    step: str,
) -> None:
    agreement = session.get_one(Agreement, goal.agreement_id)
    enqueue(
        session,
        now=now,
        team_id=agreement.team_id,
        key=_key(goal, step),
        to=agreement.celebration_channel_id,
        notice=notice,
        subject="goal",
        subject_id=goal.id,
        step=step,
    )


def _key(goal: Goal, step: str) -> str:
    return f"{goal.id}:{goal.version}:{step}"
