"""`/sla`: from what was typed to the function of its word. A new word is a new row."""

from collections.abc import Callable, Mapping

from slack_bolt import Ack, BoltContext, BoltResponse
from slack_sdk import WebClient

from bot.rules.responsibilities import asks_for_somebody
from bot.rules.words import COMMANDS, Match, Word, find_word, shown
from bot.views.help import unknown_word
from bot.views.ids import Id
from handlers import (
    absence,
    agreement,
    attention,
    commitments,
    goals,
    help,  # noqa: A004  the subject is called so everywhere
    leads,
    ownership,
    people,
    requests,
    responsibilities,
    rota,
    status,
    touches,
)
from handlers.answering import Answer, answer_command
from handlers.home import Homes
from handlers.payloads import Json, Press, text_at
from handlers.pickers import BEHIND, BREAK
from handlers.typed import clean_command
from handlers.visit import Visit

Command = Callable[[Visit, str], Answer]

COMMANDS_BY_WORD: Mapping[Word, Command] = {
    Word.STATUS: status.show,
    Word.LEADS: leads.show,
    Word.WHY: leads.why,
    Word.NEW: leads.new,
    Word.LOG: touches.log,
    Word.UNDO: touches.undo,
    Word.CLAIM: ownership.claim,
    Word.ACCEPT: ownership.accept,
    Word.ASSIGN: ownership.assign,
    Word.REJECT: ownership.reject,
    Word.CLOSE: ownership.close,
    Word.ACK: attention.acknowledge,
    Word.SNOOZE: attention.snooze,
    Word.PAUSE: attention.pause,
    Word.RESUME: attention.resume,
    Word.WHO: responsibilities.who,
    Word.OWN: responsibilities.own,
    Word.AWAY: absence.away,
    Word.BACK: absence.back,
    Word.REQUEST: requests.request,
    Word.COMMITMENT: commitments.commitment,
    Word.GOAL: goals.goal,
    Word.AGREEMENT: agreement.show,
    Word.SETUP: agreement.set_up,
    Word.ROTA: rota.show,
    Word.ME: people.me,
    Word.LANGUAGE: people.language,
    Word.HELP: help.show,
}


def sla(
    command: Json, ack: Ack, client: WebClient, context: BoltContext, visit: Visit, homes: Homes
) -> BoltResponse:
    """Answer `/sla`."""
    answer = run(visit, text_at(command, "text"))
    homes.refresh(context, client, visit)
    return answer_command(answer, ack, client, visit)


def run(visit: Visit, text: str) -> Answer:
    """Do what was typed, whoever's hand or button typed it."""
    words, channel = clean_command(text)
    if channel is not None:
        visit = visit.in_agreement(channel.id or channel.name or "")
    if not words:
        return help.next_steps(visit)
    found = find_word(words)
    if isinstance(found, Match) and found.word in COMMANDS_BY_WORD:
        return COMMANDS_BY_WORD[found.word](visit, found.details)
    if asks_for_somebody(words):
        return responsibilities.who(visit, words)
    return _unknown(visit, words)


def pressed_word(visit: Visit, press: Press) -> Answer:
    """Do the command that a button of ours stands for."""
    return run(visit, BEHIND[Id(press.action_id)])


def pressed_command(visit: Visit, press: Press) -> Answer:
    """Do the command a button or menu carries, as if this person had typed it."""
    return run(visit, press.value)


def pressed_agreement(visit: Visit, press: Press) -> Answer:
    """Do what was typed, in the agreement chosen from the menu."""
    name, _, typed = press.value.partition(BREAK)
    return run(visit.in_agreement(name), typed)


def _unknown(visit: Visit, typed: str) -> Answer:
    """Offer the nearest of the words there are."""
    nearest = COMMANDS.nearest(typed)
    if nearest is None or nearest not in COMMANDS_BY_WORD:
        return unknown_word(typed, visit.t)
    name = shown(nearest, visit.t.language)
    return unknown_word(typed, visit.t, nearest=name, command=nearest.value)
