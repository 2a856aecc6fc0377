"""Forms for requests: filing one, answering it, saying what an answer lacks."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.notices.requests import RequestFacts
from bot.notices.responsibilities import AreaFacts
from bot.rules.requests import LONGEST_ANSWER, LONGEST_CLIENT, LONGEST_REQUEST, RequestKind
from bot.views.blocks import Choice, View, field, modal, section, select, text_input
from bot.views.escape import Markup, esc
from bot.views.ids import Id
from bot.views.message import lines
from bot.views.modals.answers import Answers, Errors
from bot.views.payload import Payload, dump
from bot.views.requests import request_name
from bot.views.responsibilities import area_name
from bot.views.translate import Translator
from bot.views.words import REQUEST_KINDS

MOST_AREAS = 100


@dataclass(frozen=True, slots=True)
class RequestForm:
    """``area`` is an area's short name; ``client`` whom it is for, as typed."""

    text: str = ""
    kind: str = RequestKind.INFORMATION.value
    area: str = ""
    client: str = ""


@dataclass(frozen=True, slots=True)
class AnswerForm:
    text: str


def build_request(form: RequestForm, t: Translator, *, areas: Sequence[AreaFacts]) -> View:
    """Return the form, filled with what is known; there is at least one area."""
    kinds = [Choice(t(REQUEST_KINDS[each]), each) for each in RequestKind]
    choices = [Choice(area_name(area, t), area.slug) for area in areas[:MOST_AREAS]]
    blocks = [
        field(
            Id.FIELD_TEXT,
            t("What is needed"),
            text_input(Id.VALUE, value=form.text, limit=LONGEST_REQUEST, tall=True),
        ),
        field(Id.FIELD_KIND, t("Kind"), select(t("Choose one"), Id.VALUE, kinds, form.kind)),
        field(Id.FIELD_AREA, t("Area"), select(t("Choose one"), Id.VALUE, choices, form.area)),
        field(
            Id.FIELD_CLIENT,
            t("Asked by"),
            text_input(Id.VALUE, value=form.client, limit=LONGEST_CLIENT),
            hint=t("When it is for a client: their name, or @ and a person. Left empty: you."),
            optional=True,
        ),
    ]
    return modal(
        Id.FORM_REQUEST,
        t("New request"),
        blocks,
        submit=t.c("request", "Ask"),
        close=t.c("button", "Cancel"),
    )


def parse_request(values: object, t: Translator, *, areas: Collection[str]) -> RequestForm | Errors:
    """Read the form; ``areas`` are the short names of those there are."""
    answers = Answers(values, t)
    form = RequestForm(
        text=answers.text(Id.FIELD_TEXT, needed=True, limit=LONGEST_REQUEST),
        kind=answers.chosen(Id.FIELD_KIND, set(RequestKind)),
        area=answers.chosen(Id.FIELD_AREA, areas),
        client=answers.text(Id.FIELD_CLIENT, limit=LONGEST_CLIENT),
    )
    return answers.errors or form


def build_answer(request: RequestFacts, t: Translator) -> View:
    label = field(
        Id.FIELD_ANSWER, t("Answer"), text_input(Id.VALUE, limit=LONGEST_ANSWER, tall=True)
    )
    return _about(Id.FORM_REQUEST_ANSWER, request, t("Answer the request"), label, t)


def parse_answer(values: object, t: Translator) -> AnswerForm | Errors:
    answers = Answers(values, t)
    text = answers.text(Id.FIELD_ANSWER, needed=True, limit=LONGEST_ANSWER)
    return answers.errors or AnswerForm(text)


def build_reopen(request: RequestFacts, t: Translator) -> View:
    """Return the form that asks what an answer lacks."""
    label = field(Id.FIELD_REASON, t("What is missing"), text_input(Id.VALUE, limit=500, tall=True))
    return _about(Id.FORM_REQUEST_REOPEN, request, t("Not what I asked"), label, t)


def parse_reopen(values: object, t: Translator) -> AnswerForm | Errors:
    answers = Answers(values, t)
    text = answers.text(Id.FIELD_REASON, needed=True, limit=500)
    return answers.errors or AnswerForm(text)


def _about(
    callback: Id, request: RequestFacts, title: Markup, line: dict[str, object], t: Translator
) -> View:
    said = Markup(f"> {esc(request.text, LONGEST_REQUEST)}")
    name = t.lay("*{request}*", request=request_name(request, t))
    return modal(
        callback,
        title,
        [section(lines([name, said])), line],
        submit=t.c("button", "Send"),
        close=t.c("button", "Cancel"),
        metadata=dump(Payload(id=request.id)),
    )
