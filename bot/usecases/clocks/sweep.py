"""The sweep: whatever has come due is written down and told, a page of clocks a transaction.

Its cost follows what is due, never what is open: the only question asked of all clocks is "whose
``next_at`` has passed?", and a partial index answers it.
"""

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Row as Fetched
from sqlalchemy import bindparam, insert, select, update
from sqlmodel import Session, col

from bot.notices.leads import LeadFacts
from bot.notices.people import PersonRef
from bot.notices.requests import RequestFacts
from bot.rules import ladder
from bot.rules.ladder import Due, Fate, StepKind, Verdict
from bot.rules.terms import ClockState
from bot.rules.worktime import NoOpening, epoch_seconds, moment
from bot.usecases.clocks import tally
from bot.usecases.clocks.audience import About, Audience
from bot.usecases.clocks.counting import facts_of
from bot.usecases.clocks.promises import Promise, promise
from bot.usecases.clocks.resumed import owe_lines
from bot.usecases.clocks.rows import CLOCKS
from bot.usecases.clocks.running import resume_clock
from bot.usecases.clocks.telling import posts_for
from bot.usecases.outbox.cards import CardChange, rewrite_cards
from bot.usecases.outbox.posts import Post, enqueue_many
from bot.usecases.outbox.rewrites import shrink_earlier
from models import Clock, Event, Lead, Step
from models.history import next_number

PAGE = 500
AN_HOUR = 3600

log = logging.getLogger(__name__)

_EVENT_KIND = {
    StepKind.REMINDER: "clock.reminded",
    StepKind.AGAIN: "clock.reminded",
    StepKind.BREACH: "clock.breached",
    StepKind.MANAGER: "clock.escalated",
    StepKind.OFFER: "clock.offered",
}

_DUE = (
    CLOCKS.where(col(Clock.next_at) <= bindparam("now"))
    .order_by(col(Clock.next_at))
    .limit(PAGE)
    .with_for_update(of=Clock, skip_locked=True)
)
_DUE_OF_LEAD = CLOCKS.where(
    col(Clock.next_at) <= bindparam("now"), col(Clock.lead_id) == bindparam("lead")
).with_for_update(of=Clock)
_DUE_OF_REQUEST = CLOCKS.where(
    col(Clock.next_at) <= bindparam("now"), col(Clock.request_id) == bindparam("request")
).with_for_update(of=Clock)
_MOVE = (
    update(Clock)
    .where(col(Clock.id) == bindparam("clock"))
    .values(
        fired=bindparam("is_fired"),
        next_at=bindparam("looks_at"),
        breached_at=bindparam("was_breached"),
        snoozed_until=bindparam("is_snoozed"),
    )
)


@dataclass(slots=True)
class _Page:
    """Rows to write for one page of clocks."""

    steps: list[dict[str, object]] = field(default_factory=list)
    events: list[dict[str, object]] = field(default_factory=list)
    moves: list[dict[str, object]] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    told_again: dict[UUID, LeadFacts | RequestFacts] = field(default_factory=dict)
    cards: list[CardChange] = field(default_factory=list)
    counts: tally.Deltas = field(default_factory=Counter)


def advance_due(session: Session, *, now: datetime) -> int:
    """Advance one page of due clocks; say how many there were. A short page ends the sweep."""
    rows = session.execute(_DUE, {"now": now}).all()
    _advance(session, rows, now)
    return len(rows)


def catch_up(session: Session, *, now: datetime, lead_id: UUID) -> None:
    """Write down what a lead's clocks already owed before somebody acts on it."""
    _advance(session, session.execute(_DUE_OF_LEAD, {"now": now, "lead": lead_id}).all(), now)


def catch_up_request(session: Session, *, now: datetime, request_id: UUID) -> None:
    """Write down what a request's clock already owed before somebody acts on it."""
    due = session.execute(_DUE_OF_REQUEST, {"now": now, "request": request_id})
    _advance(session, due.all(), now)


def next_step_at(session: Session) -> datetime | None:
    """Return the earliest moment at which a clock could owe anything."""
    return session.execute(_NEXT).scalar_one_or_none()


_NEXT = (
    select(col(Clock.next_at))
    .where(col(Clock.next_at).is_not(None))
    .order_by(col(Clock.next_at))
    .limit(1)
)


def _advance(session: Session, rows: Sequence[Fetched[Any]], now: datetime) -> None:
    page = _Page()
    audience = Audience(session, now)
    audience.learn(rows)
    resumed = [row.id for row in rows if row.state == ClockState.PAUSED]
    for row in rows:
        if row.state == ClockState.PAUSED:
            _resume(session, row.id, now)
            page.cards.extend(_card_change(row, audience, f"resumed:{row.pauses}"))
            continue
        promised = promise(session, row.window_id)
        try:
            verdict = ladder.judge(
                facts_of(row), promised.rungs, promised.hours, epoch_seconds(now)
            )
            not_before = promised.office.next_open(now)
        except NoOpening:
            # A calendar without openings must not hold up everybody else's clocks.
            log.exception("clock %s finds no opening; looking again in an hour", row.id)
            page.moves.append(_move(row, moment(epoch_seconds(now) + AN_HOUR), row.fired, None))
            continue
        _write_down(page, row, verdict, promised, audience, now, not_before)
    _save(session, page, now)
    owe_lines(session, now=now, clock_ids=resumed)


