"""Rotas: which leads each takes, and the reps among whom it hands them out."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from models.base import Row, at, key, link


class Rota(Row, table=True):
    """A rota of an agreement. The first that takes a lead gives it out; the default one is last.

    ``segments`` and ``languages`` are empty where any will do. A removed rota stays, because
    decisions speak of it. ``revision`` grows with each change, so that two changes never mix.
    """

    __table_args__ = (
        CheckConstraint("score_from <= score_to", name="scores_in_order"),
        Index(
            "ix_rota_name_key",
            "agreement_id",
            "name_key",
            unique=True,
            sqlite_where=text("removed_at IS NULL"),
            postgresql_where=text("removed_at IS NULL"),
        ),
    )

    id: UUID = key()
    agreement_id: UUID = link("agreement.id")
    name: str = ""
    name_key: str = ""
    is_default: bool = False
    position: int = 0
    segments: list[str] = Field(default_factory=list, sa_type=JSON)
    languages: list[str] = Field(default_factory=list, sa_type=JSON)
    score_from: int | None = None
    score_to: int | None = None
    falls_through: bool = False
    revision: int = 1
    changed_at: datetime = at()
    removed_at: datetime | None = at(nullable=True)


class RotaPlace(Row, table=True):
    """A rep's place in a rota. Caps: leads given in a day, and leads open at a time."""

    __table_args__ = (
        UniqueConstraint("rota_id", "person_id"),
        CheckConstraint("weight > 0", name="weight_is_positive"),
        CheckConstraint("daily_cap > 0", name="daily_cap_is_positive"),
        CheckConstraint("open_cap > 0", name="open_cap_is_positive"),
    )

    id: UUID = key()
    agreement_id: UUID = link("agreement.id", index=True)
    rota_id: UUID = link("rota.id")
    person_id: UUID = link("person.id")
    position: int
    weight: int = 1
    daily_cap: int | None = None
    open_cap: int | None = None
    credit: int = 0
    last_given_at: datetime | None = at(nullable=True)
