"""The menu of what is done less often with a lead: each entry is another button's function."""

from collections.abc import Mapping

from bot.views.payload import ForgedPayload
from handlers import attention, leads, ownership, touches
from handlers.answering import Answer
from handlers.binding import Pressed
from handlers.payloads import Press
from handlers.visit import Visit

ENTRIES: Mapping[str, Pressed] = {
    "log": touches.pressed_log,
    "reject": ownership.pressed_reject,
    "assign": ownership.pressed_assign,
    "close": ownership.pressed_close,
    "pause": attention.pressed_pause,
    "resume": attention.pressed_resume,
    "snooze": attention.pressed_snooze_form,
    "ack": attention.pressed_ack_form,
    "why": leads.pressed_why,
    "show": leads.pressed_show,
    "whatsapp": touches.pressed_whatsapp,
}


def pressed(visit: Visit, press: Press) -> Answer:
    entry = ENTRIES.get(press.payload.choice)
    if entry is None:
        raise ForgedPayload(press.payload.choice)
    return entry(visit, press)
