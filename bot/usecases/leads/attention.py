"""What a person says to a reminder: later, or I am on it; and what holds a clock."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from bot.notices.attention import Snoozed
from bot.notices.leads import LeadCard
from bot.rules import ladder
from bot.rules.attention import NoReminderYet
from bot.rules.ladder import StepKind
from bot.rules.refusals import (
    ClockAlreadyPaused,
    ClockNotPaused,
    MomentInPast,
    NoClockRunning,
    NothingToAcknowledge,
    PausedTooLong,
    ReasonNeeded,
    SnoozePastDue,
    TooManyPauses,
)
from bot.rules.rights import Action
from bot.rules.terms import ClockState
from bot.rules.worktime import epoch_seconds, moment
from bot.usecases.actors import Actor, Part
from bot.usecases.clocks.counting import facts_of, replan
from bot.usecases.clocks.holding import hold, last_told
from bot.usecases.clocks.promises import Promise, promise
from bot.usecases.clocks.resumed import owe_lines
from bot.usecases.clocks.running import clocks_of, pause_clock, resume_clock
from bot.usecases.history import Facts, record_lead
from bot.usecases.leads.cards import card_for, refresh_card
from bot.usecases.leads.choosing import Deed
from bot.usecases.leads.finding import lead_to, the_lead
from models import Clock, Lead, Step


def snooze(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None = None,
    lead: str | UUID | None = None,
    until: datetime,
) -> Snoozed:
    """Put reminders off until a moment, at the latest the end of the window.

    Those an acknowledgement silenced are heard again. The breach and what follows it stay where
    they are. Outside working hours the reminder comes at the next opening. Raises ``SnoozePastDue``
    once the window is over.
    """
    found, part = _to_handle(session, now, actor, agreement_id, lead, Deed.SNOOZE)
    _in_future(until, now)
    running = [clock for clock in _running(session, found) if clock.due_at and clock.due_at > now]
    if not running:
        raise SnoozePastDue(min(_due(clock) for clock in _running(session, found)))
    for clock in running:
        clock.snoozes += 1
        clock.silenced = False
        clock.snoozed_until = min(until, _due(clock))
        replan(clock, promise(session, clock.window_id))
        session.add(clock)
    at = min(_reminded_at(clock, promise(session, clock.window_id)) for clock in running)
    facts = {"until": at.isoformat()}
    record_lead(session, found, "clock.snoozed", now=now, actor_id=actor.person_id, facts=facts)
    card = card_for(session, now=now, lead=found, actor=actor, part=part)
    return Snoozed(card, at, is_capped=until > min(_due(clock) for clock in running))


def acknowledge(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None = None,
    lead: str | UUID | None = None,
    until: datetime,
) -> LeadCard:
    """Say "I am on it" and when: the ladder waits until then, the clock does not.

    Only whom the last step reached may, once per step; at most one further target. Before the
    breach it silences reminders, and the breach is still flagged.
    """
    found, part = the_lead(session, now, actor, agreement_id, lead, Deed.ACKNOWLEDGE)
    _in_future(until, now)
    answered = False
    running = _running(session, found)
    for clock in running:
        step = _reached(session, clock, found, actor, part)
        if step is None:
            continue
        promised = promise(session, clock.window_id)
        hold(clock, promised, until, now)
        step.acknowledged_at = now
        session.add_all((step, clock))
        answered = True
    if not answered:
        was_told = any(last_told(session, clock) is not None for clock in running)
        raise (NothingToAcknowledge if was_told else NoReminderYet)(found.public_id)
    facts = {"until": until.isoformat()}
    record_lead(
        session, found, "clock.acknowledged", now=now, actor_id=actor.person_id, facts=facts
    )
    refresh_card(session, now=now, lead=found)
    return card_for(session, now=now, lead=found, actor=actor, part=part)


def pause_lead(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None = None,
    lead: str | UUID | None = None,
    reason: str,
    until: datetime,
) -> LeadCard:
    """Hold a lead's clocks for a reason until a moment, within what the agreement allows."""
    found, part = _to_handle(session, now, actor, agreement_id, lead, Deed.PAUSE)
    if not reason.strip():
        raise ReasonNeeded("pause")
    _in_future(until, now)
    if any(clock.state == ClockState.PAUSED for clock in clocks_of(session, found.id)):
        raise ClockAlreadyPaused(found.public_id)
    used = 0
    for clock in _running(session, found):
        _check_pause(found, clock, promise(session, clock.window_id), now, until)
        pause_clock(session, now=now, lead=found, clock=clock, until=until)
        if clock.breached_at is None:
            used = max(used, 100 * clock.stored // clock.target)
    facts: Facts = {"reason": reason.strip(), "until": until.isoformat(), "used": used}
    record_lead(session, found, "lead.paused", now=now, actor_id=actor.person_id, facts=facts)
    refresh_card(session, now=now, lead=found)
    return card_for(session, now=now, lead=found, actor=actor, part=part)


def resume_lead(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None = None,
    lead: str | UUID | None = None,
) -> LeadCard:
    """Let a paused lead's clocks count again."""
    found, part = _to_handle(session, now, actor, agreement_id, lead, Deed.RESUME)
    paused = [
        clock
        for clock in clocks_of(session, found.id)
        if clock.state == ClockState.PAUSED and clock.paused_until is not None
    ]
    if not paused:
        raise ClockNotPaused(found.public_id)
    for clock in paused:
        resume_clock(session, now=now, lead=found, clock=clock, at=now)
    owe_lines(session, now=now, clock_ids=[clock.id for clock in paused])
    record_lead(session, found, "lead.resumed", now=now, actor_id=actor.person_id)
    refresh_card(session, now=now, lead=found)
    return card_for(session, now=now, lead=found, actor=actor, part=part)


def _to_handle(
    session: Session,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None,
    lead: str | UUID | None,
    deed: Deed,
) -> tuple[Lead, Part]:
    return lead_to(
        session,
        Action.HANDLE_LEAD,
        now=now,
        actor=actor,
        agreement_id=agreement_id,
        lead=lead,
        deed=deed,
    )


def _running(session: Session, lead: Lead) -> list[Clock]:
    clocks = clocks_of(session, lead.id)
    running = [clock for clock in clocks if clock.state == ClockState.RUNNING]
    if not running:
        raise NoClockRunning(lead.public_id)
    return running


def _reached(session: Session, clock: Clock, lead: Lead, actor: Actor, part: Part) -> Step | None:
    """The last step told about a clock, if it reached the actor and nobody answered it yet."""
    last = last_told(session, clock)
    if last is None or last.acknowledged_at is not None:
        return None
    to_owner = last.step not in ("manager", "offer")
    answers = actor.person_id in (lead.owner_id, clock.owner_id)
    is_owner = to_owner and answers and last.person_id == actor.person_id
    to_leads = last.step in ("breach", "manager", "offer") or lead.owner_id is None
    return last if is_owner or (to_leads and part.leads_sales) else None


def _reminded_at(clock: Clock, promised: Promise) -> datetime:
    """Return when the reminder that was put off is sent."""
    again = next(
        each.at
        for each in ladder.plan(facts_of(clock), promised.rungs, promised.hours)
        if each.step.kind is StepKind.AGAIN
    )
    return moment(promised.office.next_open_s(again))


def _check_pause(
    lead: Lead, clock: Clock, promised: Promise, now: datetime, until: datetime
) -> None:
    if clock.pauses >= promised.max_pauses:
        raise TooManyPauses(lead.public_id, promised.max_pauses)
    left = promised.max_paused - clock.paused_total
    if promised.hours.between_s(epoch_seconds(now), epoch_seconds(until)) > left:
        latest = moment(promised.hours.add_s(epoch_seconds(now), left))
        raise PausedTooLong(lead.public_id, latest)


def _in_future(until: datetime, now: datetime) -> None:
    if until <= now:
        raise MomentInPast(until)


def _due(clock: Clock) -> datetime:
    assert clock.due_at is not None  # noqa: S101  every running clock is planned
    return clock.due_at
