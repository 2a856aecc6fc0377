"""How a person wants to be reached, and the changes of ownership their leaving asks for."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from models.base import Row, at, key, link


class Preference(Row, table=True):
    """A person's own hours and manners; a person without a row goes by their agreement's.

    ``week`` maps "0" (Monday) to "6" to lists of [start, end] in the person's zone; empty, the
    agreement's hours count. ``quiet_from`` and ``quiet_to`` bound the hours without reminders;
    ``digest_at`` ("08:30") is when those of the day come in one message; ``crm_email`` is what
    their CRM calls them by, where it is another address. The ``silent`` columns are the next
    do-not-disturb window, as Slack last told of it. Since ``gathered_at`` the bot tells together
    each morning what closes that day, for reminders led to little; whether they do is measured on
    those sent after ``measured_from``.
    """

    person_id: UUID = Field(primary_key=True, foreign_key="person.id")
    week: dict[str, list[list[str]]] = Field(default_factory=dict, sa_type=JSON)
    quiet_from: str = ""
    quiet_to: str = ""
    digest_at: str = ""
    crm_email: str = ""
    silent_from: datetime | None = at(nullable=True)
    silent_until: datetime | None = at(nullable=True)
    gathered_at: datetime | None = at(nullable=True)
    measured_from: datetime | None = at(nullable=True)


class Departure(Row, table=True):
    """An owner's account was closed while leads of an agreement were theirs.

    Answered at ``answered_at`` by whoever gave those leads to others, or by nobody once the owner
    was back.
    """

    __table_args__ = (UniqueConstraint("person_id", "agreement_id", "left_at"),)

    id: UUID = key()
    person_id: UUID = link("person.id")
    agreement_id: UUID = link("agreement.id")
    left_at: datetime = at()
    answered_by: UUID | None = link("person.id", nullable=True)
    answered_at: datetime | None = at(nullable=True)
