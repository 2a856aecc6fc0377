"""A whole side has promised: the other hears of it."""

from datetime import datetime

from sqlmodel import Session

from bot.notices.commitments import CommitmentMade
from bot.usecases.commitments.rows import facts_of, other_leads
from bot.usecases.outbox import enqueue
from models import Agreement, Commitment


def announce(session: Session, now: datetime, row: Commitment) -> None:
    """Tell the other side's leads of a promise made to them; a person's own is not announced."""
    for lead in other_leads(session, row):
        if lead.id != row.asked_by:
            enqueue(
                session,
                now=now,
                team_id=session.get_one(Agreement, row.agreement_id).team_id,
                key=f"commitment:{row.id}:made:{lead.id}",
                to=lead.slack_id,
                notice=CommitmentMade(facts_of(session, row)),
            )
