"""Milliseconds for storing and routing a lead, the totals and the list, by how many leads are open.

Beside each stands the naive way of the same answer, asked in the same run: reading all open leads
to find one again, counting their clocks, sorting them all. The best turn counts.
"""

import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from sqlalchemy import insert
from sqlmodel import Session, SQLModel, col, select

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bot.usecases.clocks import tally  # noqa: E402  the path has to be set first
from bot.usecases.clocks.promises import Promise, promises_of  # noqa: E402  as above
from bot.usecases.leads.listing import list_leads  # noqa: E402  as above
from bot.usecases.leads.storing import NewLead, store_lead  # noqa: E402  as above
from bot.usecases.status import status  # noqa: E402  as above
from models import Agreement, Assignment, Clock, Lead, Turn  # noqa: E402  as above
from models.database import Database  # noqa: E402  as above
from tests.usecases.builders import MONDAY, Cast, acts, make_cast  # noqa: E402  as above

SIZES = (1_000, 50_000)
TURNS = 10
NOW = MONDAY + timedelta(hours=1)
Deed = Callable[[Session], object]


def main() -> None:
    print(f"{'deed':<16}{'open leads':>12}{'this ms':>12}{'naive ms':>12}{'times':>10}")
    for size in SIZES:
        with TemporaryDirectory() as folder:
            database = Database(f"sqlite:///{folder}/bench.db", durable=False)
            database.migrate()
            with database.writing() as session:
                cast = make_cast(session)
                fill(session, cast, size)
            for name, (ours, naive) in deeds(cast).items():
                mine, theirs = paired(database, ours, naive)
                times = theirs / mine
                print(f"{name:<16}{size:>12,}{mine:>12.2f}{theirs:>12.2f}{times:>10.1f}")
            database.close()


def deeds(cast: Cast) -> dict[str, tuple[Deed, Deed]]:
    """Return name → our way and the naive way."""
    agreement_id, carla = cast.agreement_id, acts(cast.carla)

    def store(session: Session) -> object:
        agreement = session.get_one(Agreement, agreement_id)
        new = NewLead(name="New", company=uuid4().hex, email=f"{uuid4().hex}@new.example")
        return store_lead(session, now=NOW, agreement=agreement, new=new, by=cast.marta.id)

    def find_among_all(session: Session) -> object:
        every = session.exec(select(Lead.email).where(Lead.agreement_id == agreement_id))
        return [email for email in every if email == "nobody@new.example"]

    def totals(session: Session) -> object:
        return status(session, now=NOW, actor=carla, agreement_id=agreement_id)

    def count_all(session: Session) -> object:
        of_all = select(Clock.stage, Clock.state, Clock.due_at)
        clocks = session.exec(of_all.where(Clock.agreement_id == agreement_id))
        return Counter((stage, state, due_at is None) for stage, state, due_at in clocks)

    def first_page(session: Session) -> object:
        return list_leads(session, now=NOW, actor=carla, agreement_id=agreement_id)

    def sort_all(session: Session) -> object:
        of_all = select(Lead, Clock.due_at).join(Clock, col(Clock.lead_id) == col(Lead.id))
        every = session.exec(of_all.where(Lead.agreement_id == agreement_id)).all()
        return sorted(every, key=lambda each: each[1] or NOW)[:20]

    return {
        "store and route": (store, find_among_all),
        "/sla status": (totals, count_all),
        "/sla leads": (first_page, sort_all),
    }


def paired(database: Database, ours: Deed, naive: Deed) -> tuple[float, float]:
    mine = [milliseconds(database, ours) for _ in range(TURNS)]
    return min(mine), min(milliseconds(database, naive) for _ in range(2))


def milliseconds(database: Database, deed: Deed) -> float:
    start = time.perf_counter()
    with database.writing() as session:
        deed(session)
    return (time.perf_counter() - start) * 1000


def fill(session: Session, cast: Cast, size: int) -> None:
    """Have ``size`` leads open, given to the two reps in turn today, each with its clock."""
    agreement = cast.agreement
    promised = promises_of(session, agreement.id, agreement.version)["first_touch"]
    lead, clock = a_lead(cast), a_clock(cast, promised)
    turn = Turn(clock_id=cast.ana.id, generation=0, number=0, started_at=MONDAY).model_dump()
    assignment = Assignment(lead_id=cast.ana.id, given_at=MONDAY, reason="rota").model_dump()
    rows: dict[type[SQLModel], list[dict[str, object]]] = defaultdict(list)
    for number in range(size):
        lead_id, clock_id, owner = uuid4(), uuid4(), (cast.ana, cast.bruno)[number % 2].id
        # Due one after the other over a week, the first an hour and a half from now.
        due = {"due_at": NOW + timedelta(seconds=5400 + number * 604_800 // size)}
        known = {
            "public_id": f"L-B{number}",
            "company_key": f"company {number}",
            "email": f"lead{number}@open.example",
        }
        rows[Lead].append({**lead, **known, "id": lead_id, "owner_id": owner})
        rows[Clock].append({**clock, **due, "id": clock_id, "lead_id": lead_id, "owner_id": owner})
        rows[Turn].append({**turn, "id": uuid4(), "clock_id": clock_id, "person_id": owner})
        rows[Assignment].append(
            {**assignment, "id": uuid4(), "lead_id": lead_id, "owner_id": owner}
        )
    for table in (Lead, Clock, Turn, Assignment):
        session.connection().execute(insert(table), rows[table])
    tally.count_lead(session, agreement.id, is_open=size)


def a_lead(cast: Cast) -> dict[str, object]:
    return Lead(
        team_id=cast.agreement.team_id,
        agreement_id=cast.agreement_id,
        public_id="",
        name="Laura Gómez",
        company="Acme",
        stage="accepted",
        created_at=MONDAY,
        received_at=MONDAY,
        stored_at=MONDAY,
        assigned_at=MONDAY,
        accepted_at=MONDAY,
    ).model_dump()


def a_clock(cast: Cast, promised: Promise) -> dict[str, object]:
    return Clock(
        agreement_id=cast.agreement_id,
        lead_id=cast.ana.id,
        window_id=promised.window_id,
        stage=promised.stage,
        state="running",
        target=promised.rungs.target,
        started_at=MONDAY,
        last_started_at=MONDAY,
        turn_started_at=MONDAY,
    ).model_dump()


if __name__ == "__main__":
    main()
