"""When a follow-up counts, and which clocks it stops."""

from bot.rules.ladder import Timetable
from bot.rules.terms import CONTACTS, Channel, Outcome

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


def stops_first_touch(channel: Channel, outcome: Outcome, *, needs_contact: bool) -> bool:
    """Say whether a touch ends the wait for the first follow-up."""
    if needs_contact:
        return outcome in CONTACTS
    return channel in Channel and outcome in Outcome


def is_contact(outcome: Outcome) -> bool:
    return outcome in CONTACTS
