"""A submitted form, and what a form carries from the press that opened it."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from bot.views.blocks import View
from bot.views.payload import ForgedPayload, Payload, dump, parse
from handlers.payloads import Json, at, text_at

AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class Submission:
    """``values`` are for the form's own ``parse``; ``payload`` is what the form was opened with."""

    values: object
    payload: Payload

    @property
    def lead_id(self) -> UUID | None:
        return None if self.payload.choice == AGREEMENT else self.payload.id

    @property
    def agreement_id(self) -> UUID | None:
        return self.payload.id if self.payload.choice == AGREEMENT else None

    @property
    def subject_id(self) -> UUID:
        """The lead, goal or promise the form is about. Raises ``ForgedPayload`` without one."""
        if self.payload.id is None:
            raise ForgedPayload("no id")
        return self.payload.id


def read_submission(body: Json) -> Submission:
    """Return what was submitted. Raises ``ForgedPayload`` for metadata that is not ours."""
    values = at(body, "view", "state", "values")
    return Submission(
        values=values if isinstance(values, Mapping) else {},
        payload=parse(text_at(body, "view", "private_metadata")),
    )


def carrying(view: View, *, agreement_id: UUID, channel: str = "", ts: str = "") -> View:
    """Return a form that remembers the agreement it was opened in, and the message if any."""
    payload = Payload(id=agreement_id, choice=AGREEMENT, channel=channel, ts=ts)
    return view | {"private_metadata": dump(payload)}
