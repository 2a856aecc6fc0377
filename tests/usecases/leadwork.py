"""The words of the lead tests: an agreement's day, told in the times of its own wall clock."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import col, select

from bot.notices.leads import LeadCard
from bot.rules.terms import Channel, Outcome
from bot.usecases.clocks.sweep import advance_due, next_step_at
from bot.usecases.leads.attention import pause_lead
from bot.usecases.leads.ownership import register_lead
from bot.usecases.leads.storing import NewLead
from bot.usecases.leads.touching import log_touch
from bot.usecases.people import SlackPerson, keep_people
from models import Clock, Event, Lead, Outbox, Person, Step
from models.database import Database
from tests.usecases.builders import MONDAY, Cast, acts, make_cast


def local(text: str, *, day: int = 0) -> datetime:
    """Return a moment in the agreement's zone (Bogotá, UTC-5), counted from Monday 2 March."""
    hours, minutes, *seconds = (int(part) for part in text.split(":"))
    since_nine = timedelta(days=day, hours=hours - 9, minutes=minutes)
    return MONDAY + since_nine + timedelta(seconds=seconds[0] if seconds else 0)


class Day:
    """One agreement with its cast, on a real database, with the time in the test's hand."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.now = MONDAY
        with database.writing() as session:
            self.cast: Cast = make_cast(session)

    def lead_arrives(self, company: str = "Acme", *, at: str = "09:00", **facts: object) -> UUID:
        """Marta hands over a lead; return its id."""
        self.until(at)
        new = NewLead(name="Laura Gómez", company=company, **facts)  # type: ignore[arg-type]
        with self.database.writing() as session:
            card = register_lead(
                session,
                now=self.now,
                actor=acts(self.cast.marta),
                agreement_id=self.cast.agreement_id,
                new=new,
            )
        return card.lead.id

    def until(self, at: str, *, day: int = 0) -> None:
        """Let time pass, sweeping at every moment at which something is due."""
        end = local(at, day=day)
        while (due := self._next()) is not None and due <= end:
            self.sweep(at=due)
        self.now = max(self.now, end)

    def sweep(self, *, at: datetime) -> None:
        self.now = max(self.now, at)
        with self.database.writing() as session:
            advance_due(session, now=self.now)

    def touch(
        self,
        by: Person,
        lead: UUID,
        *,
        channel: Channel = Channel.WHATSAPP,
        outcome: Outcome = Outcome.ANSWERED,
        happened: datetime | None = None,
        reason: str = "",
    ) -> LeadCard:
        with self.database.writing() as session:
            return log_touch(
                session,
                now=self.now,
                actor=acts(by),
                lead=lead,
                channel=channel,
                outcome=outcome,
                happened_at=happened,
                reason=reason,
            )

    def pause(self, by: Person, lead: UUID, *, until: datetime) -> LeadCard:
        with self.database.writing() as session:
            return pause_lead(
                session, now=self.now, actor=acts(by), lead=lead, reason="De viaje", until=until
            )

    def leaves(self, person: Person) -> None:
        """Slack says that an account was closed."""
        self._slack_says(person, is_deactivated=True)

    def returns(self, person: Person) -> None:
        """Slack says that an account is open."""
        self._slack_says(person, is_deactivated=False)

    def steps(self, lead: UUID, stage: str = "first_touch") -> list[tuple[str, str]]:
        """Return the ledger of one clock: each step's name and fate, in the order they were due."""
        with self.database.reading() as session:
            rows = session.exec(
                select(Step)
                .join(Clock, col(Clock.id) == col(Step.clock_id))
                .where(Clock.lead_id == lead, Clock.stage == stage)
                .order_by(col(Step.due_at))
            ).all()
            return [(row.step, row.fate) for row in rows]

    def clock(self, lead: UUID, stage: str = "first_touch") -> Clock:
        with self.database.reading() as session:
            query = select(Clock).where(Clock.lead_id == lead, Clock.stage == stage)
            return session.exec(query).one()

    def lead(self, lead: UUID) -> Lead:
        with self.database.reading() as session:
            return session.get_one(Lead, lead)

    def told(self, to: Person | str, notice: str | None = None) -> list[str]:
        """Return the notices owed to somebody, in order."""
        destination = to if isinstance(to, str) else to.slack_id
        with self.database.reading() as session:
            rows = session.exec(
                select(Outbox)
                .where(Outbox.destination == destination, Outbox.operation == "post")
                .order_by(col(Outbox.created_at), col(Outbox.not_before))
            ).all()
            return [row.notice for row in rows if notice in (None, row.notice)]

    def history(self, lead: UUID) -> list[str]:
        with self.database.reading() as session:
            rows = session.exec(
                select(Event)
                .where(Event.subject_id == lead)
                .order_by(col(Event.happened_at), col(Event.sequence))
            ).all()
            return [row.kind for row in rows]

    def _slack_says(self, person: Person, *, is_deactivated: bool) -> None:
        told = SlackPerson(person.slack_id, person.name, is_deactivated=is_deactivated)
        with self.database.writing() as session:
            keep_people(session, now=self.now, team_id=person.team_id, people=[told])

    def _next(self) -> datetime | None:
        with self.database.reading() as session:
            return next_step_at(session)
