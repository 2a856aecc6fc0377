"""Does a Slack status say that somebody is away? It is only ever asked, never assumed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.rules.vocabulary import Names, Vocabulary

LONGEST = 100
SIGNS = frozenset({":palm_tree:", ":face_with_thermometer:", ":airplane:"})


class Away(StrEnum):
    """Why a status says that somebody is away."""

    LEAVE = "leave"
    SICK = "sick"


@dataclass(frozen=True, slots=True)
class SlackStatus:
    """What somebody wrote beside their name, and until when, if Slack knows."""

    text: str = ""
    emoji: str = ""
    until: datetime | None = None

    @property
    def key(self) -> str:
        """What tells one status from the next."""
        end = int(self.until.timestamp()) if self.until else 0
        return f"{end} {self.emoji} {self.text[:LONGEST]}"


def says_away(status: SlackStatus) -> bool:
    """Say whether the words or the sign of a status mean an absence, in either language."""
    return status.emoji in SIGNS or AWAY.last_in(status.text[:LONGEST]) is not None


AWAY: Vocabulary[Away] = Vocabulary(
    {
        Away.LEAVE: Names(
            "vacation|vacationing|on leave|holiday|OOO|out of office|PTO|out of the office",
            "vacaciones|de vacaciones|fuera de la oficina|de permiso|licencia",
        ),
        Away.SICK: Names(
            "sick|out sick|sick leave|ill", "incapacidad|incapacitado|incapacitada|enfermo|enferma"
        ),
    }
)
