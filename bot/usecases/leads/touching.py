"""Follow-ups: logging one, on somebody's behalf too, and taking one back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.leads import LeadCard, TouchedForYou
from bot.rules import touches
from bot.rules.refusals import (
    LeadIsRejected,
    NothingToUndo,
    TouchBeforeLead,
    TouchInFuture,
    UndoTooLate,
    ValueTooLong,
)
from bot.rules.rights import Action, may
from bot.rules.terms import Channel, ClockState, LeadStage, Outcome, Stage
from bot.rules.worktime import epoch_seconds, moment
from bot.usecases.actors import Actor, Part
from bot.usecases.clocks.promises import Promise, promise
from bot.usecases.clocks.running import Stop, clocks_of, reopen_clock, stop_clock
from bot.usecases.history import record_lead
from bot.usecases.leads.cards import card_for, lead_facts, refresh_card, shrink, touch_facts
from bot.usecases.leads.choosing import Deed
from bot.usecases.leads.finding import allow, the_lead
from bot.usecases.leads.giving import opening
from bot.usecases.leads.ownership import mark_accepted
from bot.usecases.leads.reopening import ask_again
from bot.usecases.leads.rota import away_at
from bot.usecases.leads.stages import live_touches, stage_reached
from bot.usecases.outbox.posts import enqueue
from bot.usecases.refusing import check_naming
from bot.usecases.standing import answers_for, covers_at, standing_of
from models import Clock, Lead, Person, Touch

NOTE_LIMIT = 1000
SAME_TOUCH = timedelta(seconds=60)


def log_touch(  # noqa: PLR0913  a follow-up is told with all of this
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None = None,
    lead: str | UUID | None = None,
    channel: Channel,
    outcome: Outcome,
    happened_at: datetime | None = None,
    note: str = "",
    reason: str = "",
) -> LeadCard:
    """Log a follow-up; the clocks it answers stop when it happened.

    The same tap twice within a minute is one follow-up. A colleague may log one for an owner who
    is away, or with a reason; both names are kept and the owner is told.
    """
    found, part = the_lead(session, now, actor, agreement_id, lead)
    excused = bool(reason) or found.owner_id in away_at(session, now)
    allow(
        session,
        Action.LOG_TOUCH,
        now=now,
        actor=actor,
        lead=found,
        part=part,
        has_reason=excused,
    )
    when = _checked(found, happened_at or now, now, note)
    if not _is_repeat(session, found, actor, channel, outcome, now):
        touch = _add(session, now, found, actor, channel, outcome, when, note)
        _count(session, now, found, actor, part, touch)
        _tell(session, now, found, actor, touch, reason)
    return card_for(session, now=now, lead=found, actor=actor, part=part)


def undo_touch(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None = None,
    lead: str | UUID | None = None,
) -> LeadCard:
    """Take the last follow-up back; the clocks it stopped are judged again without it.

    Its author and the lead's owner may within ten minutes, then only who may take back anybody's.
    """
    found, part = the_lead(session, now, actor, agreement_id, lead, Deed.UNDO)
    touch = session.exec(live_touches(found).order_by(col(Touch.told_at).desc())).first()
    may_any = _check_correcting(session, now, actor, found, part, touch)
    if touch is None:
        raise NothingToUndo(found.public_id)
    is_fresh = now - touch.told_at <= timedelta(seconds=touches.UNDO_SECONDS)
    if not (is_fresh or may_any):
        raise UndoTooLate(found.public_id)
    touch.undone_at, touch.undone_by = now, actor.person_id
    session.add(touch)
    session.flush()
    record_lead(session, found, "touch.undone", now=now, actor_id=actor.person_id)
    _judge_again(session, now, found, touch, actor)
    refresh_card(session, now=now, lead=found)
    return card_for(session, now=now, lead=found, actor=actor, part=part)


def _check_correcting(
    session: Session, now: datetime, actor: Actor, lead: Lead, part: Part, touch: Touch | None
) -> bool:
    """Check the right to take a follow-up back; say whether it extends to anybody's."""
    standing = standing_of(actor, part)
    wrote_it = touch is not None and touch.person_id == actor.person_id
    owns = wrote_it or answers_for(
        session, now=now, actor=actor, owner_id=lead.owner_id, agreement_id=lead.agreement_id
    )
    tied = replace(standing, owns=owns)
    check_naming(session, Action.CORRECT_TOUCH, tied, agreement_id=lead.agreement_id)
    return may(Action.CORRECT_TOUCH, standing)


def _checked(lead: Lead, when: datetime, now: datetime, note: str) -> datetime:
    if lead.stage == LeadStage.REJECTED:
        raise LeadIsRejected(lead.public_id)
    if when > now:
        raise TouchInFuture(when)
    if when < lead.received_at:
        raise TouchBeforeLead(lead.received_at)
    if len(note) > NOTE_LIMIT:
        raise ValueTooLong("note", NOTE_LIMIT)
    return when


def _is_repeat(
    session: Session,
    lead: Lead,
    actor: Actor,
    channel: Channel,
    outcome: Outcome,
    now: datetime,
) -> bool:
    same = live_touches(lead).where(
        Touch.person_id == actor.person_id,
        Touch.channel == channel.value,
        Touch.outcome == outcome.value,
        Touch.told_at >= now - SAME_TOUCH,
    )
    return session.exec(same).first() is not None


