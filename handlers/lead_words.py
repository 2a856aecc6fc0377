"""What is typed about a lead: its name first, then moments, reasons, results, people."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from bot.rules.phrases.mentions import without_people
from bot.rules.phrases.refusals import (
    FutureMoment,
    NoSuchDay,
    UnclearMoment,
    UnclearPastMoment,
)
from bot.rules.refusals import Refusal, TouchInFuture
from bot.rules.terms import Channel, Outcome, RejectReason
from bot.rules.value_words import REASONS, RESULTS, Result, parse_touch
from bot.usecases.leads.naming import Named, lead_at_start
from handlers.typed import first_person, moment, money, past_moment
from handlers.visit import Visit

TO = frozenset({"a", "al", "para", "to"})
SMALL = frozenset({"as", "como", "de", "for", "por", "con", "with", "at", "en"})
WHY = frozenset({"because", "due", "for", "porque", "por", "pues"})
ME = frozenset({"me", "mi", "m\u00ed", "myself"})


@dataclass(frozen=True, slots=True)
class TouchSaid:
    """A follow-up as typed; what is missing is asked for."""

    lead: str
    channel: Channel | None
    outcome: Outcome | None
    happened_at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ResultSaid:
    """How a lead ended, as typed."""

    lead: str
    won: bool | None = None
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ReturnSaid:
    """Why a lead goes back, as typed."""

    lead: str
    reason: RejectReason | None = None
    note: str = ""


def named(visit: Visit, text: str) -> Named:
    """Split off the lead named at the start; see ``lead_at_start``."""
    return visit.ask(lead_at_start, agreement_id=visit.agreement.id, text=text)


def lead_and_moment(visit: Visit, text: str) -> tuple[str, datetime | None]:
    """Split "Acme tomorrow 9am". Raises what is wrong with the moment once a lead is named."""
    start = named(visit, text)
    if start.lead and not start.rest:
        return start.lead, None
    if not start.lead:
        return _before_moment(visit, text, moment)
    try:
        return start.lead, moment(visit, start.rest)
    except NoSuchDay:
        raise
    except UnclearMoment:
        lead, until = _before_moment(visit, text, moment)
        if until is None:
            raise
        return lead, until


def lead_reason_moment(visit: Visit, text: str) -> tuple[str, str, datetime | None]:
    """Split "Acme out of office until Monday" into lead, reason and moment."""
    said = without_people(text)
    start = named(visit, said)
    reason, until = _before_moment(visit, start.rest, moment)
    if until is None and not start.lead:
        return said, "", None
    return start.lead, reason, until


def touch_said(visit: Visit, text: str) -> TouchSaid:
    """Read "Acme call answered yesterday 4pm". Raises ``TouchInFuture``, ``UnclearPastMoment``."""
    typed = parse_touch(text)
    start = named(visit, typed.lead_text)
    if start.lead:
        when, note = _when_or_note(visit, start.rest)
        return TouchSaid(start.lead, typed.channel, typed.outcome, when, note)
    lead, when = _before_moment(visit, typed.lead_text, happened_at)
    return TouchSaid(lead, typed.channel, typed.outcome, when)


def happened_at(visit: Visit, text: str) -> datetime:
    """Return when a follow-up was. Raises ``TouchInFuture``, ``UnclearPastMoment``."""
    try:
        return past_moment(visit, text)
    except FutureMoment as ahead:
        raise TouchInFuture(ahead.at) from ahead


def return_said(visit: Visit, text: str) -> ReturnSaid:
    """Read "Acme no budget until June": the lead, then the reason; the rest is a note."""
    start = named(visit, text)
    found = REASONS.at_start(start.rest) or REASONS.last_in(start.rest)
    if found is None:
        return ReturnSaid(start.lead or text)
    lead, note = start.lead, found.rest
    if not lead and found.before:
        lead, note = found.before, found.after
    elif not lead and found.after:
        later = named(visit, found.after)
        lead, note = later.lead, later.rest
    return ReturnSaid(lead, found.meaning, note)


def result_said(visit: Visit, text: str) -> ResultSaid:
    """Read "Acme won 12,000", "Acme lost"; the lead may also come after the result.

    Raises ``UnclearAmount``, ``AmbiguousAmount``, ``OtherCurrency``.
    """
    start = named(visit, text)
    found = RESULTS.last_in(start.rest)
    if found is None:
        return ResultSaid(start.lead or text)
    won, before = found.meaning is Result.WON, _without(SMALL, found.before)
    lead, said = start.lead, f"{before} {_without(SMALL, found.after)}".strip()
    if not lead and before:
        lead, said = before, _without(SMALL, found.after)
    elif not lead and found.after:
        later = named(visit, found.after)
        explains = found.after.split()[0].casefold() in WHY
        lead, said = later.lead, later.rest
        if not won and not lead and not explains:
            lead = found.after
    return ResultSaid(lead, won, money(visit, said) if won and said else None)


def lead_and_person(visit: Visit, text: str) -> tuple[str, str]:
    """Split "Acme to @ana", "Acme a Ana"; nobody named is an empty text."""
    said, person = first_person(text)
    said = _without(TO, said)
    if person:
        return said, person
    start = named(visit, said)
    if not start.lead:
        return said, ""
    whom = _without(TO, start.rest)
    return start.lead, visit.actor.slack_id if whom.casefold() in ME else whom


def _before_moment(
    visit: Visit, text: str, read: Callable[[Visit, str], datetime]
) -> tuple[str, datetime | None]:
    """Split at the longest ending that is a moment; without one, all of the text comes first.

    Raises what makes a moment impossible, where words can only be meant as one.
    """
    words = text.split()
    for at in range(len(words)):
        try:
            until = read(visit, " ".join(words[at:]))
        except NoSuchDay:
            raise
        except UnclearMoment:
            continue
        return " ".join(words[:at]), until
    return text.strip(), None


def _when_or_note(visit: Visit, text: str) -> tuple[datetime | None, str]:
    """Words about a follow-up say when it was, or are a note; never a moment taken for a note."""
    if not text:
        return None, ""
    try:
        return happened_at(visit, text), ""
    except NoSuchDay:
        raise
    except UnclearPastMoment:
        if _tells_a_moment(visit, text):
            raise
        return None, text


def _tells_a_moment(visit: Visit, text: str) -> bool:
    try:
        moment(visit, text)
    except UnclearMoment:
        return False
    except Refusal:
        return True
    return True


def _without(words: frozenset[str], text: str) -> str:
    """Return a text without small words at its edges."""
    left = text.split()
    while left and left[0].casefold() in words:
        left = left[1:]
    while left and left[-1].casefold() in words:
        left = left[:-1]
    return " ".join(left)
