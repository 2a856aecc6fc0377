"""Agreements, their versions, and the windows and calendars each version promises."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, UniqueConstraint
from sqlmodel import Field

from models.base import Row, at, key, link


class Agreement(Row, table=True):
    """What two parties promise each other, with its channels and manners."""

    __table_args__ = (
        UniqueConstraint("team_id", "channel_id"),
        UniqueConstraint("team_id", "name"),
    )

    id: UUID = key()
    team_id: str = link("workspace.team_id", index=True)
    name: str
    kind: str
    channel_id: str
    channel_name: str = ""
    celebration_channel_id: str
    celebration_channel_name: str = ""
    zone: str
    country: str
    region: str = ""
    language: str
    currency: str
    enforced_from: datetime = at()
    names_people: bool = False
    version: int = 1
    set_up_by: UUID = link("person.id")
    created_at: datetime = at()


class AgreementVersion(Row, table=True):
    """One accepted state of an agreement: who accepted it, when and why."""

    __table_args__ = (UniqueConstraint("agreement_id", "number"),)

    id: UUID = key()
    agreement_id: UUID = link("agreement.id")
    number: int
    accepted_by: UUID = link("person.id")
    accepted_at: datetime = at()
    reason: str = ""


class Calendar(Row, table=True):
    """Working hours as one version of an agreement has them; never edited, only replaced.

    ``week`` maps "0" (Monday) to "6" to lists of [start, end]; ``holidays`` maps an ISO date to
    its name; ``overrides`` maps an ISO date to that day's own list of blocks.
    """

    id: UUID = key()
    agreement_id: UUID = link("agreement.id", index=True)
    version: int
    zone: str
    week: dict[str, list[list[str]]] = Field(sa_type=JSON)
    holidays: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    overrides: dict[str, list[list[str]]] = Field(default_factory=dict, sa_type=JSON)


class Window(Row, table=True):
    """A promise with a duration, as one version of an agreement has it; never edited.

    ``target`` is in seconds of working time (or of clock time when ``around_the_clock``);
    ``reminders`` are per cent of the target; ``manager_after`` and ``offer_after`` are seconds
    of the same time after the breach, empty where the ladder lacks that step.
    """

    __table_args__ = (
        UniqueConstraint("agreement_id", "version", "stage"),
        CheckConstraint("target > 0", name="target_is_positive"),
    )

    id: UUID = key()
    agreement_id: UUID = link("agreement.id", index=True)
    version: int
    stage: str
    party: str
    target: int
    around_the_clock: bool = False
    reminders: list[int] = Field(sa_type=JSON)
    manager_after: int | None = None
    offer_after: int | None = None
    needs_contact: bool = False
    restarts_on_reassignment: bool = False
    max_pauses: int = 2
    max_paused_days: int = 5
    calendar_id: UUID = link("calendar.id")
