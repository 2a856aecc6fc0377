"""Forms about a lead: registering, returning, passing on and closing it."""

from dataclasses import dataclass

from bot.notices.leads import LeadFacts
from bot.rules.terms import RejectReason
from bot.views.blocks import (
    Choice,
    View,
    field,
    modal,
    person_select,
    radio,
    section,
    select,
    text_input,
)
from bot.views.ids import Id
from bot.views.modals.answers import Answers, Errors
from bot.views.payload import Payload, dump
from bot.views.translate import Translator, mark
from bot.views.words import REJECT_REASONS, strong

ENDS = {"won": mark("Won"), "lost": mark("Lost")}


@dataclass(frozen=True, slots=True)
class LeadForm:
    """A lead to register; ``owner`` is a Slack id, ``received`` and ``score`` as typed."""

    name: str = ""
    company: str = ""
    email: str = ""
    phone: str = ""
    source: str = ""
    segment: str = ""
    score: str = ""
    owner: str = ""
    received: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class RejectForm:
    reason: str
    note: str


@dataclass(frozen=True, slots=True)
class AssignForm:
    """``person`` is a Slack id."""

    person: str
    reason: str


@dataclass(frozen=True, slots=True)
class CloseForm:
    """``amount`` as typed; empty for a lost deal."""

    won: bool
    amount: str
    note: str


def build_lead(form: LeadForm, t: Translator, *, payload: Payload = Payload()) -> View:  # noqa: B008  frozen
    """Return the form for registering a lead, filled with what is known of it."""
    value = Id.VALUE
    blocks = [
        field(Id.FIELD_NAME, t("Name"), text_input(value, value=form.name), optional=True),
        field(Id.FIELD_COMPANY, t("Company"), text_input(value, value=form.company), optional=True),
        field(Id.FIELD_EMAIL, t("E-mail"), text_input(value, value=form.email), optional=True),
        field(Id.FIELD_PHONE, t("Phone"), text_input(value, value=form.phone), optional=True),
        field(Id.FIELD_SOURCE, t("Source"), text_input(value, value=form.source), optional=True),
        field(Id.FIELD_SEGMENT, t("Segment"), text_input(value, value=form.segment), optional=True),
        field(
            Id.FIELD_LANGUAGE,
            t("Language they speak"),
            text_input(value, value=form.language, limit=60),
            optional=True,
        ),
        field(Id.FIELD_SCORE, t("Score"), text_input(value, value=form.score), optional=True),
        field(
            Id.FIELD_OWNER,
            t("Owner"),
            person_select(value, form.owner or None),
            hint=t("Left empty, the rota decides."),
            optional=True,
        ),
        field(
            Id.FIELD_RECEIVED,
            t("When it came in"),
            text_input(value, value=form.received),
            hint=t("Left empty: now. For example: today 9:30, 20 min ago."),
            optional=True,
        ),
    ]
    return modal(
        Id.FORM_LEAD_NEW,
        t("Register a lead"),
        blocks,
        submit=t.c("button", "Register"),
        close=t.c("button", "Cancel"),
        metadata=dump(payload),
    )


def parse_lead(values: object, t: Translator) -> LeadForm | Errors:
    answers = Answers(values, t)
    form = LeadForm(
        name=answers.text(Id.FIELD_NAME, limit=200),
        company=answers.text(Id.FIELD_COMPANY, limit=200),
        email=answers.text(Id.FIELD_EMAIL, limit=200),
        phone=answers.text(Id.FIELD_PHONE, limit=200),
        source=answers.text(Id.FIELD_SOURCE, limit=200),
        segment=answers.text(Id.FIELD_SEGMENT, limit=200),
        score=answers.text(Id.FIELD_SCORE, limit=200),
        owner=answers.person(Id.FIELD_OWNER),
        received=answers.text(Id.FIELD_RECEIVED, limit=200),
        language=answers.text(Id.FIELD_LANGUAGE, limit=60),
    )
    if not (form.name or form.company):
        answers.refuse(Id.FIELD_NAME, t("Write a name or a company."))
    elif not (form.email or form.phone):
        answers.refuse(Id.FIELD_EMAIL, t("Write an e-mail or a phone to reach them."))
    return answers.errors or form


