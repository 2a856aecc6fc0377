"""`/sla away` as typed: who is away, when, and who covers."""

from dataclasses import dataclass
from enum import StrEnum

from bot.rules.absence import OneAtATime
from bot.rules.phrases.mentions import Mention, people_in, without_people
from bot.rules.vocabulary import Names, Vocabulary


class Part(StrEnum):
    COVER = "cover"


@dataclass(frozen=True, slots=True)
class AbsenceWords:
    """What was typed, taken apart; ``dates`` as ``parse_range`` reads them.

    ``asks_cover`` says that a cover was spoken of, named or not.
    """

    dates: str
    person: Mention | None = None
    cover: Mention | None = None
    asks_cover: bool = False


def parse_absence(text: str) -> AbsenceWords:
    """Whoever is named after "cover" or "me cubre" covers, anybody before is who is away.

    Raises OneAtATime where several are named, TooLong.
    """
    found = COVERS.last_in(text)
    if found is None:
        return AbsenceWords(without_people(text), _only(text))
    dates = without_people(f"{found.before} {found.after}")
    return AbsenceWords(dates, _only(found.before), _only(found.after), asks_cover=True)


def _only(text: str) -> Mention | None:
    people = people_in(text)
    if len(people) > 1:
        raise OneAtATime(tuple(person.name or person.id or "" for person in people))
    return people[0] if people else None


COVERS: Vocabulary[Part] = Vocabulary(
    {
        Part.COVER: Names(
            "cover|covers me|covered by|cover is|with cover|covers",
            "cubre|me cubre|cobertura|con cobertura de|cubierto por|cubierta por|y me cubre|"
            "reemplaza|me reemplaza",
        )
    }
)
