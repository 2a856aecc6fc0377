"""When a follow-up counts, and which clocks it stops."""

from bot.rules.ladder import Timetable
from bot.rules.terms import CONTACTS, Outcome

UNDO_SECONDS = 600


def counts_at(
    happened: int, told: int, received: int, hours: Timetable, working_day: int
) -> tuple[int, bool]:
    """Return the instant that stops the clock, and whether the touch was told in time.

    Told within one working day it counts when it happened, though never before the lead was
    received; told later it counts when it was told.
    """
    if hours.between_s(happened, told) <= working_day:
        return max(happened, received), True
    return told, False


def stops_first_touch(outcome: Outcome, *, needs_contact: bool) -> bool:
    """Say whether a touch ends the wait for the first follow-up."""
    return not needs_contact or outcome in CONTACTS
