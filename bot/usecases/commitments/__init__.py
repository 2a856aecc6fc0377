"""Promises: made, asked of somebody, reminded of, kept or broken."""

from bot.usecases.commitments.answering import accept_commitment, decline_commitment
from bot.usecases.commitments.closing import close_commitment
from bot.usecases.commitments.making import (
    list_commitments,
    make_commitment,
    show_commitment,
)
from bot.usecases.commitments.overview import commitment_board
from bot.usecases.commitments.reminding import commitment_due, is_waiting, resume_questions

__all__ = [
    "accept_commitment",
    "close_commitment",
    "commitment_board",
    "commitment_due",
    "decline_commitment",
    "is_waiting",
    "list_commitments",
    "make_commitment",
    "resume_questions",
    "show_commitment",
]
