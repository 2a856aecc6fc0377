"""Somebody left: their leads go to others."""

from bot.usecases.departures import give_out
from bot.views.departures import leads_given_out
from handlers.answering import Answer
from handlers.payloads import Press
from handlers.visit import Visit


def pressed_give_out(visit: Visit, press: Press) -> Answer:
    return leads_given_out(visit.act(give_out, departure_id=press.subject_id), visit.t)
