"""Forms about a reminder or a clock: later, I'm on it, pause."""

from dataclasses import dataclass

from bot.notices.leads import LeadFacts
from bot.views.blocks import View, field, modal, section, text_input
from bot.views.escape import Markup
from bot.views.ids import Id
from bot.views.modals.answers import Answers, Errors
from bot.views.payload import Payload, dump
from bot.views.translate import Translator
from bot.views.words import strong


@dataclass(frozen=True, slots=True)
class UntilForm:
    """``until`` as typed: "2h", "tomorrow 9am"."""

    until: str


@dataclass(frozen=True, slots=True)
class PauseForm:
    reason: str
    until: str


def build_snooze(lead: LeadFacts, t: Translator) -> View:
    small = t("The window goes on and its end stays where it is.")
    return _until(Id.FORM_SNOOZE, lead, t("Remind me later"), t("When"), small, t)


def build_ack(lead: LeadFacts, t: Translator) -> View:
    small = t("Until then nobody else is told; the window goes on.")
    return _until(Id.FORM_ACK, lead, t("I'm on it"), t("By when"), small, t)


def parse_until(values: object, t: Translator) -> UntilForm | Errors:
    """Read the form of a snooze or of an acknowledgement."""
    answers = Answers(values, t)
    until = answers.text(Id.FIELD_UNTIL, needed=True, limit=200)
    return answers.errors or UntilForm(until)


def build_pause(lead: LeadFacts, t: Translator, *, reason: str = "", until: str = "") -> View:
    """Return the form, filled with what is known; ``until`` as typed."""
    hint = t("A day without a time: until its work begins. For example: 2h, Friday noon.")
    blocks = [
        section(strong(lead, t)),
        field(Id.FIELD_REASON, t("Reason"), text_input(Id.VALUE, value=reason)),
        field(Id.FIELD_UNTIL, t("Until"), text_input(Id.VALUE, value=until), hint=hint),
    ]
    return modal(
        Id.FORM_PAUSE,
        t("Pause the clock"),
        blocks,
        submit=t.c("button", "Pause"),
        close=t.c("button", "Cancel"),
        metadata=dump(Payload(id=lead.id)),
    )


def parse_pause(values: object, t: Translator) -> PauseForm | Errors:
    answers = Answers(values, t)
    reason = answers.text(Id.FIELD_REASON, needed=True, limit=200)
    until = answers.text(Id.FIELD_UNTIL, needed=True, limit=200)
    return answers.errors or PauseForm(reason, until)


def _until(
    callback: Id, lead: LeadFacts, title: Markup, label: Markup, small: Markup, t: Translator
) -> View:
    blocks = [
        section(strong(lead, t)),
        field(Id.FIELD_UNTIL, label, text_input(Id.VALUE), hint=_example(t)),
        section(small),
    ]
    return modal(
        callback,
        title,
        blocks,
        submit=t.c("button", "Done"),
        close=t.c("button", "Cancel"),
        metadata=dump(Payload(id=lead.id)),
    )


def _example(t: Translator) -> Markup:
    return t("For example: 2h, tomorrow at 9, Friday noon.")
