"""Goals as people see them: found by what was typed, with their pace today."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from bot.notices.goals import GoalFacts
from bot.rules.goals import Direction, NoOpenGoal, NoSuchGoal, WhichGoal, pace
from bot.rules.responsibilities import stems
from bot.rules.rights import Action
from bot.rules.terms import side_called
from bot.usecases.actors import Actor, ref_of
from bot.usecases.clocks.promises import calendar_of
from bot.usecases.standing import check_right
from models import Agreement, Calendar, Goal, Person


def list_goals(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID
) -> tuple[GoalFacts, ...]:
    """Return the open goals, those that end first at the top."""
    check_right(session, Action.SEE_TOTALS, actor=actor, agreement_id=agreement_id)
    return goals_of(session, now=now, agreement_id=agreement_id)


def show_goal(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID, goal: str | None
) -> GoalFacts:
    """Return the goal meant. Raises ``NoSuchGoal``, ``WhichGoal``, ``NoOpenGoal``."""
    check_right(session, Action.SEE_TOTALS, actor=actor, agreement_id=agreement_id)
    return facts_of(session, now, find_goal(session, agreement_id, goal))


def goals_of(session: Session, *, now: datetime, agreement_id: UUID) -> tuple[GoalFacts, ...]:
    """Return the open goals of an agreement; whoever calls has checked who asks."""
    return tuple(facts_of(session, now, goal) for goal in open_goals(session, agreement_id))


def find_goal(session: Session, agreement_id: UUID, typed: str | None) -> Goal:
    """Return the goal meant by an id or a name; nothing typed means the only open one.

    A name may be given in part, in any case, with or without accents. Raises ``NoSuchGoal``,
    ``WhichGoal``, ``NoOpenGoal``.
    """
    if (by_id := _by_id(session, agreement_id, typed)) is not None:
        return by_id
    goals = open_goals(session, agreement_id)
    meant = _named(goals, typed) if typed else goals
    if len(meant) > 1:
        raise WhichGoal(tuple((goal.id, goal.name) for goal in meant))
    if not meant:
        raise NoSuchGoal(typed) if typed else NoOpenGoal
    return meant[0]


def open_goals(session: Session, agreement_id: UUID) -> list[Goal]:
    return list(
        session.exec(
            select(Goal)
            .where(Goal.agreement_id == agreement_id, col(Goal.closed_at).is_(None))
            .order_by(col(Goal.ends_on), col(Goal.made_at), col(Goal.id))
        ).all()
    )


def facts_of(session: Session, now: datetime, goal: Goal) -> GoalFacts:
    calendar = calendar_of(session, goal.agreement_id)
    today = today_in(calendar, now)
    at = pace(
        target=goal.target,
        actual=goal.total,
        starts_on=goal.starts_on,
        ends_on=goal.ends_on,
        today=today,
        is_working=_works(calendar),
    )
    return GoalFacts(
        id=goal.id,
        name=goal.name,
        unit=goal.unit,
        direction=goal.direction,
        target=goal.target,
        actual=goal.total,
        expected=at.expected,
        required=at.required if goal.direction == Direction.AT_LEAST else None,
        days_left=at.days_left,
        starts_on=goal.starts_on,
        ends_on=goal.ends_on,
        party=side_called(session.get_one(Agreement, goal.agreement_id).kind, goal.party),
        owner=ref_of(session.get_one(Person, goal.owner_id)),
        is_open=goal.closed_at is None,
        is_over=goal.closed_at is None and today > goal.ends_on,
    )


def today_in(calendar: Calendar, now: datetime) -> date:
    return now.astimezone(ZoneInfo(calendar.zone)).date()


def _by_id(session: Session, agreement_id: UUID, typed: str | None) -> Goal | None:
    try:
        goal = session.get(Goal, UUID(typed or ""))
    except ValueError:
        return None
    return goal if goal is not None and goal.agreement_id == agreement_id else None


def _named(goals: list[Goal], typed: str) -> list[Goal]:
    words = set(stems(typed))
    exact = [goal for goal in goals if set(stems(goal.name)) == words]
    return exact or [goal for goal in goals if words and words <= set(stems(goal.name))]


def _works(calendar: Calendar) -> Callable[[date], bool]:
    def works(day: date) -> bool:
        own_blocks = calendar.overrides.get(day.isoformat())
        if own_blocks is not None:
            return bool(own_blocks)
        on_week = calendar.week.get(str(day.weekday()), [])
        return bool(on_week) and day.isoformat() not in calendar.holidays

    return works
