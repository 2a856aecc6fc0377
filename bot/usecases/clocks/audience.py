"""The people and things a page of due clocks concerns, read once per page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row as Fetched
from sqlmodel import Session, col, select

from bot.notices.leads import LeadFacts
from bot.notices.people import PersonRef
from bot.notices.requests import RequestFacts
from bot.usecases.actors import leads_of, ref_of
from bot.usecases.clocks.morning_lists import MorningLists
from bot.usecases.clocks.promises import Promise, days_off
from bot.usecases.hearing import ReachedBy, reached_by
from bot.usecases.leads.rota import candidates_of
from bot.usecases.requests.facts import many_facts
from bot.usecases.requests.team import able_of
from bot.usecases.standing import covers_at, here_or_covered, line_in
from models import Agreement, Person


@dataclass(frozen=True, slots=True)
class About:
    """What a clock runs for, as the history and the outbox name it and people are told of it."""

    kind: str
    id: UUID
    team_id: str
    facts: LeadFacts | RequestFacts


class Audience:
    """The people a page of clocks concerns, read once per page."""

    def __init__(self, session: Session, now: datetime) -> None:
        self._session = session
        self._now = now
        self._covers = covers_at(session, now)
        self._lines: dict[tuple[UUID, UUID], UUID] = {}
        self._people: dict[UUID, PersonRef] = {}
        self._wishes: dict[str, ReachedBy] = {}
        self._agreements: dict[UUID, Agreement] = {}
        self._leads: dict[tuple[UUID, str], list[PersonRef]] = {}
        self._candidates: dict[UUID, tuple[PersonRef, ...]] = {}
        self._requests: dict[UUID, RequestFacts] = {}
        self._lists = MorningLists(session)

    def learn(self, rows: Iterable[Fetched[Any]]) -> None:
        """Read the owners of all rows, and who stands in for them; the requests in a few more."""
        owners = {each for row in rows for each in (row.owner_id, row.lead_owner_id) if each}
        if owners:
            wanted = owners | {cover for cover in self._covers.values() if cover}
            people = self._session.exec(select(Person).where(col(Person.id).in_(wanted)))
            self._people.update((each.id, ref_of(each)) for each in people.all())
            self._wishes.update(reached_by(self._session, wanted))
        asked = {row.request_id for row in rows if row.request_id is not None}
        if asked:
            self._requests.update(many_facts(self._session, asked))

    def about(self, row: Fetched[Any]) -> About:
        """Return what the clock of a row runs for."""
        if row.request_id is None:
            return About("lead", row.lead_id, row.team_id, lead_facts(row))
        team_id = self.agreement(row.agreement_id).team_id
        return About("request", row.request_id, team_id, self.request(row))

    def request(self, row: Fetched[Any]) -> RequestFacts:
        return self._requests[row.request_id]

    def owner(self, row: Fetched[Any]) -> PersonRef | None:
        return self._people.get(row.owner_id if row.lead_id is None else row.lead_owner_id)

    def reader(self, row: Fetched[Any]) -> PersonRef | None:
        """Return who is told: whoever has the turn, or stands in for them at this moment."""
        if row.owner_id not in self._covers:
            return self._people.get(row.owner_id)
        key = (row.agreement_id, row.owner_id)
        if key not in self._lines:
            *_, last = line_in(self._session, self._covers, row.owner_id, row.agreement_id)
            self._lines[key] = last
        return self._people.get(self._lines[key])

    def agreement(self, agreement_id: UUID) -> Agreement:
        if agreement_id not in self._agreements:
            self._agreements[agreement_id] = self._session.get_one(Agreement, agreement_id)
        return self._agreements[agreement_id]

    def leads_of(self, agreement_id: UUID, party: str) -> list[PersonRef]:
        """Return those who speak for a side: what it owes escalates to them, never to the other."""
        if (agreement_id, party) not in self._leads:
            people = here_or_covered(
                self._session,
                now=self._now,
                people=leads_of(self._session, agreement_id, party),
                agreement_id=agreement_id,
            )
            self._leads[agreement_id, party] = [ref_of(person) for person in people]
            self._wishes.update(reached_by(self._session, {person.id for person in people}))
        return self._leads[agreement_id, party]

    def hears(
        self, to: str, promised: Promise, at: datetime, *, closes: int | None
    ) -> tuple[datetime, str]:
        """Return when a reader is told what is due ``at``, and the mark of a daily summary.

        ``closes`` is when a reminder loses its sense; what is no reminder has none.
        """
        reader = self._wishes.get(to)
        if reader is None:
            return at, ""
        closed = days_off(self._session, promised.calendar_id)
        return reader.when(at, promised.office, closed, closes=closes)

    def gathers(self, person: PersonRef | None) -> bool:
        """Say whether somebody's reminders are told together each morning."""
        reached = None if person is None else self._wishes.get(person.slack_id)
        return reached is not None and reached.gathers

    def hears_in_a_list(self, row: Fetched[Any]) -> bool:
        """Say whether the list of a morning tells a clock's reader what its reminders would."""
        reader = self.reader(row)
        return (
            reader is not None
            and self.gathers(reader)
            and self._lists.tell_of(row, reader.slack_id)
        )

    def candidates(self, agreement_id: UUID) -> tuple[PersonRef, ...]:
        if agreement_id not in self._candidates:
            self._candidates[agreement_id] = candidates_of(
                self._session, agreement_id=agreement_id, now=self._now
            )
        return self._candidates[agreement_id]

    def able(self, agreement_id: UUID, party: str) -> tuple[PersonRef, ...]:
        """Return the people of a side who are here."""
        return able_of(self._session, now=self._now, agreement_id=agreement_id, party=party)


def lead_facts(row: Fetched[Any]) -> LeadFacts:
    """Return a lead as it is named to people, from a clock's row joined with its lead."""
    return LeadFacts(
        id=row.lead_id,
        public_id=row.public_id,
        name=row.name,
        company=row.company,
        source=row.source,
        segment=row.segment,
        score=row.score,
    )
