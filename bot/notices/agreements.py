"""What people can be told about an agreement itself."""

from dataclasses import dataclass
from uuid import UUID

from bot.notices.people import PersonRef


@dataclass(frozen=True, slots=True)
class WindowTerms:
    """One promise: what has to be done, by whose side, within how many seconds."""

    stage: str
    party: str
    target: int
    around_the_clock: bool


@dataclass(frozen=True, slots=True)
class DayHours:
    """Working hours of one weekday, 0 = Monday, as in ("09:00-13:00", "14:00-18:00")."""

    weekday: int
    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgreementTerms:
    """An agreement as both sides can read it in one message."""

    name: str
    kind: str
    celebration_channel_id: str
    marketing_leads: tuple[PersonRef, ...]
    sales_leads: tuple[PersonRef, ...]
    reps: tuple[PersonRef, ...]
    zone: str
    hours: tuple[DayHours, ...]
    holidays: int
    windows: tuple[WindowTerms, ...]


@dataclass(frozen=True, slots=True)
class AgreementStarted:
    """To the working channel: who set the bot up here, and what was agreed."""

    terms: AgreementTerms
    by: PersonRef


@dataclass(frozen=True, slots=True)
class AgreementSetUp:
    """To whoever set it up. Not ``is_new`` when the same set-up was there: nothing changed."""

    agreement_id: UUID
    channel_id: str
    terms: AgreementTerms
    is_new: bool
