"""The words of the request tests: a day on which people ask areas for things."""

from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices import KINDS, wire
from bot.notices.requests import RequestCard
from bot.rules.requests import RequestKind
from bot.rules.terms import EITHER_SIDE
from bot.usecases.requests.answering import acknowledge_request, answer_request
from bot.usecases.requests.asking_again import reopen_request, withdraw_request
from bot.usecases.requests.filing import RequestDraft, file_request
from bot.usecases.requests.listing import list_requests
from bot.usecases.requests.passing import pass_request
from bot.usecases.responsibilities import give_area
from models import Clock, Outbox, Person, Request, Step, Turn
from models.database import Database
from tests.usecases.areas import make_areas
from tests.usecases.builders import HOUR, acts, make_window
from tests.usecases.leadwork import Day
from tests.usecases.told import told

Fact = TypeVar("Fact")

WINDOWS = {"urgent_request": 2 * HOUR, "request": 4 * HOUR}


class RequestDay(Day):
    """Mateo answers for SEO, Ana for what is urgent; two hours for the urgent, four for the rest.

    Nobody answers for the CRM yet.
    """

    def __init__(self, database: Database, windows: dict[str, int] | None = None) -> None:
        super().__init__(database)
        with database.writing() as session:
            for stage, target in (WINDOWS if windows is None else windows).items():
                window = make_window(session, self.cast.calendar, stage, target=target)
                window.party = EITHER_SIDE
            make_areas(session, self.cast.agreement, seo=self.cast.mateo, urgent=self.cast.ana)

    def gives(self, by: Person, area: str, owner: str, backup: str | None = None) -> None:
        with self.database.writing() as session:
            give_area(
                session,
                now=self.now,
                actor=acts(by),
                agreement_id=self.cast.agreement_id,
                area=area,
                owner=owner,
                backup=backup,
            )

    def asks(
        self,
        by: Person,
        text: str = "¿Qué palabras buscan?",
        *,
        area: str = "seo",
        kind: RequestKind = RequestKind.INFORMATION,
        client: str = "",
        channel: str = "",
        thread: str = "",
    ) -> UUID:
        """Have somebody file a request; return its id."""
        draft = RequestDraft(text, area, kind, client, channel, thread)
        with self.database.writing() as session:
            card = file_request(
                session,
                now=self.now,
                actor=acts(by),
                agreement_id=self.cast.agreement_id,
                draft=draft,
            )
        return card.request.id

    def answers(self, by: Person, request: UUID | str, text: str = "Estas.") -> RequestCard:
        with self.database.writing() as session:
            return answer_request(
                session,
                now=self.now,
                actor=acts(by),
                agreement_id=self.cast.agreement_id,
                request=request,
                text=text,
            )

    def acknowledges(self, by: Person, request: UUID, until: datetime) -> RequestCard:
        with self.database.writing() as session:
            return acknowledge_request(
                session, now=self.now, actor=acts(by), request=request, until=until
            )

    def passes(self, by: Person, request: UUID, to: str | UUID) -> RequestCard:
        with self.database.writing() as session:
            return pass_request(session, now=self.now, actor=acts(by), request=request, to=to)

    def withdraws(self, by: Person, request: UUID) -> RequestCard:
        with self.database.writing() as session:
            return withdraw_request(session, now=self.now, actor=acts(by), request=request)

    def reopens(self, by: Person, request: UUID, why: str = "Faltan las de marca.") -> RequestCard:
        with self.database.writing() as session:
            return reopen_request(session, now=self.now, actor=acts(by), request=request, why=why)

    def clock_for(self, request: UUID) -> Clock:
        with self.database.reading() as session:
            return session.exec(select(Clock).where(Clock.request_id == request)).one()

    def has_no_clock(self, request: UUID) -> bool:
        with self.database.reading() as session:
            return session.exec(select(Clock).where(Clock.request_id == request)).first() is None

    def steps_of(self, request: UUID) -> list[tuple[str, datetime]]:
        """Return the ledger of a request's clock, in the order the steps were due."""
        with self.database.reading() as session:
            rows = session.exec(
                select(Step)
                .join(Clock, col(Clock.id) == col(Step.clock_id))
                .where(Clock.request_id == request)
                .order_by(col(Step.due_at))
            ).all()
            return [(row.step, row.due_at) for row in rows]

    def turns_of(self, request: UUID) -> list[tuple[str | None, int | None, str | None]]:
        """Return whose turns a request's clock had, the seconds each used up, and what of it."""
        with self.database.reading() as session:
            rows = session.exec(
                select(Person.name, Turn.consumed, Turn.outcome)
                .select_from(Turn)
                .join(Clock, col(Clock.id) == col(Turn.clock_id))
                .join(Person, col(Person.id) == col(Turn.person_id), isouter=True)
                .where(Clock.request_id == request)
                .order_by(col(Turn.number))
            ).all()
            return [(name, consumed, outcome) for name, consumed, outcome in rows]

    def read_by(self, to: Person | str) -> list[object]:
        """Return what is owed to somebody, as the facts they will read."""
        destination = to if isinstance(to, str) else to.slack_id
        with self.database.reading() as session:
            return told(session, destination)

    def only(self, to: Person | str, kind: type[Fact]) -> Fact:
        """Return the one fact of a kind owed to somebody."""
        (found,) = [each for each in self.read_by(to) if isinstance(each, kind)]
        return found

    def asks_for_id(self, by: Person) -> str:
        """Have somebody file a request; return its short id."""
        asked = self.asks(by)
        with self.database.reading() as session:
            return session.get_one(Request, asked).public_id

    def listed(self, to: Person) -> tuple[list[UUID], list[UUID], list[UUID], int]:
        with self.database.reading() as session:
            found = list_requests(
                session, now=self.now, actor=acts(to), agreement_id=self.cast.agreement_id
            )
        parts = (found.to_answer, found.asked, found.late)
        mine, asked, late = ([each.id for each in part] for part in parts)
        return mine, asked, late, found.open

    def goes_out(self, to: Person, notice: str) -> list[datetime]:
        """Return when messages of a kind may leave."""
        return [row.not_before for row in self._posts(to.slack_id) if row.notice == notice]

    def threads(self, channel: str) -> list[str | None]:
        """Return under which message each post of a channel goes."""
        return [row.thread for row in self._posts(channel)]

    def replies_to(self, channel: str, notice: str) -> str:
        """Return the kind of post that a reply waits for."""
        (reply,) = [row for row in self._posts(channel) if row.notice == notice]
        with self.database.reading() as session:
            return session.get_one(Outbox, reply.replies_to).notice

    def all_sent(self) -> None:
        """Have Slack take everything owed so far."""
        with self.database.writing() as session:
            owed = select(Outbox).where(Outbox.state == "PENDING", Outbox.operation == "post")
            for row in session.exec(owed).all():
                row.state, row.sent_at, row.channel = "SENT", self.now, row.destination
                row.ts = f"{row.created_at.timestamp():.0f}.{row.id.int % 1_000_000:06}"

    def now_says(self, to: Person | str) -> list[object]:
        """Return what the messages that stand with somebody say once their rewrites are made."""
        destination = to if isinstance(to, str) else to.slack_id
        sent = [row for row in self._posts(destination) if row.state == "SENT"]
        with self.database.reading() as session:
            return [_latest(session, row) for row in sent]

    def _posts(self, destination: str) -> list[Outbox]:
        with self.database.reading() as session:
            query = select(Outbox).where(
                Outbox.destination == destination,
                Outbox.operation == "post",
                Outbox.subject == "request",
            )
            ordered = query.order_by(col(Outbox.created_at), col(Outbox.notice).desc())
            return list(session.exec(ordered).all())


def _latest(session: Session, post: Outbox) -> object:
    query = select(Outbox).where(Outbox.updates == post.id, Outbox.state == "PENDING")
    row = session.exec(query).one_or_none() or post
    return wire.load(KINDS[row.notice], row.facts)
