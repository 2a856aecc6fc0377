"""When a person hears from the bot: in their own hours and outside their quiet ones.

Moments are seconds since 1970, as the clocks count them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from bot.rules.ladder import Timetable
from bot.rules.local_time import DAY_S, first_at_or_after
from bot.rules.opening_hours import DAY, NoOpening, blocks_of, zone_named
from bot.rules.refusals import Refusal
from bot.rules.worktime import Schedule, epoch_seconds, moment

Block = tuple[str, str]
Week = tuple[tuple[int, tuple[Block, ...]], ...]
Silence = tuple[int, int]
"""A stretch in which Slack itself keeps a person's messages quiet: from a second to another."""

LONGEST_QUIET = 60 * DAY_S
DAYS_AHEAD = 14


class QuietLeavesNoTime(Refusal):
    """Outside the quiet hours there is no working time left in which to hear of anything."""


@dataclass
class DigestOutsideHours(Refusal):
    """The summary's time never falls into the hours in which the person works and is not quiet."""

    at: str


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a person wants to be reached, by the wall clock of ``zone``.

    ``week`` are their own working hours, as pairs of weekday and blocks; empty, the agreement's
    count. ``quiet`` is one block a day without reminders; at ``digest_at`` ("08:30") those of the
    day come in one message.
    """

    zone: str = "UTC"
    week: Week = ()
    quiet: Block | None = None
    digest_at: str = ""


@dataclass(frozen=True, slots=True)
class Hearing:
    """The moment at which somebody is told, and whether in their summary of the day."""

    at: int
    in_digest: bool = False


def openings(
    wishes: Wishes, office: Timetable, closed: Collection[date] = ()
) -> tuple[Timetable, ...]:
    """Return the timetables that all have to be open for the person to be told something.

    ``office`` are the agreement's hours and ``closed`` its days off, which hold for those who work
    hours of their own too.
    """
    own = _own_hours(wishes.zone, wishes.week, frozenset(closed)) if wishes.week else office
    return (own,) if wishes.quiet is None else (own, _waking_hours(wishes.zone, wishes.quiet))


def heard_at(at: int, hours: Sequence[Timetable], silence: Silence | None = None) -> int:
    """Return the first second from ``at`` on that is open in all ``hours`` and not silent.

    Raises ``NoOpening`` when there is none within sixty days.
    """
    heard = at
    while (later := _not_before(heard, hours, silence)) > heard:
        heard = later
        if heard - at > LONGEST_QUIET:
            raise NoOpening(at)
    return heard


def reminded_at(
    at: int, closes: int, wishes: Wishes, hours: Sequence[Timetable], silence: Silence | None = None
) -> Hearing:
    """Return when a reminder due at ``at`` is told, about something that is due at ``closes``.

    It waits for the summary of the day, else for the person's next opening. One that would then
    come too late is told at once: not to know costs more than to be disturbed.
    """
    try:
        heard = heard_at(at, hours, silence)
    except NoOpening:
        return Hearing(at)
    summary = _next_digest(heard, wishes, hours, silence)
    if summary is not None and summary < closes:
        return Hearing(summary, in_digest=True)
    return Hearing(heard if heard < closes else at)


def told_at(at: int, hours: Sequence[Timetable]) -> int:
    """Return when a miss is told: at the person's next opening, if they ever have one."""
    try:
        return heard_at(at, hours)
    except NoOpening:
        return at


def check_wishes(wishes: Wishes, offices: Sequence[Timetable], now: datetime) -> None:
    """Refuse wishes that cannot be kept beside the hours of any of the person's agreements.

    Raises ``UnknownZone``, ``UnclearLabel``, ``EqualEnds``, ``OverlappingBlocks``, ``NeverOpens``,
    ``QuietLeavesNoTime``, ``DigestOutsideHours``.
    """
    zone_named(wishes.zone)
    all_day = Schedule.always(wishes.zone)
    at = epoch_seconds(now)
    for office in offices or (all_day,):
        hours = openings(wishes, office)
        try:
            heard_at(at, hours)
        except NoOpening as never:
            raise QuietLeavesNoTime from never
        if wishes.digest_at and _next_digest(at, wishes, hours, None) is None:
            raise DigestOutsideHours(wishes.digest_at)


def _not_before(at: int, hours: Sequence[Timetable], silence: Silence | None) -> int:
    later = max(each.next_open_s(at) for each in hours)
    return silence[1] if silence is not None and silence[0] <= later < silence[1] else later


def _next_digest(
    at: int, wishes: Wishes, hours: Sequence[Timetable], silence: Silence | None
) -> int | None:
    """Return the next time of the summary at which the person may be told something."""
    if not wishes.digest_at:
        return None
    zone, minute = zone_named(wishes.zone), _minute(wishes.digest_at)
    today = moment(at).astimezone(zone).toordinal()
    days = (first_at_or_after(zone, today + ahead, minute) for ahead in range(DAYS_AHEAD))
    return next(
        (each for each in days if each >= at and _not_before(each, hours, silence) == each), None
    )


def _minute(label: str) -> int:
    ((opens, _),) = blocks_of([(label, "24:00")])
    return opens


@lru_cache(maxsize=1024)
def _own_hours(zone: str, week: Week, closed: frozenset[date]) -> Schedule:
    return Schedule(zone, dict(week), closed)


@lru_cache(maxsize=1024)
def _waking_hours(zone: str, quiet: Block) -> Schedule:
    """Return the time outside quiet hours: each day from their end to where they begin again."""
    ((begins, ends),) = blocks_of([quiet])
    if ends - begins == DAY:
        raise QuietLeavesNoTime
    start, end = quiet
    waking = [(_opening(end), _closing(start))]
    return Schedule(zone, dict.fromkeys(range(7), waking))


def _opening(label: str) -> str:
    return "00:00" if label == "24:00" else label


def _closing(label: str) -> str:
    return "24:00" if label in ("00:00", "0:00") else label
