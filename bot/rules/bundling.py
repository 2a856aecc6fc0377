"""When several messages due for one reader become one."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

MOST_SINGLE = 5


@dataclass(frozen=True, slots=True)
class Owed:
    """A message due now. ``as_line`` says that a line of a digest can carry all of it.

    ``is_flag`` marks a channel's breach flag; ``held_back`` one that a cap kept waiting.
    """

    id: UUID
    as_line: bool = False
    is_flag: bool = False
    held_back: bool = False


def flags_to_join(owed: Sequence[Owed]) -> tuple[UUID, ...]:
    """Return the breach flags that go out as one message: all of them, from two on."""
    flags = tuple(each.id for each in owed if each.is_flag)
    return flags if len(flags) > 1 else ()


def lines_to_join(owed: Sequence[Owed]) -> tuple[UUID, ...]:
    """Return the messages that become one digest: more than five, or two once a cap held them."""
    lines = [each for each in owed if each.as_line]
    most = 1 if any(each.held_back for each in lines) else MOST_SINGLE
    return tuple(each.id for each in lines) if len(lines) > most else ()
