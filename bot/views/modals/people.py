"""The form for one's own language and time zone."""

from dataclasses import dataclass

from bot.rules.opening_hours import UnknownZone, zone_named
from bot.views.blocks import Choice, View, field, modal, select, text_input
from bot.views.escape import esc
from bot.views.ids import Id
from bot.views.modals.answers import Answers, Errors
from bot.views.translate import Translator
from bot.views.words import LANGUAGES


@dataclass(frozen=True, slots=True)
class MeForm:
    language: str
    zone: str


def build_me(form: MeForm, t: Translator) -> View:
    languages = [Choice(esc(name), language) for language, name in LANGUAGES.items()]
    blocks = [
        field(
            Id.FIELD_LANGUAGE,
            t("Language"),
            select(t("Choose one"), Id.VALUE, languages, form.language),
        ),
        field(
            Id.FIELD_ZONE,
            t("Time zone"),
            text_input(Id.VALUE, value=form.zone),
            hint=t("For example: America/Bogota."),
        ),
    ]
    return modal(
        Id.FORM_ME,
        t("Language and time zone"),
        blocks,
        submit=t.c("button", "Save"),
        close=t.c("button", "Cancel"),
    )


def parse_me(values: object, t: Translator) -> MeForm | Errors:
    answers = Answers(values, t)
    form = MeForm(answers.chosen(Id.FIELD_LANGUAGE, LANGUAGES), zone_answer(answers, t))
    return answers.errors or form


def zone_answer(answers: Answers, t: Translator) -> str:
    """Return the zone typed; one that does not exist is refused at its line."""
    zone = answers.text(Id.FIELD_ZONE, needed=True, limit=80)
    try:
        zone_named(zone or "UTC")
    except UnknownZone:
        answers.refuse(
            Id.FIELD_ZONE, t("No time zone has this name. Write it as in America/Bogota.")
        )
    return zone
