"""Absences and who covers: registered, answered, begun, ended, offered from a Slack status."""

from bot.usecases.absence.covering import answer_cover, is_waiting
from bot.usecases.absence.due import absence_due
from bot.usecases.absence.ending import end_absence
from bot.usecases.absence.offering import accept_offer, decline_offer, is_offered, offer_absence
from bot.usecases.absence.setting import add_cover, my_absences, set_absence, show_absence

__all__ = [
    "absence_due",
    "accept_offer",
    "add_cover",
    "answer_cover",
    "decline_offer",
    "end_absence",
    "is_offered",
    "is_waiting",
    "my_absences",
    "offer_absence",
    "set_absence",
    "show_absence",
]
