"""Both sides' promises in one list, and the lines a week opens with."""

from collections.abc import Sequence

from bot.notices.commitments import (
    CommitmentBoard,
    CommitmentFacts,
    CommitmentsWeek,
    WaitingCommitment,
)
from bot.views.blocks import Block, actions, button, section
from bot.views.commitments import STATES, commitment_line
from bot.views.emoji import Sign
from bot.views.escape import Markup
from bot.views.ids import Id
from bot.views.message import Message, facts, lines, paragraphs
from bot.views.translate import Translator, mark_n
from bot.views.words import PARTIES, quoted, word

MOST_WAITING = 15
MOST_ENDED = 15
MOST_SIDES = 5
SIDES = ("marketing", "agency", "sales", "client", "management", "")
ENDINGS = {
    "kept": mark_n("{n} kept", "{n} kept"),
    "broken": mark_n("{n} not kept", "{n} not kept"),
    "renegotiated": mark_n("{n} moved to another date", "{n} moved to another date"),
}
STANDINGS = {
    "late": mark_n("{n} late", "{n} late"),
    "soon": mark_n("{n} due soon", "{n} due soon"),
    "open": mark_n("{n} open", "{n} open"),
    "asked": mark_n("{n} waiting for an answer", "{n} waiting for an answer"),
}
SIGNS = {"late": Sign.LATE, "soon": Sign.DUE_SOON, "kept": Sign.DONE, "broken": Sign.STOPPED}


def commitment_board_message(board: CommitmentBoard, t: Translator) -> Message:
    """List what is promised, side by side, then how the promises of thirty days ended."""
    new = actions([button(t("New commitment"), Id.COMMITMENT_NEW)])
    if board.waiting:
        text = t.n("{n} commitment.", "{n} commitments.", len(board.waiting))
    else:
        text = t("There are no open commitments.")
    blocks = [section(t.lay("*{title}*", title=text))]
    for side in sorted({each.promise.party for each in board.waiting}, key=_place)[:MOST_SIDES]:
        blocks += _side(side, [each for each in board.waiting if each.promise.party == side], t)
    return Message(text, [*blocks, *_ended(board.ended, t), new])


def commitments_week(week: CommitmentsWeek, t: Translator) -> Message:
    """Open a week in the working channel: totals and texts, and nobody's name."""
    text = t("Commitments of {agreement} as the week opens.", agreement=week.agreement)
    return Message(text, [section(t.lay("*{title}*", title=text)), *week_section(week, t)])


def week_section(week: CommitmentsWeek, t: Translator) -> list[Block]:
    """Return the part of a week's post that is about promises."""
    ended = t("Last week: {totals}.", totals=_totals(week.ended, t)) if week.ended else None
    due = (
        t.n("{n} due this week:", "{n} due this week:", len(week.due))
        if week.due
        else t("None is due this week.")
    )
    overdue = (
        t.n("{n} overdue, with no answer yet:", "{n} overdue, with no answer yet:", n)
        if (n := len(week.overdue))
        else None
    )
    said = [ended, *(_nameless(each, t) for each in week.ended[:MOST_ENDED]), overdue]
    said += [_nameless(each, t, Sign.LATE) for each in week.overdue[:MOST_ENDED]]
    said += [due, *(_nameless(each, t) for each in week.due[:MOST_ENDED])]
    return paragraphs([each for each in said if each])


def _side(side: str, waiting: Sequence[WaitingCommitment], t: Translator) -> list[Block]:
    if not waiting:
        return []
    counts = [
        t.n(one, many, n)
        for name, (one, many) in STANDINGS.items()
        if (n := sum(1 for each in waiting if each.standing == name))
    ]
    head = facts([t.lay("*{party}*", party=word(PARTIES, side, t)) if side else None, *counts])
    shown = [_waiting(each, t) for each in waiting[:MOST_WAITING]]
    hidden = len(waiting) - len(shown)
    shown += [t.n("and {n} more", "and {n} more", hidden)] if hidden else []
    return [*paragraphs([head] if head else []), *paragraphs(shown)]


def _place(side: str) -> tuple[int, str]:
    """Order sides as they are known; any other comes after them."""
    return (SIDES.index(side) if side in SIDES else len(SIDES), side)


def _waiting(each: WaitingCommitment, t: Translator) -> Markup:
    sign = SIGNS.get(each.standing)
    said = commitment_line(each.promise, t)
    return t.lay("{sign} {text}", sign=sign, text=said) if sign else said


def _ended(ended: Sequence[CommitmentFacts], t: Translator) -> list[Block]:
    if not ended:
        return []
    head = t("Last 30 days: {totals}.", totals=_totals(ended, t))
    shown = [_ending(each, t) for each in ended[:MOST_ENDED]]
    return [section(t.lay("*{title}*", title=head)), *paragraphs(shown)]


def _ending(promise: CommitmentFacts, t: Translator) -> Markup:
    """Return how a promise ended, who said so and why."""
    who = promise.closed_by or promise.owner
    head = t.lay(
        "{sign} {text}: {state}, {person}",
        sign=SIGNS.get(promise.state, Sign.MOVED),
        text=t.note(promise.text),
        state=word(STATES, promise.state, t),
        person=who.name,
    )
    if promise.closed_by is None:
        return lines([head, t("Nobody answered.")])
    return lines([head, quoted(promise.closing_note, t)])


def _nameless(promise: CommitmentFacts, t: Translator, open_sign: Sign = Sign.PROMISE) -> Markup:
    ended = promise.state in ENDINGS
    return t.lay(
        "{sign} {text} ({party}): {state}",
        sign=SIGNS.get(promise.state, Sign.MOVED) if ended else open_sign,
        text=t.note(promise.text),
        party=word(PARTIES, promise.party, t),
        state=word(STATES, promise.state, t) if ended else t.moment(promise.due_at),
    )


def _totals(ended: Sequence[CommitmentFacts], t: Translator) -> Markup:
    counts = [
        t.n(one, many, n)
        for state, (one, many) in ENDINGS.items()
        if (n := sum(1 for each in ended if each.state == state))
    ]
    return t.all_of(counts)
