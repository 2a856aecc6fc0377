"""Covering: asked, answered, begun and over, as whoever covers and whoever waits reads it."""

from datetime import timedelta

from bot.notices.absence import (
    AbsenceFacts,
    CoverAnswered,
    CoverAsked,
    CoverBegan,
    CoverFreed,
    CoverOver,
)
from bot.views.absence import lead_lines, more, turn_button
from bot.views.absence_words import until, when
from bot.views.blocks import actions, button, context, section
from bot.views.emoji import Sign
from bot.views.escape import Markup
from bot.views.ids import Id
from bot.views.message import Message, lines
from bot.views.payload import Payload, dump
from bot.views.requests import request_lines
from bot.views.status import lead_line
from bot.views.translate import Translator, mark

NOBODY = {
    "absent": mark("Nobody covers now. Ask somebody else with `/sla away cover @colleague`."),
    "leader": mark(
        "Nobody covers now. To name a cover, register the absence with its end again, as in "
        "`/sla away @person until Friday cover @colleague`."
    ),
    "other": mark("Nobody covers now."),
}

A_MINUTE = timedelta(minutes=1)


def cover_asked(asked: CoverAsked, t: Translator) -> Message:
    absence, fields = asked.absence, _fields(asked.absence, t)
    if asked.again:
        text = t("The absence of {person} has new dates. Do you still cover {when}?", **fields)
    elif asked.by == absence.person:
        text = t("{person} asks you to cover: {when}", **fields)
    else:
        text = t("{by} asks you to cover for {person}: {when}", by=t.person(asked.by), **fields)
    small = t("You would get the reminders of their leads and requests and could act on them.")
    value = dump(Payload(id=absence.id))
    row = [
        button(t.c("button", "I cover"), Id.COVER_ACCEPT, value, style="primary"),
        button(t.c("button", "I can't"), Id.COVER_DECLINE, value),
    ]
    said = t.lay("{sign} {text}", sign=Sign.PROMISE, text=text)
    return Message(text, [section(said), context(small), actions(row)])


def cover_answered(answered: CoverAnswered, t: Translator) -> Message:
    """Return what the question shrinks to, and what those who wait for it are told."""
    fields = {"by": t.person(answered.by), **_fields(answered.absence, t)}
    if answered.accepted:
        text = t("{by} covers for {person}: {when}", **fields)
        return Message(text, [section(t.lay("{sign} {text}", sign=Sign.DONE, text=text))])
    text = t("{by} cannot cover for {person}: {when}", **fields)
    said = section(t.lay("{sign} {text}", sign=Sign.CAREFUL, text=text))
    small = NOBODY.get(answered.told)
    return Message(text, [said, context(t(small))] if small else [said])


def cover_freed(freed: CoverFreed, t: Translator) -> Message:
    absence = freed.absence
    if absence.ends_at - absence.starts_at < A_MINUTE:
        # One that was called off as it began has no stretch left to name.
        text = t("You do not have to cover for {person} any more.", person=t.person(absence.person))
    else:
        text = t("You do not have to cover for {person} {when} any more.", **_fields(absence, t))
    return Message(text, [section(t.lay("{sign} {text}", sign=Sign.NOTE, text=text))])


def cover_began(began: CoverBegan, t: Translator) -> Message:
    """Tell the cover what they look after from now on."""
    absence = began.absence
    text = t(
        "You cover for {person} now: {until}",
        person=t.person(absence.person),
        until=until(absence.ends_at, t),
    )
    said = lines([t.lay("{sign} {text}", sign=Sign.PERSON, text=text), *_looked_after(began, t)])
    listed = [
        *lead_lines(began.leads, t),
        *more(began.more, t),
        *request_lines(began.requests, t),
        *more(began.more_requests, t),
    ]
    return Message(text, [section(said), *listed])


def cover_over(over: CoverOver, t: Translator) -> Message:
    """Thank the cover; leads they followed up stay in their hands until they give them back."""
    absent = over.absence.person
    text = t("{person} is back: you do not cover any more.", person=t.person(absent))
    kept = t.n(
        "You followed up with {n} lead, which stays in your hands until you give it back.",
        "You followed up with {n} leads, which stay in your hands until you give them back.",
        len(over.kept),
    )
    said = lines([t.lay("{sign} {text}", sign=Sign.DONE, text=text), kept if over.kept else None])
    give = t.c("button", "Give it back")
    listed = [
        section(lead_line(line, t), turn_button(give, line.lead.id, absent.id))
        for line in over.kept
    ]
    return Message(text, [section(said), *listed])


def _looked_after(began: CoverBegan, t: Translator) -> list[Markup]:
    """Say how many leads and requests there are for the cover, or that there are none."""
    leads, requests = len(began.leads) + began.more, len(began.requests) + began.more_requests
    said = []
    if leads:
        said.append(
            t.n(
                "Until then {n} lead is yours to look after.",
                "Until then {n} leads are yours to look after.",
                leads,
            )
        )
    if requests:
        said.append(
            t.n(
                "{n} open request waits for your answer.",
                "{n} open requests wait for your answer.",
                requests,
            )
        )
    nothing = t("There is nothing open now; what comes up reaches you.")
    return said or [nothing]


def _fields(absence: AbsenceFacts, t: Translator) -> dict[str, str]:
    return {
        "person": t.person(absence.person),
        "when": when(absence.starts_at, absence.ends_at, t),
    }
