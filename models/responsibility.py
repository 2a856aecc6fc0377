from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint

from models.base import Row, at, key, later, link


class Responsibility(Row, table=True):
    """An area of work, what it means, its one owner and the backup.

    ``synonyms`` are separated by commas. A removed area keeps its row, for what refers to it.
    """

    __table_args__ = (UniqueConstraint("agreement_id", "slug"),)

    id: UUID = key()
    agreement_id: UUID = link("agreement.id", index=True)
    slug: str
    name_en: str
    name_es: str
    synonyms: str = ""
    meaning_en: str = later(filled="")
    meaning_es: str = later(filled="")
    party: str
    owner_id: UUID | None = link("person.id", nullable=True)
    backup_id: UUID | None = link("person.id", nullable=True)
    changed_at: datetime = at()
    removed_at: datetime | None = at(nullable=True)
