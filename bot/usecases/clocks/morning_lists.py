"""The list of each morning, in which those who let reminders pass are told what closes that day."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row as Fetched
from sqlmodel import Session, select

from bot.usecases.outbox.posts import key_of_step
from models import Occasion, Outbox, PostState

KIND = "reminders"
"""The occasion on which an agreement's list is made."""


def step_in_list(turn: int, until: datetime) -> str:
    """Name the line of a turn in the list that looks ahead to the next one, at ``until``."""
    return f"t{turn}.day.{until:%Y-%m-%d}"


class MorningLists:
    """The agreements' lists as far as one page of due clocks asks for them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._next: dict[UUID, datetime | None] = {}

    def tell_of(self, row: Fetched[Any], to: str) -> bool:
        """Say whether the latest list told somebody of a clock, or one to come is going to."""
        coming = self.next_at(row.agreement_id)
        if coming is None:
            return False
        if row.breached_at is None and row.due_at > coming:
            return True
        step = step_in_list(row.turn, coming)
        told = select(Outbox.id).where(
            Outbox.dedupe_key == key_of_step(row.id, row.generation, step, to),
            Outbox.state != PostState.CANCELLED,
        )
        return self._session.exec(told).first() is not None

    def next_at(self, agreement_id: UUID) -> datetime | None:
        """Return when an agreement's next list is made, if any is to be."""
        if agreement_id not in self._next:
            query = select(Occasion.next_at).where(
                Occasion.kind == KIND, Occasion.subject_id == agreement_id
            )
            self._next[agreement_id] = self._session.exec(query).first()
        return self._next[agreement_id]
