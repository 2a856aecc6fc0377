"""The form that sets up an agreement: sides, hours, and what is promised."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.rules.phrases.duration import parse_duration
from bot.rules.phrases.refusals import TooLong, UnclearDuration
from bot.rules.terms import AgreementKind
from bot.views.blocks import (
    Block,
    Choice,
    View,
    channel_select,
    field,
    modal,
    people_select,
    select,
    text_input,
)
from bot.views.escape import esc
from bot.views.ids import Id
from bot.views.modals.answers import Answers, Errors
from bot.views.modals.hours import HoursForm, build_hours, parse_hours
from bot.views.payload import Payload, dump
from bot.views.translate import Translator
from bot.views.words import AGREEMENT_KINDS, LANGUAGES

CURRENCIES = [
    "ARS",
    "BOB",
    "BRL",
    "CAD",
    "CLP",
    "COP",
    "CRC",
    "CUP",
    "DOP",
    "EUR",
    "GBP",
    "GTQ",
    "HNL",
    "MXN",
    "NIO",
    "PAB",
    "PEN",
    "PYG",
    "USD",
    "UYU",
    "VES",
]


@dataclass(frozen=True, slots=True)
class SetupForm:
    """What both sides agreed. People and channels are Slack ids.

    Windows are lengths of working time as typed; once parsed their seconds stand in the field of
    the same name with ``_s`` (none where it is not promised).
    """

    name: str = ""
    kind: str = AgreementKind.MARKETING_SALES.value
    channel: str = ""
    celebration_channel: str = ""
    marketing_leads: tuple[str, ...] = ()
    sales_leads: tuple[str, ...] = ()
    reps: tuple[str, ...] = ()
    hours: HoursForm = HoursForm()  # noqa: RUF009  it is frozen
    language: str = "es"
    currency: str = "COP"
    first_touch: str = ""
    accept: str = ""
    first_touch_s: int = 0
    accept_s: int | None = None
    urgent_request: str = ""
    asset_request: str = ""
    request: str = ""
    urgent_request_s: int | None = None
    asset_request_s: int | None = None
    request_s: int | None = None


def build_setup(
    form: SetupForm,
    t: Translator,
    *,
    holidays: Sequence[tuple[date, str]] = (),
    payload: Payload = Payload(),  # noqa: B008  it is frozen
) -> View:
    """Return the form; ``holidays`` are those of its country in the coming year."""
    return modal(
        Id.FORM_SETUP,
        t("Set up an agreement"),
        [*_sides(form, t), *build_hours(form.hours, holidays, t), *_promises(form, t)],
        submit=t.c("button", "Set up"),
        close=t.c("button", "Cancel"),
        metadata=dump(payload),
    )


def parse_setup(values: object, t: Translator) -> SetupForm | Errors:
    answers = Answers(values, t)
    form = _read(answers, t)
    return answers.errors or form


def seen_setup(values: object, t: Translator) -> SetupForm:
    """Return what is filled in so far, to build the form again around it."""
    return _read(Answers(values, t), t)


def _read(answers: Answers, t: Translator) -> SetupForm:
    first_touch = answers.text(Id.FIELD_FIRST_TOUCH, needed=True, limit=60)
    accept = answers.text(Id.FIELD_ACCEPT, limit=60)
    urgent = answers.text(Id.FIELD_URGENT_REQUEST, limit=60)
    asset = answers.text(Id.FIELD_ASSET_REQUEST, limit=60)
    request = answers.text(Id.FIELD_REQUEST, limit=60)
    return SetupForm(
        name=answers.text(Id.FIELD_NAME, needed=True, limit=80),
        kind=answers.chosen(Id.FIELD_KIND, set(AgreementKind)),
        channel=answers.channel(Id.FIELD_WORKING_CHANNEL),
        celebration_channel=answers.channel(Id.FIELD_CELEBRATION_CHANNEL, needed=False),
        marketing_leads=answers.people(Id.FIELD_MARKETING_LEADS, needed=True),
        sales_leads=answers.people(Id.FIELD_SALES_LEADS, needed=True),
        reps=answers.people(Id.FIELD_REPS),
        hours=parse_hours(answers, t),
        language=answers.chosen(Id.FIELD_LANGUAGE, LANGUAGES),
        currency=answers.chosen(Id.FIELD_CURRENCY, CURRENCIES),
        first_touch=first_touch,
        accept=accept,
        first_touch_s=_seconds(Id.FIELD_FIRST_TOUCH, first_touch, answers, t) or 0,
        accept_s=_seconds(Id.FIELD_ACCEPT, accept, answers, t),
        urgent_request=urgent,
        asset_request=asset,
        request=request,
        urgent_request_s=_seconds(Id.FIELD_URGENT_REQUEST, urgent, answers, t),
        asset_request_s=_seconds(Id.FIELD_ASSET_REQUEST, asset, answers, t),
        request_s=_seconds(Id.FIELD_REQUEST, request, answers, t),
    )


def _seconds(block: Id, typed: str, answers: Answers, t: Translator) -> int | None:
    if not typed:
        return None
    try:
        return int(parse_duration(typed).total_seconds())
    except (UnclearDuration, TooLong):
        answers.refuse(block, t("Write a length of time, such as 4 h or 30 min."))
        return None


def _sides(form: SetupForm, t: Translator) -> list[Block]:
    value = Id.VALUE
    kinds = [Choice(t(AGREEMENT_KINDS[each]), each) for each in AgreementKind]
    return [
        field(Id.FIELD_NAME, t("Name"), text_input(value, value=form.name, limit=80)),
        field(Id.FIELD_KIND, t("Between"), select(t("Choose one"), value, kinds, form.kind)),
        field(
            Id.FIELD_WORKING_CHANNEL,
            t("Working channel"),
            channel_select(value, form.channel or None),
            hint=t("Where totals and flags are posted. Invite the bot to it."),
        ),
        field(
            Id.FIELD_CELEBRATION_CHANNEL,
            t("Channel for celebrations"),
            channel_select(value, form.celebration_channel or None),
            hint=t("Left empty: the working channel."),
            optional=True,
        ),
        field(
            Id.FIELD_MARKETING_LEADS,
            t("Who speaks for marketing"),
            people_select(value, form.marketing_leads),
            hint=t("Between a client and an agency: the agency."),
        ),
        field(
            Id.FIELD_SALES_LEADS,
            t("Who speaks for sales"),
            people_select(value, form.sales_leads),
            hint=t("Between a client and an agency: the client."),
        ),
        field(
            Id.FIELD_REPS,
            t("Who takes leads, in turn"),
            people_select(value, form.reps),
            optional=True,
        ),
    ]


def _promises(form: SetupForm, t: Translator) -> list[Block]:
    value = Id.VALUE
    languages = [Choice(esc(name), language) for language, name in LANGUAGES.items()]
    currencies = [Choice(t.currency(code), code) for code in CURRENCIES]
    return [
        field(
            Id.FIELD_LANGUAGE,
            t("Language of the channel"),
            select(t("Choose one"), value, languages, form.language),
        ),
        field(
            Id.FIELD_CURRENCY,
            t("Currency"),
            select(t("Choose one"), value, currencies, form.currency),
        ),
        field(
            Id.FIELD_FIRST_TOUCH,
            t("First follow-up within"),
            text_input(value, value=form.first_touch),
            hint=t("Working time. For example: 15 min for hot leads, 4 h for the rest."),
        ),
        field(
            Id.FIELD_ACCEPT,
            t("Accept or return within"),
            text_input(value, value=form.accept),
            hint=t("Working time; left empty it is not promised."),
            optional=True,
        ),
        *_requests(form, t),
    ]


def _requests(form: SetupForm, t: Translator) -> list[Block]:
    """Return the lines of the promises that either side makes about what it is asked."""
    asked = (
        (
            Id.FIELD_URGENT_REQUEST,
            t("Urgent client requests answered within"),
            form.urgent_request,
            t("For example: 2 h. Left empty: as other requests."),
        ),
        (
            Id.FIELD_ASSET_REQUEST,
            t("Assets delivered within"),
            form.asset_request,
            t("For example: 16 h. Left empty: as other requests."),
        ),
        (
            Id.FIELD_REQUEST,
            t("Other requests answered within"),
            form.request,
            t("For example: 8 h. Left empty it is not promised."),
        ),
    )
    return [
        field(line, label, text_input(Id.VALUE, value=typed), hint=hint, optional=True)
        for line, label, typed, hint in asked
    ]
