"""Promises: asked for, near, due, and how they ended."""

from bot.notices.commitments import (
    CommitmentAnswered,
    CommitmentAsked,
    CommitmentClosed,
    CommitmentDue,
    CommitmentFacts,
    CommitmentMade,
    CommitmentNear,
)
from bot.notices.people import PersonRef
from bot.views.blocks import Element, actions, button, context, section
from bot.views.emoji import Sign
from bot.views.escape import Markup, esc
from bot.views.ids import Id
from bot.views.message import Message, facts, lines
from bot.views.payload import Payload, dump
from bot.views.translate import Translator, mark
from bot.views.words import PARTIES, quoted, standing_in, word

STATES = {
    "asked": mark("waiting for an answer"),
    "open": mark("open"),
    "kept": mark("kept"),
    "broken": mark("not kept"),
    "renegotiated": mark("moved to another date"),
    "declined": mark("declined"),
}
ENDED_BY = mark("{by} closed the commitment: {text}")
ENDED = mark("The commitment is closed: {text}")
CLOSED_BY = {
    "kept": mark("{by} says the commitment was kept: {text}"),
    "broken": mark("{by} says the commitment was not kept: {text}"),
    "renegotiated": mark("{by} moved the commitment to another date: {text}"),
    "declined": mark("{by} declined the commitment: {text}"),
}
CLOSED = {
    "kept": mark("The commitment was kept: {text}"),
    "broken": mark("Nobody answered, so the commitment counts as not kept: {text}"),
    "renegotiated": mark("The commitment moved to another date: {text}"),
    "declined": mark("The commitment was declined: {text}"),
}


def commitment_card(commitment: CommitmentFacts, t: Translator) -> Message:
    text = t("Commitment: {text}", text=t.note(commitment.text))
    row = answers(commitment, t) if commitment.state == "open" else []
    blocks = [section(commitment_line(commitment, t))]
    return Message(text, [*blocks, actions(row)] if row else blocks)


def commitment_made(made: CommitmentMade, t: Translator) -> Message:
    """Tell the other side of what a whole side promises."""
    promise = made.commitment
    text = t(
        "{party} makes a commitment, and {owner} answers for it: {text}",
        party=word(PARTIES, promise.party, t),
        owner=t.person(promise.owner),
        text=t.note(promise.text),
    )
    return Message(text, [section(_signed(text, t)), context(_small(promise, t))])


def commitment_asked(asked: CommitmentAsked, t: Translator) -> Message:
    promise = asked.commitment
    text = t(
        "{by} asks you for a commitment: {text}",
        by=t.person(promise.asked_by),
        text=t.note(promise.text),
    )
    said, small = section(_signed(text, t)), context(_small(promise, t))
    return Message(text, [said, small, actions(_acceptance(promise, t))])


def commitment_answered(answered: CommitmentAnswered, t: Translator) -> Message:
    """Return what the question shrinks to, and what whoever asked is told."""
    promise = answered.commitment
    fields = {"by": t.person(answered.by), "text": t.note(promise.text)}
    if answered.accepted:
        text = t("{by} accepted the commitment: {text}", **fields)
    else:
        text = t("{by} declined the commitment: {text}", **fields)
    said = lines([_signed(text, t), quoted(promise.closing_note, t)])
    return Message(text, [section(said), context(_small(promise, t))])


def commitment_near(near: CommitmentNear, t: Translator) -> Message:
    promise = near.commitment
    text = t("Your commitment is due soon: {text}", text=t.note(promise.text))
    if near.cover is not None:
        text = t("A commitment is due soon: {text}", text=t.note(promise.text))
    small = context(facts([_small(promise, t), _in_place_of(promise, near.cover, t)]))
    return Message(text, [section(_signed(text, t)), small, actions(answers(promise, t))])


def commitment_due(due: CommitmentDue, t: Translator) -> Message:
    """Ask the owner on the day; the last time says what silence will mean."""
    promise = due.commitment
    text = _question(due, t)
    last = t("Without an answer it will count as not kept.") if due.times >= 3 else None
    said = section(lines([_signed(text, t), last]))
    small = context(facts([_small(promise, t), _in_place_of(promise, due.cover, t)]))
    return Message(text, [said, small, actions(answers(promise, t))])


