"""Leads as people ask for them: lists, the card, the clock explained, a new one."""

from bot.notices.leads import LeadCard
from bot.notices.status import LeadList
from bot.rules.phrases.mentions import people_in
from bot.rules.value_words import FILTERS, LeadFilter
from bot.usecases.leads.choosing import Deed
from bot.usecases.leads.listing import Which, list_leads, show_lead, why_lead
from bot.usecases.leads.registering import TypedLead, register_typed
from bot.views import Message
from bot.views.done import registered
from bot.views.leads import lead_card
from bot.views.modals import leads as form
from bot.views.status import lead_list
from bot.views.story import clock_stories
from handlers import requests
from handlers.answering import Answer, Wrong
from handlers.forms import Submission, carrying
from handlers.payloads import Press
from handlers.typed import called, first_member, is_id, past_moment
from handlers.visit import Visit

FILTERED = {
    LeadFilter.MINE: Which.MINE,
    LeadFilter.LATE: Which.LATE,
    LeadFilter.UNOWNED: Which.UNOWNED,
}


def show(visit: Visit, text: str) -> Answer:
    """`/sla leads [mine, late, unowned, @person, words]`, `/sla lead L-7K3F`."""
    if is_id(text):
        return lead_card(card_of(visit, text), visit.t)
    listed = _listed(visit, text)
    if text and len(listed.lines) == 1:
        return lead_card(card_of(visit, listed.lines[0].lead.public_id), visit.t)
    return lead_list(listed, visit.t)


def why(visit: Visit, text: str) -> Answer:
    """`/sla why L-7K3F`, `/sla why R-Q2XA`."""
    if requests.is_named(text):
        return requests.why(visit, text)
    stories = visit.ask(why_lead, agreement_id=visit.agreement.id, lead=text or None)
    if not stories:
        return lead_card(card_of(visit, text), visit.t)
    return clock_stories(stories, visit.t)


def new(visit: Visit, text: str) -> Answer:
    """`/sla new Laura Gómez`: the form, as far as it is known."""
    said, owner = first_member(text)
    blank = form.LeadForm(name=said, owner=owner)
    agreement_id = visit.agreement.id
    return carrying(form.build_lead(blank, visit.t), agreement_id=agreement_id)


def pressed_show(visit: Visit, press: Press) -> Answer:
    return lead_card(visit.ask(show_lead, lead=press.subject_id), visit.t)


def pressed_why(visit: Visit, press: Press) -> Answer:
    stories = visit.ask(why_lead, lead=press.subject_id)
    return clock_stories(stories, visit.t) if stories else pressed_show(visit, press)


def shortcut(visit: Visit, note: str) -> Answer:
    """The global shortcut "Register an MQL"."""
    del note
    return new(visit, "")


def submitted(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_lead(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    there = visit.in_agreement_of(sent.subject_id)
    received = past_moment(there, filled.received) if filled.received else None
    card = there.act(
        register_typed,
        agreement_id=sent.subject_id,
        typed=TypedLead(
            name=filled.name,
            company=filled.company,
            email=filled.email,
            phone=filled.phone,
            source=filled.source,
            segment=filled.segment,
            score=filled.score,
            owner=filled.owner,
            received_at=received,
            language=filled.language,
        ),
    )
    return registered(card, there.t)


def card_of(visit: Visit, text: str | None, deed: Deed | None = None) -> LeadCard:
    """Return the card of the lead meant, as far as this person may see it; see ``show_lead``."""
    return visit.ask(show_lead, agreement_id=visit.agreement.id, lead=text or None, deed=deed)


def _listed(visit: Visit, text: str) -> LeadList:
    people = people_in(text)
    if people:
        return _ask(visit, Which.OF, called(people[0]))
    named = FILTERS.at_start(text)
    if named is not None and not named.rest:
        return _ask(visit, FILTERED[named.meaning])
    return _ask(visit, Which.MATCHING, text) if text else _ask(visit, Which.OPEN)


def _ask(visit: Visit, which: Which, text: str = "") -> LeadList:
    return visit.ask(list_leads, agreement_id=visit.agreement.id, which=which, text=text)
