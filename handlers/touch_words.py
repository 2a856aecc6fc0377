"""What is typed about a follow-up: its lead, channel, outcome and moment, and the note."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.rules.phrases.refusals import FutureMoment, NoSuchDay, UnclearMoment, UnclearPastMoment
from bot.rules.phrases.told import told_at_start
from bot.rules.refusals import Refusal, TouchInFuture
from bot.rules.terms import Channel, Outcome
from bot.rules.touch_words import TouchWords, parse_touch
from handlers.lead_words import TO, before_moment, named, without
from handlers.typed import moment, past_moment
from handlers.visit import Visit

TOWARDS = TO | {"con", "with"}
JOINING = TOWARDS | {"y", "e", "and", "but", "pero", "que", "por", "by", "on", "via", "v\u00eda"}


@dataclass(frozen=True, slots=True)
class TouchSaid:
    """A follow-up as typed; what is missing is asked for.

    ``when`` are the words for ``happened_at``; where they do not say exactly when, there is none.
    """

    lead: str
    channel: Channel | None
    outcome: Outcome | None
    happened_at: datetime | None = None
    when: str = ""
    note: str = ""

    @property
    def is_vague(self) -> bool:
        """Say whether it was at some time, but not exactly when."""
        return bool(self.when) and self.happened_at is None


def touch_said(visit: Visit, text: str) -> TouchSaid:
    """Read "Acme call answered yesterday 4pm wants a quote".

    The first channel, the first outcome and a time right after them count, and the rest is the
    note. Raises ``TouchInFuture``, ``UnclearPastMoment``.
    """
    start = named(visit, text)
    lead, words = start.lead, parse_touch(start.rest if start.lead else text)
    if lead and not words.is_complete and parse_touch(text).is_complete:
        # The name of a lead begins with a channel: "correo enviado" is no Correo Nacional.
        lead, words = "", parse_touch(text)
    if not lead:
        lead, words = _lead_beside(visit, words)
    return _told(visit, TouchSaid(lead, words.channel, words.outcome), words)


def happened_at(visit: Visit, text: str) -> datetime:
    """Return when a follow-up was. Raises ``TouchInFuture``, ``UnclearPastMoment``."""
    try:
        return past_moment(visit, text)
    except FutureMoment as ahead:
        raise TouchInFuture(ahead.at) from ahead


def _lead_beside(visit: Visit, words: TouchWords) -> tuple[str, TouchWords]:
    """Find the lead before, between or after the channel and the outcome, and take it out."""
    lead, rest = _lead_in(visit, words.before)
    if lead:
        return lead, replace(words, before=rest)
    lead, rest = _lead_in(visit, words.between)
    if lead:
        return lead, replace(words, between=rest)
    lead, rest = _lead_in(visit, words.after)
    return lead, replace(words, after=rest)


def _lead_in(visit: Visit, text: str) -> tuple[str, str]:
    """Split "Acme yesterday 4pm" or "yesterday 4pm Acme"; a moment alone names no lead."""
    said = without(TOWARDS, text)
    start = named(visit, said)
    if start.lead or not without(JOINING, said):
        return start.lead, start.rest
    lead, when = before_moment(said, lambda ending: happened_at(visit, ending))
    if when is not None:
        return lead, said[len(lead) :].strip()
    told = told_at_start(said, now=visit.now, zone=visit.actor.zone)
    if not told.words:
        return said, ""
    start = named(visit, told.rest)
    return start.lead or told.rest, f"{told.words} {start.rest if start.lead else ''}".strip()


def _told(visit: Visit, said: TouchSaid, words: TouchWords) -> TouchSaid:
    """Read the moment, and make what is left a note: untouched from the first word that is one."""
    said, left = _with_moment(visit, said, words.before)
    if left:
        timed, _ = _with_moment(visit, said, words.after)
        return replace(timed, note=words.whole)
    said, left = _with_moment(visit, said, without(JOINING, words.between))
    if left:
        # Nobody says how after a sentence: "contest\u00f3, mand\u00f3 un correo" was by no e-mail.
        channel = None if words.channel_last else said.channel
        timed, _ = _with_moment(visit, said, words.after)
        return replace(timed, note=words.tail, channel=channel)
    said, left = _with_moment(visit, said, words.after)
    return replace(said, note=left)


def _with_moment(visit: Visit, said: TouchSaid, text: str) -> tuple[TouchSaid, str]:
    """Take the moment at the start of a text; what is left is a note.

    Raises where the text is a moment and nothing else, but none that has been.
    """
    if not text or said.when:
        return said, text
    try:
        return replace(said, happened_at=happened_at(visit, text), when=text), ""
    except NoSuchDay:
        raise
    except UnclearPastMoment:
        if _tells_a_moment(visit, text):
            raise
    told = told_at_start(text, now=visit.now, zone=visit.actor.zone)
    return replace(said, happened_at=told.at, when=told.words), told.rest


def _tells_a_moment(visit: Visit, text: str) -> bool:
    try:
        moment(visit, text)
    except UnclearMoment:
        return False
    except Refusal:
        return True
    return True
