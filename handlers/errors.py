"""The one place that turns what went wrong into what a person sees."""

import logging
from secrets import token_hex

from slack_bolt import Ack, BoltContext, BoltResponse

from bot.notices.people import Reader
from bot.rules.refusals import Refusal
from bot.views import Message, Translator
from bot.views.message import lines, plain_message
from bot.views.notes import note_form, surprise
from bot.views.refusals import refusal_text
from handlers.answering import FormTooLate, say_in_ack, show_form, whisper
from handlers.fields import field_of
from handlers.payloads import Json, at, kind_of
from handlers.pickers import choices_for, typed_in
from handlers.visit import Visit

log = logging.getLogger("sla.handlers")

ENGLISH, SPANISH = (Translator(Reader(each, "UTC", "")) for each in ("en", "es"))


def failed(error: Exception, ack: Ack, body: Json, context: BoltContext) -> BoltResponse:
    """Answer a refusal calmly, and anything else with a code that is in the log beside it."""
    voices = _voices(context)
    if not isinstance(error, Refusal):
        code = token_hex(4)
        log.error("unexpected, reference %s", code, exc_info=error)
        said = lines(surprise(code, t) for t in voices)
        return _answer(plain_message(said), ack, body, context)
    log.info("refused: %s", type(error).__name__)
    sentence = lines(refusal_text(error, t) for t in voices)
    line = field_of(error, at(body, "view", "state", "values"))
    if line is not None and kind_of(body) == "view_submission":
        return ack(response_action="errors", errors={line: sentence})
    menu = choices_for(error, typed_in(body), voices[0])
    return _answer(menu or plain_message(sentence), ack, body, context)


def _voices(context: BoltContext) -> tuple[Translator, ...]:
    """Speak the person's language; to somebody unknown, both."""
    visit = context.get("visit")
    return (visit.t,) if isinstance(visit, Visit) else (ENGLISH, SPANISH)


def _answer(message: Message, ack: Ack, body: Json, context: BoltContext) -> BoltResponse:
    """Answer where the person is looking."""
    kind = kind_of(body)
    if kind == "command":
        return say_in_ack(ack, message)
    form = note_form(message, _voices(context)[0])
    if kind == "view_submission":
        return ack(response_action="update", view=form)
    if kind in ("block_actions", "message_action", "shortcut"):
        _say(message, body, context)
    return ack()


def _say(message: Message, body: Json, context: BoltContext) -> None:
    if context.response_url:
        whisper(context, message)
        return
    try:
        show_form(context.client, body, note_form(message, _voices(context)[0]))
    except FormTooLate:
        log.warning("a refusal did not reach the person", exc_info=True)
