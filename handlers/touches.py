"""Follow-ups: logged in words, with one tap, or in a form; and taken back."""

from bot.notices.leads import LeadCard
from bot.rules.refusals import NotAllowed
from bot.rules.terms import Channel, Outcome
from bot.usecases.leads.listing import show_lead
from bot.usecases.leads.touching import log_touch, undo_touch
from bot.usecases.standing import may_with_reason
from bot.views import Message
from bot.views.done import logged_for_owner, undone
from bot.views.ids import Id
from bot.views.leads import touch_logged
from bot.views.modals import touches as form
from handlers.answering import Answer, Wrong
from handlers.forms import Submission, carrying
from handlers.leads import card_of
from handlers.payloads import Press
from handlers.touch_words import TouchSaid, happened_at, touch_said
from handlers.visit import Visit

ONE_TAP = {
    Id.TOUCH_WHATSAPP_ANSWERED: (Channel.WHATSAPP, Outcome.ANSWERED),
    Id.TOUCH_CALL_ANSWERED: (Channel.CALL, Outcome.ANSWERED),
    Id.TOUCH_CALL_NO_ANSWER: (Channel.CALL, Outcome.NO_ANSWER),
}


def log(visit: Visit, text: str) -> Answer:
    """`/sla log L-7K3F whatsapp answered`; what is missing is asked for in a form."""
    said = touch_said(visit, text)
    if said.channel is None or said.outcome is None or said.is_vague:
        return _form(visit, said)
    try:
        card = visit.act(
            log_touch,
            agreement_id=visit.agreement.id,
            lead=said.lead or None,
            channel=said.channel,
            outcome=said.outcome,
            happened_at=said.happened_at,
            note=said.note,
        )
    except NotAllowed:
        # A colleague of the owner's may, with a reason: the form asks for it.
        if not visit.ask(may_with_reason, agreement_id=visit.agreement.id):
            raise
        return _form(visit, said, needs_reason=True)
    return _logged(card, visit)


def undo(visit: Visit, text: str) -> Answer:
    """`/sla undo L-7K3F`: the last follow-up."""
    card = visit.act(undo_touch, agreement_id=visit.agreement.id, lead=text or None)
    return undone(card, visit.t)


def pressed_one_tap(visit: Visit, press: Press) -> Answer:
    """Log what the button says. The message it is on is rewritten and says so."""
    return _one_tap(visit, press, Id(press.action_id))


def pressed_whatsapp(visit: Visit, press: Press) -> Answer:
    """Log an answer by WhatsApp from a menu, whose one id says nothing of its entry."""
    return _one_tap(visit, press, Id.TOUCH_WHATSAPP_ANSWERED)


def pressed_log(visit: Visit, press: Press) -> Answer:
    card: LeadCard = visit.ask(show_lead, lead=press.subject_id)
    return form.build_touch(card.lead, visit.t, needs_reason="log" not in card.may)


def pressed_undo(visit: Visit, press: Press) -> Answer:
    return undone(visit.act(undo_touch, lead=press.subject_id), visit.t)


def submitted(visit: Visit, sent: Submission) -> Message | Wrong:
    """Take the form of a follow-up; opened from a message shortcut it also asks for the lead."""
    lead_id = sent.lead_id
    filled = form.parse_touch(sent.values, visit.t, knows_lead=lead_id is not None)
    if isinstance(filled, dict):
        return filled
    card = visit.act(
        log_touch,
        agreement_id=sent.agreement_id,
        lead=lead_id or filled.lead,
        channel=Channel(filled.channel),
        outcome=Outcome(filled.outcome),
        happened_at=happened_at(visit, filled.when) if filled.when else None,
        note=filled.note,
        reason=filled.reason,
    )
    return _logged(card, visit)


def shortcut(visit: Visit, note: str) -> Answer:
    """The message shortcut "Log follow-up": the message becomes the note."""
    view = form.build_touch(None, visit.t, note=note)
    return carrying(view, agreement_id=visit.agreement.id)


def _one_tap(visit: Visit, press: Press, tapped: Id) -> Answer:
    channel, outcome = ONE_TAP[tapped]
    card = visit.act(log_touch, lead=press.subject_id, channel=channel, outcome=outcome)
    return _logged(card, visit)


def _form(visit: Visit, said: TouchSaid, *, needs_reason: bool = False) -> Answer:
    return form.build_touch(
        card_of(visit, said.lead).lead,
        visit.t,
        channel=said.channel or "",
        outcome=said.outcome or "",
        when=said.when,
        note=said.note,
        needs_reason=needs_reason,
    )


def _logged(card: LeadCard, visit: Visit) -> Message:
    if card.last_touch is None:
        return logged_for_owner(card, visit.t)
    return touch_logged(card, visit.t)
