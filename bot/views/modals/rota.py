"""The form of a rota: which leads it takes, and who is in it."""

import re
from dataclasses import dataclass

from bot.rules.contacts import score_of
from bot.rules.refusals import BadScore
from bot.rules.rota import LONGEST_NAME, MOST_ROTAS
from bot.views.blocks import (
    Block,
    Choice,
    View,
    checkboxes,
    field,
    modal,
    section,
    select,
    text_input,
)
from bot.views.ids import Id
from bot.views.modals.answers import Answers, Errors
from bot.views.payload import Payload, dump
from bot.views.translate import Translator

FALLS = "default"


@dataclass(frozen=True, slots=True)
class RotaForm:
    """A rota as typed: values with commas between, people one a line.

    ``place`` counts from 1 among ``places``, the named rotas in the order they are asked.
    """

    name: str = ""
    segments: str = ""
    languages: str = ""
    score_from: str = ""
    score_to: str = ""
    people: str = ""
    falls_through: bool = False
    place: int = 1
    places: int = 1
    is_default: bool = False

    @property
    def split_segments(self) -> tuple[str, ...]:
        return _split(self.segments)

    @property
    def split_languages(self) -> tuple[str, ...]:
        return _split(self.languages)


def build_rota(form: RotaForm, t: Translator, *, payload: Payload = Payload()) -> View:  # noqa: B008  frozen
    """Return the form; the default rota takes every lead that is left, so it asks for people."""
    if form.is_default:
        blocks = [section(t("It takes the leads no other rota takes.")), _people(form, t)]
    else:
        blocks = [*_which_leads(form, t), _people(form, t), *_when_nobody(form, t)]
    return modal(
        Id.FORM_ROTA,
        t("Default rota") if form.is_default else t("Rota"),
        blocks,
        submit=t.c("button", "Save"),
        close=t.c("button", "Cancel"),
        metadata=dump(payload),
    )


def parse_rota(values: object, t: Translator) -> RotaForm | Errors:
    answers = Answers(values, t)
    form = RotaForm(
        name=answers.text(Id.FIELD_NAME, limit=LONGEST_NAME),
        segments=answers.text(Id.FIELD_SEGMENT, limit=1_000),
        languages=answers.text(Id.FIELD_LANGUAGE, limit=1_000),
        score_from=_score(answers, Id.FIELD_SCORE_FROM, t),
        score_to=_score(answers, Id.FIELD_SCORE_TO, t),
        people=answers.text(Id.FIELD_PEOPLE, needed=True),
        falls_through=bool(answers.several(Id.FIELD_FALLS, {FALLS})),
        place=int(answers.chosen(Id.FIELD_ORDER, _numbers(MOST_ROTAS), needed=False) or 0),
    )
    return answers.errors or form


def _which_leads(form: RotaForm, t: Translator) -> list[Block]:
    value = Id.VALUE
    return [
        field(Id.FIELD_NAME, t("Name"), text_input(value, value=form.name, limit=LONGEST_NAME)),
        field(
            Id.FIELD_SEGMENT,
            t("Segments"),
            text_input(value, value=form.segments, limit=1_000),
            hint=t("With commas between. Left empty: any."),
            optional=True,
        ),
        field(
            Id.FIELD_LANGUAGE,
            t("Languages"),
            text_input(value, value=form.languages, limit=1_000),
            hint=t("With commas between, such as es, en. Left empty: any."),
            optional=True,
        ),
        field(
            Id.FIELD_SCORE_FROM,
            t("Lowest score"),
            text_input(value, value=form.score_from, limit=5),
            hint=t("With a score asked for, leads without one go to another rota."),
            optional=True,
        ),
        field(
            Id.FIELD_SCORE_TO,
            t("Highest score"),
            text_input(value, value=form.score_to, limit=5),
            optional=True,
        ),
    ]


def _people(form: RotaForm, t: Translator) -> Block:
    return field(
        Id.FIELD_PEOPLE,
        t("People, one a line, with their weight"),
        text_input(Id.VALUE, value=form.people, limit=3_000, tall=True),
        hint=t(
            "Somebody with weight 2 gets twice the leads of weight 1. Limits can follow: "
            "Ana 2, 10 per day, 40 open."
        ),
    )


def _when_nobody(form: RotaForm, t: Translator) -> list[Block]:
    falls = Choice(t("Give the lead to the default rota"), FALLS)
    blocks = [
        field(
            Id.FIELD_FALLS,
            t("When nobody here can take a lead"),
            checkboxes(Id.VALUE, [falls], (FALLS,) if form.falls_through else ()),
            hint=t("Left empty: it stays without an owner and whoever leads sales is told."),
            optional=True,
        )
    ]
    if form.places > 1:
        places = [Choice(t.number(n), str(n)) for n in range(1, form.places + 1)]
        order = select(t("Choose one"), Id.VALUE, places, str(form.place))
        blocks.append(field(Id.FIELD_ORDER, t("Its place in the order"), order))
    return blocks


def _score(answers: Answers, line: Id, t: Translator) -> str:
    typed = answers.text(line, limit=20)
    try:
        score_of(typed)
    except BadScore:
        answers.refuse(line, t("Write a whole number, such as 70."))
    return typed


def _numbers(most: int) -> set[str]:
    return {str(number) for number in range(1, most + 1)}


def _split(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in re.split(r"[,;\n]", text) if part.strip()))
