"""Absences and who covers: registered, answered, begun, ended, offered from a Slack status."""

from collections.abc import Callable, Mapping
from uuid import UUID

from sqlmodel import Session

from bot.usecases.absence.covering import answer_cover, is_asked
from bot.usecases.absence.due import absence_due
from bot.usecases.absence.ending import end_absence
from bot.usecases.absence.offering import accept_offer, decline_offer, is_offered, offer_absence
from bot.usecases.absence.setting import add_cover, my_absences, set_absence, show_absence

QUESTIONS: Mapping[str, Callable[[Session, UUID, str], bool]] = {
    "absence": is_asked,
    "status": is_offered,
}
"""What a message asks, by its subject: does it still wait for the answer of its reader?"""

__all__ = [
    "QUESTIONS",
    "absence_due",
    "accept_offer",
    "add_cover",
    "answer_cover",
    "decline_offer",
    "end_absence",
    "my_absences",
    "offer_absence",
    "set_absence",
    "show_absence",
]
