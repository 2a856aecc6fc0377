"""Lines of a morning's list, also for a clock that stood still while the list was made."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row as Fetched
from sqlmodel import Session, col, select

from bot.rules import ladder
from bot.rules.ladder import Fate, Planned, StepKind
from bot.rules.terms import ClockState
from bot.rules.worktime import epoch_seconds
from bot.usecases.clocks.audience import Audience
from bot.usecases.clocks.counting import facts_of
from bot.usecases.clocks.morning_lists import MorningLists, step_in_list
from bot.usecases.clocks.promises import Promise, promise
from bot.usecases.clocks.rows import CLOCKS
from bot.usecases.clocks.telling import posts_for
from bot.usecases.outbox.posts import Post, enqueue_many
from bot.usecases.outbox.reasons import DAILY
from models import Clock, Step


def lines_for(
    row: Fetched[Any], promised: Promise, audience: Audience, *, now: datetime, until: datetime
) -> Iterator[Post]:
    """Yield the line of a clock in the list that looks ahead to the next one, at ``until``."""
    used = ladder.turn_consumed(facts_of(row), promised.hours, epoch_seconds(now))
    step = ladder.Step(StepKind.REMINDER, used, 0, 100 * used // row.target)
    planned = Planned(epoch_seconds(now), step, step_in_list(row.turn, until))
    for post in posts_for(planned, row, promised, audience, promised.office.next_open(now)):
        yield replace(post, reason=DAILY)


def owe_lines(session: Session, *, now: datetime, clock_ids: Collection[UUID]) -> None:
    """Tell of clocks that go on what today's list would have told, had they run by then.

    Only where reminders were left to a list: what has them still to come is told at its moment.
    """
    if not clock_ids:
        return
    lists = MorningLists(session)
    rows = session.execute(
        CLOCKS.where(
            col(Clock.id).in_(clock_ids),
            col(Clock.state) == ClockState.RUNNING.value,
            col(Clock.breached_at).is_(None),
            col(Clock.silenced).is_(False),
            col(Clock.snoozed_until).is_(None),
            col(Clock.due_at) > now,
        )
    ).all()
    audience = Audience(session, now)
    audience.learn(rows)
    for row in rows:
        until = lists.next_at(row.agreement_id)
        if until is None or row.due_at > until:
            continue
        if audience.gathers(audience.reader(row)) and _left(session, row):
            promised = promise(session, row.window_id)
            posts = list(lines_for(row, promised, audience, now=now, until=until))
            enqueue_many(session, posts, now=now)


def _left(session: Session, row: Fetched[Any]) -> bool:
    """Say whether a reminder of the present turn was left to a list."""
    gathered = select(Step.step).where(
        Step.clock_id == row.id,
        Step.generation == row.generation,
        Step.fate == Fate.GATHERED.value,
        col(Step.step).startswith(f"t{row.turn}."),
    )
    return session.exec(gathered).first() is not None
