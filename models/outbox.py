"""Messages owed to Slack, and events already taken from it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import JSON, Index, text
from sqlmodel import Field

from models.base import Row, at, key, link


class PostState(StrEnum):
    """Where a message is in its life. It stands here, for no rule asks it: only rows have it."""

    PENDING = "PENDING"
    SENDING = "SENDING"
    UNSURE = "UNSURE"
    SENT = "SENT"
    CANCELLED = "CANCELLED"
    MERGED = "MERGED"
    DEAD = "DEAD"


class Outbox(Row, table=True):
    """One message owed. Its life is the protocol of docs/architecture.md, "Delivery".

    ``destination`` is a channel id, or a user id whose DM is opened before the first send.
    ``updates`` names the row whose message an update rewrites; ``merged_into`` the row whose
    message carries this one as a line. A reply goes into the thread of the message ``replies_to``
    posts, or of the one that stands at ``thread``.
    """

    __table_args__ = (
        Index(
            "ix_outbox_pending",
            "not_before",
            sqlite_where=text("state = 'PENDING'"),
            postgresql_where=text("state = 'PENDING'"),
        ),
        Index(
            "ix_outbox_unsettled",
            "state",
            sqlite_where=text("state IN ('SENDING', 'UNSURE')"),
            postgresql_where=text("state IN ('SENDING', 'UNSURE')"),
        ),
        Index("ix_outbox_subject", "subject_id"),
        Index("ix_outbox_sent", "destination", "sent_at"),
    )

    id: UUID = key()
    team_id: str = link("workspace.team_id")
    dedupe_key: str = Field(unique=True)
    operation: str = "post"
    destination: str
    notice: str
    facts: dict[str, object] = Field(sa_type=JSON)
    subject: str = ""
    subject_id: UUID | None = None
    clock_id: UUID | None = link("clock.id", nullable=True, index=True)
    step: str = ""
    state: str = PostState.PENDING.value
    urgent: bool = False
    not_before: datetime = at()
    expires_at: datetime | None = at(nullable=True)
    attempt: int = 0
    lookups: int = 0
    claimed_by: str | None = None
    first_sent_at: datetime | None = at(nullable=True)
    last_try_at: datetime | None = at(nullable=True)
    sent_at: datetime | None = at(nullable=True)
    channel: str | None = None
    ts: str | None = None
    thread: str | None = None
    replies_to: UUID | None = link("outbox.id", nullable=True)
    updates: UUID | None = link("outbox.id", nullable=True, index=True)
    merged_into: UUID | None = link("outbox.id", nullable=True, index=True)
    settled: bool = False
    reason: str = ""
    created_at: datetime = at(index=True)


class Inbox(Row, table=True):
    """An event already taken, so that Slack's repeats change nothing."""

    event_id: str = Field(primary_key=True)
    taken_at: datetime = at(index=True)


class Sender(Row, table=True):
    """Who sends for a workspace, when they last said so, and why they wait if they do.

    After a long silence, or from a restored backup, messages are looked for before being sent.
    """

    team_id: str = Field(primary_key=True, foreign_key="workspace.team_id")
    holder: str
    beat_at: datetime = at()
    paused: str = ""
