"""What whoever asked is told at once: what was understood, and what came of it."""

from datetime import datetime

from bot.notices.attention import Snoozed
from bot.notices.leads import LeadCard
from bot.rules.terms import RejectReason
from bot.views.blocks import section
from bot.views.escape import Markup
from bot.views.leads import lead_card
from bot.views.message import Message, lines, plain_message
from bot.views.translate import Translator
from bot.views.words import REJECT_REASONS, called, word


def registered(card: LeadCard, t: Translator) -> Message:
    lead = called(card.lead, t)
    if card.owner is None:
        return _with_card(t("{lead} is registered. It has no owner yet.", lead=lead), card, t)
    text = t("{lead} is registered; its owner is {owner}.", lead=lead, owner=t.person(card.owner))
    return _with_card(text, card, t)


def claimed(card: LeadCard, t: Translator) -> Message:
    return _with_card(t("{lead} is yours.", lead=called(card.lead, t)), card, t)


def accepted(card: LeadCard, t: Translator) -> Message:
    return _with_card(t("{lead} is accepted.", lead=called(card.lead, t)), card, t)


def assigned(card: LeadCard, t: Translator) -> Message:
    lead = called(card.lead, t)
    if card.owner is None:
        return plain_message(t("{lead} has no owner yet.", lead=lead))
    owner = t.person(card.owner)
    return plain_message(t("{lead} is with {owner} now.", lead=lead, owner=owner))


def rejected(card: LeadCard, reason: RejectReason, t: Translator) -> Message:
    return plain_message(
        t(
            "{lead} went back to marketing. Reason: {reason}. Its clock waits for the answer.",
            lead=called(card.lead, t),
            reason=word(REJECT_REASONS, reason, t),
        )
    )


def rejection_answered(card: LeadCard, t: Translator, *, agrees: bool) -> Message:
    lead = called(card.lead, t)
    if agrees:
        return plain_message(t("{lead} is closed: both sides agree on its return.", lead=lead))
    return plain_message(t("{lead} goes back to sales, and its clock goes on.", lead=lead))


def closed(card: LeadCard, t: Translator) -> Message:
    lead = called(card.lead, t)
    if card.amount is None:
        return plain_message(t("{lead} is closed as lost.", lead=lead))
    amount = t.money(card.amount, card.currency)
    return plain_message(t("{lead} is closed as won: {amount}.", lead=lead, amount=amount))


def logged_for_owner(card: LeadCard, t: Translator) -> Message:
    """Answer somebody who may not see a lead in full but followed up in its owner's name."""
    lead = called(card.lead, t)
    if card.owner is None:
        return plain_message(t("Logged for {lead}.", lead=lead))
    text = t(
        "Logged for {lead}. {owner} still owns it and is told.",
        lead=lead,
        owner=t.person(card.owner),
    )
    return plain_message(text)


def undone(card: LeadCard, t: Translator) -> Message:
    lead = called(card.lead, t)
    return _with_card(t("The last follow-up with {lead} is undone.", lead=lead), card, t)


def snoozed(told: Snoozed, t: Translator) -> Message:
    """Say when the reminder comes; it is never put off beyond the end of its window."""
    capped = t("No reminder waits beyond the end of the window.") if told.is_capped else None
    lead = called(told.card.lead, t)
    text = t("Next reminder of {lead}: {moment}", lead=lead, moment=t.moment(told.at))
    return plain_message(lines([text, capped]))


def acknowledged(card: LeadCard, until: datetime, t: Translator) -> Message:
    noted = t("Noted: {lead} · {moment}", lead=called(card.lead, t), moment=t.moment(until))
    return plain_message(lines([noted, t("Until then nobody else is told; the window goes on.")]))


def paused(card: LeadCard, until: datetime, t: Translator) -> Message:
    text = t(
        "The clock of {lead} is paused until {moment}",
        lead=called(card.lead, t),
        moment=t.moment(until),
    )
    return _with_card(text, card, t)


def resumed(card: LeadCard, t: Translator) -> Message:
    return _with_card(t("The clock of {lead} runs again.", lead=called(card.lead, t)), card, t)


def shared(channel_id: str, t: Translator) -> Message:
    """The totals go through the queue of posts, so they follow in a moment."""
    return plain_message(
        t("The totals are on their way to {channel}.", channel=Markup(f"<#{channel_id}>"))
    )


def _with_card(text: Markup, card: LeadCard, t: Translator) -> Message:
    return Message(text, [section(text), *lead_card(card, t).blocks])
