"""Whose late leads somebody sees by name: the table of rights, asked as a condition of a query."""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, false, literal_column, or_, true
from sqlmodel import Session, col, select

from bot.rules.rights import Action, may
from bot.usecases.actors import Actor, Part, actor_of
from bot.usecases.leads.finding import answered_by
from bot.usecases.standing import standing_of
from models import Clock, Lead, Membership, Person, Window

# Written out, not bound: the database then sees that its index of running clocks fits.
IS_RUNNING: ColumnElement[bool] = literal_column("clock.state = 'running'")


class Reach(StrEnum):
    """Whose late leads somebody sees: everybody's, those of their side's windows, their own."""

    ALL = "all"
    SIDE = "side"
    OWN = "own"


def late_for(
    session: Session, *, now: datetime, actor: Actor, part: Part
) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions on a clock and its lead under which an actor sees it is late."""
    return (*is_past(part.agreement_id), _seen(session, now, actor, part))


def is_past(agreement_id: UUID) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions under which a clock is past its window now; one that waits is not."""
    return (
        col(Clock.agreement_id) == agreement_id,
        IS_RUNNING,
        col(Clock.breached_at).is_not(None),
    )


def late_leads_of(session: Session, *, now: datetime, team_id: str, slack_id: str) -> set[UUID]:
    """Return the leads past their window that a person answers for, over all agreements."""
    person = session.exec(
        select(Person).where(Person.team_id == team_id, Person.slack_id == slack_id)
    ).one_or_none()
    if person is None:
        return set()
    actor = actor_of(person)
    parts = session.exec(
        select(Membership.agreement_id).where(Membership.person_id == person.id)
    ).all()
    theirs = [
        (col(Lead.agreement_id) == each) & answered_by(session, now, actor, each) for each in parts
    ]
    query = (
        select(Lead.id)
        .join(Clock, col(Clock.lead_id) == col(Lead.id))
        .where(IS_RUNNING, col(Clock.breached_at).is_not(None), or_(false(), *theirs))
    )
    return set(session.exec(query).all())


def reach_of(actor: Actor, part: Part) -> Reach:
    """Say whose late leads an actor sees by name; see ``late_for``."""
    standing = standing_of(actor, part)
    if may(Action.SEE_LATE, standing):
        return Reach.ALL
    of_side = part.party and may(Action.SEE_LATE, replace(standing, of_party=part.party))
    return Reach.SIDE if of_side else Reach.OWN


def _seen(session: Session, now: datetime, actor: Actor, part: Part) -> ColumnElement[bool]:
    standing = standing_of(actor, part)
    if may(Action.SEE_LATE, standing):
        return true()
    seen: list[ColumnElement[bool]] = []
    if part.party and may(Action.SEE_LATE, replace(standing, of_party=part.party)):
        windows = select(Window.id).where(
            Window.agreement_id == part.agreement_id, Window.party == part.party
        )
        seen.append(col(Clock.window_id).in_(windows))
    if may(Action.SEE_LATE, replace(standing, owns=True)):
        seen.append(answered_by(session, now, actor, part.agreement_id))
    return or_(false(), *seen)
