"""Letting those who would meet in an agreement come one after the other."""

from uuid import UUID

from sqlmodel import Session, select

from models import Agreement


def one_at_a_time(session: Session, agreement_id: UUID) -> None:
    """Wait for whoever adds to an agreement: of two things that are the same, one gets in."""
    # Not a plain FOR UPDATE: that would keep every row that points at the agreement waiting.
    arriving = select(Agreement.id).where(Agreement.id == agreement_id)
    session.exec(arriving.with_for_update(key_share=True)).one()
