"""Who has the turn of a running clock while its lead's owner is away, and afterwards."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.rules.terms import ClockState
from bot.usecases.clocks.running import clocks_of
from bot.usecases.clocks.sweep import catch_up
from bot.usecases.clocks.turns import pass_turn, turn_of
from bot.usecases.history import record_lead
from bot.usecases.standing import covers_at, line_in
from models import Clock, Lead, Person, Touch


def settle_turns(session: Session, *, now: datetime, owners: Collection[UUID]) -> None:
    """Give the turns of these owners' clocks to whoever answers for them now.

    Who stood in and followed up keeps the turn: a conversation that was begun is not handed back
    by the calendar. Leads never change their owner by this.
    """
    covers = covers_at(session, now)
    for lead in _leads_with_clocks(session, owners):
        assert lead.owner_id is not None  # noqa: S101  found by its owner
        line = line_in(session, covers, lead.owner_id, lead.agreement_id)
        catch_up(session, now=now, lead_id=lead.id)
        for clock in clocks_of(session, lead.id):
            kept = clock.owner_id not in (*covers, *line) and _followed_up(session, clock)
            if clock.owner_id != line[-1] and not kept:
                _pass(session, now, lead, clock, line[-1])


def take_turns_back(session: Session, *, now: datetime, lead: Lead) -> bool:
    """Give a lead's turns back to its owner; say whether anybody else had one."""
    held = [clock for clock in clocks_of(session, lead.id) if clock.owner_id != lead.owner_id]
    for clock in held:
        assert lead.owner_id is not None  # noqa: S101  asked of a lead with an owner
        _pass(session, now, lead, clock, lead.owner_id)
    return bool(held)


def give_turns_back(session: Session, *, now: datetime, holder_id: UUID) -> None:
    """Give the turns that somebody who left had for others to whoever answers for those now."""
    held = select(Clock.lead_id).where(
        Clock.owner_id == holder_id, Clock.state != ClockState.STOPPED.value
    )
    owners = select(Lead.owner_id).where(col(Lead.id).in_(held), Lead.owner_id != holder_id)
    found = {owner for owner in session.exec(owners).all() if owner is not None}
    settle_turns(session, now=now, owners=found)


def leads_held_by(session: Session, holder_id: UUID, owner_id: UUID) -> list[Lead]:
    """Return the leads of an owner of whose clocks somebody else has the turn."""
    held = select(Clock.lead_id).where(
        Clock.owner_id == holder_id, Clock.state != ClockState.STOPPED.value
    )
    query = select(Lead).where(Lead.owner_id == owner_id, col(Lead.id).in_(held))
    return list(session.exec(query.order_by(col(Lead.received_at))).all())


def _leads_with_clocks(session: Session, owners: Collection[UUID]) -> list[Lead]:
    running = select(Clock.lead_id).where(Clock.state != ClockState.STOPPED.value)
    query = (
        select(Lead)
        .where(col(Lead.owner_id).in_(owners), col(Lead.id).in_(running))
        # In the order of their ids, as whoever acts on a lead locks it first.
        .order_by(col(Lead.id))
        .with_for_update()
    )
    return list(session.exec(query).all())


def _followed_up(session: Session, clock: Clock) -> bool:
    """Say whether whoever has the turn is still here and logged a follow-up since it is theirs."""
    since = turn_of(session, clock).started_at
    touched = select(Touch.id).join(Person, col(Person.id) == col(Touch.person_id))
    found = touched.where(
        Touch.lead_id == clock.lead_id,
        Touch.person_id == clock.owner_id,
        col(Person.is_deactivated).is_(False),
        col(Touch.told_at) >= since,
        col(Touch.undone_at).is_(None),
    )
    return session.exec(found).first() is not None


def _pass(session: Session, now: datetime, lead: Lead, clock: Clock, to: UUID) -> None:
    pass_turn(session, now=now, clock=clock, to=to)
    kind = "clock.handed_back" if to == lead.owner_id else "clock.covered"
    facts = {
        "clock": str(clock.id),
        "stage": clock.stage,
        "to": session.get_one(Person, to).name,
    }
    record_lead(session, lead, kind, now=now, facts=facts)
