"""The one line that a reminder shrinks to once somebody did what it asked for."""

from bot.notices.leads import LeadHandled, ReminderPast
from bot.views.emoji import Sign
from bot.views.message import Message, facts, plain_message
from bot.views.translate import Translator, mark
from bot.views.words import called

HANDLED_BY = {
    "touched": mark("{by} followed up with {lead} · {moment}"),
    "logged": mark("{by} followed up with {lead} · {moment}"),
    "accepted": mark("{by} accepted {lead} · {moment}"),
    "claimed": mark("{by} took {lead} · {moment}"),
    "assigned": mark("{by} gave {lead} an owner · {moment}"),
    "reassigned": mark("{by} passed {lead} to someone else · {moment}"),
    "rejected": mark("{by} returned {lead} to marketing · {moment}"),
    "closed": mark("{by} closed {lead} · {moment}"),
    "won": mark("{by} closed {lead} as won · {moment}"),
    "lost": mark("{by} closed {lead} as lost · {moment}"),
    "paused": mark("{by} paused the clock of {lead} · {moment}"),
    "resumed": mark("{by} resumed the clock of {lead} · {moment}"),
    "acknowledged": mark("{by} is on it: {lead} · {moment}"),
    "snoozed": mark("{by} asked to be reminded of {lead} later · {moment}"),
    "rejection_agreed": mark("{by} agreed that {lead} came back to marketing · {moment}"),
    "rejection_contested": mark("{by} sent {lead} back to sales · {moment}"),
}
HANDLED = {
    "touched": mark("{lead} was followed up · {moment}"),
    "logged": mark("{lead} was followed up · {moment}"),
    "accepted": mark("{lead} was accepted · {moment}"),
    "claimed": mark("{lead} has an owner · {moment}"),
    "assigned": mark("{lead} has an owner · {moment}"),
    "reassigned": mark("{lead} went to someone else · {moment}"),
    "rejected": mark("{lead} was returned to marketing · {moment}"),
    "closed": mark("{lead} was closed · {moment}"),
    "won": mark("{lead} was closed as won · {moment}"),
    "lost": mark("{lead} was closed as lost · {moment}"),
    "paused": mark("The clock of {lead} was paused · {moment}"),
    "resumed": mark("The clock of {lead} runs again · {moment}"),
}
TAKEN_CARE_OF_BY = mark("{by} took care of {lead} · {moment}")
TAKEN_CARE_OF = mark("{lead} was taken care of · {moment}")


def lead_handled(handled: LeadHandled, t: Translator) -> Message:
    """Return the one line a reminder shrinks to: who did what, when; no buttons."""
    fields = {"lead": called(handled.lead, t), "moment": t.moment(handled.at)}
    what = handled.what.rsplit(".", 1)[-1]
    if handled.by is not None:
        said = t(HANDLED_BY.get(what, TAKEN_CARE_OF_BY), **fields, by=t.person(handled.by))
    else:
        said = t(HANDLED.get(what, TAKEN_CARE_OF), **fields)
    after = t("on time, told late") if handled.late else None
    return plain_message(t.lay("{sign} {text}", sign=Sign.DONE, text=facts([said, after])))


def reminder_past(past: ReminderPast, t: Translator) -> Message:
    """Return the one line an earlier reminder shrinks to when the next one is sent."""
    return plain_message(
        t(
            "Earlier reminder: {lead} · {moment}",
            moment=t.moment(past.at),
            lead=called(past.lead, t),
        )
    )
