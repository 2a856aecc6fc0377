"""What happened, in order; rows are added and never changed."""

from datetime import datetime
from itertools import count
from uuid import UUID

from sqlalchemy import JSON, Index
from sqlmodel import Field

from models.base import Row, at, key, link

next_number = count().__next__
"""Orders what one process writes within the same second."""


class Event(Row, table=True):
    """One thing that happened to a subject: when it became true and when it was noticed."""

    __table_args__ = (
        Index("ix_event_subject", "subject_id", "happened_at", "sequence"),
        Index("ix_event_agreement", "agreement_id", "kind", "noticed_at"),
    )

    id: UUID = key()
    team_id: str = link("workspace.team_id")
    agreement_id: UUID | None = link("agreement.id", nullable=True)
    subject: str
    subject_id: UUID
    kind: str
    happened_at: datetime = at()
    noticed_at: datetime = at()
    sequence: int = Field(default_factory=next_number)
    actor_id: UUID | None = link("person.id", nullable=True)
    facts: dict[str, str | int | None] = Field(default_factory=dict, sa_type=JSON)
