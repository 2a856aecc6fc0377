"""What people can be told about somebody who left the workspace."""

from dataclasses import dataclass

from bot.notices.commitments import CommitmentFacts
from bot.notices.people import PersonRef
from bot.notices.requests import RequestFacts
from bot.notices.responsibilities import AreaFacts


@dataclass(frozen=True, slots=True)
class PersonLeft:
    """To who speaks for their side: what nobody answers for since they left.

    ``candidates`` could take the requests; it is empty for a reader who may not pass them on.
    """

    person: PersonRef
    agreement: str
    areas: tuple[AreaFacts, ...]
    commitments: tuple[CommitmentFacts, ...]
    requests: tuple[RequestFacts, ...] = ()
    candidates: tuple[PersonRef, ...] = ()