def _question(due: CommitmentDue, t: Translator) -> Markup:
    said = t.note(due.commitment.text)
    if due.instead:
        owner = due.commitment.owner.name
        return t("{person} left. Was this commitment kept? {text}", person=owner, text=said)
    return t("Did you keep this commitment? {text}", text=said)


def commitment_closed(closed: CommitmentClosed, t: Translator) -> Message:
    promise = closed.commitment
    fields = {"text": t.note(promise.text)}
    if closed.by is not None:
        text = t(CLOSED_BY.get(promise.state, ENDED_BY), **fields, by=t.person(closed.by))
    else:
        text = t(CLOSED.get(promise.state, ENDED), **fields)
    moved = closed.new_due_at and t("The new date: {moment}", moment=t.moment(closed.new_due_at))
    sign = Sign.DONE if promise.state == "kept" else Sign.NOTE
    said = t.lay("{sign} {text}", sign=sign, text=text)
    return Message(text, [section(lines([said, moved or None, quoted(promise.closing_note, t)]))])


def commitment_line(promise: CommitmentFacts, t: Translator) -> Markup:
    """Return a promise in a list."""
    head = t.lay("{sign} *{text}*", sign=Sign.PROMISE, text=t.note(promise.text))
    state = t.lay(
        "{state}, {owner}", state=word(STATES, promise.state, t), owner=promise.owner.name
    )
    return lines([head, facts([state, _small(promise, t)])])


def commitment_buttons(promise: CommitmentFacts, t: Translator) -> list[Element]:
    """Return what its owner can answer to a promise: whether it was kept, or that they take it."""
    if promise.state == "open":
        return answers(promise, t)
    if promise.state == "asked":
        return _acceptance(promise, t)
    return []


def answers(promise: CommitmentFacts, t: Translator) -> list[Element]:
    """Return the buttons that say how an open promise ended."""
    return [
        _button(t.c("button", "Kept"), Id.COMMITMENT_KEPT, promise, style="primary"),
        _button(t.c("button", "Not kept"), Id.COMMITMENT_BROKEN, promise),
        _button(t.c("button", "Move the date"), Id.COMMITMENT_MOVE, promise),
    ]


def _acceptance(promise: CommitmentFacts, t: Translator) -> list[Element]:
    return [
        _button(t.c("button", "I commit"), Id.COMMITMENT_ACCEPT, promise, style="primary"),
        _button(t.c("button", "Decline"), Id.COMMITMENT_DECLINE, promise),
    ]


def _signed(text: Markup, t: Translator) -> Markup:
    return t.lay("{sign} {text}", sign=Sign.PROMISE, text=text)


def _in_place_of(promise: CommitmentFacts, cover: PersonRef | None, t: Translator) -> Markup | None:
    return standing_in(promise.owner if cover else None, t)


def _small(promise: CommitmentFacts, t: Translator) -> Markup:
    return facts(
        [
            t("due {moment}", moment=t.moment(promise.due_at)),
            _measure(promise, t),
            t("goal: {goal}", goal=promise.goal) if promise.goal else None,
            t("reason: {reason}", reason=promise.reason) if promise.reason else None,
            t("how: {how}", how=promise.how) if promise.how else None,
            _for_whom(promise, t),
        ]
    )


def _for_whom(promise: CommitmentFacts, t: Translator) -> Markup | None:
    if not promise.of_party:
        return None
    return t("for the whole side ({party})", party=word(PARTIES, promise.party, t))


def _measure(promise: CommitmentFacts, t: Translator) -> Markup | None:
    if promise.quantity is None:
        return None
    amount = t.number(promise.quantity)
    return (
        t.lay("{number} {unit}", number=amount, unit=promise.unit) if promise.unit else esc(amount)
    )


def _button(words: Markup, action: Id, promise: CommitmentFacts, *, style: str = "") -> Element:
    return button(words, action, dump(Payload(id=promise.id)), style=style)
