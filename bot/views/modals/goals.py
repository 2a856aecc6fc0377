"""Forms for goals: a new one, and progress on one."""

import re
from dataclasses import dataclass
from datetime import date

from bot.notices.goals import GoalFacts
from bot.rules.goals import MILESTONES, Direction
from bot.rules.terms import PartyKind, side_called
from bot.views.blocks import (
    Choice,
    View,
    date_input,
    field,
    modal,
    person_select,
    section,
    select,
    text_input,
)
from bot.views.goals import goal_line
from bot.views.ids import Id
from bot.views.modals.answers import Answers, Errors
from bot.views.payload import Payload, dump
from bot.views.translate import Translator, mark
from bot.views.words import PARTIES

DIRECTIONS = {"at_least": mark("At least this much"), "at_most": mark("At most this much")}
USUAL_MILESTONES = ", ".join(str(line) for line in MILESTONES)
MOST_MILESTONES = 20
LARGEST_MILESTONE = 1_000


@dataclass(frozen=True, slots=True)
class GoalForm:
    """``target`` as typed, ``owner`` a Slack id, ``milestones`` in per cent; both days count."""

    name: str = ""
    target: str = ""
    unit: str = ""
    direction: str = "at_least"
    party: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    owner: str = ""
    milestones: tuple[int, ...] = MILESTONES


@dataclass(frozen=True, slots=True)
class GoalUpdateForm:
    """``amount`` and ``when`` as typed; a correction is a negative amount."""

    amount: str
    when: str
    note: str


def build_goal(form: GoalForm, t: Translator) -> View:
    value = Id.VALUE
    directions = [Choice(t(DIRECTIONS[each]), each) for each in Direction]
    sides = t.reader.sides
    parties = [Choice(t(PARTIES[side_called(sides, each)]), each) for each in PartyKind]
    blocks = [
        field(Id.FIELD_NAME, t("Name"), text_input(value, value=form.name, limit=80)),
        field(Id.FIELD_TARGET, t("Number to reach"), text_input(value, value=form.target)),
        field(
            Id.FIELD_UNIT,
            t("Of what"),
            text_input(value, value=form.unit, limit=40),
            hint=t("For example: MQL, customers, COP."),
            optional=True,
        ),
        field(
            Id.FIELD_DIRECTION,
            t("How it counts"),
            select(t("Choose one"), value, directions, form.direction),
        ),
        field(Id.FIELD_STARTS, t("First day"), date_input(value, form.starts_on)),
        field(Id.FIELD_ENDS, t("Last day"), date_input(value, form.ends_on)),
        field(Id.FIELD_PARTY, t("Side"), select(t("Choose one"), value, parties, form.party)),
        field(
            Id.FIELD_OWNER,
            t("Owner"),
            person_select(value, form.owner or None),
            hint=t("Left empty: you."),
            optional=True,
        ),
        field(
            Id.FIELD_MILESTONES,
            t("Milestones to celebrate, in per cent"),
            text_input(value, value=", ".join(str(line) for line in form.milestones)),
            hint=t("For example: {usual}.", usual=USUAL_MILESTONES),
            optional=True,
        ),
    ]
    return modal(
        Id.FORM_GOAL,
        t("New goal"),
        blocks,
        submit=t.c("button", "Save"),
        close=t.c("button", "Cancel"),
    )


def parse_goal(values: object, t: Translator) -> GoalForm | Errors:
    answers = Answers(values, t)
    form = GoalForm(
        name=answers.text(Id.FIELD_NAME, needed=True, limit=80),
        target=answers.text(Id.FIELD_TARGET, needed=True, limit=100),
        unit=answers.text(Id.FIELD_UNIT, limit=40),
        direction=answers.chosen(Id.FIELD_DIRECTION, set(Direction)),
        party=answers.chosen(Id.FIELD_PARTY, set(PartyKind)),
        starts_on=answers.day(Id.FIELD_STARTS),
        ends_on=answers.day(Id.FIELD_ENDS),
        owner=answers.person(Id.FIELD_OWNER),
        milestones=_milestones(answers, t),
    )
    if form.starts_on and form.ends_on and form.ends_on < form.starts_on:
        answers.refuse(Id.FIELD_ENDS, t("The last day cannot come before the first."))
    return answers.errors or form


def build_goal_update(goal: GoalFacts, t: Translator) -> View:
    blocks = [
        section(goal_line(goal, t)),
        field(
            Id.FIELD_AMOUNT,
            t("How much to add"),
            text_input(Id.VALUE),
            hint=t("A correction is a negative number."),
        ),
        field(
            Id.FIELD_WHEN,
            t("When"),
            text_input(Id.VALUE),
            hint=t("Left empty: now. For example: today 9:30, 20 min ago."),
            optional=True,
        ),
        field(Id.FIELD_NOTE, t("Details"), text_input(Id.VALUE, limit=500), optional=True),
    ]
    return modal(
        Id.FORM_GOAL_UPDATE,
        t("Add progress"),
        blocks,
        submit=t.c("button", "Add"),
        close=t.c("button", "Cancel"),
        metadata=dump(Payload(id=goal.id)),
    )


def parse_goal_update(values: object, t: Translator) -> GoalUpdateForm | Errors:
    answers = Answers(values, t)
    form = GoalUpdateForm(
        amount=answers.text(Id.FIELD_AMOUNT, needed=True, limit=100),
        when=answers.text(Id.FIELD_WHEN, limit=200),
        note=answers.text(Id.FIELD_NOTE, limit=500),
    )
    return answers.errors or form


def _milestones(answers: Answers, t: Translator) -> tuple[int, ...]:
    """Read "25, 50 %, 75"; left empty nothing is celebrated on the way."""
    typed = answers.text(Id.FIELD_MILESTONES, limit=100)
    if not re.fullmatch(r"[\d\s,;%]*", typed, re.ASCII):
        answers.refuse(Id.FIELD_MILESTONES, t("Write per cents with commas between: 25, 50, 75."))
        return ()
    lines = sorted({int(figures) for figures in re.findall(r"\d{1,9}", typed)})
    if len(lines) > MOST_MILESTONES or any(not 0 < n <= LARGEST_MILESTONE for n in lines):
        answers.refuse(
            Id.FIELD_MILESTONES,
            t(
                "At most {most} milestones, each from 1 to {largest} per cent.",
                most=MOST_MILESTONES,
                largest=LARGEST_MILESTONE,
            ),
        )
    return tuple(lines)
