"""From Slack's calls to our functions: what was pressed, submitted or chosen in a menu."""

from collections.abc import Callable
from html import unescape

from slack_bolt import Ack, BoltContext, BoltResponse

from bot.views import Message
from handlers.answering import Answer, Wrong, answer_form, answer_press
from handlers.forms import Submission, read_submission
from handlers.home import Homes
from handlers.payloads import Json, Press, read_press, text_at
from handlers.visit import Visit

Pressed = Callable[[Visit, Press], Answer]
Submitted = Callable[[Visit, Submission], Message | Wrong]
Shortcut = Callable[[Visit, str], Answer]
"""A shortcut is given the text of the message it was used on, or nothing."""

Listener = Callable[..., BoltResponse]


def on_press(handle: Pressed, *, replaces: bool = False) -> Listener:
    """Return the listener of a button or menu; ``replaces`` puts the answer in the menu's place."""

    def pressed(
        ack: Ack, body: Json, context: BoltContext, visit: Visit, homes: Homes
    ) -> BoltResponse:
        answer_press(handle(visit, read_press(body)), context, body, visit, replaces=replaces)
        homes.refresh(context, context.client, visit)
        return ack()

    return pressed


def on_submission(handle: Submitted) -> Listener:
    def submitted(
        ack: Ack, body: Json, context: BoltContext, visit: Visit, homes: Homes
    ) -> BoltResponse:
        answer = handle(visit, read_submission(body))
        homes.refresh(context, context.client, visit)
        return answer_form(answer, ack, visit.t)

    return submitted


def on_shortcut(handle: Shortcut) -> Listener:
    def chosen(ack: Ack, body: Json, context: BoltContext, visit: Visit) -> BoltResponse:
        text = unescape(text_at(body, "message", "text"))
        answer_press(handle(visit, text), context, body, visit)
        return ack()

    return chosen
