"""When to try again: after a refusal for haste, after trouble, after looking in vain."""

import math
import re

SHORTEST_WAIT, LONGEST_WAIT, USUAL_WAIT = 1, 300, 30
ABSENCES_NEEDED = 2

_SECONDS = re.compile(r"\s*(\d{1,9})(\.\d*)?\s*", re.ASCII)


def retry_after(header: str | None) -> int:
    """Return the seconds to wait that Slack asked for, kept within 1 to 300.

    A header that is missing or makes no sense means 30.
    """
    said = _SECONDS.fullmatch(header or "")
    if said is None:
        return USUAL_WAIT
    return min(max(math.ceil(float(said[0])), SHORTEST_WAIT), LONGEST_WAIT)


def back_off(failures: int, *, first: float, most: float) -> float:
    """Return the seconds to wait after so many failures in a row: doubling, never over ``most``."""
    return min(first * 2.0 ** min(failures - 1, 30), most)


def may_send_again(absences: int) -> bool:
    """Say whether a message of unknown fate was looked for often enough to be sent again."""
    return absences >= ABSENCES_NEEDED
