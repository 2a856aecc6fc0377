"""How an answer leaves: in the ack of a command, through a response address, or as a form."""

import logging
from collections.abc import Callable, Mapping
from http.client import HTTPException

from slack_bolt import Ack, BoltContext, BoltResponse
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.rules.refusals import Refusal
from bot.views import Message, Translator
from bot.views.blocks import View
from bot.views.notes import note_form
from handlers.payloads import Json, at, text_at
from handlers.visit import Visit

log = logging.getLogger("sla.handlers")

FORM_SECONDS = 2
"""A form has to be open within three seconds of the press, or Slack refuses it."""

UNREACHABLE = (SlackClientError, OSError, HTTPException)

Answer = Message | View | None
Wrong = Mapping[str, str]
"""What is wrong with a form: the sentence for each block id."""


class FormTooLate(Refusal):
    """Slack did not open the form: three seconds had passed, or it could not be reached."""


def answer_command(answer: Answer, ack: Ack, client: WebClient, visit: Visit) -> BoltResponse:
    """Put a message for this person's eyes only into the ack, or open the form."""
    if isinstance(answer, Message):
        return say_in_ack(ack, answer)
    if answer is not None:
        open_form(client, visit.trigger_id, answer)
    return ack()


def say_in_ack(ack: Ack, message: Message) -> BoltResponse:
    return ack(text=message.text, blocks=message.blocks, response_type="ephemeral")


def answer_press(
    answer: Answer, context: BoltContext, body: Json, visit: Visit, *, replaces: bool = False
) -> None:
    """Answer a button or shortcut after the ack; where there is no message, in a form."""
    if isinstance(answer, Message) and context.response_url:
        whisper(context, answer, replaces=replaces and is_ephemeral(body))
    elif isinstance(answer, Message):
        show_form(context.client, body, note_form(answer, visit.t))
    elif answer is not None:
        show_form(context.client, body, answer)


def answer_form(answer: Message | Wrong, ack: Ack, t: Translator) -> BoltResponse:
    """Say in the form what was done, or show beside its lines what is wrong."""
    if isinstance(answer, Message):
        return ack(response_action="update", view=note_form(answer, t))
    return ack(response_action="errors", errors=dict(answer))


def whisper(context: BoltContext, message: Message, *, replaces: bool = False) -> None:
    """Say something only this person sees."""
    if context.respond is None:
        return
    later(
        context,
        context.respond,
        text=message.text,
        blocks=message.blocks,
        response_type="ephemeral",
        replace_original=replaces,
    )


def later(context: BoltContext, call: Callable[..., object], *args: object, **said: object) -> None:
    """Call Slack beside the listener, which acks meanwhile."""

    def called() -> None:
        try:
            call(*args, **said)
        except UNREACHABLE:
            log.warning("an answer did not reach Slack", exc_info=True)

    context.listener_runner.listener_executor.submit(called)


def show_form(client: WebClient, body: Json, view: View) -> None:
    """Open a form, on top of the one the press came from if it came from one."""
    if text_at(body, "view", "type") == "modal":
        _call(client, client.views_push, text_at(body, "trigger_id"), view)
    else:
        open_form(client, text_at(body, "trigger_id"), view)


def open_form(client: WebClient, trigger_id: str, view: View) -> None:
    """Open a form. Raises ``FormTooLate`` when Slack does not."""
    _call(client, client.views_open, trigger_id, view)


def is_ephemeral(body: Json) -> bool:
    return at(body, "container", "is_ephemeral") is True


def _call(client: WebClient, method: Callable[..., object], trigger_id: str, view: View) -> None:
    client.timeout = FORM_SECONDS
    try:
        method(trigger_id=trigger_id, view=view)
    except UNREACHABLE as failure:
        raise FormTooLate from failure
