"""`/sla status`: an agreement's totals now, read from tallies, never by counting all leads."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, literal_column
from sqlmodel import Session, col, select

from bot.notices.status import LateLead, StatusFacts, StatusShared, WindowStatus
from bot.rules.rights import Action
from bot.rules.terms import side_called
from bot.usecases.actors import Actor, Part, part_of
from bot.usecases.clocks import tally
from bot.usecases.clocks.promises import Promise, promises_of
from bot.usecases.clocks.tally import LEADS, NOW, REQUESTS, Count, Measure
from bot.usecases.goals import goals_of
from bot.usecases.leads.cards import lead_facts
from bot.usecases.leads.late import late_for
from bot.usecases.outbox.posts import enqueue
from bot.usecases.standing import check_right
from models import Agreement, Clock, Lead, Person
from models.base import new_id

# Written out, not bound: the database then sees that its index of running clocks fits.
IS_RUNNING: ColumnElement[bool] = literal_column("clock.state = 'running'")

SOON = timedelta(hours=1)
LATE_SHOWN = 10


def status(session: Session, *, now: datetime, actor: Actor, agreement_id: UUID) -> StatusFacts:
    """Return the totals, and the late leads this reader may see by name."""
    check_right(session, Action.SEE_TOTALS, actor=actor, agreement_id=agreement_id)
    part = part_of(session, actor, agreement_id)
    return _status(session, now, agreement_id, _late(session, now, actor, part))


def share_status(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID
) -> StatusFacts:
    """Post the totals, and only those, to the agreement's channel."""
    check_right(session, Action.SEE_TOTALS, actor=actor, agreement_id=agreement_id)
    facts = _status(session, now, agreement_id, ())
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
    return _status(session, now, agreement_id, ())


def _status(
    session: Session, now: datetime, agreement_id: UUID, late: tuple[LateLead, ...]
) -> StatusFacts:
    agreement = session.get_one(Agreement, agreement_id)
    promises = promises_of(session, agreement.id, agreement.version)
    first, last = _this_week(now, agreement.zone)
    counts = tally.read(session, agreement_id, first, last)
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
            _window(session, now, agreement, each, counts)
            for each in sorted(promises.values(), key=lambda each: each.rungs.target)
        ),
        goals=goals_of(session, now=now, agreement_id=agreement_id),
        late=late,
        open_requests=counts[Count(agreement_id, REQUESTS, NOW, Measure.OPEN)],
    )


def _window(
    session: Session,
    now: datetime,
    agreement: Agreement,
    promised: Promise,
    counts: Mapping[Count, int],
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
    late_now = counts.get(Count(agreement.id, promised.stage, NOW, Measure.LATE), 0)
    return WindowStatus(
        stage=promised.stage,
        party=side_called(agreement.kind, promised.party),
        open=open_now,
        due_soon=_due_soon(session, now, agreement.id, promised),
        late=late_now,
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


def _late(session: Session, now: datetime, actor: Actor, part: Part) -> tuple[LateLead, ...]:
    """The late leads this reader may see by name."""
    query = (
        select(Clock, Lead, Person)
        .join(Lead, col(Lead.id) == col(Clock.lead_id))
        .join(Person, col(Person.id) == col(Lead.owner_id), isouter=True)
        .where(*late_for(session, now=now, actor=actor, part=part))
        .order_by(col(Clock.breached_at))
        .limit(LATE_SHOWN)
    )
    return tuple(
        LateLead(
            lead=lead_facts(lead),
            stage=clock.stage,
            due_at=clock.due_at or clock.started_at,
            owner_name=owner.name if owner else None,
        )
        for clock, lead, owner in session.exec(query).all()
    )


def _this_week(now: datetime, zone: str) -> tuple[date, date]:
    today = now.astimezone(ZoneInfo(zone)).date()
    monday = today - timedelta(days=today.weekday())
    return monday, monday + timedelta(days=6)
