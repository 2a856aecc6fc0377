"""Why a row waits or goes out otherwise than it was meant to."""

HELD_BACK = "held back"
"""A cap keeps it waiting; it goes out in one message with the others."""

PLAIN = "plain"
"""Slack refused its blocks: its words go out alone."""

REPEAT = "may be a repeat"
"""It could stand in Slack already, and nobody may look."""

DAILY = "daily summary"
"""Its reader wants the reminders of a day in one message; it goes out with the others then.

The mark stays: what came in a summary says nothing of reminders at their moment.
"""

MENTION = "mention"
"""No reason but a subject: an answer to whoever asked the bot by name, for those who read there."""


def once_told(reason: str) -> str:
    """Return what is left of a reason once a message stands in Slack."""
    return DAILY if reason == DAILY else ""
