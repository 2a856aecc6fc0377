"""Taking back what turned out not to be so."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, update

from bot.usecases.outbox.rewrites import enqueue_update
from models import Outbox, PostState
from models.base import changed


def withdraw(session: Session, *, now: datetime, post_id: UUID, key: str, notice: object) -> bool:
    """Take a message back and say whether anybody may have read it.

    One that has not left never does; one that stands says ``notice`` from then on.
    """
    # A claim asks the same condition, so that the message is either stopped or on its way.
    stopping = (
        update(Outbox)
        .where(col(Outbox.id) == post_id, col(Outbox.state) == PostState.PENDING)
        .values(state=PostState.CANCELLED, reason="withdrawn")
    )
    if changed(session, stopping):
        return False
    session.exec(update(Outbox).where(col(Outbox.id) == post_id).values(settled=True))
    enqueue_update(session, now=now, post_id=post_id, key=key, notice=notice)
    return True
