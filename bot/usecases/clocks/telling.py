"""Who is told of a step, and what."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row as Fetched
from sqlmodel import Session, col, select

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
from bot.rules.terms import PartyKind
from bot.rules.worktime import epoch_seconds, moment
from bot.usecases.actors import leads_of, ref_of
from bot.usecases.clocks.counting import facts_of
from bot.usecases.clocks.promises import Promise, days_off
from bot.usecases.hearing import ReachedBy, reached_by
from bot.usecases.leads.rota import candidates_of
from bot.usecases.outbox.posts import Post
from bot.usecases.standing import covers_at, here_or_covered, line_in
from models import Agreement, Person


class Audience:
    """The people a page of clocks concerns, read once per page."""

    def __init__(self, session: Session, now: datetime) -> None:
        self._session = session
        self._now = now
        self._covers = covers_at(session, now)
        self._lines: dict[tuple[UUID, UUID], UUID] = {}
        self._people: dict[UUID, PersonRef] = {}
        self._wishes: dict[str, ReachedBy] = {}
        self._agreements: dict[UUID, Agreement] = {}
        self._leads: dict[UUID, list[PersonRef]] = {}
        self._candidates: dict[UUID, tuple[PersonRef, ...]] = {}

    def learn(self, rows: Iterable[Fetched[Any]]) -> None:
        """Read the owners of all rows, and who stands in for them, in one question."""
        owners = {each for row in rows for each in (row.owner_id, row.lead_owner_id) if each}
        covers = {cover for cover in self._covers.values() if cover}
        if owners:
            wanted = owners | covers
            people = self._session.exec(select(Person).where(col(Person.id).in_(wanted)))
            self._people.update((each.id, ref_of(each)) for each in people.all())
            self._wishes.update(reached_by(self._session, wanted))

    def owner(self, row: Fetched[Any]) -> PersonRef | None:
        return self._people.get(row.lead_owner_id)

    def reader(self, row: Fetched[Any]) -> PersonRef | None:
        """Return who is told: whoever has the turn, or stands in for them at this moment."""
        if row.owner_id not in self._covers:
            return self._people.get(row.owner_id)
        key = (row.agreement_id, row.owner_id)
        if key not in self._lines:
            *_, last = line_in(self._session, self._covers, row.owner_id, row.agreement_id)
            self._lines[key] = last
        return self._people.get(self._lines[key])

    def agreement(self, agreement_id: UUID) -> Agreement:
        if agreement_id not in self._agreements:
            self._agreements[agreement_id] = self._session.get_one(Agreement, agreement_id)
        return self._agreements[agreement_id]

    def sales_leads(self, agreement_id: UUID) -> list[PersonRef]:
        if agreement_id not in self._leads:
            people = here_or_covered(
                self._session,
                now=self._now,
                people=leads_of(self._session, agreement_id, PartyKind.SALES),
            )
            self._leads[agreement_id] = [ref_of(person) for person in people]
            ids = {person.id for person in people}
            self._wishes.update(reached_by(self._session, ids))
        return self._leads[agreement_id]

    def hears(
        self, to: str, promised: Promise, at: datetime, *, closes: int | None
    ) -> tuple[datetime, str]:
        """Return when a reader is told what is due ``at``, and the mark of a daily summary.

        ``closes`` is when a reminder loses its sense; what is no reminder has none.
        """
        reader = self._wishes.get(to)
        if reader is None:
            return at, ""
        closed = days_off(self._session, promised.calendar_id)
        return reader.when(at, promised.office, closed, closes=closes)

    def candidates(self, agreement_id: UUID) -> tuple[PersonRef, ...]:
        if agreement_id not in self._candidates:
            self._candidates[agreement_id] = candidates_of(
                self._session, agreement_id=agreement_id, now=self._now
            )
        return self._candidates[agreement_id]


def posts_for(
    planned: Planned, row: Fetched[Any], promised: Promise, audience: Audience, not_before: datetime
) -> Iterator[Post]:
    """Yield the messages a step owes; none leaves before ``not_before``, the next opening.

    Whoever works hours of their own, or wants quiet, is told at an opening of theirs. A reminder
    its owner asked to have again comes when they asked.
    """
    is_reminder = planned.step.kind in (StepKind.REMINDER, StepKind.AGAIN)
    closes = _turn_due_at(row, promised) if is_reminder else None
    for to, notice in _tellings(planned, row, promised, audience):
        leaves, mark = not_before, ""
        if planned.step.kind is not StepKind.AGAIN:
            leaves, mark = audience.hears(to, promised, not_before, closes=closes)
        yield Post(
            team_id=row.team_id,
            key=f"{row.id}:{row.generation}:{planned.name}:{to}",
            to=to,
            notice=notice,
            subject="lead",
            subject_id=row.lead_id,
            clock_id=row.id,
            step=planned.name,
            not_before=leaves,
            expires_at=_closing(row, promised, leaves) if is_reminder else None,
            reason=mark,
        )


def lead_facts(row: Fetched[Any]) -> LeadFacts:
    """Return a lead as it is named to people, from a clock's row joined with its lead."""
    return LeadFacts(
        id=row.lead_id,
        public_id=row.public_id,
        name=row.name,
        company=row.company,
        source=row.source,
        segment=row.segment,
        score=row.score,
    )


