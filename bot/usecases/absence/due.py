"""What time does with an absence: it begins, and it ends."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, select

from bot.usecases.absence.beginning import begin
from bot.usecases.absence.ending import absence_over
from models import Absence


def absence_due(session: Session, now: datetime, absence_id: UUID) -> datetime | None:
    """Do what is due for an absence now; return when to come back to it."""
    row = session.exec(
        select(Absence).where(Absence.id == absence_id).with_for_update()
    ).one_or_none()
    if row is None:
        return None
    if now < row.starts_at:
        return row.starts_at
    if now < row.ends_at:
        begin(session, now=now, row=row)
        return row.ends_at
    return absence_over(session, now=now, row=row)
