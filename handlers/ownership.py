"""Whose a lead is: taking, accepting, passing on, handing back, closing."""

from bot.rules.refusals import WhichLead
from bot.rules.terms import RejectReason
from bot.usecases.leads.closing import close_lead
from bot.usecases.leads.listing import Which, list_leads, show_lead
from bot.usecases.leads.ownership import (
    accept_lead,
    answer_rejection,
    assign_lead,
    claim_lead,
    reject_lead,
)
from bot.views import Message, done
from bot.views.modals import leads as form
from bot.views.status import lead_list
from handlers.answering import Answer, Wrong
from handlers.forms import Submission
from handlers.lead_words import lead_and_person, result_said, return_said
from handlers.leads import card_of
from handlers.payloads import Press
from handlers.typed import money
from handlers.visit import Visit


def claim(visit: Visit, text: str) -> Answer:
    """`/sla claim L-7K3F`; without a lead, the one nobody owns, or a choice of them."""
    wanted = text or _only_unowned(visit)
    if not wanted:
        listed = visit.ask(list_leads, agreement_id=visit.agreement.id, which=Which.UNOWNED)
        return lead_list(listed, visit.t)
    card = visit.act(claim_lead, agreement_id=visit.agreement.id, lead=wanted)
    return done.claimed(card, visit.t)


def accept(visit: Visit, text: str) -> Answer:
    """`/sla accept L-7K3F`."""
    card = visit.act(accept_lead, agreement_id=visit.agreement.id, lead=text or None)
    return done.accepted(card, visit.t)


def assign(visit: Visit, text: str) -> Answer:
    """`/sla assign L-7K3F @ana`."""
    lead, person = lead_and_person(visit, text)
    if not person:
        return form.build_assign(card_of(visit, lead).lead, visit.t)
    card = visit.act(assign_lead, agreement_id=visit.agreement.id, lead=lead or None, to=person)
    return done.assigned(card, visit.t)


def reject(visit: Visit, text: str) -> Answer:
    """`/sla reject L-7K3F no budget`."""
    said = return_said(visit, text)
    if said.reason is None:
        return form.build_reject(card_of(visit, said.lead).lead, visit.t)
    card = visit.act(
        reject_lead,
        agreement_id=visit.agreement.id,
        lead=said.lead or None,
        reason=said.reason,
        note=said.note,
    )
    return done.rejected(card, said.reason, visit.t)


def close(visit: Visit, text: str) -> Answer:
    """`/sla close L-7K3F won 12,000`, `/sla close L-7K3F lost`."""
    said = result_said(visit, text)
    if said.won is None or (said.won and said.amount is None):
        card = card_of(visit, said.lead)
        return form.build_close(card.lead, visit.t, currency=card.currency, won=said.won)
    card = visit.act(
        close_lead,
        agreement_id=visit.agreement.id,
        lead=said.lead or None,
        won=said.won,
        amount=said.amount,
    )
    return done.closed(card, visit.t)


def pressed_claim(visit: Visit, press: Press) -> Answer:
    return done.claimed(visit.act(claim_lead, lead=press.subject_id), visit.t)


def pressed_accept(visit: Visit, press: Press) -> Answer:
    card = visit.act(accept_lead, lead=press.subject_id)
    # The card in the owner's DM is rewritten and says so itself.
    return done.accepted(card, visit.t) if press.is_ephemeral else None


def pressed_reassign(visit: Visit, press: Press) -> Answer:
    """Pass the lead to the person chosen from the menu of those who could take it."""
    card = visit.act(assign_lead, lead=press.subject_id, to=press.payload.person)
    return done.assigned(card, visit.t)


def pressed_assign(visit: Visit, press: Press) -> Answer:
    return form.build_assign(visit.ask(show_lead, lead=press.subject_id).lead, visit.t)


def pressed_reject(visit: Visit, press: Press) -> Answer:
    return form.build_reject(visit.ask(show_lead, lead=press.subject_id).lead, visit.t)


def pressed_close(visit: Visit, press: Press) -> Answer:
    card = visit.ask(show_lead, lead=press.subject_id)
    return form.build_close(card.lead, visit.t, currency=card.currency)


def pressed_agree(visit: Visit, press: Press) -> Answer:
    """Marketing agrees that the lead was no good."""
    card = visit.act(answer_rejection, lead=press.subject_id, agrees=True)
    return done.rejection_answered(card, visit.t, agrees=True)


def pressed_contest(visit: Visit, press: Press) -> Answer:
    """Marketing sends the lead back to sales."""
    card = visit.act(answer_rejection, lead=press.subject_id, agrees=False)
    return done.rejection_answered(card, visit.t, agrees=False)


def submitted_assign(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_assign(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    card = visit.act(assign_lead, lead=sent.subject_id, to=filled.person)
    return done.assigned(card, visit.t)


def submitted_reject(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_reject(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    reason = RejectReason(filled.reason)
    card = visit.act(reject_lead, lead=sent.subject_id, reason=reason, note=filled.note)
    return done.rejected(card, reason, visit.t)


def submitted_close(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_close(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    there = visit.in_agreement_of_lead(sent.subject_id)
    amount = money(there, filled.amount) if filled.won else None
    card = there.act(close_lead, lead=sent.subject_id, won=filled.won, amount=amount)
    return done.closed(card, there.t)


def _only_unowned(visit: Visit) -> str:
    """Return the id of the one lead nobody owns. Raises ``WhichLead`` when there are several."""
    listed = visit.ask(list_leads, agreement_id=visit.agreement.id, which=Which.UNOWNED)
    if len(listed.lines) > 1:
        raise WhichLead(tuple((line.lead.public_id, line.lead.name) for line in listed.lines))
    return listed.lines[0].lead.public_id if listed.lines else ""
