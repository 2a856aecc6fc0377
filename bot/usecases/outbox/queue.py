"""What is due: whom the next message goes to, and when the one after that comes due."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, and_, bindparam, exists, func, literal_column, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from models import Outbox, PostState

POST, UPDATE = "post", "update"

# Written out, not bound, and in the very words of the index: SQLite takes an index of part of a
# table only where the question repeats its condition, and reads every row there is otherwise.
IS_PENDING: ColumnElement[bool] = literal_column("outbox.state = 'PENDING'")
IS_UNSURE: ColumnElement[bool] = and_(
    literal_column("outbox.state IN ('SENDING', 'UNSURE')"),
    literal_column("outbox.state = 'UNSURE'"),
)

_Rewritten, _Root = aliased(Outbox), aliased(Outbox)
IS_READY = or_(
    and_(col(Outbox.operation) == POST, col(Outbox.replies_to).is_(None)),
    and_(
        col(Outbox.operation) == POST,
        exists().where(
            and_(
                col(_Root.id) == col(Outbox.replies_to),
                col(_Root.state).not_in(("PENDING", "SENDING", "UNSURE")),
            )
        ),
    ),
    exists().where(
        and_(col(_Rewritten.id) == col(Outbox.updates), col(_Rewritten.state) == PostState.SENT)
    ),
)
"""A rewrite waits until its message stands in Slack, a reply until its thread's first one does."""


_NEXT = (
    select(Outbox.destination)
    .where(
        IS_PENDING,
        col(Outbox.not_before) <= bindparam("now"),
        col(Outbox.team_id) == bindparam("team_id"),
        col(Outbox.operation) == bindparam("operation"),
        IS_READY,
        col(Outbox.destination).not_in(bindparam("busy", expanding=True)),
    )
    .order_by(col(Outbox.not_before))
    .limit(1)
)


def next_destination(
    session: Session, *, now: datetime, team_id: str, operation: str, busy: Collection[str]
) -> str | None:
    """Return who is owed the oldest message due, leaving out those who have to wait."""
    asked = {"now": now, "team_id": team_id, "operation": operation, "busy": list(busy)}
    return session.exec(_NEXT, params=asked).first()


def next_moment(
    session: Session, *, team_id: str, operation: str, busy: Mapping[str, datetime]
) -> datetime | None:
    """Return when the next message can go; ``busy`` maps those who wait to their time."""
    pending = and_(
        IS_PENDING, col(Outbox.team_id) == team_id, col(Outbox.operation) == operation, IS_READY
    )
    free = session.exec(
        select(Outbox.not_before)
        .where(pending, col(Outbox.destination).not_in(busy))
        .order_by(col(Outbox.not_before))
        .limit(1)
    ).first()
    waiting = session.exec(
        select(Outbox.destination, func.min(Outbox.not_before))
        .where(pending, col(Outbox.destination).in_(busy))
        .group_by(col(Outbox.destination))
    ).all()
    moments = [max(earliest, busy[to]) for to, earliest in waiting]
    return min([*moments, free] if free is not None else moments, default=None)


def next_look(session: Session, *, team_id: str, busy: Mapping[str, datetime]) -> datetime | None:
    """Return when the next message of unknown fate is to be looked for."""
    unsure = session.exec(
        select(Outbox.destination, func.min(Outbox.not_before))
        .where(IS_UNSURE, Outbox.team_id == team_id)
        .group_by(col(Outbox.destination))
    ).all()
    return min((max(at, busy.get(to, at)) for to, at in unsure), default=None)
