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
from handlers.lead_words import lead_and_moment, pause_said
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
    told = visit.act(
        attention.snooze, agreement_id=visit.agreement.id, lead=lead or None, until=until
    )
    return done.snoozed(told, visit.t)


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
    said = pause_said(visit, text)
    if said.until is None or not said.reason:
        lead = card_of(visit, said.lead, Deed.PAUSE).lead
        return form.build_pause(lead, visit.t, reason=said.reason, until=said.when)
    card = visit.act(
        attention.pause_lead,
        agreement_id=visit.agreement.id,
        lead=said.lead or None,
        reason=said.reason,
        until=said.until,
    )
    return done.paused(card, said.until, visit.t)


def resume(visit: Visit, text: str) -> Answer:
    """`/sla resume L-7K3F`."""
    card = visit.act(attention.resume_lead, agreement_id=visit.agreement.id, lead=text or None)
    return done.resumed(card, visit.t)


def pressed_snooze(visit: Visit, press: Press) -> Answer:
    until = chosen_moment(
        visit.in_agreement_of_lead(press.subject_id), SNOOZES, press.payload.choice
    )
    told = visit.act(attention.snooze, lead=press.subject_id, until=until)
    return done.snoozed(told, visit.t)


def pressed_ack(visit: Visit, press: Press) -> Answer:
    until = chosen_moment(visit.in_agreement_of_lead(press.subject_id), HOLDS, press.payload.choice)
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
    until = moment(visit.in_agreement_of_lead(sent.subject_id), filled.until)
    told = visit.act(attention.snooze, lead=sent.subject_id, until=until)
    return done.snoozed(told, visit.t)


def submitted_ack(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_until(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    until = moment(visit.in_agreement_of_lead(sent.subject_id), filled.until)
    card = visit.act(attention.acknowledge, lead=sent.subject_id, until=until)
    return done.acknowledged(card, until, visit.t)


def submitted_pause(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_pause(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    until = moment(visit.in_agreement_of_lead(sent.subject_id), filled.until)
    card = visit.act(attention.pause_lead, lead=sent.subject_id, reason=filled.reason, until=until)
    return done.paused(card, until, visit.t)
