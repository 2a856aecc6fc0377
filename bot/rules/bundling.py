"""When several messages due for one reader become one."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

MOST_SINGLE = 5


@dataclass(frozen=True, slots=True)
class Owed:
    """A message due now. ``as_line`` says that a line of a digest can carry all of it.

    ``is_flag`` marks a channel's breach flag; ``is_report`` what is told to those who lead a side;
    ``held_back`` one that a cap kept waiting, ``daily`` one that its reader wants in a summary of
    the day.
    """

    id: UUID
    as_line: bool = False
    is_flag: bool = False
    is_report: bool = False
    held_back: bool = False
    daily: bool = False


def flags_to_join(owed: Sequence[Owed]) -> tuple[UUID, ...]:
    """Return the breach flags that go out as one message: all of them, from two on."""
    flags = tuple(each.id for each in owed if each.is_flag)
    return flags if len(flags) > 1 else ()


def lines_to_join(owed: Sequence[Owed]) -> tuple[UUID, ...]:
    """Return the messages that become one digest.

    Those of a daily summary are joined from two on and among themselves, so that no miss due
    with them is lost in it. Of the others more than five are, or two once a cap held them; else
    reports are, from two on.
    """
    daily = [each for each in owed if each.as_line and each.daily]
    if len(daily) > 1:
        return tuple(each.id for each in daily)
    lines = [each for each in owed if each.as_line]
    most = 1 if any(each.held_back for each in lines) else MOST_SINGLE
    if len(lines) > most:
        return tuple(each.id for each in lines)
    reports = [each for each in lines if each.is_report]
    return tuple(each.id for each in reports) if len(reports) > 1 else ()
