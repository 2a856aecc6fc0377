"""Owing a message to Slack: the row is written in the transaction that decided on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict, Unpack
from uuid import UUID

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel

from bot.notices import wire
from models import Outbox, PostState
from models.base import new_id


class About(TypedDict, total=False):
    """What a message is about and when it may go; every part can be left out."""

    subject: str
    subject_id: UUID | None
    clock_id: UUID | None
    step: str
    not_before: datetime | None
    expires_at: datetime | None
    urgent: bool
    reason: str
    thread: str | None
    replies_to: UUID | None


@dataclass(frozen=True, slots=True)
class Post:
    """A message to be owed. ``to`` is a channel id or the Slack id of a person.

    ``key`` names the decision, so that deciding twice owes once. It goes into the thread of the
    message at ``thread``, or of the one that the post ``replies_to`` becomes.
    """

    team_id: str
    key: str
    to: str
    notice: object
    subject: str = ""
    subject_id: UUID | None = None
    clock_id: UUID | None = None
    step: str = ""
    not_before: datetime | None = None
    expires_at: datetime | None = None
    urgent: bool = False
    reason: str = ""
    thread: str | None = None
    replies_to: UUID | None = None


def key_of_step(clock_id: UUID, generation: int, step: str, to: str) -> str:
    """Name what a clock that began anew so often owes a reader at a step."""
    return f"{clock_id}:{generation}:{step}:{to}"


def enqueue(
    session: Session,
    *,
    now: datetime,
    team_id: str,
    key: str,
    to: str,
    notice: object,
    **about: Unpack[About],
) -> UUID | None:
    """Owe one message and return its id, or nothing when ``key`` was already known."""
    row = as_row(Post(team_id, key, to, notice, **about), now)
    return row["id"] if insert_new(session, Outbox, [row]) else None


def enqueue_many(session: Session, posts: Sequence[Post], *, now: datetime) -> int:
    """Owe many messages with one statement; say how many of the keys were new."""
    return insert_new(session, Outbox, [as_row(post, now) for post in posts]) if posts else 0


class OutboxRow(TypedDict):
    """The columns a new row has to name; the others begin empty."""

    id: UUID
    team_id: str
    dedupe_key: str
    operation: str
    destination: str
    notice: str
    facts: dict[str, object]
    subject: str
    subject_id: UUID | None
    clock_id: UUID | None
    step: str
    state: str
    urgent: bool
    not_before: datetime
    expires_at: datetime | None
    attempt: int
    lookups: int
    thread: str | None
    replies_to: UUID | None
    updates: UUID | None
    settled: bool
    reason: str
    created_at: datetime


def as_row(post: Post, now: datetime, *, updates: UUID | None = None) -> OutboxRow:
    return OutboxRow(
        id=new_id(),
        team_id=post.team_id,
        dedupe_key=post.key,
        operation="post" if updates is None else "update",
        destination=post.to,
        notice=type(post.notice).__name__,
        facts=wire.dump(post.notice),
        subject=post.subject,
        subject_id=post.subject_id,
        clock_id=post.clock_id,
        step=post.step,
        state=PostState.PENDING,
        urgent=post.urgent,
        not_before=post.not_before or now,
        expires_at=post.expires_at,
        attempt=0,
        lookups=0,
        thread=post.thread,
        replies_to=post.replies_to,
        updates=updates,
        settled=False,
        reason=post.reason,
        created_at=now,
    )


def insert_new(
    session: Session, table: type[SQLModel], rows: Sequence[Mapping[str, object]]
) -> int:
    """Insert the rows whose key is not known yet and say how many they were.

    The database decides, so two who decide the same at once owe it once.
    """
    connection = session.connection()
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    statement = insert(table).on_conflict_do_nothing()
    counted = {"preserve_rowcount": True}
    return connection.execute(statement, list(rows), execution_options=counted).rowcount