def _tellings(
    planned: Planned, row: Fetched[Any], promised: Promise, audience: Audience
) -> Iterator[tuple[str, object]]:
    owner, reader, lead = audience.owner(row), audience.reader(row), lead_facts(row)
    absent, cover = (None, None) if reader == owner else (owner, reader)
    others = [each for each in audience.sales_leads(row.agreement_id) if each != reader]
    # A sales lead who owns the lead is the only one left to escalate to.
    managers = others or audience.sales_leads(row.agreement_id)
    due = _due_at(row, promised)
    match planned.step.kind:
        case StepKind.REMINDER | StepKind.AGAIN:
            reminder = _reminder(planned, row, promised, lead, absent)
            yield from _to([reader] if reader else managers, reminder)
        case StepKind.BREACH:
            if reader:
                yield reader.slack_id, WindowMissed(lead, row.stage, due, absent)
            yield from _to(others, MissReported(lead, row.stage, owner, due, cover))
            yield _flag(row, owner, audience)
        case StepKind.MANAGER:
            late = planned.step.amount - row.target
            escalated = MissEscalated(lead, row.stage, owner, due, late, row.held_until, cover)
            yield from _to(managers, escalated)
        case StepKind.OFFER:
            late = planned.step.amount - row.target
            able = audience.candidates(row.agreement_id)
            could = tuple(person for person in able if person not in (owner, reader))
            offered = ReassignmentOffered(lead, row.stage, owner, late, could, cover)
            yield from _to(managers, offered)


def _reminder(
    planned: Planned,
    row: Fetched[Any],
    promised: Promise,
    lead: LeadFacts,
    absent: PersonRef | None,
) -> WindowClosing | ReminderAgain:
    facts = facts_of(row)
    used = ladder.turn_consumed(facts, promised.hours, planned.at)
    due = moment(_turn_due_at(row, promised))
    span = ladder.turn_span(facts, row.target, promised.hours)
    left, percent = span - used, planned.step.percent
    if span < row.target:
        percent = 100 * (row.target - left) // row.target
    if planned.step.kind is StepKind.AGAIN:
        return ReminderAgain(lead, row.stage, left, due, absent)
    return WindowClosing(lead, row.stage, percent, left, due, absent)


def _flag(
    row: Fetched[Any], owner: PersonRef | None, audience: Audience
) -> tuple[str, MissesFlagged]:
    agreement = audience.agreement(row.agreement_id)
    named = owner if agreement.names_people else None
    line = FlaggedLead(row.lead_id, row.public_id, row.company, row.stage, named)
    return agreement.channel_id, MissesFlagged(agreement.name, (line,))


def _to(people: Sequence[PersonRef | None], notice: object) -> Iterator[tuple[str, object]]:
    for person in people:
        if person is not None:
            yield person.slack_id, notice


def _turn_due_at(row: Fetched[Any], promised: Promise) -> int:
    return ladder.turn_due_at(facts_of(row), row.target, promised.hours)


def _due_at(row: Fetched[Any], promised: Promise) -> datetime:
    return moment(ladder.due_at(facts_of(row), row.target, promised.hours))


def _closing(row: Fetched[Any], promised: Promise, not_before: datetime) -> datetime:
    """A reminder that could not be sent before the window closed is not worth sending."""
    due = ladder.due_at(facts_of(row), row.target, promised.hours)
    closes = promised.hours.next_open_s(due) + 1
    return moment(max(closes, epoch_seconds(not_before) + 60))
