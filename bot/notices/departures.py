"""What is told when an owner's account is closed."""

from dataclasses import dataclass
from uuid import UUID

from bot.notices.leads import LeadFacts
from bot.notices.people import PersonRef


@dataclass(frozen=True, slots=True)
class OwnerLeft:
    """To the sales lead: these open leads are still theirs; ``total`` counts those not named.

    Where nobody leads sales any more others are told: ``gives_out`` says whether this reader may
    give them out, and ``leads`` is empty for one who may not see them.
    """

    departure_id: UUID
    agreement: str
    person: PersonRef
    leads: tuple[LeadFacts, ...]
    total: int
    gives_out: bool = True


@dataclass(frozen=True, slots=True)
class LeadsGivenOut:
    """What that message becomes: how many leads went to somebody, and how many to nobody yet."""

    person: PersonRef
    by: PersonRef
    given: int
    unowned: int
    left: int


@dataclass(frozen=True, slots=True)
class LeadsKept:
    """What that message becomes when the owner is back before anybody gave their leads out."""

    person: PersonRef
