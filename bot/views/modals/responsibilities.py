"""The form that gives an area its owner."""

from dataclasses import dataclass

from bot.views.blocks import View, field, modal, person_select, text_input
from bot.views.ids import Id
from bot.views.modals.answers import Answers, Errors
from bot.views.translate import Translator


@dataclass(frozen=True, slots=True)
class AreaForm:
    """``area`` as typed; ``owner`` and ``backup`` are Slack ids."""

    area: str
    owner: str
    backup: str = ""


def build_area(form: AreaForm, t: Translator) -> View:
    blocks = [
        field(
            Id.FIELD_AREA,
            t("Area"),
            text_input(Id.VALUE, value=form.area),
            hint=t("For example: SEO, content, CRM."),
        ),
        field(Id.FIELD_OWNER, t("Owner"), person_select(Id.VALUE, form.owner or None)),
        field(
            Id.FIELD_BACKUP,
            t("Backup"),
            person_select(Id.VALUE, form.backup or None),
            optional=True,
        ),
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
        area=answers.text(Id.FIELD_AREA, needed=True, limit=80),
        owner=answers.person(Id.FIELD_OWNER, needed=True),
        backup=answers.person(Id.FIELD_BACKUP),
    )
    return answers.errors or form
