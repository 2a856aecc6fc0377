"""Short ids nobody has yet."""

from secrets import randbits

from sqlmodel import Session, select

from bot.rules.public_id import LENGTH, PREFIX, public_id
from models import Lead, Request


def free_id(
    session: Session, kind: type[Lead | Request], team_id: str, prefix: str = PREFIX
) -> str:
    """Draw a short id nobody has; the unique key refuses the one in a million drawn twice."""
    for length in range(LENGTH, LENGTH + 8):
        drawn = public_id(randbits(64), length, prefix)
        query = select(kind.id).where(kind.team_id == team_id, kind.public_id == drawn)
        if session.exec(query).first() is None:
            return drawn
    raise AssertionError("no free short id")
