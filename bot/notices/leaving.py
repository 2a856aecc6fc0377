"""What people can be told about somebody who left the workspace."""

from dataclasses import dataclass

from bot.notices.commitments import CommitmentFacts
from bot.notices.people import PersonRef
from bot.notices.responsibilities import AreaFacts


@dataclass(frozen=True, slots=True)
class PersonLeft:
    """To who speaks for their side: the areas and promises nobody answers for since they left."""

    person: PersonRef
    agreement: str
    areas: tuple[AreaFacts, ...]
    commitments: tuple[CommitmentFacts, ...]
