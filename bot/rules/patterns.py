"""Habits that make figures look better than the work was: for a quiet look, never a verdict."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from uuid import UUID

FEWEST_AT_ONCE = 5
AT_ONCE_SECONDS = 60
FEWEST_OF_A_KIND = 3
LAST_TENTH = 90
"""Per cent of a window used up, from which on a pause comes suspiciously late."""
INSTANT_SECONDS = 60


class Pattern(StrEnum):
    """What stood out."""

    AT_ONCE = "at_once"
    LATE_PAUSES = "late_pauses"
    INSTANT_CONTACTS = "instant_contacts"


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing a person did to a lead; ``at`` in seconds since 1970."""

    person_id: UUID
    lead_id: UUID
    at: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A pattern in one person's deeds: how many leads, which, and when the last one was."""

    person_id: UUID
    pattern: Pattern
    leads: tuple[UUID, ...]
    at: int


def done_at_once(deeds: Iterable[Deed]) -> tuple[Seen, ...]:
    """Find whoever changed five leads or more within a minute; the longest such run of each."""
    return tuple(
        Seen(person, Pattern.AT_ONCE, leads, run[-1].at)
        for person, own in _by_person(deeds)
        if len(leads := _leads(run := _longest_run(own))) >= FEWEST_AT_ONCE
    )


def repeated(pattern: Pattern, deeds: Iterable[Deed]) -> tuple[Seen, ...]:
    """Find whoever did something noteworthy to three leads or more."""
    return tuple(
        Seen(person, pattern, leads, own[-1].at)
        for person, own in _by_person(deeds)
        if len(leads := _leads(own)) >= FEWEST_OF_A_KIND
    )


def is_late_pause(used_percent: int) -> bool:
    """Say whether a clock was held in the last tenth of its window; past it, it is no use."""
    return LAST_TENTH <= used_percent <= 100


def is_instant_contact(assigned: int, contacted: int, note: str) -> bool:
    """Say whether a lead answered within a minute of being assigned, with nothing to show it."""
    return 0 <= contacted - assigned <= INSTANT_SECONDS and not note.strip()


def _by_person(deeds: Iterable[Deed]) -> Iterable[tuple[UUID, Sequence[Deed]]]:
    ordered = sorted(deeds, key=lambda deed: (deed.person_id, deed.at))
    return [(person, list(own)) for person, own in groupby(ordered, lambda deed: deed.person_id)]


def _longest_run(deeds: Sequence[Deed]) -> Sequence[Deed]:
    """Return the stretch of a minute with the most leads in it, the earliest of several."""
    best: Sequence[Deed] = ()
    first = 0
    for last, deed in enumerate(deeds):
        while deed.at - deeds[first].at > AT_ONCE_SECONDS:
            first += 1
        run = deeds[first : last + 1]
        if len(_leads(run)) > len(_leads(best)):
            best = run
    return best


def _leads(deeds: Sequence[Deed]) -> tuple[UUID, ...]:
    return tuple(dict.fromkeys(deed.lead_id for deed in deeds))
