"""When a person is told of something: by their own hours, quiet hours and summary of the day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.rules.ladder import Timetable
from bot.rules.quiet_hours import Silence, Week, Wishes, openings, reminded_at, told_at
from bot.rules.worktime import epoch_seconds, moment
from bot.usecases.clocks.promises import calendar_of, days_off, office_of
from bot.usecases.outbox.reasons import DAILY
from models import Person, Preference


@dataclass(frozen=True, slots=True)
class ReachedBy:
    """What one person wishes, and the next stretch in which their Slack is silent.

    ``gathers``: their reminders are told together each morning.
    """

    wishes: Wishes
    silence: Silence | None
    gathers: bool = False

    def when(
        self,
        at: datetime,
        office: Timetable,
        closed: Collection[date],
        *,
        closes: int | None,
    ) -> tuple[datetime, str]:
        """Return when they are told what is due ``at``, and the mark of a daily summary.

        ``closes`` is when a reminder loses its sense; anything else, such as a miss, has none: it
        waits for an opening of theirs and for nothing more.
        """
        hours, second = openings(self.wishes, office, closed), epoch_seconds(at)
        if closes is None:
            return moment(told_at(second, hours)), ""
        heard = reminded_at(second, closes, self.wishes, hours, self.silence)
        return moment(heard.at), DAILY if heard.in_digest else ""


def reached_by(session: Session, people: Collection[UUID]) -> dict[str, ReachedBy]:
    """Return, by Slack id, those of the people who wish anything or whose Slack is silent."""
    rows = session.exec(
        select(Preference, Person)
        .join(Person, col(Person.id) == col(Preference.person_id))
        .where(col(Preference.person_id).in_(people))
    ).all()
    return {
        person.slack_id: ReachedBy(
            wishes_of(person.zone, row), _silence(row), row.gathered_at is not None
        )
        for row, person in rows
    }


def reminder_of_agreement(
    session: Session, *, person_id: UUID, agreement_id: UUID, at: datetime, closes: datetime | None
) -> tuple[datetime, str]:
    """Return when one person is told what is due ``at`` under an agreement as it stands."""
    reader = next(iter(reached_by(session, [person_id]).values()), None)
    if reader is None:
        return at, ""
    closed = days_off(session, calendar_of(session, agreement_id).id)
    office = office_of(session, agreement_id)
    until = None if closes is None else epoch_seconds(closes)
    return reader.when(at, office, closed, closes=until)


def wishes_of(zone: str, row: Preference | None) -> Wishes:
    if row is None:
        return Wishes(zone)
    return Wishes(
        zone=zone,
        week=week_of(row.week),
        quiet=(row.quiet_from, row.quiet_to) if row.quiet_from else None,
        digest_at=row.digest_at,
    )


def week_of(stored: dict[str, list[list[str]]]) -> Week:
    days = sorted((int(day), blocks) for day, blocks in stored.items() if blocks)
    return tuple((day, tuple((start, end) for start, end in blocks)) for day, blocks in days)


def _silence(row: Preference) -> Silence | None:
    if row.silent_from is None or row.silent_until is None:
        return None
    return epoch_seconds(row.silent_from), epoch_seconds(row.silent_until)
