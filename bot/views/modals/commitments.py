"""Forms for promises: making one, moving its date, saying how it ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from bot.notices.commitments import CommitmentFacts
from bot.views.blocks import (
    Choice,
    View,
    checkboxes,
    field,
    modal,
    person_select,
    section,
    select,
    text_input,
)
from bot.views.escape import esc
from bot.views.ids import Id
from bot.views.modals.answers import Answers, Errors
from bot.views.payload import Payload, dump
from bot.views.translate import Translator

YES_OR_NO = "yes_or_no"
WHOLE_SIDE = "whole_side"


@dataclass(frozen=True, slots=True)
class CommitmentForm:
    """``owner`` is a Slack id, empty for oneself; ``quantity`` and ``due`` are as typed.

    ``goal`` is a goal's id. Without a number the result is a checkable yes or no.
    """

    text: str = ""
    owner: str = ""
    quantity: str = ""
    unit: str = ""
    is_checkable: bool = False
    due: str = ""
    goal: str = ""
    reason: str = ""
    how: str = ""
    of_party: bool = False


@dataclass(frozen=True, slots=True)
class MoveForm:
    due: str
    reason: str


@dataclass(frozen=True, slots=True)
class ClosingForm:
    note: str


def build_commitment(
    form: CommitmentForm, t: Translator, *, goals: Sequence[tuple[str, UUID]] = ()
) -> View:
    """Return the form, filled with what is known; ``goals`` are those it can serve."""
    value, choices = Id.VALUE, [Choice(esc(name), str(key)) for name, key in goals]
    checkable = Choice(t("The result is a yes or a no"), YES_OR_NO)
    blocks = [
        field(
            Id.FIELD_TEXT,
            t("What"),
            text_input(value, value=form.text, limit=500, tall=True),
            hint=t("For example: publish four articles on the blog."),
        ),
        field(
            Id.FIELD_QUANTITY, t("Number"), text_input(value, value=form.quantity), optional=True
        ),
        field(Id.FIELD_UNIT, t("Of what"), text_input(value, value=form.unit), optional=True),
        field(
            Id.FIELD_RESULT,
            t("Without a number"),
            checkboxes(value, [checkable], (YES_OR_NO,) if form.is_checkable else ()),
            optional=True,
        ),
        field(
            Id.FIELD_DUE,
            t("By when"),
            text_input(value, value=form.due),
            hint=t(
                "A day without a time: until its work ends. For example: Friday 5pm, end of month."
            ),
        ),
        field(
            Id.FIELD_OWNER,
            t("Who commits"),
            person_select(value, form.owner or None),
            hint=t("Left empty: you. Someone else is asked first."),
            optional=True,
        ),
    ]
    whole = Choice(t("It is promised for the whole side"), WHOLE_SIDE)
    picked = checkboxes(value, [whole], (WHOLE_SIDE,) if form.of_party else ())
    hint = t("For the lead of a side: the other side hears of it and of how it ends.")
    blocks.append(field(Id.FIELD_OF_PARTY, t("For whom"), picked, hint=hint, optional=True))
    if choices:
        menu = select(t("Choose a goal"), value, choices, form.goal)
        blocks.append(field(Id.FIELD_GOAL, t("Goal it serves"), menu, optional=True))
    why = text_input(value, value=form.reason)
    hint = t("Needed when it serves no goal.")
    blocks.append(field(Id.FIELD_REASON, t("Why it matters"), why, hint=hint, optional=True))
    how = text_input(value, value=form.how)
    hint = t("Needed when the number is more than twice the best kept so far.")
    blocks.append(field(Id.FIELD_HOW, t("How it will be reached"), how, hint=hint, optional=True))
    return modal(
        Id.FORM_COMMITMENT,
        t("New commitment"),
        blocks,
        submit=t.c("button", "Commit"),
        close=t.c("button", "Cancel"),
    )


def parse_commitment(
    values: object, t: Translator, *, goals: Sequence[str] | None = None
) -> CommitmentForm | Errors:
    """Read the form; ``goals`` limits the ids that count, when given."""
    answers = Answers(values, t)
    form = CommitmentForm(
        text=answers.text(Id.FIELD_TEXT, limit=500),
        owner=answers.person(Id.FIELD_OWNER),
        quantity=answers.text(Id.FIELD_QUANTITY, limit=100),
        unit=answers.text(Id.FIELD_UNIT, limit=80),
        is_checkable=YES_OR_NO in answers.several(Id.FIELD_RESULT, (YES_OR_NO,)),
        due=answers.text(Id.FIELD_DUE, limit=200),
        goal=answers.chosen_id(Id.FIELD_GOAL, goals),
        reason=answers.text(Id.FIELD_REASON, limit=200),
        how=answers.text(Id.FIELD_HOW, limit=200),
        of_party=WHOLE_SIDE in answers.several(Id.FIELD_OF_PARTY, (WHOLE_SIDE,)),
    )
    _name_missing_letters(form, answers, t)
    return answers.errors or form


def _name_missing_letters(form: CommitmentForm, answers: Answers, t: Translator) -> None:
    """Say beside its line which letter of SMART is missing, and what to write there."""
    if not form.text:
        answers.refuse(Id.FIELD_TEXT, t("S (specific): write what exactly will be done."))
    if not (form.quantity or form.is_checkable):
        answers.refuse(
            Id.FIELD_QUANTITY,
            t("M (measurable): write a number, or tick that the result is a yes or a no."),
        )
    if not (form.goal or form.reason):
        answers.refuse(
            Id.FIELD_REASON, t("R (relevant): choose the goal it serves, or write why it matters.")
        )
    if not form.due:
        answers.refuse(Id.FIELD_DUE, t("T (timed): write by when."))


def build_move(promise: CommitmentFacts, t: Translator) -> View:
    blocks = [
        section(t.lay("*{text}*", text=t.note(promise.text))),
        field(
            Id.FIELD_DUE,
            t("New date"),
            text_input(Id.VALUE),
            hint=t(
                "A day without a time: until its work ends. For example: Friday 5pm, end of month."
            ),
        ),
        field(Id.FIELD_REASON, t("Reason"), text_input(Id.VALUE)),
    ]
    return modal(
        Id.FORM_COMMITMENT_MOVE,
        t("Move the date"),
        blocks,
        submit=t.c("button", "Move"),
        close=t.c("button", "Cancel"),
        metadata=dump(Payload(id=promise.id)),
    )


def parse_move(values: object, t: Translator) -> MoveForm | Errors:
    answers = Answers(values, t)
    due = answers.text(Id.FIELD_DUE, needed=True, limit=200)
    reason = answers.text(Id.FIELD_REASON, needed=True, limit=200)
    return answers.errors or MoveForm(due, reason)


def build_closing(promise: CommitmentFacts, t: Translator) -> View:
    """Return the form that asks why a promise was not kept."""
    blocks = [
        section(t.lay("*{text}*", text=t.note(promise.text))),
        field(Id.FIELD_NOTE, t("What happened"), text_input(Id.VALUE, limit=500, tall=True)),
    ]
    return modal(
        Id.FORM_COMMITMENT_CLOSE,
        t("Not kept"),
        blocks,
        submit=t.c("button", "Save"),
        close=t.c("button", "Cancel"),
        metadata=dump(Payload(id=promise.id)),
    )


def parse_closing(values: object, t: Translator) -> ClosingForm | Errors:
    answers = Answers(values, t)
    note = answers.text(Id.FIELD_NOTE, needed=True, limit=500)
    return answers.errors or ClosingForm(note)
