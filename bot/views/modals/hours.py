"""The part of a form that says when work is done: an agreement's, or a person's own."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as default
from datetime import date

from bot.rules.opening_hours import UnknownZone, zone_named
from bot.views.blocks import Block, Choice, checkboxes, context, field, select, text_input
from bot.views.escape import Markup
from bot.views.ids import Id
from bot.views.message import facts, lines, sentences
from bot.views.modals.answers import Answers
from bot.views.translate import Translator
from bot.views.words import WEEKDAYS

Blocks = tuple[tuple[str, str], ...]

COUNTRIES = [
    "AR",
    "BO",
    "BR",
    "CA",
    "CL",
    "CO",
    "CR",
    "CU",
    "DE",
    "DO",
    "EC",
    "ES",
    "FR",
    "GB",
    "GT",
    "HN",
    "IE",
    "IT",
    "MX",
    "NI",
    "PA",
    "PE",
    "PR",
    "PT",
    "PY",
    "SV",
    "US",
    "UY",
    "VE",
]
MOST_HOLIDAYS = 30
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class HoursForm:
    """When work is done. ``days`` are 0 (Monday) to 6; ``hours`` and ``saturday`` as typed.

    Once parsed, ``week`` maps each working day to its blocks, as in ("09:00", "13:00").
    """

    zone: str = ""
    days: tuple[int, ...] = (0, 1, 2, 3, 4)
    hours: str = "09:00-13:00, 14:00-18:00"
    saturday: str = ""
    country: str = "CO"
    week: Mapping[int, Blocks] = default(default_factory=dict)


def build_hours(
    form: HoursForm, holidays: Sequence[tuple[date, str]], t: Translator
) -> list[Block]:
    """Return the lines; ``holidays`` are those of the country in the coming year."""
    value = Id.VALUE
    countries = sorted((Choice(t.country(code), code) for code in COUNTRIES), key=_by_text)
    return [
        field(
            Id.FIELD_ZONE,
            t("Time zone"),
            text_input(value, value=form.zone),
            hint=t("For example: America/Bogota."),
        ),
        *week_fields(form, t),
        field(
            Id.FIELD_COUNTRY,
            t("Country"),
            select(t("Choose one"), Id.SETUP_COUNTRY, countries, form.country),
            tells=True,
        ),
        context(_holidays(holidays, t)),
    ]


def week_fields(form: HoursForm, t: Translator, *, if_empty: Markup | None = None) -> list[Block]:
    """Return the lines of a week; ``if_empty`` says what counts where they may be left empty."""
    value, optional = Id.VALUE, if_empty is not None
    days = [Choice(t(name), str(number)) for number, name in enumerate(WEEKDAYS)]
    example = t("For example: 09:00-13:00, 14:00-18:00.")
    return [
        field(
            Id.FIELD_DAYS,
            t("Working days"),
            checkboxes(value, days, [str(day) for day in form.days]),
            optional=optional,
        ),
        field(
            Id.FIELD_HOURS,
            t("Working hours"),
            text_input(value, value=form.hours),
            hint=sentences([example, if_empty]),
            optional=optional,
        ),
        field(
            Id.FIELD_SATURDAY,
            t("Hours on Saturday, if they differ"),
            text_input(value, value=form.saturday),
            optional=True,
        ),
    ]


def parse_hours(answers: Answers, t: Translator) -> HoursForm:
    """Read the lines; what cannot be taken is refused in ``answers``."""
    form = parse_week(answers, t)
    country = answers.chosen(Id.FIELD_COUNTRY, COUNTRIES)
    return replace(form, zone=zone_answer(answers, t), country=country)


def parse_week(answers: Answers, t: Translator, *, needed: bool = True) -> HoursForm:
    """Read the lines of a week; where it is not ``needed``, none is read without its hours."""
    days = tuple(int(day) for day in answers.several(Id.FIELD_DAYS, "0123456"))
    hours = answers.text(Id.FIELD_HOURS, needed=needed, limit=100)
    saturday = answers.text(Id.FIELD_SATURDAY, limit=100)
    is_read = needed or hours or saturday
    week = _week(days, hours, saturday, answers, t) if is_read else {}
    return HoursForm(days=days, hours=hours, saturday=saturday, week=week)


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


def read_blocks(typed: str) -> Blocks | None:
    """Return "9:00-13:00, 14-18" as blocks; None where it is not understood."""
    found = [_BLOCK.fullmatch(part.strip()) for part in re.split(r"[,;]", typed) if part.strip()]
    if not found or not all(found):
        return None
    return tuple((_label(m, 1), _label(m, 3)) for m in found if m)


_MOVED = re.compile(r"\s*\((observed|observado|fecha observada)\)")
_BLOCK = re.compile(
    r"(\d{1,2})(?::(\d\d))?\s*(?:-|–|—|a|to|hasta)\s*(\d{1,2})(?::(\d\d))?", re.ASCII
)


def _label(match: re.Match[str], group: int) -> str:
    return f"{int(match[group]):02}:{match[group + 1] or '00'}"


def _holidays(holidays: Sequence[tuple[date, str]], t: Translator) -> Markup:
    if not holidays:
        return t("No public holidays are left out.")
    days = [
        t.lay("{day} {name}", day=t.day_and_month(day), name=_MOVED.sub("", name))
        for day, name in holidays[:MOST_HOLIDAYS]
    ]
    return lines([t("These days are left out:"), facts(days)])


def _week(
    days: Sequence[int], hours: str, saturday: str, answers: Answers, t: Translator
) -> dict[int, Blocks]:
    if not days:
        answers.refuse(Id.FIELD_DAYS, t("Choose at least one working day."))
    usual = _blocks(Id.FIELD_HOURS, hours, answers, t)
    week = dict.fromkeys(days, usual)
    if saturday:
        week[SATURDAY] = _blocks(Id.FIELD_SATURDAY, saturday, answers, t)
    return week


def _blocks(block: Id, typed: str, answers: Answers, t: Translator) -> Blocks:
    blocks = read_blocks(typed)
    if blocks is None:
        answers.refuse(block, t("Write hours as in 09:00-13:00, 14:00-18:00."))
    return blocks or ()


def _by_text(choice: Choice) -> str:
    return choice.text.casefold()
