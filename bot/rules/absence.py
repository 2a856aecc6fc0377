"""What may be an absence, who may cover it, and who answers for whom meanwhile."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from bot.rules.refusals import MomentInPast, Refusal

LONGEST_DAYS = 366


@dataclass
class AbsenceReversed(Refusal):
    """It would end before it begins."""

    starts_at: datetime
    ends_at: datetime


@dataclass
class AbsenceTooLong(Refusal):
    """Longer than a year: a slip rather than a leave. ``limit`` is in days."""

    limit: int


@dataclass
class AbsenceIncludes(Refusal):
    """The absence that goes on now already includes the time that is wanted."""

    ends_at: datetime


@dataclass
class AbsenceToComeIncludes(Refusal):
    """An absence to come already includes the time that is wanted."""

    starts_at: datetime
    ends_at: datetime


class NoSuchAbsence(Refusal):
    """Absent, or somebody else's: the same words for both."""


@dataclass
class NotAway(Refusal):
    """There is nothing to come back from."""

    name: str


@dataclass
class NotTheirAbsence(Refusal):
    """Only who leads sales may register an absence of somebody else, and of reps only."""

    name: str


@dataclass
class OneAtATime(Refusal):
    """More people were named than one absence has."""

    names: tuple[str, ...]


class CoverIsSelf(Refusal):
    """Nobody covers for themselves."""


@dataclass
class CoverIsGuest(Refusal):
    """A guest sees too little of the workspace to stand in for anybody."""

    name: str


@dataclass
class CoverOutside(Refusal):
    """Who covers has to be of the same side of the agreement."""

    name: str


@dataclass
class CoverAway(Refusal):
    """Away at the time themselves, until ``until``."""

    name: str
    until: datetime


@dataclass
class CoverCycle(Refusal):
    """The two would cover for each other at the same time."""

    name: str


class AnsweredAlready(Refusal):
    """The question whether somebody covers is not open any more."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one instant up to another; ``cover_id`` is who covers, or was asked to."""

    starts_at: datetime
    ends_at: datetime
    cover_id: UUID | None = None

    def overlaps(self, other: "Stretch") -> bool:
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at

    def is_within(self, other: "Stretch") -> bool:
        return other.starts_at <= self.starts_at and self.ends_at <= other.ends_at


@dataclass(frozen=True, slots=True)
class Cover:
    """Somebody who might cover: what the rule asks of them, and when they are away themselves."""

    person_id: UUID
    name: str
    is_guest: bool
    is_same_side: bool
    away: tuple[Stretch, ...] = ()


def check_stretch(stretch: Stretch, *, now: datetime) -> None:
    """Raise ``AbsenceReversed``, ``MomentInPast`` or ``AbsenceTooLong``."""
    if stretch.ends_at <= stretch.starts_at:
        raise AbsenceReversed(stretch.starts_at, stretch.ends_at)
    if stretch.ends_at <= now:
        raise MomentInPast(stretch.ends_at)
    if stretch.ends_at - stretch.starts_at > timedelta(days=LONGEST_DAYS):
        raise AbsenceTooLong(LONGEST_DAYS)


def check_not_included(wanted: Stretch, registered: Iterable[Stretch], *, now: datetime) -> None:
    """Raise ``AbsenceIncludes`` or ``AbsenceToComeIncludes`` for a part of what is registered.

    One that begins with what is registered, or has begun, and ends sooner is no part: it is the
    registered one made shorter.
    """
    for each in registered:
        if wanted.starts_at > max(each.starts_at, now) and wanted.is_within(each):
            if each.starts_at <= now:
                raise AbsenceIncludes(each.ends_at)
            raise AbsenceToComeIncludes(each.starts_at, each.ends_at)


def check_cover(cover: Cover, *, absent_id: UUID, stretch: Stretch) -> None:
    """Raise the refusal that says why ``cover`` cannot stand in for somebody, if any does."""
    if cover.person_id == absent_id:
        raise CoverIsSelf
    if cover.is_guest:
        raise CoverIsGuest(cover.name)
    if not cover.is_same_side:
        raise CoverOutside(cover.name)
    for away in cover.away:
        if away.overlaps(stretch):
            if away.cover_id == absent_id:
                raise CoverCycle(cover.name)
            raise CoverAway(cover.name, away.ends_at)


def joined(former: Stretch, new: Stretch, *, now: datetime) -> Stretch:
    """Return what an absence becomes when a new one overlaps it: the new one takes its place.

    One that has begun goes on; only its end moves.
    """
    has_begun = former.starts_at <= now
    return Stretch(former.starts_at if has_begun else new.starts_at, new.ends_at, former.cover_id)


def line_of(person_id: UUID, covers: Mapping[UUID, UUID | None]) -> tuple[UUID, ...]:
    """Return who answers for somebody: themselves, their cover, the cover's own cover, and so on.

    ``covers`` has everybody who is away now, with who covers or nobody. The last one answers.
    """
    line = [person_id]
    while (cover := covers.get(line[-1])) is not None and cover not in line:
        line.append(cover)
    return tuple(line)
