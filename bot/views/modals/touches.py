"""The form for a follow-up: who was reached, how, and what came of it."""

from dataclasses import dataclass

from bot.notices.leads import LeadFacts
from bot.rules.terms import Channel, Outcome
from bot.views.blocks import Block, Choice, View, field, modal, section, select, text_input
from bot.views.ids import Id
from bot.views.modals.answers import Answers, Errors
from bot.views.payload import Payload, dump
from bot.views.translate import Translator
from bot.views.words import CHANNELS, OUTCOMES, strong


@dataclass(frozen=True, slots=True)
class TouchForm:
    """``lead`` is what was typed when the form was not opened from a lead; ``when`` as typed."""

    lead: str
    channel: str
    outcome: str
    when: str
    note: str
    reason: str


def build_touch(
    lead: LeadFacts | None,
    t: Translator,
    *,
    channel: str = "",
    outcome: str = "",
    when: str = "",
    note: str = "",
    needs_reason: bool = False,
) -> View:
    """Return the form; without a lead it asks for one, with ``needs_reason`` for the why.

    Somebody who is not the owner follows up with a reason.
    """
    channels = [Choice(t(CHANNELS[each]), each) for each in Channel]
    outcomes = [Choice(t(OUTCOMES[each]), each) for each in Outcome]
    blocks = [
        _lead(lead, t),
        field(Id.FIELD_CHANNEL, t("Channel"), select(t("Choose one"), Id.VALUE, channels, channel)),
        field(Id.FIELD_OUTCOME, t("Result"), select(t("Choose one"), Id.VALUE, outcomes, outcome)),
        field(
            Id.FIELD_WHEN,
            t("When"),
            text_input(Id.VALUE, value=when),
            hint=t("Left empty: now. For example: today 9:30, 20 min ago."),
            optional=True,
        ),
        field(
            Id.FIELD_NOTE,
            t("Details"),
            text_input(Id.VALUE, value=note, limit=500, tall=True),
            optional=True,
        ),
    ]
    if needs_reason:
        why = t("Why you and not its owner")
        blocks.append(field(Id.FIELD_REASON, why, text_input(Id.VALUE)))
    return modal(
        Id.FORM_TOUCH,
        t("Log follow-up"),
        blocks,
        submit=t.c("button", "Log it"),
        close=t.c("button", "Cancel"),
        metadata=dump(Payload(id=lead.id if lead else None)),
    )


def parse_touch(values: object, t: Translator, *, knows_lead: bool = True) -> TouchForm | Errors:
    """Read the form; ``knows_lead`` when its payload names the lead."""
    answers = Answers(values, t)
    form = TouchForm(
        lead=answers.text(Id.FIELD_LEAD, needed=not knows_lead, limit=200),
        channel=answers.chosen(Id.FIELD_CHANNEL, set(Channel)),
        outcome=answers.chosen(Id.FIELD_OUTCOME, set(Outcome)),
        when=answers.text(Id.FIELD_WHEN, limit=200),
        note=answers.text(Id.FIELD_NOTE, limit=500),
        reason=answers.text(Id.FIELD_REASON, limit=200),
    )
    return answers.errors or form


def _lead(lead: LeadFacts | None, t: Translator) -> Block:
    if lead is not None:
        return section(strong(lead, t))
    hint = t("Its id, such as L-7K3F, or its name.")
    return field(Id.FIELD_LEAD, t("Lead"), text_input(Id.VALUE), hint=hint)
