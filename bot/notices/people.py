"""People as others are told of them, and the reader of a message."""

from dataclasses import dataclass
from uuid import UUID

from bot.rules.terms import AgreementKind


@dataclass(frozen=True, slots=True)
class PersonRef:
    """A person named in a message."""

    id: UUID
    name: str
    slack_id: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever a message is rendered for: a person in a DM, everybody in a channel.

    ``country`` decides how numbers are written; it follows the agreement, not the language.
    ``sides`` is the agreement's kind: it decides what the two sides are called.
    """

    language: str
    zone: str
    country: str
    sides: str = AgreementKind.MARKETING_SALES
