"""How an agreement stands: to one person, or its totals to the channel."""

from bot.rules.status_words import check_period
from bot.usecases.status import share_status
from bot.usecases.status import status as ask_status
from bot.views.done import shared
from bot.views.status import status_message
from handlers.answering import Answer
from handlers.payloads import Press
from handlers.visit import Visit


def show(visit: Visit, text: str) -> Answer:
    """`/sla status`: how things stand, and this week. Raises ``OnlyThisWeek``."""
    check_period(text)
    return status_message(visit.ask(ask_status, agreement_id=visit.agreement.id), visit.t)


def pressed_share(visit: Visit, press: Press) -> Answer:
    """Post the totals of the agreement whose channel the button names."""
    there = visit.in_agreement(press.payload.channel)
    facts = there.act(share_status, agreement_id=there.agreement.id)
    return shared(facts.channel_id, there.t)
