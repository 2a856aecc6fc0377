"""Forms about areas: giving one an owner, and changing what it means and goes by."""

from dataclasses import dataclass

from bot.notices.responsibilities import AreaFacts
from bot.rules.responsibilities import LONGEST_MEANING, LONGEST_NAME, LONGEST_SYNONYMS
from bot.views.blocks import Block, View, field, modal, person_select, section, text_input
from bot.views.escape import Markup
from bot.views.ids import Id
from bot.views.modals.answers import Answers, Errors
from bot.views.payload import Payload, dump
from bot.views.responsibilities import area_name
from bot.views.translate import Translator


@dataclass(frozen=True, slots=True)
class AreaForm:
    """``area`` as typed; ``owner`` and ``backup`` are Slack ids."""

    area: str
    owner: str
    backup: str = ""


@dataclass(frozen=True, slots=True)
class AreaEditForm:
    """An area as it is to be; ``synonyms`` as typed, separated by commas."""

    owner: str
    backup: str = ""
    meaning_en: str = ""
    meaning_es: str = ""
    synonyms: str = ""


def build_area(form: AreaForm, t: Translator) -> View:
    blocks = [
        field(
            Id.FIELD_AREA,
            t("Area"),
            text_input(Id.VALUE, value=form.area),
            hint=t("For example: SEO, content, CRM."),
        ),
        *_people(form.owner, form.backup, t),
    ]
    return modal(
        Id.FORM_AREA,
        t("Give an area an owner"),
        blocks,
        submit=t.c("button", "Save"),
        close=t.c("button", "Cancel"),
    )


def parse_area(values: object, t: Translator) -> AreaForm | Errors:
    answers = Answers(values, t)
    form = AreaForm(
        area=answers.text(Id.FIELD_AREA, needed=True, limit=LONGEST_NAME),
        owner=answers.person(Id.FIELD_OWNER, needed=True),
        backup=answers.person(Id.FIELD_BACKUP),
    )
    return answers.errors or form


def build_area_edit(area: AreaFacts, t: Translator, *, owner: str = "", backup: str = "") -> View:
    """Return the form of an area as it is; ``owner`` and ``backup`` are proposed in their place."""
    owner = owner or (area.owner.slack_id if area.owner else "")
    backup = backup or (area.backup.slack_id if area.backup else "")
    meaning = t("One line that says what belongs to it.")
    blocks = [
        section(t.lay("*{area}*", area=area_name(area, t))),
        *_people(owner, backup, t),
        _line(Id.FIELD_MEANING_EN, t("What it means, in English"), area.meaning_en, meaning),
        _line(Id.FIELD_MEANING_ES, t("What it means, in Spanish"), area.meaning_es, meaning),
        field(
            Id.FIELD_SYNONYMS,
            t("Other names for it"),
            text_input(Id.VALUE, value=area.synonyms, limit=LONGEST_SYNONYMS, tall=True),
            hint=t("Separated by commas; whoever asks by one of them finds it."),
            optional=True,
        ),
    ]
    return modal(
        Id.FORM_AREA_EDIT,
        t("Change an area"),
        blocks,
        submit=t.c("button", "Save"),
        close=t.c("button", "Cancel"),
        metadata=dump(Payload(id=area.id)),
    )


def parse_area_edit(values: object, t: Translator) -> AreaEditForm | Errors:
    answers = Answers(values, t)
    form = AreaEditForm(
        owner=answers.person(Id.FIELD_OWNER, needed=True),
        backup=answers.person(Id.FIELD_BACKUP),
        meaning_en=answers.text(Id.FIELD_MEANING_EN, limit=LONGEST_MEANING),
        meaning_es=answers.text(Id.FIELD_MEANING_ES, limit=LONGEST_MEANING),
        synonyms=answers.text(Id.FIELD_SYNONYMS, limit=LONGEST_SYNONYMS),
    )
    return answers.errors or form


def _people(owner: str, backup: str, t: Translator) -> list[Block]:
    chosen = person_select(Id.VALUE, backup or None)
    return [
        field(Id.FIELD_OWNER, t("Owner"), person_select(Id.VALUE, owner or None)),
        field(Id.FIELD_BACKUP, t("Backup"), chosen, optional=True),
    ]


def _line(block: Id, label: Markup, value: str, hint: Markup) -> Block:
    element = text_input(Id.VALUE, value=value, limit=LONGEST_MEANING)
    return field(block, label, element, hint=hint, optional=True)
