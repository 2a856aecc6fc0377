"""The words of the reminder tests: mornings on which those who let them pass hear of the day."""

from datetime import datetime

from bot.usecases.planned import plan
from bot.usecases.reminders import KIND, mind_reminders
from models import Person, Preference
from tests.usecases.leadwork import local
from tests.usecases.leave import Leave


class Morning(Leave):
    """A day of which some hear together, in a list made on Tuesday at nine."""

    def gathers(self, person: Person) -> None:
        """Have somebody's reminders told together from Monday on."""
        with self.database.writing() as session:
            session.add(Preference(person_id=person.id, gathered_at=local("09:00")))
            plan(
                session,
                kind=KIND,
                subject_id=self.cast.agreement_id,
                agreement_id=self.cast.agreement_id,
                at=local("09:00", day=1),
            )

    def minds_reminders(self, at: datetime) -> datetime:
        """Have the agreement's reminders minded; return when they are to be again."""
        with self.database.writing() as session:
            return mind_reminders(session, at, self.cast.agreement_id)
