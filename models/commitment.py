from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlmodel import Field

from models.base import Hundredths, Row, at, key, later, link


class Commitment(Row, table=True):
    """A dated, measurable promise by a person, or by a whole side whose lead answers for it.

    ``quantity`` and ``unit`` are empty where the result is a checkable yes or no; ``party`` is the
    owner's side, ``of_party`` says that all of it promises; ``how`` is why the number can be
    reached.
    """

    id: UUID = key()
    agreement_id: UUID = link("agreement.id", index=True)
    text: str
    owner_id: UUID = link("person.id", index=True)
    asked_by: UUID = link("person.id")
    party: str = later(filled="")
    of_party: bool = later(filled=False)
    quantity: Decimal | None = Field(default=None, sa_type=Hundredths)
    unit: str = ""
    due_at: datetime = at()
    goal_id: UUID | None = link("goal.id", nullable=True)
    reason: str = ""
    how: str = later(filled="")
    state: str = "open"
    made_at: datetime = at()
    accepted_at: datetime | None = at(nullable=True)
    closed_at: datetime | None = at(nullable=True)
    closed_by: UUID | None = link("person.id", nullable=True)
    closing_note: str = ""
    times_asked: int = 0
    renegotiated_from: datetime | None = at(nullable=True)
