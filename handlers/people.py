"""A person's own preferences."""

from bot.rules.phrases.text import normalised
from bot.usecases.preferences import about_me, prefer
from bot.views import Message
from bot.views.modals import people as form
from bot.views.payload import ForgedPayload
from bot.views.people import language_choice, language_chosen, me_card
from bot.views.words import LANGUAGES
from handlers.answering import Answer, Wrong
from handlers.forms import Submission
from handlers.payloads import Press
from handlers.visit import Visit

NAMES = {
    "es": "es",
    "espanol": "es",
    "castellano": "es",
    "spanish": "es",
    "en": "en",
    "ingles": "en",
    "english": "en",
}


def me(visit: Visit, text: str) -> Answer:
    """`/sla me`."""
    del text
    return me_card(visit.ask(about_me), visit.t)


def language(visit: Visit, text: str) -> Answer:
    """`/sla language es`; without one, a menu in both."""
    wanted = NAMES.get(normalised(text))
    return language_choice(visit.t) if wanted is None else _speak(visit, wanted)


def pressed_language(visit: Visit, press: Press) -> Answer:
    wanted = press.payload.choice
    if wanted not in LANGUAGES:
        raise ForgedPayload(wanted)
    return _speak(visit, wanted)


def pressed_me(visit: Visit, press: Press) -> Answer:
    del press
    return form.build_me(form.MeForm(visit.actor.language, visit.actor.zone), visit.t)


def submitted(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_me(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    known = visit.act(prefer, language=filled.language, zone=filled.zone)
    return me_card(known, visit.speaking(filled.language).t)


def _speak(visit: Visit, wanted: str) -> Answer:
    visit.act(prefer, language=wanted)
    return language_chosen(visit.speaking(wanted).t)
