"""The forms of a person: how they want to be reached, and what the CRM calls them."""

import re
from dataclasses import dataclass, field

from bot.views.blocks import Block, Choice, View, modal, select, text_input
from bot.views.blocks import field as line
from bot.views.escape import esc
from bot.views.ids import Id
from bot.views.modals.answers import Answers, Errors
from bot.views.modals.hours import (
    Blocks,
    HoursForm,
    parse_week,
    read_blocks,
    week_fields,
    zone_answer,
)
from bot.views.payload import Payload, dump
from bot.views.translate import Translator
from bot.views.words import LANGUAGES

TIME = re.compile(r"([01]?\d|2[0-3])(?::([0-5]\d))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class MeForm:
    """``hours`` are empty where the agreement's count; ``quiet`` and ``digest`` as typed.

    Once parsed, ``quiet_block`` and ``digest_at`` hold the times of the day.
    """

    language: str
    zone: str
    hours: HoursForm = field(default_factory=lambda: HoursForm(hours=""))
    quiet: str = ""
    digest: str = ""
    quiet_block: tuple[str, str] | None = None
    digest_at: str = ""


@dataclass(frozen=True, slots=True)
class CrmForm:
    crm_id: str = ""
    crm_email: str = ""


def build_me(form: MeForm, t: Translator) -> View:
    languages = [Choice(esc(name), language) for language, name in LANGUAGES.items()]
    blocks = [
        line(
            Id.FIELD_LANGUAGE,
            t("Language"),
            select(t("Choose one"), Id.VALUE, languages, form.language),
        ),
        line(
            Id.FIELD_ZONE,
            t("Time zone"),
            text_input(Id.VALUE, value=form.zone),
            hint=t("For example: America/Bogota."),
        ),
        *week_fields(form.hours, t, if_empty=t("Left empty, the agreement's hours count.")),
        *_manners(form, t),
    ]
    return modal(
        Id.FORM_ME,
        t("Preferences"),
        blocks,
        submit=t.c("button", "Save"),
        close=t.c("button", "Cancel"),
    )


def parse_me(values: object, t: Translator) -> MeForm | Errors:
    answers = Answers(values, t)
    quiet = answers.text(Id.FIELD_QUIET, limit=40)
    digest = answers.text(Id.FIELD_DIGEST, limit=20)
    form = MeForm(
        language=answers.chosen(Id.FIELD_LANGUAGE, LANGUAGES),
        zone=zone_answer(answers, t),
        hours=parse_week(answers, t, needed=False),
        quiet=quiet,
        digest=digest,
        quiet_block=_quiet_block(quiet, answers, t),
        digest_at=_digest_at(digest, answers, t),
    )
    return answers.errors or form


def build_crm(name: str, form: CrmForm, t: Translator, *, payload: Payload) -> View:
    """Return the form in which a person called ``name`` is mapped to the CRM."""
    blocks = [
        line(
            Id.FIELD_CRM_ID,
            t("What the CRM calls {name}", name=name),
            text_input(Id.VALUE, value=form.crm_id, limit=80),
            hint=t("The user id of the CRM, as its exports name an owner."),
            optional=True,
        ),
        line(
            Id.FIELD_CRM_EMAIL,
            t("E-mail in the CRM, if it is another"),
            text_input(Id.VALUE, value=form.crm_email),
            optional=True,
        ),
    ]
    return modal(
        Id.FORM_CRM,
        t("Person in the CRM"),
        blocks,
        submit=t.c("button", "Save"),
        close=t.c("button", "Cancel"),
        metadata=dump(payload),
    )


def parse_crm(values: object, t: Translator) -> CrmForm | Errors:
    answers = Answers(values, t)
    form = CrmForm(
        crm_id=answers.text(Id.FIELD_CRM_ID, limit=80),
        crm_email=answers.text(Id.FIELD_CRM_EMAIL, limit=200),
    )
    return answers.errors or form


def _manners(form: MeForm, t: Translator) -> list[Block]:
    return [
        line(
            Id.FIELD_QUIET,
            t("No reminders between"),
            text_input(Id.VALUE, value=form.quiet),
            hint=t("For example: 12:00-14:00. Only a reminder that could not wait comes anyway."),
            optional=True,
        ),
        line(
            Id.FIELD_DIGEST,
            t("All reminders of the day at once, at"),
            text_input(Id.VALUE, value=form.digest),
            hint=t("For example: 08:30. Left empty, each comes at its time. Misses never wait."),
            optional=True,
        ),
    ]


def _quiet_block(typed: str, answers: Answers, t: Translator) -> tuple[str, str] | None:
    if not typed:
        return None
    blocks: Blocks = read_blocks(typed) or ()
    if len(blocks) != 1:
        answers.refuse(Id.FIELD_QUIET, t("Write one stretch of hours, as in 12:00-14:00."))
        return None
    return blocks[0]


def _digest_at(typed: str, answers: Answers, t: Translator) -> str:
    found = TIME.fullmatch(typed)
    if typed and found is None:
        answers.refuse(Id.FIELD_DIGEST, t("Write a time of day, as in 08:30."))
    return f"{int(found[1]):02}:{found[2] or '00'}" if found else ""
