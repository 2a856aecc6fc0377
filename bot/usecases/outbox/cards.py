"""Posted cards that time alone made untrue: each is rewritten with what is true when it leaves.

The sweep holds clocks, not leads, so it may not work out a card: an act under way could change
the lead meanwhile. It owes the rewrite, and whoever claims that reads the lead.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.leads import CardChanged
from bot.usecases.outbox.posts import Post, as_row, insert_new
from bot.usecases.outbox.rewrites import IN_FLIGHT_OR_SENT, supersede
from models import Outbox


@dataclass(frozen=True, slots=True)
class CardChange:
    """What changed the card of a lead in its owner's conversation; ``key`` names the change."""

    team_id: str
    lead_id: UUID
    to: str
    key: str


def rewrite_cards(session: Session, *, now: datetime, changes: Sequence[CardChange]) -> None:
    """Owe a rewrite of every card that stands; leads whose card was never posted cost nothing."""
    latest = {change.lead_id: change for change in changes}
    posts = _standing(session, latest)
    rows = [
        as_row(_rewrite(post_id, change), now, updates=post_id)
        for change in latest.values()
        if (post_id := posts.get((change.lead_id, change.to))) is not None
    ]
    if rows and insert_new(session, Outbox, rows):
        supersede(session, {row["updates"] for row in rows}, but={row["id"] for row in rows})


def _rewrite(post_id: UUID, change: CardChange) -> Post:
    key = f"{post_id}:{change.key}"
    return Post(change.team_id, key, change.to, CardChanged(change.lead_id))


def _standing(session: Session, leads: Collection[UUID]) -> dict[tuple[UUID | None, str], UUID]:
    """Return the latest card of each lead and reader."""
    cards = (
        select(Outbox.id, Outbox.subject_id, Outbox.destination)
        .where(
            col(Outbox.subject_id).in_(leads),
            Outbox.operation == "post",
            Outbox.step == "card",
            col(Outbox.state).in_(IN_FLIGHT_OR_SENT),
        )
        .order_by(col(Outbox.created_at))
    )
    return {(lead_id, to): post_id for post_id, lead_id, to in session.exec(cards).all()}
