"""Who answers for an area now: who is asked, and whom people are told it is."""

from datetime import datetime

from sqlmodel import Session

from bot.usecases.standing import here_for
from models import Person, Responsibility


def answerer_of(session: Session, *, now: datetime, area: Responsibility) -> Person | None:
    """Return who answers for an area now: its owner, or whoever covers for them, else its backup.

    Nobody, if they are all away or have left: then its side's leads have to say who does.
    """
    people = (area.owner_id, area.backup_id)
    return here_for(session, now=now, agreement_id=area.agreement_id, people=people)
