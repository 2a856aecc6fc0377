"""What a window says to people: reminders, the miss, escalations, and the line they shrink to."""

from datetime import datetime
from decimal import Decimal

from bot.notices.leads import (
    LeadFacts,
    MissEscalated,
    MissReported,
    ReassignmentOffered,
    ReminderAgain,
    WindowClosing,
    WindowMissed,
)
from bot.notices.people import PersonRef
from bot.notices.undone import FollowUpUndone
from bot.views import buttons
from bot.views.blocks import Block, Element, actions, context, section
from bot.views.emoji import Sign
from bot.views.escape import Markup, esc
from bot.views.message import Message, facts
from bot.views.translate import Translator
from bot.views.words import called, own_time, standing_in


def window_closing(reminder: WindowClosing, t: Translator) -> Message:
    """A short new message to the owner, with the follow-up one tap away."""
    if reminder.is_late:
        return _turn_closing(reminder, t)
    used = t("{percent} of the window used", percent=t.percent(Decimal(reminder.percent) / 100))
    small = facts([used, standing_in(reminder.standing_in_for, t)])
    said = _time_left(reminder.stage, reminder.lead, reminder.left, t)
    return _reminder(reminder, said, small, t)


def _turn_closing(reminder: WindowClosing, t: Translator) -> Message:
    """Name moments only, not what is left: nothing newer takes this message's place."""
    lead, until = called(reminder.lead, t), reminder.own_until
    if reminder.stage == "accept":
        text = t("{lead} is past the window and still waiting to be accepted.", lead=lead)
    else:
        text = t("{lead} is past the window and still waiting for its first follow-up.", lead=lead)
    own = None if until is None else own_time(until, t)
    small = facts([_was_due(reminder.due_at, t), own, standing_in(reminder.standing_in_for, t)])
    row = [*_acts(reminder.stage, reminder.lead, t), buttons.acknowledge(reminder.lead, t)]
    return Message(text, _with_buttons(Sign.LATE, reminder.lead, text, small, row, t))


def reminder_again(reminder: ReminderAgain, t: Translator) -> Message:
    small = facts([t("You asked to be reminded"), standing_in(reminder.standing_in_for, t)])
    said = _time_left(reminder.stage, reminder.lead, reminder.left, t)
    return _reminder(reminder, said, small, t)


def window_missed(missed: WindowMissed, t: Translator) -> Message:
    lead = called(missed.lead, t)
    if missed.stage == "accept":
        text = t("Past the window: {lead} is waiting for you to accept it or return it.", lead=lead)
    else:
        text = t("Past the window: {lead} is waiting for its first follow-up.", lead=lead)
    told = t("If it was done in time, telling it now still counts.")
    accepting = missed.stage == "accept"
    small = facts(
        [
            _was_due(missed.due_at, t),
            standing_in(missed.standing_in_for, t),
            None if accepting else told,
        ]
    )
    row = [*_acts(missed.stage, missed.lead, t), buttons.acknowledge(missed.lead, t)]
    return Message(text, _with_buttons(Sign.LATE, missed.lead, text, small, row, t))


def miss_reported(missed: MissReported, t: Translator) -> Message:
    text = _missed(missed.stage, missed.lead, t)
    small = facts([_owner(missed.owner, missed.cover, t), _was_due(missed.due_at, t)])
    row = [_assign(missed.lead, missed.owner, t), buttons.why(missed.lead, t)]
    return Message(text, _with_buttons(Sign.LATE, missed.lead, text, small, row, t))


def miss_escalated(missed: MissEscalated, t: Translator) -> Message:
    lead, late = called(missed.lead, t), t.duration(missed.late)
    if missed.stage == "accept":
        text = t("{lead} is {late} past the window to be accepted.", lead=lead, late=late)
    else:
        text = t("{lead} is {late} past the window for a first follow-up.", lead=lead, late=late)
    small = facts(
        [
            _owner(missed.owner, missed.cover, t),
            _promise(missed.promised, t),
            _was_due(missed.due_at, t),
        ]
    )
    row = [
        _assign(missed.lead, missed.owner, t),
        buttons.acknowledge(missed.lead, t),
        buttons.why(missed.lead, t),
    ]
    return Message(text, _with_buttons(Sign.LATE, missed.lead, text, small, row, t))


