"""The form that registers an absence or changes one."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.views.blocks import View, field, modal, person_select, text_input
from bot.views.ids import Id
from bot.views.modals.answers import Answers, Errors
from bot.views.translate import Translator


@dataclass(frozen=True, slots=True)
class AbsenceForm:
    """``when`` as typed; ``person`` and ``cover`` are Slack ids, empty where left out."""

    when: str = ""
    cover: str = ""
    person: str = ""


def build_absence(form: AbsenceForm, t: Translator) -> View:
    blocks = [
        field(
            Id.FIELD_STRETCH,
            t("When"),
            text_input(Id.VALUE, value=form.when),
            hint=t("For example: until Friday, tomorrow 2pm-5pm, from Monday to Wednesday."),
        ),
        field(
            Id.FIELD_COVER,
            t("Who covers"),
            person_select(Id.VALUE, form.cover or None),
            hint=t("They are asked first."),
            optional=True,
        ),
    ]
    if form.person:
        whose = field(Id.FIELD_PERSON, t("Who is away"), person_select(Id.VALUE, form.person))
        blocks.insert(0, whose)
    return modal(
        Id.FORM_ABSENCE,
        t("Absence"),
        blocks,
        submit=t.c("button", "Save"),
        close=t.c("button", "Cancel"),
    )


def parse_absence_form(values: object, t: Translator) -> AbsenceForm | Errors:
    answers = Answers(values, t)
    form = AbsenceForm(
        when=answers.text(Id.FIELD_STRETCH, needed=True, limit=200),
        cover=answers.person(Id.FIELD_COVER),
        person=answers.person(Id.FIELD_PERSON),
    )
    return answers.errors or form


def as_typed(starts_at: datetime, ends_at: datetime, zone: str) -> str:
    """Return a stretch as the grammar reads it, in the numbers of any language."""
    edges = (at.astimezone(ZoneInfo(zone)) for at in (starts_at, ends_at))
    return " - ".join(f"{at:%Y-%m-%d %H:%M}" for at in edges)
