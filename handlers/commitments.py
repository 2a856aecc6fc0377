"""Promises: made in a form, answered and closed with buttons, listed."""

from uuid import UUID

from bot.notices.commitments import CommitmentAnswered, CommitmentClosed, CommitmentFacts
from bot.rules.commitments import CommitmentState
from bot.rules.promised import counted_in, without_lead_up
from bot.rules.refusals import Refusal
from bot.rules.smart import CommitmentDraft
from bot.rules.value_words import SUBS, Sub
from bot.usecases.commitments import (
    accept_commitment,
    close_commitment,
    commitment_board,
    decline_commitment,
    make_commitment,
    show_commitment,
)
from bot.usecases.goals import list_goals
from bot.views import Message
from bot.views.commitments import (
    commitment_answered,
    commitment_card,
    commitment_closed,
)
from bot.views.commitments_board import commitment_board_message
from bot.views.modals import commitments as form
from handlers.answering import Answer, Wrong
from handlers.forms import Submission, carrying
from handlers.payloads import Press
from handlers.typed import amount, due_moment, first_member, moments
from handlers.visit import Visit

MOST_DATE_WORDS = 6


def commitment(visit: Visit, text: str) -> Answer:
    """`/sla commitment [mine | new | what is promised]`: a list, or the form."""
    found = SUBS.at_start(text)
    sub = found.meaning if found is not None else None
    if text and sub is not Sub.MINE:
        return _new(visit, found.rest if found and sub is Sub.NEW else text)
    board = visit.ask(commitment_board, agreement_id=visit.agreement.id, mine=sub is Sub.MINE)
    return commitment_board_message(board, visit.t)


def pressed_accept(visit: Visit, press: Press) -> Answer:
    answered = visit.act(accept_commitment, commitment_id=press.subject_id)
    return commitment_answered(
        CommitmentAnswered(answered, visit.actor.ref, accepted=True), visit.t
    )


def pressed_decline(visit: Visit, press: Press) -> Answer:
    answered = visit.act(decline_commitment, commitment_id=press.subject_id)
    return commitment_answered(
        CommitmentAnswered(answered, visit.actor.ref, accepted=False), visit.t
    )


def pressed_kept(visit: Visit, press: Press) -> Answer:
    kept = visit.act(
        close_commitment, commitment_id=press.subject_id, result=CommitmentState.KEPT.value
    )
    return commitment_closed(CommitmentClosed(kept, visit.actor.ref), visit.t)


def pressed_broken(visit: Visit, press: Press) -> Answer:
    return form.build_closing(_promise(visit, press.subject_id), visit.t)


def pressed_move(visit: Visit, press: Press) -> Answer:
    return form.build_move(_promise(visit, press.subject_id), visit.t)


def submitted(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_commitment(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    there = visit.in_agreement_of(sent.subject_id)
    draft = CommitmentDraft(
        text=filled.text,
        owner=filled.owner or None,
        quantity=amount(there, filled.quantity) if filled.quantity else None,
        unit=filled.unit,
        is_checkable=filled.is_checkable,
        due_at=due_moment(there, filled.due),
        goal=filled.goal or None,
        reason=filled.reason,
        how=filled.how,
        of_party=filled.of_party,
    )
    made = there.act(make_commitment, agreement_id=sent.subject_id, draft=draft)
    return commitment_card(made, there.t)


def submitted_move(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_move(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    there = visit.in_agreement_of_commitment(sent.subject_id)
    moved = there.act(
        close_commitment,
        commitment_id=sent.subject_id,
        result=CommitmentState.RENEGOTIATED.value,
        note=filled.reason,
        new_due=due_moment(there, filled.due),
    )
    return commitment_card(moved, there.t)


def submitted_closing(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_closing(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    broken = visit.act(
        close_commitment,
        commitment_id=sent.subject_id,
        result=CommitmentState.BROKEN.value,
        note=filled.note,
    )
    return commitment_closed(CommitmentClosed(broken, visit.actor.ref), visit.t)


def shortcut(visit: Visit, note: str) -> Answer:
    """The message shortcut "Make this a commitment": the message is what is promised."""
    return _new(visit, note)


def _new(visit: Visit, text: str) -> Answer:
    said, owner = first_member(text)
    goals = visit.ask(list_goals, agreement_id=visit.agreement.id)
    what, due = _dated(visit, said)
    quantity, unit = counted_in(what)
    blank = form.CommitmentForm(what, owner, quantity, unit, due=due)
    choices = [(goal.name, goal.id) for goal in goals]
    view = form.build_commitment(blank, visit.t, goals=choices)
    return carrying(view, agreement_id=visit.agreement.id)


def _dated(visit: Visit, text: str) -> tuple[str, str]:
    """Split "publicar 4 artículos el viernes": the longest ending that is a moment to come."""
    words, read = text.split(), moments(visit, due=True)
    for at in range(max(1, len(words) - MOST_DATE_WORDS), len(words)):
        ending = " ".join(words[at:])
        try:
            read(ending)
        except Refusal:
            continue
        return " ".join(without_lead_up(words[:at])), ending
    return text, ""


def _promise(visit: Visit, commitment_id: UUID) -> CommitmentFacts:
    return visit.ask(show_commitment, commitment_id=commitment_id)