def reassignment_offered(offer: ReassignmentOffered, t: Translator) -> Message:
    fields = {"lead": called(offer.lead, t), "late": t.duration(offer.late)}
    if offer.stage == "accept":
        text = t(
            "{lead} is {late} past the window to be accepted: pass it to someone else?", **fields
        )
    else:
        text = t(
            "{lead} is {late} past the window for a first follow-up: pass it to someone else?",
            **fields,
        )
    row = [buttons.assign(offer.lead, t), buttons.why(offer.lead, t)]
    if offer.candidates:
        row[0] = buttons.reassign(offer.lead, offer.candidates, t)
    small = _owner(offer.owner, offer.cover, t)
    return Message(text, _with_buttons(Sign.LATE, offer.lead, text, small, row, t))


def follow_up_undone(undone: FollowUpUndone, t: Translator) -> Message:
    """Return what a message says again: the follow-up is undone, and what ends the wait."""
    text = t(
        "{by} undid the follow-up with {lead} · {moment}",
        by=t.person(undone.by),
        lead=called(undone.lead, t),
        moment=t.moment(undone.at),
    )
    is_late = undone.left <= 0
    due = _was_due(undone.due_at, t) if is_late else t("Due {due}", due=t.moment(undone.due_at))
    if undone.to_owner:
        row = [
            *_acts(undone.stage, undone.lead, t),
            *buttons.snooze(undone.lead, undone.left, t),
            buttons.acknowledge(undone.lead, t),
        ]
    else:
        row = [_assign(undone.lead, undone.owner, t), buttons.why(undone.lead, t)]
    sign = Sign.LATE if is_late else Sign.DUE_SOON
    return Message(text, _with_buttons(sign, undone.lead, text, due, row, t))


def _time_left(stage: str, lead: LeadFacts, seconds: int, t: Translator) -> Markup:
    """Say how much is left; the verb agrees with the first figure of the time."""
    name = called(lead, t)
    if seconds < 60 and stage == "accept":
        return t("Less than a minute left to accept {lead}.", lead=name)
    if seconds < 60:
        return t("Less than a minute left to contact {lead}.", lead=name)
    left, leading = t.duration(seconds), seconds // 3600 or seconds // 60
    if stage == "accept":
        return t.n(
            "{left} left to accept {lead}.",
            "{left} left to accept {lead}.",
            leading,
            left=left,
            lead=name,
        )
    return t.n(
        "{left} left to contact {lead}.",
        "{left} left to contact {lead}.",
        leading,
        left=left,
        lead=name,
    )


def _reminder(
    reminder: WindowClosing | ReminderAgain, said: Markup, small: Markup, t: Translator
) -> Message:
    lead, due = reminder.lead, t("Due {due}", due=t.moment(reminder.due_at))
    row = [
        *_acts(reminder.stage, lead, t),
        *buttons.snooze(lead, reminder.left, t),
        buttons.acknowledge(lead, t),
    ]
    return Message(said, _with_buttons(Sign.DUE_SOON, lead, said, facts([due, small]), row, t))


def _acts(stage: str, lead: LeadFacts, t: Translator) -> list[Element]:
    """Return what ends the wait: accepting or returning, or one of the usual follow-ups."""
    if stage == "accept":
        return [buttons.accept(lead, t), buttons.log(lead, t), buttons.reject(lead, t)]
    return [*buttons.one_tap_touches(lead, t), buttons.log(lead, t)]


def _with_buttons(
    sign: Sign, lead: LeadFacts, text: Markup, small: Markup, row: list[Element], t: Translator
) -> list[Block]:
    return [
        section(t.lay("{sign} {text}", sign=sign, text=text)),
        context(facts([esc(lead.public_id), small])),
        actions(row),
    ]


def _missed(stage: str, lead: LeadFacts, t: Translator) -> Markup:
    if stage == "accept":
        return t("{lead} was not accepted within the agreed window.", lead=called(lead, t))
    return t("{lead} was not followed up within the agreed window.", lead=called(lead, t))


def _assign(lead: LeadFacts, owner: PersonRef | None, t: Translator) -> Element:
    return buttons.give(lead, t) if owner is None else buttons.assign(lead, t)


def _was_due(due_at: datetime, t: Translator) -> Markup:
    return t("It was due {due}", due=t.moment(due_at))


def _owner(owner: PersonRef | None, cover: PersonRef | None, t: Translator) -> Markup:
    if owner is None:
        return t("No owner yet")
    if cover is not None:
        return t("Owner: {owner}, covered by {cover}", owner=t.person(owner), cover=t.person(cover))
    return t("Owner: {owner}", owner=t.person(owner))


def _promise(promised: datetime | None, t: Translator) -> Markup | None:
    if promised is None:
        return None
    return t("Follow-up promised by {moment}", moment=t.moment(promised))
