"""Taking back an absence that has hardly begun, or that another took the place of."""

from datetime import datetime

from sqlmodel import Session

from bot.notices.absence import AbsenceFacts
from bot.usecases.absence.covering import let_go, withdraw_question
from bot.usecases.absence.earlier import tell_it_is_past
from bot.usecases.absence.rows import KIND, facts_of, remember
from bot.usecases.actors import Actor
from bot.usecases.clocks.standing_in import settle_turns
from bot.usecases.planned import cancel
from bot.usecases.standing import led_to
from models import Absence


def drop(session: Session, *, now: datetime, row: Absence, by: Actor) -> AbsenceFacts:
    """Forget an absence; whoever covers or was asked to is told. Its history stays."""
    facts = facts_of(session, row)
    owners = led_to(session, now=now, person_id=row.person_id)
    remember(session, now, row, "absence_dropped", by.person_id)
    withdraw_question(session, now=now, row=row)
    let_go(session, now=now, row=row)
    cancel(session, kind=KIND, subject_id=row.id)
    tell_it_is_past(session, now=now, facts=facts, ended="taken_back")
    session.delete(row)
    session.flush()
    settle_turns(session, now=now, owners=owners)
    return facts
