from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, text

from models.base import Row, at, key, link


class Request(Row, table=True):
    """Something asked of an area, by a person or for a client.

    ``client`` is whoever it is for, in the asker's words, ``client_id`` where that is a person.
    ``owner_id`` answers for it now: the area's owner, or whoever stands in. It is told in
    ``channel_id``, under the message ``thread`` where it was made from one.
    """

    __table_args__ = (
        UniqueConstraint("team_id", "public_id"),
        Index(
            "ix_request_open",
            "agreement_id",
            "owner_id",
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )

    id: UUID = key()
    team_id: str = link("workspace.team_id")
    agreement_id: UUID = link("agreement.id")
    public_id: str
    kind: str
    text: str
    asked_by: UUID = link("person.id")
    client: str = ""
    client_id: UUID | None = link("person.id", nullable=True)
    area_id: UUID = link("responsibility.id")
    party: str
    owner_id: UUID | None = link("person.id", nullable=True)
    state: str = "open"
    asked_at: datetime = at()
    promised_at: datetime | None = at(nullable=True)
    answered_at: datetime | None = at(nullable=True)
    answered_by: UUID | None = link("person.id", nullable=True)
    answer: str = ""
    withdrawn_at: datetime | None = at(nullable=True)
    channel_id: str
    thread: str | None = None
    revision: int = 0
