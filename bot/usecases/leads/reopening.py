"""A follow-up was taken back: what had been said of a clock is true again."""

from datetime import datetime

from sqlmodel import Session

from bot.notices.people import PersonRef
from bot.notices.undone import FollowUpUndone
from bot.rules.terms import ClockState
from bot.usecases.actors import ref_of
from bot.usecases.clocks.counting import used_at
from bot.usecases.clocks.promises import promise
from bot.usecases.leads.cards import lead_facts
from bot.usecases.outbox.rewrites import reopen_flags, reopen_reminders
from models import Clock, Lead, Person, Touch


def ask_again(
    session: Session, *, now: datetime, lead: Lead, clock: Clock, undone: Touch, by: PersonRef
) -> None:
    """Let a reopened clock's flag count it as open again, and its reminders ask for it again."""
    reopen_flags(session, now=now, clock_id=clock.id)
    due_at = clock.due_at
    if clock.state != ClockState.RUNNING or due_at is None:
        return
    owner = None if lead.owner_id is None else ref_of(session.get(Person, lead.owner_id))
    left = clock.target - used_at(clock, promise(session, clock.window_id), now)
    facts = lead_facts(lead)

    def said(to: str) -> FollowUpUndone:
        is_owner = owner is not None and owner.slack_id == to
        return FollowUpUndone(facts, clock.stage, by, now, due_at, left, owner, to_owner=is_owner)

    reopen_reminders(
        session,
        now=now,
        subject_id=lead.id,
        clock_id=clock.id,
        settled_at=undone.told_at,
        said=said,
    )
