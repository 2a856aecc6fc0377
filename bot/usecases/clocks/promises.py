"""A window with its ladder and its hours, ready for the rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import Session, select

from bot.rules.ladder import Ladder, ladder
from bot.rules.worktime import Schedule
from models import Agreement, Calendar, Window

FULL_DAY = 24 * 3600
Blocks = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Promise:
    """One window of one version of an agreement.

    ``hours`` are those its clocks count, ``office`` those in which anybody is told; they differ
    for a window that runs around the clock. ``working_day`` is the longest day of the week in
    seconds.
    """

    window_id: UUID
    calendar_id: UUID
    stage: str
    party: str
    rungs: Ladder
    hours: Schedule
    office: Schedule
    needs_contact: bool
    restarts: bool
    max_pauses: int
    max_paused: int
    working_day: int
    zone: str

    def day(self, instant: datetime) -> date:
        """Return the local day under which figures count an instant."""
        return instant.astimezone(ZoneInfo(self.zone)).date()


def promises_of(session: Session, agreement_id: UUID, version: int) -> dict[str, Promise]:
    """Return the windows of a version, by stage."""
    windows = session.exec(
        select(Window.id).where(Window.agreement_id == agreement_id, Window.version == version)
    )
    promises = [promise(session, window_id) for window_id in windows.all()]
    return {each.stage: each for each in promises}


def promise(session: Session, window_id: UUID) -> Promise:
    """Return a window as promised; read once, for windows and calendars are never edited."""
    known = _READ.get(window_id)
    if known is None:
        known = _READ[window_id] = _read(session, window_id)
    return known


_READ: dict[UUID, Promise] = {}
_OFFICES: dict[UUID, Schedule] = {}
_DAYS_OFF: dict[UUID, frozenset[date]] = {}


def calendar_of(session: Session, agreement_id: UUID) -> Calendar:
    """Return the calendar of an agreement as it stands."""
    agreement = session.get_one(Agreement, agreement_id)
    return session.exec(
        select(Calendar).where(
            Calendar.agreement_id == agreement_id, Calendar.version == agreement.version
        )
    ).one()


def office_of(session: Session, agreement_id: UUID) -> Schedule:
    """Return the working hours of an agreement as it stands."""
    return office_hours(session, calendar_of(session, agreement_id).id)


def office_hours(session: Session, calendar_id: UUID) -> Schedule:
    """Return a calendar's working hours, computed once."""
    known = _OFFICES.get(calendar_id)
    if known is None:
        known = _OFFICES[calendar_id] = _schedule(session.get_one(Calendar, calendar_id))
    return known


def days_off(session: Session, calendar_id: UUID) -> frozenset[date]:
    """Return the days on which a calendar's agreement does not work, read once."""
    known = _DAYS_OFF.get(calendar_id)
    if known is None:
        calendar = session.get_one(Calendar, calendar_id)
        own = calendar.overrides
        closed = {*calendar.holidays, *own} - {day for day, blocks in own.items() if blocks}
        known = _DAYS_OFF[calendar_id] = frozenset(date.fromisoformat(day) for day in closed)
    return known


def working_day_of(session: Session, calendar_id: UUID) -> timedelta:
    """Return the working time of a calendar's longest day."""
    return timedelta(seconds=_longest_day(_week(session.get_one(Calendar, calendar_id).week)))


def _read(session: Session, window_id: UUID) -> Promise:
    window = session.get_one(Window, window_id)
    calendar = session.get_one(Calendar, window.calendar_id)
    office = office_hours(session, calendar.id)
    always = window.around_the_clock
    working_day = FULL_DAY if always else _longest_day(_week(calendar.week))
    return Promise(
        window_id=window.id,
        calendar_id=window.calendar_id,
        stage=window.stage,
        party=window.party,
        rungs=ladder(
            window.target, tuple(window.reminders), window.manager_after, window.offer_after
        ),
        hours=Schedule.always(calendar.zone) if always else office,
        office=office,
        needs_contact=window.needs_contact,
        restarts=window.restarts_on_reassignment,
        max_pauses=window.max_pauses,
        max_paused=window.max_paused_days * working_day,
        working_day=working_day,
        zone=calendar.zone,
    )


def _schedule(calendar: Calendar) -> Schedule:
    return Schedule(
        calendar.zone,
        _week(calendar.week),
        [date.fromisoformat(day) for day in calendar.holidays],
        {date.fromisoformat(day): _blocks(blocks) for day, blocks in calendar.overrides.items()},
    )


def _week(week: Mapping[str, list[list[str]]]) -> dict[int, Blocks]:
    return {int(day): _blocks(blocks) for day, blocks in week.items()}


def _blocks(blocks: list[list[str]]) -> Blocks:
    return [(start, end) for start, end in blocks]


def _longest_day(week: Mapping[int, Blocks]) -> int:
    return max(
        sum((_seconds(end) - _seconds(start)) % FULL_DAY or FULL_DAY for start, end in blocks)
        for blocks in week.values()
    )


def _seconds(label: str) -> int:
    hours, minutes = label.split(":")
    return int(hours) * 3600 + int(minutes) * 60
