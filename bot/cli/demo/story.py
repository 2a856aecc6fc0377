"""What has happened before somebody opens the page: a day of work, lived through the bot."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.app import Program
from bot.cli.demo.cast import BOGOTA, LEADS_AGREEMENT, NORTHWIND_AGREEMENT
from bot.intake.setup_file import read_setup
from bot.intake.slack_directory import SlackChannel
from bot.rules.agreement import ChannelFacts
from bot.rules.smart import CommitmentDraft, GoalDraft
from bot.rules.terms import Channel, Outcome, RejectReason
from bot.usecases.actors import Actor, find_actor, find_person
from bot.usecases.agreement import set_up_agreement
from bot.usecases.commitments import make_commitment
from bot.usecases.goals import add_goal, update_goal
from bot.usecases.leads.ownership import accept_lead, register_lead, reject_lead
from bot.usecases.leads.storing import NewLead
from bot.usecases.leads.touching import log_touch
from bot.usecases.responsibilities import give_area

MORNING = time(8, 0)
DAY = 24 * 60
FRIDAY = 4

R = TypeVar("R")


def begins_at(today: date) -> datetime:
    """Return the start of the working day before the day the page opens on."""
    opening = _working_day(today, 1)
    before = _working_day(opening - timedelta(days=1), -1)
    return _bogota(before, MORNING)


def opens_at(today: date) -> datetime:
    """Return the moment the page opens on: ten in the morning of a working day in Bogotá."""
    return _bogota(_working_day(today, 1), time(10, 0))


class Story:
    """Tells the bot what people did, at the moments they did it."""

    def __init__(self, program: Program, channels: tuple[SlackChannel, ...]) -> None:
        self._program = program
        self._channels = [ChannelFacts(each.id, each.name, each.is_shared) for each in channels]
        self._agreement: UUID | None = None
        self._start = program.clock.now()

    def tell(self, until: datetime) -> None:
        """Live through the day and the morning, and stop at ``until``."""
        self._agree()
        self._promise()
        self._work()
        self._program.drain(until)

    def _agree(self) -> None:
        for written in (NORTHWIND_AGREEMENT, LEADS_AGREEMENT):
            facts = read_setup(written.encode(), channels=self._channels)
            done = self._do(set_up_agreement, "carla", facts=facts)
            self._agreement = done.agreement_id
        areas = {"seo": "sofia", "content": "sofia", "social": "mateo"}
        for area, owner in areas.items():
            self._do(give_area, "marta", agreement_id=self._agreement, area=area, owner=owner)
        self._do(give_area, "carla", agreement_id=self._agreement, area="crm", owner="bruno")

    def _promise(self) -> None:
        today = self._start.astimezone(ZoneInfo(BOGOTA)).date()
        month_end = (today.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        goal = GoalDraft(
            name="MQL del mes",
            target=Decimal(40),
            ends_on=max(month_end, today + timedelta(days=7)),
            unit="MQL",
            starts_on=today.replace(day=1),
            owner="marta",
        )
        self._do(add_goal, "marta", agreement_id=self._agreement, draft=goal)
        self._do(update_goal, "marta", agreement_id=self._agreement, goal=None, amount=Decimal(28))
        draft = CommitmentDraft(
            text="Publicar el caso de éxito de Andina",
            owner="sofia",
            is_checkable=True,
            due_at=self._start + timedelta(days=3, hours=9),
            reason="Ventas lo pide en cada primera llamada",
        )
        self._do(make_commitment, "sofia", agreement_id=self._agreement, draft=draft)

    def _work(self) -> None:
        for deed in _DAY:
            self._program.drain(self._start + timedelta(minutes=deed.minutes))
            deed.do(self, deed.by, **deed.facts)

    def arrives(self, by: str, *, name: str, company: str, source: str, score: int) -> None:
        new = NewLead(
            name=name,
            company=company,
            source=source,
            score=score,
            email=f"{name.split(maxsplit=1)[0].casefold()}@{company.split(maxsplit=1)[0].casefold()}.example",
            phone="+573001234567",
        )
        self._do(register_lead, by, agreement_id=self._agreement, new=new)

    def touches(self, by: str, *, company: str, channel: Channel, outcome: Outcome) -> None:
        self._do(
            log_touch,
            by,
            agreement_id=self._agreement,
            lead=company,
            channel=channel,
            outcome=outcome,
        )

    def accepts(self, by: str, *, company: str) -> None:
        self._do(accept_lead, by, agreement_id=self._agreement, lead=company)

    def rejects(self, by: str, *, company: str) -> None:
        self._do(
            reject_lead,
            by,
            agreement_id=self._agreement,
            lead=company,
            reason=RejectReason.NOT_A_FIT,
            note="Busca un proveedor de impresión, no una agencia",
        )

    def _do(self, use_case: Callable[..., R], handle: str, **facts: object) -> R:
        team_id = self._program.team.team_id
        actor = self._program.ask(_actor, team_id=team_id, handle=handle)
        return self._program.act(use_case, actor=actor, **facts)


def _actor(session: Session, *, now: datetime, team_id: str, handle: str) -> Actor:
    person = find_person(session, team_id=team_id, text=handle)
    return find_actor(session, now=now, team_id=team_id, slack_id=person.slack_id)


def _working_day(day: date, step: int) -> date:
    while day.weekday() > FRIDAY:
        day += timedelta(days=step)
    return day


def _bogota(day: date, at: time) -> datetime:
    return datetime.combine(day, at, ZoneInfo(BOGOTA)).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Deed:
    """Something somebody did, ``minutes`` after the story began at eight in the morning."""

    minutes: int
    by: str
    do: Callable[..., None]
    facts: Mapping[str, object]


def _lead(minutes: int, name: str, company: str, source: str, score: int) -> Deed:
    facts = {"name": name, "company": company, "source": source, "score": score}
    return Deed(minutes, "sofia", Story.arrives, facts)


def _touch(minutes: int, by: str, company: str, channel: Channel, outcome: Outcome) -> Deed:
    facts = {"company": company, "channel": channel, "outcome": outcome}
    return Deed(minutes, by, Story.touches, facts)


_DAY = (
    _lead(20, "Laura Peña", "Andina Foods", "Google Ads", 82),
    _lead(35, "Jorge Salas", "Salas Hermanos", "Webinar", 64),
    _touch(70, "ana", "Andina Foods", Channel.CALL, Outcome.ANSWERED),
    _lead(95, "Paula Ortiz", "Clínica del Norte", "Referido", 91),
    Deed(110, "ines", Story.accepts, {"company": "Clínica del Norte"}),
    _touch(150, "bruno", "Salas Hermanos", Channel.EMAIL, Outcome.SENT),
    _lead(400, "Diego Luna", "Luna Textil", "LinkedIn", 47),
    Deed(430, "ana", Story.rejects, {"company": "Luna Textil"}),
    _lead(540, "Camila Rojas", "Constructora Rojas & Asociados", "Google Ads", 73),
    _lead(DAY + 5, "Andrés Mora", "Mora Logística", "Formulario web", 58),
    _lead(DAY + 40, "Valentina Cruz", "Café Cruz", "Instagram", 66),
    _touch(DAY + 60, "ines", "Clínica del Norte", Channel.WHATSAPP, Outcome.ANSWERED),
)
