"""`/sla status`: an agreement's totals now, read from tallies, never by counting all leads.

What is past its window now is counted, through the index of running clocks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from bot.notices.status import LateLead, LateWindow, StatusFacts, StatusShared, WindowStatus
from bot.rules.rights import Action
from bot.rules.terms import side_called
from bot.usecases.actors import Actor, part_of
from bot.usecases.clocks import tally
from bot.usecases.clocks.promises import Promise, promises_of
from bot.usecases.clocks.tally import LEADS, NOW, REQUESTS, Count, Measure
from bot.usecases.goals import goals_of
from bot.usecases.leads.cards import lead_facts
from bot.usecases.leads.late import IS_RUNNING, is_past, late_for
from bot.usecases.outbox.posts import enqueue
from bot.usecases.standing import check_right
from models import Agreement, Clock, Lead, Person
from models.base import new_id

SOON = timedelta(hours=1)
LATE_SHOWN = 10


def status(session: Session, *, now: datetime, actor: Actor, agreement_id: UUID) -> StatusFacts:
    """Return the totals, and the late leads this reader may see by name."""
    check_right(session, Action.SEE_TOTALS, actor=actor, agreement_id=agreement_id)
    seen = late_for(session, now=now, actor=actor, part=part_of(session, actor, agreement_id))
    return replace(
        _status(session, now, agreement_id),
        late=_late(session, seen),
        late_seen=_leads_among(session, seen),
    )


def share_status(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID
) -> StatusFacts:
    """Post the totals, and only those, to the agreement's channel."""
    check_right(session, Action.SEE_TOTALS, actor=actor, agreement_id=agreement_id)
    facts = _status(session, now, agreement_id)
    enqueue(
        session,
        now=now,
        team_id=actor.team_id,
        key=f"status:{new_id()}",
        to=facts.channel_id,
        notice=StatusShared(facts, actor.slack_id),
    )
    return facts


def totals(session: Session, *, now: datetime, agreement_id: UUID) -> StatusFacts:
    """Return the totals alone, for the operator at the command line."""
    return _status(session, now, agreement_id)


def _status(session: Session, now: datetime, agreement_id: UUID) -> StatusFacts:
    agreement = session.get_one(Agreement, agreement_id)
    promises = promises_of(session, agreement.id, agreement.version)
    first, last = _this_week(now, agreement.zone)
    counts = tally.read(session, agreement_id, first, last)
    late = _late_clocks(session, agreement_id)
    leads = {
        measure: counts[Count(agreement_id, LEADS, NOW, measure)]
        for measure in (Measure.OPEN, Measure.UNOWNED)
    }
    return StatusFacts(
        agreement=agreement.name,
        as_of=now,
        channel_id=agreement.channel_id,
        open_leads=leads[Measure.OPEN],
        unowned=leads[Measure.UNOWNED],
        windows=tuple(
            _window(session, now, agreement, each, counts, late.get(each.stage, 0))
            for each in sorted(promises.values(), key=lambda each: each.rungs.target)
        ),
        goals=goals_of(session, now=now, agreement_id=agreement_id),
        late_leads=_leads_among(session, is_past(agreement_id)),
        open_requests=counts[Count(agreement_id, REQUESTS, NOW, Measure.OPEN)],
    )


def _window(
    session: Session,
    now: datetime,
    agreement: Agreement,
    promised: Promise,
    counts: Mapping[Count, int],
    late: int,
) -> WindowStatus:
    week = {
        measure: sum(
            number
            for count, number in counts.items()
            if count.stage == promised.stage and count.measure is measure and count.day != NOW
        )
        for measure in Measure
    }
    open_now = counts.get(Count(agreement.id, promised.stage, NOW, Measure.OPEN), 0)
    return WindowStatus(
        stage=promised.stage,
        party=side_called(agreement.kind, promised.party),
        open=open_now,
        due_soon=_due_soon(session, now, agreement.id, promised),
        late=late,
        met=week[Measure.MET],
        missed=week[Measure.MISSED],
        relieved=week[Measure.RELIEVED],
    )


def _due_soon(session: Session, now: datetime, agreement_id: UUID, promised: Promise) -> int:
    """How many clocks close within one hour of their own time."""
    return session.exec(
        select(func.count())
        .select_from(Clock)
        .where(
            Clock.agreement_id == agreement_id,
            IS_RUNNING,
            col(Clock.breached_at).is_(None),
            Clock.stage == promised.stage,
            col(Clock.due_at) <= promised.hours.add(now, SOON),
        )
    ).one()


def _late_clocks(session: Session, agreement_id: UUID) -> dict[str, int]:
    """How many clocks of each window are past it now: counted, so the cost follows what is late."""
    query = select(Clock.stage, func.count()).where(*is_past(agreement_id)).group_by(Clock.stage)
    return dict(session.exec(query).all())


def _leads_among(session: Session, late: Sequence[ColumnElement[bool]]) -> int:
    """How many leads have a clock like this: one that is past two windows is one lead."""
    return session.exec(
        select(func.count(func.distinct(Clock.lead_id)))
        .select_from(Clock)
        .join(Lead, col(Lead.id) == col(Clock.lead_id))
        .where(*late)
    ).one()


def _late(session: Session, seen: Sequence[ColumnElement[bool]]) -> tuple[LateLead, ...]:
    """The late leads a reader may see by name, whichever has waited longest first."""
    first = (
        select(Clock.lead_id)
        .join(Lead, col(Lead.id) == col(Clock.lead_id))
        .where(*seen)
        .group_by(col(Clock.lead_id))
        .order_by(func.min(Clock.breached_at), col(Clock.lead_id))
        .limit(LATE_SHOWN)
    )
    query = (
        select(Clock, Lead, Person)
        .join(Lead, col(Lead.id) == col(Clock.lead_id))
        .join(Person, col(Person.id) == col(Lead.owner_id), isouter=True)
        .where(*seen, col(Lead.id).in_(session.exec(first).all()))
        .order_by(col(Clock.breached_at))
    )
    found: dict[UUID, LateLead] = {}
    for clock, lead, owner in session.exec(query).all():
        # An outer join leaves the owner empty; SQLModel's types do not say so.
        named = LateLead(lead_facts(lead), (), owner.name if owner else None)
        late, window = found.get(lead.id, named), _late_window(clock)
        found[lead.id] = replace(late, windows=(*late.windows, window))
    return tuple(found.values())


def _late_window(clock: Clock) -> LateWindow:
    return LateWindow(clock.stage, clock.due_at or clock.started_at)


def _this_week(now: datetime, zone: str) -> tuple[date, date]:
    today = now.astimezone(ZoneInfo(zone)).date()
    monday = today - timedelta(days=today.weekday())
    return monday, monday + timedelta(days=6)
