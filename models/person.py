"""People of a workspace, when they are away, and their part in each agreement."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from models.base import Row, at, key, link


class Workspace(Row, table=True):
    """One Slack team; every other row belongs to one."""

    team_id: str = Field(primary_key=True)
    name: str
    bot_user_id: str = ""
    created_at: datetime = at()


class Person(Row, table=True):
    """A Slack user known to the bot. ``language`` and ``wanted_zone`` are what they chose.

    ``offered_status`` is the Slack status they were last offered to register as an absence, and
    ``offered_until`` its end if Slack knows one.
    """

    __table_args__ = (UniqueConstraint("team_id", "slack_id"),)

    id: UUID = key()
    team_id: str = link("workspace.team_id")
    slack_id: str
    handle: str = ""
    name: str
    email: str = Field(default="", index=True)
    crm_id: str = ""
    zone: str = "UTC"
    wanted_zone: str | None = None
    locale: str = "en-US"
    language: str | None = None
    is_admin: bool = False
    is_guest: bool = False
    is_stranger: bool = False
    is_deactivated: bool = False
    dm_channel: str | None = None
    offered_status: str | None = None
    offered_until: datetime | None = at(nullable=True)
    seen_at: datetime = at()


class Absence(Row, table=True):
    """A stretch of time a person is away, and who covers.

    ``cover_id`` said yes; ``asked_id`` has yet to answer; ``told_by`` registered it. ``began_at``
    is when its beginning was noticed and the turns were handed to the cover.
    """

    __table_args__ = (CheckConstraint("ends_at > starts_at", name="ends_after_it_starts"),)

    id: UUID = key()
    person_id: UUID = link("person.id", index=True)
    starts_at: datetime = at()
    ends_at: datetime = at(index=True)
    cover_id: UUID | None = link("person.id", nullable=True)
    asked_id: UUID | None = link("person.id", nullable=True)
    told_by: UUID | None = link("person.id", nullable=True)
    told_at: datetime = at()
    began_at: datetime | None = at(nullable=True)


class Role(StrEnum):
    """What a member may do for a party; see the table of rights in the rules."""

    LEAD = "lead"
    MEMBER = "member"


class Membership(Row, table=True):
    """A person's part in an agreement: which party, and whether they speak for it."""

    __table_args__ = (UniqueConstraint("agreement_id", "person_id"),)

    id: UUID = key()
    agreement_id: UUID = link("agreement.id", index=True)
    person_id: UUID = link("person.id", index=True)
    party: str
    role: str
    joined_at: datetime = at()