def _add(
    session: Session,
    now: datetime,
    lead: Lead,
    actor: Actor,
    channel: Channel,
    outcome: Outcome,
    when: datetime,
    note: str,
) -> Touch:
    behalf = lead.owner_id if lead.owner_id not in (None, actor.person_id) else None
    touch = Touch(
        lead_id=lead.id,
        person_id=actor.person_id,
        on_behalf_of=behalf,
        channel=channel,
        outcome=outcome,
        note=note,
        happened_at=when,
        told_at=now,
    )
    session.add(touch)
    facts = {"channel": channel.value, "outcome": outcome.value}
    record_lead(
        session, lead, "lead.touched", now=now, at=when, actor_id=actor.person_id, facts=facts
    )
    return touch


def _count(
    session: Session, now: datetime, lead: Lead, actor: Actor, part: Part, touch: Touch
) -> None:
    """Stop the clocks a touch answers, and keep the owner's messages true."""
    stops = [
        stop
        for clock in clocks_of(session, lead.id)
        if (stop := _stop(session, now, lead, part, touch, clock)) is not None
    ]
    if lead.first_touch_at is None or touch.happened_at < lead.first_touch_at:
        lead.first_touch_at = touch.happened_at
    if lead.accepted_at is None:
        touch.accepted_lead = True
        mark_accepted(session, now=now, lead=lead, at=touch.happened_at, by=actor.person_id)
    if touch.outcome == Outcome.QUALIFIED:
        lead.stage = LeadStage.QUALIFIED
    elif lead.stage != LeadStage.QUALIFIED:
        lead.stage = LeadStage.WORKING
    session.add_all((lead, touch))
    refresh_card(session, now=now, lead=lead)
    told_late = any(stop.told_late for stop in stops)
    shrink(session, now=now, lead=lead, what="touched", by=actor.ref, late=told_late)


def _stop(
    session: Session, now: datetime, lead: Lead, part: Part, touch: Touch, clock: Clock
) -> Stop | None:
    promised = promise(session, clock.window_id)
    if not _answers(touch, clock, promised):
        return None
    counts, in_time = touches.counts_at(
        epoch_seconds(touch.happened_at),
        epoch_seconds(now),
        epoch_seconds(lead.received_at),
        promised.hours,
        promised.working_day,
    )
    # The sales lead's word confirms what was told after a working day.
    at = touch.happened_at if part.leads_sales and not in_time else moment(counts)
    return stop_clock(session, now=now, subject=lead, clock=clock, at=max(at, clock.started_at))


def _tell(
    session: Session, now: datetime, lead: Lead, actor: Actor, touch: Touch, reason: str
) -> None:
    """Tell an owner that somebody else followed up in their name.

    While a cover stands in, that is read in one message on return.
    """
    if touch.on_behalf_of is None:
        return
    owner = session.get_one(Person, touch.on_behalf_of)
    facts = {"for": owner.name, "reason": reason}
    record_lead(session, lead, "lead.touched_for", now=now, actor_id=actor.person_id, facts=facts)
    if owner.id in covers_at(session, now) and answers_for(
        session, now=now, actor=actor, owner_id=owner.id, agreement_id=lead.agreement_id
    ):
        return
    enqueue(
        session,
        now=now,
        team_id=lead.team_id,
        key=f"{touch.id}:behalf",
        to=owner.slack_id,
        notice=TouchedForYou(lead_facts(lead), touch_facts(session, touch)),
        subject="touch",
        subject_id=touch.id,
        not_before=opening(session, lead, now),
    )


def _judge_again(session: Session, now: datetime, lead: Lead, undone: Touch, by: Actor) -> None:
    rest = session.exec(live_touches(lead).order_by(col(Touch.happened_at))).all()
    lead.first_touch_at = rest[0].happened_at if rest else None
    if undone.accepted_lead:
        lead.accepted_at = None
    lead.stage = stage_reached(session, lead)
    session.add(lead)
    stopped = session.exec(
        select(Clock).where(Clock.lead_id == lead.id, Clock.state == ClockState.STOPPED.value)
    ).all()
    for clock in stopped:
        if _was_answered_by(undone, rest, lead, clock, promise(session, clock.window_id)):
            reopen_clock(session, now=now, lead=lead, clock=clock)
            ask_again(session, now=now, lead=lead, clock=clock, undone=undone, by=by.ref)


def _was_answered_by(
    undone: Touch, rest: Sequence[Touch], lead: Lead, clock: Clock, promised: Promise
) -> bool:
    if clock.stage == Stage.ACCEPT:
        # Handing a lead back stops this clock too, and that stands.
        return undone.accepted_lead and clock.stopped_at != lead.rejected_at
    return not any(_answers(touch, clock, promised) for touch in rest)


def _answers(touch: Touch, clock: Clock, promised: Promise) -> bool:
    return clock.stage == Stage.ACCEPT or touches.stops_first_touch(
        Outcome(touch.outcome), needs_contact=promised.needs_contact
    )
