"""A post office for tests: a workspace, a database, a sender, and a clock wound by hand."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
from sqlmodel import col, select

from bot.clock import WoundClock
from bot.delivery.client import SlackClient
from bot.delivery.lines import certificates
from bot.delivery.sender import Sender
from bot.delivery.timings import Timings
from bot.notices.leads import FlaggedLead, LeadFacts, MissesFlagged, WindowMissed
from bot.sandbox import Seed, SeedChannel, SeedPerson, Workspace
from bot.usecases.outbox import enqueue
from models import Lead, Outbox, Role
from models.database import Database
from tests.usecases.builders import (
    MONDAY,
    make_agreement,
    make_lead,
    make_member,
    make_person,
    make_workspace,
)

TEAM = "T0LOCAL"
ANA, BRUNO, CARLA, ALBA = "U0ANA", "U0BRUNO", "U0CARLA", "U0ALBA"
VENTAS, EQUIPO = "C0VENTAS", "C0EQUIPO"
SEED = Seed(
    people=(
        SeedPerson("ana", "Ana", locale="es-LA"),
        SeedPerson("bruno", "Bruno"),
        SeedPerson("carla", "Carla"),
        SeedPerson("alba", "Alba", admin=True),
    ),
    channels=(SeedChannel("ventas", ("ana", "carla")), SeedChannel("equipo", ("ana",))),
    team_id=TEAM,
)
IMPATIENT = Timings(timeout=0.3)
"""Socket timeouts run on real time; nobody waits ten seconds for one in a test."""


class Office:
    """Ana owns leads, Bruno is her colleague, Carla leads sales, Alba administers the bot."""

    def __init__(self, database: Database, timings: Timings = IMPATIENT) -> None:
        self.database = database
        self.clock = WoundClock(MONDAY, speed=0)
        self.workspace = Workspace(SEED, now=self.clock.now, elapsed=self.clock.elapsed)
        self.workspace.start()
        control = f"{self.workspace.page_url}_control"
        self._control = httpx.Client(base_url=control, verify=certificates())
        self._staff()
        self.timings = timings
        self.client = SlackClient(
            self.workspace.bot_token, base_url=self.workspace.api_url, timeout=timings.timeout
        )
        self.sender = self.new_sender()
        self.sender.take_lock()

    def new_sender(self, database: Database | None = None) -> Sender:
        return Sender(
            database or self.database, self.client, self.clock, team_id=TEAM, timings=self.timings
        )

    def close(self) -> None:
        self.sender.release()
        self.client.close()
        self._control.close()
        self.workspace.stop()

    def owe(self, notice: object, to: str = ANA, **about: Any) -> UUID:
        """Owe a message now and return its id."""
        key = about.pop("key", uuid4().hex)
        with self.database.writing() as session:
            found = enqueue(
                session, now=self.clock.now(), team_id=TEAM, key=key, to=to, notice=notice, **about
            )
        assert found is not None
        return found

    def until(self, to: datetime) -> None:
        """Let time pass until ``to``, doing everything at the moment it is due."""
        self.sender.deliver(self.clock.now())
        while (due := self.sender.next_due()) is not None and due <= to:
            self.clock.set(due)
            self.sender.deliver(self.clock.now())
        self.clock.set(to)

    def later(self, **span: float) -> None:
        self.until(self.clock.now() + timedelta(**span))

    def fault(self, method: str, kind: str, **extra: Any) -> None:
        answer = self._control.post("/faults", json={"method": method, "kind": kind, **extra})
        assert answer.status_code == 200, answer.text

    def no_faults(self) -> None:
        self._control.delete("/faults")

    def change(self, **what: Any) -> None:
        answer = self._control.post("/change", json=what)
        assert answer.status_code == 200, answer.text

    def messages(self, channel: str) -> list[dict[str, Any]]:
        """What stands in a channel, or in the conversation of ``@ana`` with the bot."""
        answer = self._control.get("/messages", params={"channel": channel})
        assert answer.status_code == 200, answer.text
        found: list[dict[str, Any]] = answer.json()["messages"]
        return [message for message in found if message.get("bot_id")]

    def texts(self, channel: str) -> list[str]:
        return [message["text"] for message in self.messages(channel)]

    def calls(self, method: str) -> list[dict[str, Any]]:
        """Every call of a method, in order."""
        entries = self._control.get("/traffic", params={"limit": 5000}).json()["entries"]
        return [entry for entry in entries if entry["method"] == method]

    def row(self, post_id: UUID) -> Outbox:
        with self.database.reading() as session:
            return session.get_one(Outbox, post_id)

    def rows(self, notice: str) -> list[Outbox]:
        with self.database.reading() as session:
            query = select(Outbox).where(Outbox.notice == notice)
            return list(session.exec(query.order_by(col(Outbox.created_at))).all())

    def states(self) -> Counter[str]:
        with self.database.reading() as session:
            return Counter(session.exec(select(Outbox.state)).all())

    def lead(self, company: str, **about: Any) -> Lead:
        """A lead of Ana's in the database."""
        with self.database.writing() as session:
            return make_lead(
                session, self.agreement, owner=self.ana, company=company, name=company, **about
            )

    def _staff(self) -> None:
        with self.database.writing() as session:
            make_workspace(session, TEAM)
            people = [
                make_person(session, name, team_id=TEAM, slack_id=f"U0{name.upper()}", **about)
                for name, about in (("Ana", {}), ("Bruno", {}), ("Carla", {}), ("Alba", ADMIN))
            ]
            self.ana, self.bruno, self.carla, self.alba = people
            self.agreement = make_agreement(
                session, self.alba, channel_id=VENTAS, celebration_channel_id=EQUIPO
            )
            for person, role in ((self.ana, Role.MEMBER), (self.carla, Role.LEAD)):
                make_member(session, self.agreement, person, "sales", role)


ADMIN: dict[str, Any] = {"is_admin": True}


@contextmanager
def opened_office(database: Database, timings: Timings = IMPATIENT) -> Iterator[Office]:
    office = Office(database, timings)
    yield office
    office.close()


def lead_facts(company: str, lead_id: UUID | None = None) -> LeadFacts:
    return LeadFacts(lead_id or uuid4(), f"L-{company[:4].upper()}", company, company, "web", "", 7)


def missed(company: str, lead_id: UUID | None = None) -> WindowMissed:
    """A message of the plainest kind."""
    return WindowMissed(lead_facts(company, lead_id), "first_touch", MONDAY)


def flag(company: str, lead_id: UUID | None = None) -> MissesFlagged:
    lead = lead_facts(company, lead_id)
    line = FlaggedLead(lead.id, lead.public_id, lead.company, "first_touch", None)
    return MissesFlagged("Leads", (line,))
