"""Reminders and misses reach a person when they want to hear, and never too late to be of use."""

from datetime import datetime
from typing import Any

import pytest
from sqlmodel import col, select

from bot.usecases.commitments import commitment_due
from bot.usecases.outbox.reasons import DAILY
from bot.usecases.people import keep_silences
from models import Commitment, Outbox, Person, Preference, Window
from models.database import Database
from tests.usecases.builders import HOUR
from tests.usecases.leadwork import Day, local

LATE_SHIFT = {str(day): [["12:30", "20:00"]] for day in range(5)}


@pytest.fixture
def day(database: Database) -> Day:
    return Day(database)


def wishes(day: Day, person: Person, **wished: Any) -> None:
    with day.database.writing() as session:
        session.add(Preference(person_id=person.id, **wished))


def leaving(day: Day, to: Person | str, notice: str) -> list[tuple[datetime, str]]:
    """Return when messages of a kind leave for somebody, and how they are marked."""
    destination = to if isinstance(to, str) else to.slack_id
    with day.database.reading() as session:
        rows = session.exec(
            select(Outbox)
            .where(Outbox.destination == destination, Outbox.notice == notice)
            .order_by(col(Outbox.created_at))
        ).all()
        return [(row.not_before, row.reason) for row in rows]


def test_a_reminder_waits_for_the_owners_own_hours(day: Day) -> None:
    """Due at 11:00 and 12:00, her day begins at 12:30, the window closes at 13:00."""
    wishes(day, day.cast.ana, week=LATE_SHIFT)
    day.lead_arrives()

    day.until("12:00")

    assert leaving(day, day.cast.ana, "WindowClosing") == [(local("12:30"), "")] * 2


def test_a_reminder_that_would_come_too_late_comes_at_once(day: Day) -> None:
    """Quiet until 13:00, when the window closes: both leave when they are due."""
    wishes(day, day.cast.ana, quiet_from="10:30", quiet_to="13:00")
    day.lead_arrives()

    day.until("12:00")

    assert leaving(day, day.cast.ana, "WindowClosing") == [
        (local("11:00"), ""),
        (local("12:00"), ""),
    ]


def test_a_miss_waits_for_each_reader_and_for_nobody_in_the_channel(day: Day) -> None:
    wishes(day, day.cast.ana, quiet_from="13:00", quiet_to="15:00")
    wishes(day, day.cast.carla, week={"1": [["10:00", "12:00"]]}, digest_at="11:00")
    day.lead_arrives()

    day.until("13:00:01")

    assert leaving(day, day.cast.ana, "WindowMissed") == [(local("15:00"), "")]
    assert leaving(day, day.cast.carla, "MissReported") == [(local("10:00", day=1), "")]
    assert leaving(day, "CLEADS", "MissesFlagged") == [(local("13:00:01"), "")]


def test_the_reminders_of_a_day_wait_for_its_summary_and_the_miss_does_not(day: Day) -> None:
    """A window of three days: due on Thursday at 09:00, reminded on Tuesday and Wednesday."""
    _first_touch_within(day, 24 * HOUR)
    wishes(day, day.cast.ana, digest_at="09:30")
    day.lead_arrives()

    day.until("09:05", day=3)

    reminded = leaving(day, day.cast.ana, "WindowClosing")
    assert reminded[0] == (local("09:30", day=2), DAILY)
    assert [mark for _, mark in leaving(day, day.cast.ana, "WindowMissed")] == [""]


def test_the_quiet_of_slack_holds_reminders_and_no_miss(day: Day) -> None:
    silence = (local("10:00"), local("12:30"))
    with day.database.writing() as session:
        keep_silences(
            session, now=day.now, team_id="T1", silences={"UANA": silence, "UCARLA": None}
        )
    day.lead_arrives()
    day.until("11:00")
    assert leaving(day, day.cast.ana, "WindowClosing") == [(local("12:30"), "")]

    with day.database.writing() as session:
        silence = (local("13:00"), local("16:00"))
        keep_silences(session, now=day.now, team_id="T1", silences={"UANA": silence})
    day.until("13:00:01")

    assert leaving(day, day.cast.ana, "WindowMissed") == [(local("13:00:01"), "")]


def test_a_quiet_that_is_over_is_forgotten(day: Day) -> None:
    silence = (local("10:00"), local("12:30"))
    with day.database.writing() as session:
        keep_silences(session, now=day.now, team_id="T1", silences={"UANA": silence})
        keep_silences(session, now=day.now, team_id="T1", silences={"UANA": None})
    day.lead_arrives()

    day.until("11:00")

    assert leaving(day, day.cast.ana, "WindowClosing") == [(local("11:00"), "")]


def test_a_commitments_reminder_waits_too_and_its_question_goes_into_no_summary(day: Day) -> None:
    wishes(day, day.cast.ana, quiet_from="09:00", quiet_to="10:00", digest_at="10:15")
    promise = _promise(day, due=local("17:00", day=1))

    _comes_due(day, promise, at=local("09:00"))
    _comes_due(day, promise, at=local("09:00", day=2))

    assert leaving(day, day.cast.ana, "CommitmentNear") == [(local("10:15"), DAILY)]
    assert leaving(day, day.cast.ana, "CommitmentDue") == [(local("10:00", day=2), "")]


def _first_touch_within(day: Day, seconds: int) -> None:
    with day.database.writing() as session:
        window = session.exec(select(Window).where(Window.stage == "first_touch")).one()
        window.target = seconds
        other = session.exec(select(Window).where(Window.stage == "accept")).one()
        session.delete(other)


def _promise(day: Day, due: datetime) -> Commitment:
    with day.database.writing() as session:
        row = Commitment(
            agreement_id=day.cast.agreement_id,
            text="Llamar a Acme",
            owner_id=day.cast.ana.id,
            asked_by=day.cast.ana.id,
            due_at=due,
            state="open",
            made_at=day.now,
            accepted_at=day.now,
        )
        session.add(row)
    return row


def _comes_due(day: Day, promise: Commitment, *, at: datetime) -> None:
    with day.database.writing() as session:
        commitment_due(session, at, promise.id)
