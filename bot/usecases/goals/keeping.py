"""Making and closing goals."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session, col, select, update

from bot.notices.goals import GoalFacts
from bot.rules.commitments import HasNoPart
from bot.rules.goals import (
    Direction,
    GoalExists,
    GoalIsClosed,
    in_order,
    passed,
    sensible,
)
from bot.rules.refusals import MissingValue, ValueTooLong
from bot.rules.rights import Action
from bot.rules.smart import LONGEST_NAME, GoalDraft, NotSmart, goal_lacks
from bot.usecases.actors import Actor, find_person, part_of
from bot.usecases.clocks.promises import calendar_of
from bot.usecases.goals.reading import facts_of, find_goal, open_goals, today_in
from bot.usecases.history import record
from bot.usecases.in_turn import one_at_a_time
from bot.usecases.standing import check_right
from models import Goal, Membership, Milestone
from models.base import changed


def add_goal(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID, draft: GoalDraft
) -> GoalFacts:
    """Make a goal of the actor's own side; lines it is past already are never celebrated.

    Raises ``NotSmart``, ``GoalExists``, ``AmountTooLarge``, ``ValueTooLong``, ``MissingValue``,
    ``BadMilestones``, ``NoSuchPerson``, ``HasNoPart``, ``NotAllowed``.
    """
    party = draft.party or part_of(session, actor, agreement_id).party
    check_right(session, Action.KEEP_GOAL, actor=actor, agreement_id=agreement_id, of_party=party)
    one_at_a_time(session, agreement_id)
    goal = _drafted(session, now, actor, agreement_id, party, draft)
    session.add(goal)
    session.flush()
    for line in passed(goal.total, goal.target, goal.milestones):
        session.add(
            Milestone(
                goal_id=goal.id,
                version=goal.version,
                percent=line,
                reached_at=now,
                celebrated=False,
            )
        )
    _remember(session, now, actor, goal, "goal_made")
    return facts_of(session, now, goal)


def close_goal(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID, goal: str | None
) -> GoalFacts:
    """Close a goal, reached or not. Raises ``GoalIsClosed`` when it was already."""
    meant = find_goal(session, agreement_id, goal)
    check_right(
        session, Action.KEEP_GOAL, actor=actor, agreement_id=agreement_id, of_party=meant.party
    )
    # Two may close it at once; the row tells who was first.
    still_open = (col(Goal.id) == meant.id, col(Goal.closed_at).is_(None))
    closing = update(Goal).where(*still_open).values(closed_at=now, closed_by=actor.person_id)
    if not changed(session, closing):
        raise GoalIsClosed(meant.name)
    session.refresh(meant)
    _remember(session, now, actor, meant, "goal_closed")
    return facts_of(session, now, meant)


def _drafted(
    session: Session,
    now: datetime,
    actor: Actor,
    agreement_id: UUID,
    party: str,
    draft: GoalDraft,
) -> Goal:
    target, ends_on, starts_on = _measured(session, now, agreement_id, draft)
    name = _free_name(session, agreement_id, draft.name)
    total = sensible(draft.total)
    if draft.direction not in set(Direction):
        raise MissingValue("direction")
    return Goal(
        agreement_id=agreement_id,
        name=name,
        direction=draft.direction,
        target=target,
        unit=draft.unit.strip()[:LONGEST_NAME],
        starts_on=starts_on,
        ends_on=ends_on,
        party=party,
        owner_id=_owner(session, actor, agreement_id, draft.owner),
        total=total,
        baseline=total or None,
        milestones=in_order(draft.milestones) if draft.direction == Direction.AT_LEAST else [],
        made_by=actor.person_id,
        made_at=now,
    )


def _measured(
    session: Session, now: datetime, agreement_id: UUID, draft: GoalDraft
) -> tuple[Decimal, date, date]:
    today = today_in(calendar_of(session, agreement_id), now)
    target = None if draft.target is None else sensible(draft.target)
    missing = goal_lacks(draft, target=target, today=today)
    if missing or target is None or draft.ends_on is None:
        raise NotSmart(missing)
    return target, draft.ends_on, draft.starts_on or today


def _free_name(session: Session, agreement_id: UUID, typed: str) -> str:
    name = " ".join(typed.split())
    if len(name) > LONGEST_NAME:
        raise ValueTooLong("name", LONGEST_NAME)
    for goal in open_goals(session, agreement_id):
        if goal.name.casefold() == name.casefold():
            raise GoalExists(goal.name)
    return name


def _owner(session: Session, actor: Actor, agreement_id: UUID, named: str | None) -> UUID:
    if not named:
        return actor.person_id
    person = find_person(session, team_id=actor.team_id, text=named)
    part = session.exec(
        select(Membership.party).where(
            Membership.agreement_id == agreement_id, Membership.person_id == person.id
        )
    ).one_or_none()
    if part is None:
        raise HasNoPart(person.name)
    return person.id


def _remember(session: Session, now: datetime, actor: Actor, goal: Goal, kind: str) -> None:
    record(
        session,
        now=now,
        team_id=actor.team_id,
        agreement_id=goal.agreement_id,
        subject="goal",
        subject_id=goal.id,
        kind=kind,
        actor_id=actor.person_id,
        target=str(goal.target),
        total=str(goal.total),
    )
