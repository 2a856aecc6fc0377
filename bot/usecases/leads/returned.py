"""A returned lead's answer: who gave it, and the owner who is told of it."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from bot.notices.rejections import RejectionAgreed, RejectionContested
from bot.rules.refusals import NoRejectionWaiting, Refusal, RejectionTakenBack, ReturnSettled
from bot.usecases.actors import Actor
from bot.usecases.clocks.counting import used_at
from bot.usecases.clocks.promises import promise
from bot.usecases.leads.cards import lead_facts
from bot.usecases.leads.giving import opening
from bot.usecases.outbox.posts import Post, enqueue_many
from models import Clock, Event, Lead, Person

AGREED, CONTESTED = "lead.rejection_agreed", "lead.rejection_contested"


def already_answered(session: Session, lead: Lead) -> Refusal:
    """Return the refusal of a second answer: it names who gave the first one, and which."""
    answers = select(Event).where(
        Event.subject_id == lead.id, col(Event.kind).in_((AGREED, CONTESTED))
    )
    latest = (col(Event.happened_at).desc(), col(Event.sequence).desc())
    answer = session.exec(answers.order_by(*latest)).first()
    if answer is None or answer.actor_id is None:
        return NoRejectionWaiting(lead.public_id)
    by = session.get_one(Person, answer.actor_id).name
    said = ReturnSettled if answer.kind == AGREED else RejectionTakenBack
    return said(lead.public_id, by)


def tell_owner_agreed(session: Session, *, now: datetime, lead: Lead, by: Actor) -> None:
    _tell(session, now, lead, RejectionAgreed(lead_facts(lead), by.ref), None, "agreed")


def tell_owner_contested(
    session: Session, *, now: datetime, lead: Lead, by: Actor, going_on: Sequence[Clock]
) -> None:
    """Tell the owner with a message of its own: a card that is rewritten notifies nobody."""
    clock = going_on[0] if going_on else None
    told = RejectionContested(
        lead=lead_facts(lead),
        by=by.ref,
        left=0 if clock is None else _left(session, now, lead, clock),
        due_at=None if clock is None else clock.due_at,
    )
    # Named for the turn, the message is needed only while this owner's turn and its clock run.
    step = "sent_back" if clock is None else f"t{clock.turn}.back"
    _tell(session, now, lead, told, clock, step)


def _left(session: Session, now: datetime, lead: Lead, clock: Clock) -> int:
    """Return the seconds left in the moment in which they are read."""
    read_at = opening(session, lead, now)
    return clock.target - used_at(clock, promise(session, clock.window_id), read_at)


def _tell(
    session: Session,
    now: datetime,
    lead: Lead,
    notice: RejectionAgreed | RejectionContested,
    clock: Clock | None,
    step: str,
) -> None:
    owner = None if lead.owner_id is None else session.get(Person, lead.owner_id)
    if owner is None:
        return
    post = Post(
        team_id=lead.team_id,
        key=f"{lead.id}:{step}:{lead.revision}",
        to=owner.slack_id,
        notice=notice,
        subject="lead",
        subject_id=lead.id,
        clock_id=None if clock is None else clock.id,
        step=step,
        not_before=opening(session, lead, now),
    )
    enqueue_many(session, [post], now=now)
