"""Doing what the agenda says, through the use cases people's commands and buttons reach."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session, col, select

from bot.app import Program
from bot.cli.replay.agenda import Intent
from bot.cli.replay.journal import Journal
from bot.cli.replay.stage import REPS
from bot.rules.refusals import Refusal
from bot.usecases.actors import Actor, find_actor
from bot.usecases.leads.attention import acknowledge, pause_lead, snooze
from bot.usecases.leads.closing import close_lead
from bot.usecases.leads.importing import ImportRow, import_leads
from bot.usecases.leads.ownership import accept_lead, assign_lead
from bot.usecases.leads.storing import NewLead
from bot.usecases.leads.touching import log_touch
from models import Assignment, Clock, Lead, Person

Totals = Counter[str]
SYSTEM = "olist"


class Doer:
    """Turns intents into acts of the bot, and writes down those that were not refused."""

    def __init__(self, program: Program, agreement_id: UUID, journal: Journal) -> None:
        self._program, self._agreement_id, self._journal = program, agreement_id, journal
        self._leads: dict[str, UUID] = {}
        self._assignments: Counter[str] = Counter()
        self.totals: Totals = Counter()

    def do(self, intent: Intent) -> None:
        """Do one thing; what the rules refuse (too late, not needed any more) is left undone."""
        doing: Callable[[Intent], None] = getattr(self, f"_{intent.deed.value}")
        try:
            doing(intent)
        except Refusal:
            self.totals[f"{intent.deed} refused"] += 1
            return
        self.totals[intent.deed] += 1
        self._write_assignments(intent)

    def _receive(self, intent: Intent) -> None:
        new = NewLead(
            name=f"Lead {intent.lead.id[:8]}",
            company=f"Company {intent.lead.id[:8]}",
            source=intent.lead.origin or "",
            received_at=intent.at,
            source_system=SYSTEM,
            external_id=intent.lead.id,
        )
        row = ImportRow(0, new, None)
        self._program.act(import_leads, agreement_id=self._agreement_id, rows=[row])
        self._leads[intent.lead.id] = self._program.ask(_lead_id, external_id=intent.lead.id)
        self._say("received", intent, received=intent.at.isoformat())

    def _accept(self, intent: Intent) -> None:
        self._act(accept_lead, intent)
        self._say("accepted", intent)

    def _touch(self, intent: Intent) -> None:
        self._act(log_touch, intent, channel=intent.channel, outcome=intent.outcome)
        self._say("touched", intent)

    def _pause(self, intent: Intent) -> None:
        assert intent.until is not None  # noqa: S101  the agenda draws one
        self._act(pause_lead, intent, reason="simulated", until=intent.until)
        self._say("paused", intent, until=intent.until.isoformat())

    def _snooze(self, intent: Intent) -> None:
        assert intent.until is not None  # noqa: S101  the agenda draws one
        self._act(snooze, intent, until=intent.until)
        self._say("snoozed", intent, until=intent.until.isoformat())

    def _acknowledge(self, intent: Intent) -> None:
        assert intent.until is not None  # noqa: S101  the agenda draws one
        self._act(acknowledge, intent, until=intent.until)
        held = self._program.ask(
            _held_stages, lead_id=self._leads[intent.lead.id], until=intent.until
        )
        self._say("acknowledged", intent, until=intent.until.isoformat(), stages=held)

    def _reassign(self, intent: Intent) -> None:
        to = REPS[intent.number % len(REPS)]
        leader = self._person("lead_sales")
        self._program.act(assign_lead, actor=leader, lead=self._leads[intent.lead.id], to=to)

    def _close(self, intent: Intent) -> None:
        self._act(close_lead, intent, won=True, amount=Decimal(1))
        self._say("closed", intent)

    def _act(self, use_case: Callable[..., object], intent: Intent, **facts: object) -> None:
        lead_id = self._leads[intent.lead.id]
        actor = self._program.ask(_owner, lead_id=lead_id)
        self._program.act(use_case, actor=actor, lead=lead_id, **facts)

    def _person(self, handle: str) -> Actor:
        return self._program.ask(acting, handle=handle)

    def _write_assignments(self, intent: Intent) -> None:
        """The bot decides who owns a lead; the journal takes that as given."""
        given = self._program.ask(_assignments, lead_id=self._leads[intent.lead.id])
        for owner in given[self._assignments[intent.lead.id] :]:
            self._say("assigned", intent, owner=owner)
        self._assignments[intent.lead.id] = len(given)

    def _say(self, kind: str, intent: Intent, **facts: str | list[str]) -> None:
        self._journal.write(kind, intent.lead.id, intent.at, **facts)


def _lead_id(session: Session, *, now: datetime, external_id: str) -> UUID:
    del now
    return session.exec(select(Lead.id).where(Lead.external_id == external_id)).one()


def _owner(session: Session, *, now: datetime, lead_id: UUID) -> Actor:
    lead = session.get_one(Lead, lead_id)
    person = session.get_one(Person, lead.owner_id)
    return find_actor(session, now=now, team_id=person.team_id, slack_id=person.slack_id)


def acting(session: Session, *, now: datetime, handle: str) -> Actor:
    person = session.exec(select(Person).where(Person.handle == handle)).one()
    return find_actor(session, now=now, team_id=person.team_id, slack_id=person.slack_id)


def _held_stages(session: Session, *, now: datetime, lead_id: UUID, until: datetime) -> list[str]:
    del now
    query = select(Clock.stage).where(Clock.lead_id == lead_id, Clock.held_until == until)
    return list(session.exec(query).all())


def _assignments(session: Session, *, now: datetime, lead_id: UUID) -> list[str]:
    del now
    rows = session.exec(
        select(Person.handle)
        .join(Assignment, col(Assignment.owner_id) == col(Person.id))
        .where(Assignment.lead_id == lead_id)
        .order_by(col(Assignment.given_at))
    ).all()
    return list(rows)
