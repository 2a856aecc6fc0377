"""What is told when an owner's account is closed."""

from dataclasses import dataclass
from uuid import UUID

from bot.notices.leads import LeadFacts
from bot.notices.people import PersonRef


@dataclass(frozen=True, slots=True)
class OwnerLeft:
    """To the sales lead: these open leads are still theirs; ``total`` counts those not named."""

    departure_id: UUID
    agreement: str
    person: PersonRef
    leads: tuple[LeadFacts, ...]
    total: int


@dataclass(frozen=True, slots=True)
class LeadsGivenOut:
    """What that message becomes: how many leads went to somebody, and how many to nobody yet."""

    person: PersonRef
    by: PersonRef
    given: int
    unowned: int
    left: int