def _resume(session: Session, clock_id: UUID, now: datetime) -> None:
    clock = session.get_one(Clock, clock_id)
    lead = session.get_one(Lead, clock.lead_id)
    resume_clock(session, now=now, lead=lead, clock=clock, at=clock.paused_until or now)


def _write_down(
    page: _Page,
    row: Fetched[Any],
    verdict: Verdict,
    promised: Promise,
    audience: Audience,
    now: datetime,
    not_before: datetime,
) -> None:
    fired, breached_at = row.fired, row.breached_at
    about, reader = audience.about(row), audience.reader(row)
    for due in _as_heard(verdict.due, row, audience):
        at = moment(due.planned.at)
        fired |= due.planned.step.bit
        if due.planned.step.kind is StepKind.BREACH and breached_at is None:
            breached_at = at
            page.cards.extend(_card_change(row, audience, f"breach:{row.generation}"))
            page.counts.update(tally.breach_deltas(row.agreement_id, row.stage, promised.day(at)))
        page.steps.append(_step(row, due, at, now, reader))
        page.events.append(_event(row, about, due, at, now))
        if due.fate is Fate.TOLD:
            page.posts.extend(posts_for(due.planned, row, promised, audience, not_before))
            if row.fired:
                page.told_again[row.id] = about.facts
    looks_at = None if verdict.next_at is None else moment(verdict.next_at)
    asked_again = any(due.planned.step.kind is StepKind.AGAIN for due in verdict.due)
    page.moves.append(_move(row, looks_at, fired, breached_at, keep_snooze=not asked_again))


def _as_heard(steps: Sequence[Due], row: Fetched[Any], audience: Audience) -> Iterator[Due]:
    """What the list of a morning tells of instead is only written down at its moment."""
    for due in steps:
        is_reminder = due.planned.step.kind is StepKind.REMINDER
        if is_reminder and due.fate is Fate.TOLD and audience.hears_in_a_list(row):
            yield replace(due, fate=Fate.GATHERED)
        else:
            yield due


def _card_change(row: Fetched[Any], audience: Audience, what: str) -> Iterator[CardChange]:
    """Whoever stands in may have a lead's card as well as the owner, or instead."""
    if row.lead_id is None:
        return
    for person in {audience.owner(row), audience.reader(row)}:
        if person is not None:
            yield CardChange(row.team_id, row.lead_id, person.slack_id, f"{row.id}:{what}")


def _step(
    row: Fetched[Any], due: Due, at: datetime, now: datetime, reader: PersonRef | None
) -> dict[str, object]:
    return {
        "clock_id": row.id,
        "generation": row.generation,
        "step": due.planned.name,
        "due_at": at,
        "noticed_at": now,
        "fate": due.fate.value,
        "person_id": reader.id if reader else None,
    }


def _event(
    row: Fetched[Any], about: About, due: Due, at: datetime, now: datetime
) -> dict[str, object]:
    kind = _EVENT_KIND[due.planned.step.kind] if due.fate is Fate.TOLD else "clock.skipped"
    return {
        "id": uuid4(),
        "sequence": next_number(),
        "team_id": about.team_id,
        "agreement_id": row.agreement_id,
        "subject": about.kind,
        "subject_id": about.id,
        "kind": kind,
        "happened_at": at,
        "noticed_at": now,
        "facts": {
            "clock": str(row.id),
            "stage": row.stage,
            "step": due.planned.name,
            "percent": due.planned.step.percent,
            "fate": due.fate.value,
        },
    }


def _move(
    row: Fetched[Any],
    looks_at: datetime | None,
    fired: int,
    breached_at: datetime | None,
    *,
    keep_snooze: bool = True,
) -> dict[str, object]:
    return {
        "clock": row.id,
        "is_fired": fired,
        "looks_at": looks_at,
        "was_breached": breached_at or row.breached_at,
        "is_snoozed": row.snoozed_until if keep_snooze else None,
    }


def _save(session: Session, page: _Page, now: datetime) -> None:
    """Write a page in the caller's transaction; the ledger's key refuses a second firing."""
    if page.steps:
        session.execute(insert(Step), page.steps)
        session.execute(insert(Event), page.events)
    if page.moves:
        # Holds that ended are still in the session's hands, and forgetting would lose them.
        session.flush()
        session.connection().execute(_MOVE, page.moves)
        session.expire_all()
    tally.add(session, page.counts)
    if page.told_again:
        shrink_earlier(session, now=now, clocks=page.told_again, next_ones=page.posts)
    enqueue_many(session, page.posts, now=now)
    if page.cards:
        rewrite_cards(session, now=now, changes=page.cards)
