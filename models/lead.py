"""Leads, follow-ups, and every decision about who owns them."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import JSON, Index, UniqueConstraint, text
from sqlmodel import Field

from models.base import Hundredths, Row, at, key, link


class Lead(Row, table=True):
    """A person or company handed over by marketing."""

    __table_args__ = (
        UniqueConstraint("team_id", "public_id"),
        UniqueConstraint("agreement_id", "source_system", "external_id"),
        Index(
            "ix_lead_open_by_owner",
            "agreement_id",
            "owner_id",
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
        Index("ix_lead_company_key", "agreement_id", "company_key"),
        Index("ix_lead_email", "agreement_id", "email"),
        Index("ix_lead_phone", "agreement_id", "phone"),
    )

    id: UUID = key()
    team_id: str = link("workspace.team_id")
    agreement_id: UUID = link("agreement.id")
    public_id: str
    name: str
    company: str = ""
    company_key: str = ""
    email: str | None = None
    phone: str | None = None
    source: str = ""
    segment: str = ""
    language: str = Field(default="", sa_column_kwargs={"server_default": ""})
    score: int | None = None
    source_system: str | None = None
    external_id: str | None = None
    previous_id: UUID | None = link("lead.id", nullable=True)
    stage: str
    owner_id: UUID | None = link("person.id", nullable=True)
    registered_by: UUID | None = link("person.id", nullable=True)
    created_at: datetime = at()
    received_at: datetime = at()
    stored_at: datetime = at(index=True)
    qualified_at: datetime | None = at(nullable=True)
    assigned_at: datetime | None = at(nullable=True)
    accepted_at: datetime | None = at(nullable=True)
    first_touch_at: datetime | None = at(nullable=True)
    rejected_at: datetime | None = at(nullable=True)
    closed_at: datetime | None = at(nullable=True)
    amount: Decimal | None = Field(default=None, sa_type=Hundredths)
    revision: int = 0


class Touch(Row, table=True):
    """One attempt or exchange with a lead, and when it was told."""

    id: UUID = key()
    lead_id: UUID = link("lead.id", index=True)
    person_id: UUID = link("person.id")
    on_behalf_of: UUID | None = link("person.id", nullable=True)
    channel: str
    outcome: str
    note: str = ""
    happened_at: datetime = at()
    told_at: datetime = at()
    undone_at: datetime | None = at(nullable=True)
    accepted_lead: bool = False
    undone_by: UUID | None = link("person.id", nullable=True)


class Assignment(Row, table=True):
    """Who was given a lead, when, by whom or by which rule, and why.

    ``turn`` keeps what a rota went by: its name then, the place, who was passed over.
    """

    __table_args__ = (Index("ix_assignment_owner_id", "owner_id", "given_at"),)

    id: UUID = key()
    lead_id: UUID = link("lead.id", index=True)
    owner_id: UUID | None = link("person.id", nullable=True)
    given_by: UUID | None = link("person.id", nullable=True)
    given_at: datetime = at(index=True)
    reason: str
    rota_id: UUID | None = link("rota.id", nullable=True)
    turn: dict[str, object] | None = Field(default=None, sa_type=JSON)