def build_reject(lead: LeadFacts, t: Translator) -> View:
    reasons = [Choice(t(REJECT_REASONS[each]), each) for each in RejectReason]
    blocks = [
        section(strong(lead, t)),
        field(Id.FIELD_REASON, t("Reason"), select(t("Choose a reason"), Id.VALUE, reasons)),
        field(
            Id.FIELD_NOTE,
            t("Details"),
            text_input(Id.VALUE, limit=500, tall=True),
            hint=t("Marketing reads it: the more exact, the better the next leads."),
            optional=True,
        ),
    ]
    return modal(
        Id.FORM_REJECT,
        t("Return to marketing"),
        blocks,
        submit=t.c("button", "Return"),
        close=t.c("button", "Cancel"),
        metadata=dump(Payload(id=lead.id)),
    )


def parse_reject(values: object, t: Translator) -> RejectForm | Errors:
    answers = Answers(values, t)
    reason = answers.chosen(Id.FIELD_REASON, set(RejectReason))
    note = answers.text(Id.FIELD_NOTE, needed=reason == RejectReason.OTHER, limit=500)
    return answers.errors or RejectForm(reason, note)


def build_assign(lead: LeadFacts, t: Translator) -> View:
    blocks = [
        section(strong(lead, t)),
        field(Id.FIELD_PERSON, t("New owner"), person_select(Id.VALUE)),
        field(Id.FIELD_REASON, t("Reason"), text_input(Id.VALUE), optional=True),
    ]
    return modal(
        Id.FORM_ASSIGN,
        t("Assign the lead"),
        blocks,
        submit=t.c("button", "Assign"),
        close=t.c("button", "Cancel"),
        metadata=dump(Payload(id=lead.id)),
    )


def parse_assign(values: object, t: Translator) -> AssignForm | Errors:
    answers = Answers(values, t)
    person = answers.person(Id.FIELD_PERSON, needed=True)
    reason = answers.text(Id.FIELD_REASON, limit=200)
    return answers.errors or AssignForm(person, reason)


def build_close(lead: LeadFacts, t: Translator, *, currency: str, won: bool | None = None) -> View:
    """Return the form that ends a lead; the amount is in the agreement's currency."""
    ends = [Choice(t(text), value) for value, text in ENDS.items()]
    chosen = None if won is None else "won" if won else "lost"
    blocks = [
        section(strong(lead, t)),
        field(Id.FIELD_RESULT, t("Result"), radio(Id.VALUE, ends, chosen)),
        field(
            Id.FIELD_AMOUNT,
            t("Amount in {currency}", currency=currency),
            text_input(Id.VALUE),
            hint=t("Needed for a deal that was won."),
            optional=True,
        ),
        field(
            Id.FIELD_NOTE, t("Details"), text_input(Id.VALUE, limit=500, tall=True), optional=True
        ),
    ]
    return modal(
        Id.FORM_CLOSE,
        t("Close the lead"),
        blocks,
        submit=t.c("button", "Close it"),
        close=t.c("button", "Cancel"),
        metadata=dump(Payload(id=lead.id)),
    )


def parse_close(values: object, t: Translator) -> CloseForm | Errors:
    answers = Answers(values, t)
    won = answers.chosen(Id.FIELD_RESULT, ENDS) == "won"
    amount = answers.text(Id.FIELD_AMOUNT, limit=100)
    note = answers.text(Id.FIELD_NOTE, limit=500)
    if won and not amount:
        answers.refuse(Id.FIELD_AMOUNT, t("A deal is won with its amount: write it."))
    return answers.errors or CloseForm(won, amount if won else "", note)
