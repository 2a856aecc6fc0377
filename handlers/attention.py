"""What is said to a reminder: later, I am on it; and what holds a clock."""

from bot.rules.refusals import HoldTooLong
from bot.usecases.leads import attention
from bot.usecases.leads.choosing import Deed
from bot.usecases.leads.listing import show_lead
from bot.views import Message, done
from bot.views.modals import attention as form
from handlers import requests
from handlers.answering import Answer, Wrong
from handlers.forms import Submission
from handlers.lead_words import lead_and_moment, lead_reason_moment
from handlers.leads import card_of
from handlers.moments import HOLDS, SNOOZES, chosen_moment
from handlers.payloads import Press
from handlers.typed import moment
from handlers.visit import Visit


def snooze(visit: Visit, text: str) -> Answer:
    """`/sla snooze L-7K3F 2h`."""
    lead, until = lead_and_moment(visit, text)
    if until is None:
        return form.build_snooze(card_of(visit, lead, Deed.SNOOZE).lead, visit.t)
    card = visit.act(
        attention.snooze, agreement_id=visit.agreement.id, lead=lead or None, until=until
    )
    return done.snoozed(card, until, visit.t)


def acknowledge(visit: Visit, text: str) -> Answer:
    """`/sla ack L-7K3F today`, `/sla ack R-Q2XA today`."""
    if requests.is_named(text.partition(" ")[0]):
        return requests.acknowledge(visit, text)
    lead, until = lead_and_moment(visit, text)
    if until is None:
        return form.build_ack(card_of(visit, lead, Deed.ACKNOWLEDGE).lead, visit.t)
    card = visit.act(
        attention.acknowledge, agreement_id=visit.agreement.id, lead=lead or None, until=until
    )
    return done.acknowledged(card, until, visit.t)


def pause(visit: Visit, text: str) -> Answer:
    """`/sla pause Acme out of office until Monday`."""
    lead, reason, until = lead_reason_moment(visit, text)
    if until is None or not reason:
        return form.build_pause(card_of(visit, lead, Deed.PAUSE).lead, visit.t)
    card = visit.act(
        attention.pause_lead,
        agreement_id=visit.agreement.id,
        lead=lead or None,
        reason=reason,
        until=until,
    )
    return done.paused(card, until, visit.t)


def resume(visit: Visit, text: str) -> Answer:
    """`/sla resume L-7K3F`."""
    card = visit.act(attention.resume_lead, agreement_id=visit.agreement.id, lead=text or None)
    return done.resumed(card, visit.t)


def pressed_snooze(visit: Visit, press: Press) -> Answer:
    until = chosen_moment(visit, SNOOZES, press.payload.choice)
    card = visit.act(attention.snooze, lead=press.subject_id, until=until)
    return done.snoozed(card, until, visit.t)


def pressed_ack(visit: Visit, press: Press) -> Answer:
    until = chosen_moment(visit, HOLDS, press.payload.choice)
    try:
        card = visit.act(attention.acknowledge, lead=press.subject_id, until=until)
    except HoldTooLong as limit:
        # What the menu offers may be longer than this window allows: then as long as it does.
        until = limit.latest
        card = visit.act(attention.acknowledge, lead=press.subject_id, until=until)
    return done.acknowledged(card, until, visit.t)


def pressed_pause(visit: Visit, press: Press) -> Answer:
    return form.build_pause(visit.ask(show_lead, lead=press.subject_id).lead, visit.t)


def pressed_resume(visit: Visit, press: Press) -> Answer:
    return done.resumed(visit.act(attention.resume_lead, lead=press.subject_id), visit.t)


def pressed_snooze_form(visit: Visit, press: Press) -> Answer:
    return form.build_snooze(visit.ask(show_lead, lead=press.subject_id).lead, visit.t)


def pressed_ack_form(visit: Visit, press: Press) -> Answer:
    return form.build_ack(visit.ask(show_lead, lead=press.subject_id).lead, visit.t)


def submitted_snooze(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_until(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    until = moment(visit, filled.until)
    card = visit.act(attention.snooze, lead=sent.subject_id, until=until)
    return done.snoozed(card, until, visit.t)


def submitted_ack(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_until(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    until = moment(visit, filled.until)
    card = visit.act(attention.acknowledge, lead=sent.subject_id, until=until)
    return done.acknowledged(card, until, visit.t)


def submitted_pause(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_pause(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    until = moment(visit, filled.until)
    card = visit.act(attention.pause_lead, lead=sent.subject_id, reason=filled.reason, until=until)
    return done.paused(card, until, visit.t)
