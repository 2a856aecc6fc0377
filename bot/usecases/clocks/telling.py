"""Who is told of a step, and what."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Row as Fetched

from bot.notices.leads import (
    FlaggedLead,
    LeadFacts,
    MissEscalated,
    MissesFlagged,
    MissReported,
    ReassignmentOffered,
    ReminderAgain,
    WindowClosing,
    WindowMissed,
)
from bot.notices.people import PersonRef
from bot.rules import ladder
from bot.rules.ladder import Planned, StepKind
from bot.rules.worktime import epoch_seconds, moment
from bot.usecases.clocks.audience import Audience, lead_facts
from bot.usecases.clocks.counting import facts_of
from bot.usecases.clocks.promises import Promise
from bot.usecases.clocks.telling_requests import request_tellings, to_each, told_late
from bot.usecases.outbox.posts import Post, key_of_step


def posts_for(
    planned: Planned, row: Fetched[Any], promised: Promise, audience: Audience, not_before: datetime
) -> Iterator[Post]:
    """Yield the messages a step owes; none leaves before ``not_before``, the next opening.

    Whoever works hours of their own, or wants quiet, is told at an opening of theirs. A reminder
    its owner asked to have again comes when they asked.
    """
    about = audience.about(row)
    tellings = _tellings if row.request_id is None else request_tellings
    is_reminder = planned.step.kind in (StepKind.REMINDER, StepKind.AGAIN)
    closes = _turn_due_at(row, promised) if is_reminder else None
    for to, notice in tellings(planned, row, promised, audience):
        leaves, mark = not_before, ""
        if planned.step.kind is not StepKind.AGAIN:
            leaves, mark = audience.hears(to, promised, not_before, closes=closes)
        yield Post(
            team_id=about.team_id,
            key=key_of_step(row.id, row.generation, planned.name, to),
            to=to,
            notice=notice,
            subject=about.kind,
            subject_id=about.id,
            clock_id=row.id,
            step=planned.name,
            not_before=leaves,
            expires_at=_closing(row, promised, leaves) if is_reminder else None,
            reason=mark,
        )


def _tellings(
    planned: Planned, row: Fetched[Any], promised: Promise, audience: Audience
) -> Iterator[tuple[str, object]]:
    owner, reader, lead = audience.owner(row), audience.reader(row), lead_facts(row)
    absent, cover = (None, None) if reader == owner else (owner, reader)
    leads = audience.leads_of(row.agreement_id, promised.party)
    others = [each for each in leads if each != reader]
    # A sales lead who owns the lead is the only one left to escalate to.
    managers = others or leads
    due = _due_at(row, promised)
    match planned.step.kind:
        case StepKind.REMINDER | StepKind.AGAIN:
            reminder = _reminder(planned, row, promised, lead, absent, has_turn=reader is not None)
            yield from to_each([reader] if reader else managers, reminder)
        case StepKind.BREACH:
            if reader:
                yield reader.slack_id, WindowMissed(lead, row.stage, due, absent)
            yield from to_each(others, MissReported(lead, row.stage, owner, due, cover))
            yield _flag(row, owner, audience)
        case StepKind.MANAGER:
            late = planned.step.amount - row.target
            escalated = MissEscalated(lead, row.stage, owner, due, late, row.held_until, cover)
            yield from to_each(managers, escalated)
        case StepKind.OFFER:
            late = planned.step.amount - row.target
            able = audience.candidates(row.agreement_id)
            could = tuple(person for person in able if person not in (owner, reader))
            offered = ReassignmentOffered(lead, row.stage, owner, late, could, cover)
            yield from to_each(managers, offered)


def _reminder(
    planned: Planned,
    row: Fetched[Any],
    promised: Promise,
    lead: LeadFacts,
    absent: PersonRef | None,
    *,
    has_turn: bool,
) -> WindowClosing | ReminderAgain:
    said = ladder.time_left(planned, facts_of(row), row.target, promised.hours)
    due = moment(said.due_at)
    if planned.step.kind is StepKind.AGAIN:
        return ReminderAgain(lead, row.stage, said.left, due, absent)
    reminder = WindowClosing(lead, row.stage, said.percent, said.left, due, absent)
    return told_late(reminder, said, has_turn=has_turn)


def _flag(
    row: Fetched[Any], owner: PersonRef | None, audience: Audience
) -> tuple[str, MissesFlagged]:
    agreement = audience.agreement(row.agreement_id)
    named = owner if agreement.names_people else None
    line = FlaggedLead(row.lead_id, row.public_id, row.company, row.stage, named)
    return agreement.channel_id, MissesFlagged(agreement.name, (line,))


def _turn_due_at(row: Fetched[Any], promised: Promise) -> int:
    return ladder.turn_due_at(facts_of(row), row.target, promised.hours)


def _due_at(row: Fetched[Any], promised: Promise) -> datetime:
    return moment(ladder.due_at(facts_of(row), row.target, promised.hours))


def _closing(row: Fetched[Any], promised: Promise, not_before: datetime) -> datetime:
    """A reminder that could not be sent before what it tells of is over is not worth sending."""
    facts = facts_of(row)
    ends = (ladder.due_at, ladder.turn_due_at)
    due = max(end(facts, row.target, promised.hours) for end in ends)
    closes = promised.hours.next_open_s(due) + 1
    return moment(max(closes, epoch_seconds(not_before) + 60))
