"""What the outbox owes somebody, as the facts they will read."""

from sqlmodel import Session, col, select

from bot.notices import KINDS, wire
from models import Outbox, PostState


def told(session: Session, to: str) -> list[object]:
    """Return the messages owed to a channel or a person, in the order they were decided."""
    rows = session.exec(
        select(Outbox)
        .where(Outbox.destination == to, Outbox.operation == "post")
        .order_by(col(Outbox.created_at), col(Outbox.dedupe_key))
    ).all()
    return [wire.load(KINDS[row.notice], row.facts) for row in rows]


def standing(session: Session, to: str) -> list[object]:
    """Return what the messages to a reader say since they were last rewritten."""
    rows = session.exec(
        select(Outbox)
        .where(Outbox.destination == to, Outbox.state != PostState.CANCELLED)
        .order_by(col(Outbox.created_at), col(Outbox.operation), col(Outbox.dedupe_key))
    ).all()
    said = {row.updates or row.id: row for row in rows}
    return [wire.load(KINDS[row.notice], row.facts) for row in said.values()]


def kinds_told(session: Session, to: str) -> list[str]:
    return [type(notice).__name__ for notice in told(session, to)]
