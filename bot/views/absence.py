"""Absences: registered, listed, offered from a status, and what is told as they begin and end."""

from collections.abc import Sequence
from uuid import UUID

from bot.notices.absence import (
    AbsenceCancelled,
    AbsenceFacts,
    AbsenceList,
    AbsenceOfferDeclined,
    AbsenceOffered,
    AbsenceOver,
    AbsencePast,
    AbsenceSet,
    AbsenceSetForYou,
    AbsenceUncovered,
    ReturnLine,
)
from bot.notices.status import LeadLine
from bot.views import buttons
from bot.views.absence_words import until, when
from bot.views.blocks import Block, Element, actions, button, context, section
from bot.views.emoji import Sign
from bot.views.escape import Markup
from bot.views.ids import Id
from bot.views.message import Message, facts, lines, plain_message, sentences
from bot.views.payload import Payload, dump
from bot.views.status import lead_line
from bot.views.translate import Translator, mark

MOST_LISTED = 20
PAST = {
    "over": mark("{sign} The absence of {person} is over: {when}"),
    "taken_back": mark("{sign} The absence of {person} is taken back: {when}"),
    "moved": mark("{sign} The absence of {person} has new dates: {when}"),
    "alone": mark("{sign} Nobody covers for {person}: {when}"),
}


def absence_list(mine: AbsenceList, t: Translator) -> Message:
    """Answer the bare command: what is registered, with a way to end or change it."""
    new = actions([button(t.c("button", "Register an absence"), Id.ABSENCE_NEW)])
    if not mine.absences:
        text = t("You have no absence registered.")
        small = t("Write it as in `/sla away until Friday cover @colleague`.")
        return Message(text, [section(text), context(small), new])
    text = t.n(
        "You have {n} absence registered.",
        "You have {n} absences registered.",
        len(mine.absences),
    )
    blocks: list[Block] = [section(t.lay("*{title}*", title=text))]
    for absence in mine.absences[:MOST_LISTED]:
        blocks += [section(_line(absence, t)), actions(_own_buttons(absence, t))]
    return Message(text, [*blocks, new])


def absence_set(answer: AbsenceSet, t: Translator) -> Message:
    """Echo what was understood, and what it took the place of."""
    absence, fields = answer.absence, _fields(answer.absence, t)
    if absence.person == answer.by:
        text = t("Registered: you are away {when}", **fields)
    else:
        text = t("Registered: {person} is away {when}", **fields)
    former = answer.former
    replaced = former and t(
        "It takes the place of another absence: {when}",
        when=when(former.starts_at, former.ends_at, t),
    )
    said = lines([t.lay("{sign} {text}", sign=Sign.AWAY, text=text), replaced or None])
    row = _own_buttons(absence, t) if absence.person == answer.by else []
    return Message(
        text, [section(said), context(_cover(absence, t)), *([actions(row)] if row else [])]
    )


def absence_set_for_you(told: AbsenceSetForYou, t: Translator) -> Message:
    absence = told.absence
    text = t(
        "{by} registered an absence of yours: {when}", by=t.person(told.by), **_fields(absence, t)
    )
    said = t.lay("{sign} {text}", sign=Sign.AWAY, text=text)
    row = actions(_own_buttons(absence, t))
    return Message(text, [section(said), context(_cover(absence, t)), row])


def absence_cancelled(cancelled: AbsenceCancelled, t: Translator) -> Message:
    fields = _fields(cancelled.absence, t)
    if cancelled.by == cancelled.absence.person:
        text = t("The absence {when} is taken back.", when=fields["when"])
    else:
        text = t(
            "{by} took back an absence of {person}: {when}", by=t.person(cancelled.by), **fields
        )
    return Message(text, [section(t.lay("{sign} {text}", sign=Sign.NOTE, text=text))])


def absence_past(past: AbsencePast, t: Translator) -> Message:
    """Return the line that an earlier message shrinks to."""
    said = PAST.get(past.what, PAST["over"])
    return plain_message(t(said, sign=Sign.NOTE, **_fields(past.absence, t)))


def absence_uncovered(told: AbsenceUncovered, t: Translator) -> Message:
    """Tell who leads sales, once, of open leads that nobody looks after."""
    absence = told.absence
    text = t("{person} is away {when}, and nobody covers.", **_fields(absence, t))
    count = len(told.leads) + told.more
    open_ones = t.n("{n} open lead needs somebody.", "{n} open leads need somebody.", count)
    said = lines([t.lay("{sign} {text}", sign=Sign.CAREFUL, text=text), open_ones])
    waiting = _asked(absence, t)
    small = [context(waiting)] if waiting else []
    listed = [section(lead_line(line, t), buttons.assign(line.lead, t)) for line in told.leads]
    return Message(text, [section(said), *small, *listed, *more(told.more, t)])


