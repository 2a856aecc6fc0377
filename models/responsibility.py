from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint

from models.base import Row, at, key, link


class Responsibility(Row, table=True):
    """An area of work, its one owner and the backup."""

    __table_args__ = (UniqueConstraint("agreement_id", "slug"),)

    id: UUID = key()
    agreement_id: UUID = link("agreement.id", index=True)
    slug: str
    name_en: str
    name_es: str
    synonyms: str = ""
    party: str
    owner_id: UUID | None = link("person.id", nullable=True)
    backup_id: UUID | None = link("person.id", nullable=True)
    changed_at: datetime = at()
