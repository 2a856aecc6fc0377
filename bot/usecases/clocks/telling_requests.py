"""Who is told of a step of a request's clock, and what: its owner, and the side it is asked of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import Row as Fetched

from bot.notices.leads import WindowClosing
from bot.notices.people import PersonRef
from bot.notices.requests import (
    FlaggedRequest,
    RequestClosing,
    RequestEscalated,
    RequestFacts,
    RequestMissed,
    RequestMissReported,
    RequestPassOffered,
    RequestsFlagged,
)
from bot.rules import ladder
from bot.rules.ladder import Planned, StepKind, TimeLeft
from bot.rules.worktime import moment
from bot.usecases.clocks.audience import Audience
from bot.usecases.clocks.counting import facts_of
from bot.usecases.clocks.promises import Promise

Reminder = TypeVar("Reminder", WindowClosing, RequestClosing)


def request_tellings(
    planned: Planned, row: Fetched[Any], promised: Promise, audience: Audience
) -> Iterator[tuple[str, object]]:
    """Yield whom a step is told to, and the fact."""
    owner, reader, request = audience.owner(row), audience.reader(row), audience.request(row)
    absent = None if reader == owner else owner
    leads = audience.leads_of(row.agreement_id, request.party)
    others = [each for each in leads if each != reader]
    # A lead who answers for the area is the only one left to escalate to.
    managers = others or leads
    due = moment(ladder.due_at(facts_of(row), row.target, promised.hours))
    late = planned.step.amount - row.target
    match planned.step.kind:
        case StepKind.REMINDER | StepKind.AGAIN:
            reminder = _reminder(planned, row, promised, request, absent, has_turn=bool(reader))
            yield from to_each([reader] if reader else managers, reminder)
        case StepKind.BREACH:
            yield from to_each([reader], RequestMissed(request, due, absent))
            yield from to_each(others, RequestMissReported(request, due))
            yield _flag(row, request, audience)
        case StepKind.MANAGER:
            yield from to_each(managers, RequestEscalated(request, late))
        case StepKind.OFFER:
            able = audience.able(row.agreement_id, request.party)
            could = tuple(person for person in able if person not in (reader, request.owner))
            yield from to_each(managers, RequestPassOffered(request, late, could))


def to_each(people: Sequence[PersonRef | None], notice: object) -> Iterator[tuple[str, object]]:
    for person in people:
        if person is not None:
            yield person.slack_id, notice


def told_late(reminder: Reminder, said: TimeLeft, *, has_turn: bool) -> Reminder:
    """Return a reminder as it is, or told late where the window closed and only a turn goes on."""
    if said.closed_at is None:
        return reminder
    own_until = reminder.due_at if has_turn else None
    return replace(reminder, due_at=moment(said.closed_at), is_late=True, own_until=own_until)


def _reminder(
    planned: Planned,
    row: Fetched[Any],
    promised: Promise,
    request: RequestFacts,
    absent: PersonRef | None,
    *,
    has_turn: bool,
) -> RequestClosing:
    said = ladder.time_left(planned, facts_of(row), row.target, promised.hours)
    due = moment(said.due_at)
    reminder = RequestClosing(request, said.percent, said.left, due, absent)
    return told_late(reminder, said, has_turn=has_turn)


def _flag(
    row: Fetched[Any], request: RequestFacts, audience: Audience
) -> tuple[str, RequestsFlagged]:
    agreement = audience.agreement(row.agreement_id)
    named = request.owner if agreement.names_people else None
    line = FlaggedRequest(request.id, request.public_id, request.kind, request.area, named)
    return agreement.channel_id, RequestsFlagged(agreement.name, (line,))