def absence_over(over: AbsenceOver, t: Translator) -> Message:
    """Say in one message what became of somebody's leads while they were away."""
    worked = sum(1 for each in over.leads if each.touches)
    person = t.person(over.absence.person)
    text = t("{person}, the absence is over.", person=person)
    if over.ended_by is not None:
        text = t("{person}, {by} ended your absence.", person=person, by=t.person(over.ended_by))
    if not over.leads:
        summary = t("There are no open leads.")
    elif worked:
        summary = t.n(
            "{n} of the leads was followed up meanwhile.",
            "{n} of the leads were followed up meanwhile.",
            worked,
        )
    else:
        summary = t("No lead was followed up meanwhile.")
    said = lines([t.lay("{sign} {text}", sign=Sign.PERSON, text=text), summary])
    listed = [_returned(each, over.absence.person.id, t) for each in over.leads]
    return Message(sentences([text, summary]), [section(said), *listed, *more(over.more, t)])


def absence_offered(offer: AbsenceOffered, t: Translator) -> Message:
    """Ask about a status in Slack; nothing is registered without a yes."""
    status = t.note(offer.status) if offer.status else None
    text = t("Slack says that you are away. Register it as an absence?")
    if offer.until is not None:
        text = t(
            "Slack says that you are away. Register the absence {until}?",
            until=until(offer.until, t),
        )
    small = t("Meanwhile no new leads come to you, and you can name who covers.")
    row = [
        button(t.c("button", "Yes, register it"), Id.ABSENCE_OFFER_TAKE, style="primary"),
        button(t.c("button", "Don't register"), Id.ABSENCE_OFFER_LEAVE),
    ]
    quoted = t.lay("“{status}”", status=status) if status else None
    said = t.lay("{sign} {text}", sign=Sign.AWAY, text=text)
    return Message(text, [section(said), context(facts([quoted, small])), actions(row)])


def absence_offer_declined(declined: AbsenceOfferDeclined, t: Translator) -> Message:
    text = t("No absence was registered.")
    quoted = t.lay("“{status}”", status=t.note(declined.status)) if declined.status else None
    said = facts([t.lay("{sign} {text}", sign=Sign.NOTE, text=text), quoted])
    return Message(text, [section(said)])


def more(count: int, t: Translator) -> list[Block]:
    return [context(t.n("and {n} more", "and {n} more", count))] if count else []


def lead_lines(leads: Sequence[LeadLine], t: Translator) -> list[Block]:
    return [section(lead_line(line, t), buttons.show(line.lead, t)) for line in leads]


def turn_button(words: Markup, lead_id: UUID, to: UUID) -> Element:
    """Return the button that gives the turn of a lead to somebody."""
    return button(words, Id.LEAD_REASSIGN, dump(Payload(id=lead_id, person=to)))


def _returned(each: ReturnLine, owner_id: UUID, t: Translator) -> Block:
    lead = each.line.lead
    touched = None
    if each.touched_by:
        touched = t.n(
            "{n} follow-up by {person}",
            "{n} follow-ups, the last by {person}",
            each.touches,
            person=each.touched_by,
        )
    kept = each.kept_by and t("{person} still has the turn", person=each.kept_by)
    said = lines([lead_line(each.line, t), facts([touched, kept or None])])
    if each.kept_by:
        return section(said, turn_button(t.c("button", "Take it back"), lead.id, owner_id))
    return section(said, buttons.show(lead, t))


def _line(absence: AbsenceFacts, t: Translator) -> Markup:
    said = t("Away {when}", when=when(absence.starts_at, absence.ends_at, t))
    return lines([t.lay("{sign} {text}", sign=Sign.AWAY, text=said), _cover(absence, t)])


def _fields(absence: AbsenceFacts, t: Translator) -> dict[str, str]:
    return {
        "person": t.person(absence.person),
        "when": when(absence.starts_at, absence.ends_at, t),
    }


def _cover(absence: AbsenceFacts, t: Translator) -> Markup:
    """Say who covers, or who was asked to and has not answered yet."""
    if absence.cover is not None:
        covers = t("{person} covers.", person=t.person(absence.cover))
        return sentences([covers, _asked(absence, t)])
    return _asked(absence, t) or t("Nobody covers.")


def _asked(absence: AbsenceFacts, t: Translator) -> Markup | None:
    if absence.asked is None:
        return None
    if absence.asked == absence.cover:
        return t("{person} was asked about the new dates.", person=t.person(absence.asked))
    return t(
        "{person} was asked to cover and has not answered yet.", person=t.person(absence.asked)
    )


def _own_buttons(absence: AbsenceFacts, t: Translator) -> list[Element]:
    value = dump(Payload(id=absence.id))
    return [
        button(t.c("button", "End it"), Id.ABSENCE_END, value),
        button(t.c("button", "Change"), Id.ABSENCE_CHANGE, value),
    ]
