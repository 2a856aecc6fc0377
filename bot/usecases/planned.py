"""Something to come back to at a moment: one row per kind and subject."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, delete, select

from models import Occasion


def plan(
    session: Session, *, kind: str, subject_id: UUID, agreement_id: UUID, at: datetime
) -> None:
    """Come back to a subject at ``at``, in place of whatever was planned for it."""
    occasion = session.exec(
        select(Occasion)
        .where(Occasion.kind == kind, Occasion.subject_id == subject_id)
        .with_for_update()
    ).one_or_none()
    if occasion is None:
        occasion = Occasion(kind=kind, subject_id=subject_id, agreement_id=agreement_id)
        session.add(occasion)
    occasion.next_at = at
    session.flush()


def cancel(session: Session, *, kind: str, subject_id: UUID) -> None:
    """Forget what was planned for a subject, if anything was."""
    session.execute(
        delete(Occasion).where(col(Occasion.kind) == kind, col(Occasion.subject_id) == subject_id)
    )
