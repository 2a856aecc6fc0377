"""Living through the script: every deed goes through the bot, at its own moment."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.app import Program
from bot.cli.demo.cast import BOGOTA, LEADS_AGREEMENT, NORTHWIND_AGREEMENT
from bot.cli.demo.script import AREAS, LEADS, NORTHWIND, SCRIPT, Deed
from bot.intake.setup_file import read_setup
from bot.intake.slack_directory import SlackChannel
from bot.rules.agreement import ChannelFacts
from bot.rules.smart import CommitmentDraft, GoalDraft
from bot.usecases.actors import Actor, find_actor, find_person
from bot.usecases.agreement import set_up_agreement
from bot.usecases.goals import add_goal
from bot.usecases.holidays import national_holidays
from bot.usecases.responsibilities import give_area

MORNING, OPENING = time(8, 0), time(10, 0)
FRIDAY = 4
ONE_DAY = timedelta(days=1)
GOALS = (
    ("carla", LEADS, "Reuniones agendadas", 40, "reuniones", "ana"),
    ("oliver", NORTHWIND, "Qualified meetings", 12, "meetings", "emma"),
)

R = TypeVar("R")


def begins_at(today: date) -> datetime:
    """Return the start of the working day before the day the page opens on."""
    return _bogota(_opening_day(today) - ONE_DAY, MORNING)


def opens_at(today: date) -> datetime:
    """Return the moment the page opens on: ten in the morning of the second of two working days."""
    return _bogota(_opening_day(today), OPENING)


class Story:
    """Tells the bot what people did, at the moments they did it."""

    def __init__(self, program: Program, channels: tuple[SlackChannel, ...]) -> None:
        self._program = program
        self._channels = [ChannelFacts(each.id, each.name, each.is_shared) for each in channels]
        self._agreements: dict[str, UUID] = {}

    def tell(self, until: datetime) -> None:
        """Live through the day before and the morning of ``until``, and stop there."""
        days = _day_in_bogota(self._program.clock.now()), _day_in_bogota(until)
        self._agree()
        self._aim(days)
        for deed in SCRIPT:
            self._program.drain(_bogota(days[deed.day], deed.at))
            self._live(deed, until)
        self._program.drain(until)

    def _agree(self) -> None:
        for written in (NORTHWIND_AGREEMENT, LEADS_AGREEMENT):
            facts = read_setup(written.encode(), channels=self._channels)
            done = self._do(set_up_agreement, "carla", facts=facts)
            self._agreements[facts.name] = done.agreement_id
        here = self._agreements[LEADS]
        for by, area, owner, backup in AREAS:
            self._do(give_area, by, agreement_id=here, area=area, owner=owner, backup=backup)

    def _aim(self, days: tuple[date, date]) -> None:
        for by, agreement, name, target, unit, owner in GOALS:
            draft = GoalDraft(
                name=name,
                target=Decimal(target),
                unit=unit,
                owner=owner,
                starts_on=days[0] - 20 * ONE_DAY,
                ends_on=days[1] + 9 * ONE_DAY,
            )
            self._do(add_goal, by, agreement_id=self._agreements[agreement], draft=draft)

    def _live(self, deed: Deed, opening: datetime) -> None:
        facts = dict(deed.facts)
        draft = facts.get("draft")
        if isinstance(draft, CommitmentDraft) and deed.due is not None:
            facts["draft"] = replace(draft, due_at=opening + timedelta(hours=deed.due))
        self._do(deed.use_case, deed.by, agreement_id=self._agreements[deed.agreement], **facts)

    def _do(self, use_case: Callable[..., R], handle: str, **facts: object) -> R:
        team_id = self._program.team.team_id
        actor = self._program.ask(_actor, team_id=team_id, handle=handle)
        return self._program.act(use_case, actor=actor, **facts)


def _actor(session: Session, *, now: datetime, team_id: str, handle: str) -> Actor:
    person = find_person(session, team_id=team_id, text=handle)
    return find_actor(session, now=now, team_id=team_id, slack_id=person.slack_id)


def _opening_day(today: date) -> date:
    """Return the first day from ``today`` on which Bogotá works as it did the day before."""
    closed = national_holidays("CO", "", language="es", years=(today.year, today.year + 1))
    day = today
    while not all(_works(each, closed) for each in (day - ONE_DAY, day)):
        day += ONE_DAY
    return day


def _works(day: date, closed: Collection[str]) -> bool:
    return day.weekday() <= FRIDAY and day.isoformat() not in closed


def _day_in_bogota(at: datetime) -> date:
    return at.astimezone(ZoneInfo(BOGOTA)).date()


def _bogota(day: date, at: time) -> datetime:
    return datetime.combine(day, at, ZoneInfo(BOGOTA)).astimezone(UTC)
