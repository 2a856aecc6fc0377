"""Channels of a workspace as far as the bot has to know them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from models.base import Row, at, key, link


class KnownChannel(Row, table=True):
    """A channel the bot can see; ``is_shared`` with another organisation, or about to be."""

    __table_args__ = (UniqueConstraint("team_id", "slack_id"),)

    id: UUID = key()
    team_id: str = link("workspace.team_id")
    slack_id: str
    name: str = ""
    is_shared: bool = False
    is_archived: bool = False
    is_member: bool = Field(default=False)
    seen_at: datetime = at()
