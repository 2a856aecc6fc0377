"""What is typed about a lead: its name first, then moments, reasons, results, people."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from bot.rules.phrases.mentions import without_people
from bot.rules.phrases.refusals import NoSuchDay, UnclearMoment
from bot.rules.terms import RejectReason
from bot.rules.value_words import REASONS, RESULTS, Result
from bot.usecases.leads.naming import Named, lead_at_start
from handlers.typed import first_person, moments, money
from handlers.visit import Visit

TO = frozenset({"a", "al", "para", "to"})
SMALL = frozenset({"as", "como", "de", "for", "por", "con", "with", "at", "en"})
WHY = frozenset({"because", "due", "for", "porque", "por", "pues"})
ME = frozenset({"me", "mi", "m\u00ed", "myself"})


@dataclass(frozen=True, slots=True)
class PauseSaid:
    """Why a lead's clock has to wait, as typed; ``when`` are the words for ``until``."""

    lead: str
    reason: str = ""
    when: str = ""
    until: datetime | None = None


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
    start, read = named(visit, text), moments(visit)
    if start.lead and not start.rest:
        return start.lead, None
    if not start.lead:
        return before_moment(text, read)
    try:
        return start.lead, read(start.rest)
    except NoSuchDay:
        raise
    except UnclearMoment:
        lead, until = before_moment(text, read)
        if until is None:
            raise
        return lead, until


def pause_said(visit: Visit, text: str) -> PauseSaid:
    """Read "Acme out of office until Monday": the lead, then the reason, then the moment."""
    said = without_people(text)
    start = named(visit, said)
    reason, until = before_moment(start.rest, moments(visit))
    if until is None and not start.lead:
        return PauseSaid(said)
    return PauseSaid(start.lead, reason, start.rest[len(reason) :].strip(), until)


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
    won, before = found.meaning is Result.WON, without(SMALL, found.before)
    lead, said = start.lead, f"{before} {without(SMALL, found.after)}".strip()
    if not lead and before:
        lead, said = before, without(SMALL, found.after)
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
    said = without(TO, said)
    if person:
        return said, person
    start = named(visit, said)
    if not start.lead:
        return said, ""
    whom = without(TO, start.rest)
    return start.lead, visit.actor.slack_id if whom.casefold() in ME else whom


def before_moment(text: str, read: Callable[[str], datetime]) -> tuple[str, datetime | None]:
    """Split at the longest ending that is a moment; without one, all of the text comes first.

    Raises what makes a moment impossible, where words can only be meant as one.
    """
    words = text.split()
    for at in range(len(words)):
        try:
            until = read(" ".join(words[at:]))
        except NoSuchDay:
            raise
        except UnclearMoment:
            continue
        return " ".join(words[:at]), until
    return text.strip(), None


def without(words: frozenset[str], text: str) -> str:
    """Return a text without small words at its edges."""
    left = text.split()
    while left and left[0].casefold() in words:
        left = left[1:]
    while left and left[-1].casefold() in words:
        left = left[:-1]
    return " ".join(left)
