"""The words of the absence tests: an agreement's day in which people go away and come back."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select, update

from bot.notices.absence import AbsenceCancelled, AbsenceFacts, AbsenceOver, AbsenceSet
from bot.rules.absence import Stretch
from bot.usecases.absence import answer_cover, end_absence, set_absence
from bot.usecases.occasions import fire_due_occasions, next_occasion_at
from models import Absence, Outbox, Person, PostState, Window
from tests.usecases.builders import acts
from tests.usecases.leadwork import Day, local
from tests.usecases.told import kinds_told, standing, told


class Leave(Day):
    """A day whose occasions come due as well."""

    def wants_contact(self) -> "Leave":
        """Have an attempt not end the wait for the first follow-up."""
        with self.database.writing() as session:
            for window in session.exec(select(Window)).all():
                window.needs_contact = True
        return self

    def away(
        self,
        person: Person,
        *,
        start: datetime | None = None,
        end: datetime | None = None,
        cover: Person | None = None,
        by: Person | None = None,
    ) -> AbsenceSet:
        """Register an absence, from now until Friday's end if nothing else is said."""
        with self.database.writing() as session:
            return set_absence(
                session,
                now=self.now,
                actor=acts(by or person),
                agreement_id=self.cast.agreement_id,
                wanted=Stretch(start or self.now, end or local("24:00", day=4)),
                person=person.slack_id,
                cover=cover.slack_id if cover else "",
            )

    def covered(
        self, person: Person, cover: Person, *, start: datetime | None = None
    ) -> AbsenceFacts:
        """An absence whose cover said yes."""
        asked = self.away(person, cover=cover, start=start)
        return self.says_whether(cover, asked.absence.id, accepts=True)

    def says_whether(self, cover: Person, absence_id: UUID, *, accepts: bool) -> AbsenceFacts:
        with self.database.writing() as session:
            return answer_cover(
                session,
                now=self.now,
                actor=acts(cover),
                absence_id=absence_id,
                accepts=accepts,
            )

    def back(self, person: Person, *, by: Person | None = None) -> AbsenceOver | AbsenceCancelled:
        with self.database.writing() as session:
            return end_absence(
                session,
                now=self.now,
                actor=acts(by or person),
                agreement_id=self.cast.agreement_id,
                person=person.slack_id if by else "",
            )

    def sweep(self, *, at: datetime) -> None:
        super().sweep(at=at)
        with self.database.writing() as session:
            fire_due_occasions(session, now=self.now, limit=100)

    def absences(self, person: Person) -> list[Absence]:
        with self.database.reading() as session:
            query = select(Absence).where(Absence.person_id == person.id)
            return list(session.exec(query).all())

    def heard(self, person: Person) -> list[str]:
        with self.database.reading() as session:
            return kinds_told(session, person.slack_id)

    def read(self, person: Person, kind: str) -> list[object]:
        with self.database.reading() as session:
            every = told(session, person.slack_id)
        return [notice for notice in every if type(notice).__name__ == kind]

    def delivered(self) -> None:
        """Have everything that is owed by now stand in Slack."""
        sent = {"state": PostState.SENT, "sent_at": self.now}
        owed = (col(Outbox.state) == PostState.PENDING, col(Outbox.not_before) <= self.now)
        with self.database.writing() as session:
            session.execute(update(Outbox).where(*owed).values(sent))

    def stands(self, person: Person) -> list[object]:
        """Return what somebody's messages say now, the first of them first."""
        with self.database.reading() as session:
            return standing(session, person.slack_id)

    def _next(self) -> datetime | None:
        with self.database.reading() as session:
            found = [super()._next(), _occasion(session)]
        return min((at for at in found if at is not None), default=None)


def _occasion(session: Session) -> datetime | None:
    return next_occasion_at(session)
