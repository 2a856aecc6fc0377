"""The buttons people meet in more than one message about a lead."""

from collections.abc import Sequence
from uuid import UUID

from bot.notices.leads import LeadFacts
from bot.notices.people import PersonRef
from bot.views.blocks import Choice, Element, button, overflow, select
from bot.views.ids import Id
from bot.views.payload import Payload, dump
from bot.views.translate import Translator, mark

SNOOZES = {
    "30m": mark("In 30 min"),
    "1h": mark("In 1 h"),
    "2h": mark("In 2 h"),
    "tomorrow": mark("Tomorrow, first thing"),
}
SNOOZED_FOR = {"30m": 1_800, "1h": 3_600, "2h": 7_200, "tomorrow": 8 * 3_600}
"""Seconds of working time that pass meanwhile; until tomorrow, a working day of them."""
HOLDS = {
    "1h": mark("I'll do it within 1 h"),
    "today": mark("I'll do it today"),
    "tomorrow": mark("I'll do it tomorrow"),
}
MORE = {
    "log": mark("Log follow-up"),
    "reject": mark("Return to marketing"),
    "assign": mark("Assign to someone else"),
    "close": mark("Close: won or lost"),
    "pause": mark("Pause the clock"),
    "resume": mark("Resume the clock"),
    "snooze": mark("Remind me later"),
    "ack": mark("I'm on it"),
    "why": mark("Explain the clock"),
    "show": mark("See the lead"),
    "whatsapp": mark("WhatsApp · answered"),
}


def about(lead_id: UUID, choice: str = "") -> str:
    """Return the value of a button about a lead."""
    return dump(Payload(id=lead_id, choice=choice))


def accept(lead: LeadFacts, t: Translator, *, first: bool = True) -> Element:
    style = "primary" if first else ""
    return button(t.c("button", "Accept"), Id.LEAD_ACCEPT, about(lead.id), style=style)


def claim(lead: LeadFacts, t: Translator) -> Element:
    return button(t.c("button", "Take this lead"), Id.LEAD_CLAIM, about(lead.id), style="primary")


def log(lead: LeadFacts, t: Translator, *, first: bool = False) -> Element:
    style = "primary" if first else ""
    return button(t("Log follow-up"), Id.LEAD_LOG, about(lead.id), style=style)


def reject(lead: LeadFacts, t: Translator) -> Element:
    return button(t("Return to marketing"), Id.LEAD_REJECT, about(lead.id))


def assign(lead: LeadFacts, t: Translator) -> Element:
    return button(t("Assign to someone else"), Id.LEAD_ASSIGN, about(lead.id))


def rejection_answers(lead: LeadFacts, t: Translator) -> list[Element]:
    """Return marketing's two answers to a lead that came back."""
    value = about(lead.id)
    return [
        button(t.c("button", "Agree"), Id.REJECTION_AGREE, value, style="primary"),
        button(t("Send it back to sales"), Id.REJECTION_CONTEST, value),
    ]


def give(lead: LeadFacts, t: Translator) -> Element:
    return button(t("Give it an owner"), Id.LEAD_ASSIGN, about(lead.id), style="primary")


def show(lead: LeadFacts, t: Translator) -> Element:
    return button(t("See the lead"), Id.LEAD_SHOW, about(lead.id))


def why(lead: LeadFacts, t: Translator) -> Element:
    return button(t("Explain the clock"), Id.LEAD_WHY, about(lead.id))


def undo(lead: LeadFacts, t: Translator) -> Element:
    return button(t.c("button", "Undo"), Id.TOUCH_UNDO, about(lead.id))


def whatsapp(lead: LeadFacts, t: Translator, *, first: bool = True) -> Element:
    style = "primary" if first else ""
    words = t("WhatsApp · answered")
    return button(words, Id.TOUCH_WHATSAPP_ANSWERED, about(lead.id), style=style)


def one_tap_touches(lead: LeadFacts, t: Translator) -> list[Element]:
    """Return the three follow-ups that need no form."""
    value = about(lead.id)
    return [
        whatsapp(lead, t),
        button(t("Call · answered"), Id.TOUCH_CALL_ANSWERED, value),
        button(t("Call · no answer"), Id.TOUCH_CALL_NO_ANSWER, value),
    ]


def snooze(lead: LeadFacts, left: int, t: Translator) -> list[Element]:
    """Return the menu of later moments before the window ends, ``left`` seconds from now."""
    choices = [
        Choice(t(text), about(lead.id, when))
        for when, text in SNOOZES.items()
        if SNOOZED_FOR[when] < left
    ]
    return [select(t("Remind me later"), Id.LEAD_SNOOZE, choices)] if choices else []


def acknowledge(lead: LeadFacts, t: Translator) -> Element:
    choices = [Choice(t(text), about(lead.id, when)) for when, text in HOLDS.items()]
    return select(t("I'm on it"), Id.LEAD_ACK, choices)


def reassign(lead: LeadFacts, candidates: Sequence[PersonRef], t: Translator) -> Element:
    """Return a menu of the people who could take a lead, the first of them the best."""
    choices = [
        Choice(t.person(person), dump(Payload(id=lead.id, person=person.id)))
        for person in candidates
    ]
    return select(t("Pass to…"), Id.LEAD_REASSIGN, choices)


def more(lead: LeadFacts, actions: Sequence[str], t: Translator) -> Element:
    """Return the menu of what is done less often; at most five entries."""
    choices = [Choice(t(MORE[each]), about(lead.id, each)) for each in actions if each in MORE]
    return overflow(Id.LEAD_MORE, choices)
