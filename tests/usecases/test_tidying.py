"""What nothing asks about any more is forgotten in time, and nothing else."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlmodel import Session, select

from bot.notices.digests import AdminNote
from bot.rules.terms import ClockState
from bot.usecases.outbox import enqueue
from bot.usecases.outbox.recovery import recover
from bot.usecases.outbox.tidying import EVENTS_STAY, MESSAGES_STAY, PAGE, tidy
from models import Absence, Clock, Inbox, Lead, Outbox, Person
from models.base import new_id
from models.database import Database
from tests.usecases.builders import MONDAY
from tests.usecases.leadwork import Day

SECOND = timedelta(seconds=1)
NOW = MONDAY + timedelta(days=400)
OLD = NOW - MESSAGES_STAY - SECOND


class Shelf:
    """A workspace with one lead and its clocks, and nothing owed but what a test puts there."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.lead = session.exec(select(Lead)).one()
        self.clocks = session.exec(select(Clock)).all()
        for row in session.exec(select(Outbox)).all():
            session.delete(row)
        self.put("the last one tried", last_try_at=NOW)

    def put(self, key: str, state: str = "SENT", at: datetime = OLD, **more: object) -> UUID:
        """Put a message there as it stood when ``at`` was now."""
        post_id = enqueue(
            self.session,
            now=at,
            team_id=self.lead.team_id,
            key=key,
            to="UANA",
            notice=AdminNote("dead", 1, ""),
        )
        assert post_id is not None
        row = self.session.get_one(Outbox, post_id)
        for name, value in {"state": state, "last_try_at": at, **more}.items():
            setattr(row, name, value)
        self.session.flush()
        return post_id

    def tidied(self) -> set[str]:
        """Tidy until nothing is left to do; return the keys of what stays."""
        while tidy(self.session, now=NOW):
            pass
        return set(self.session.exec(select(Outbox.dedupe_key)).all()) - {"the last one tried"}


@pytest.fixture
def shelf(database: Database) -> Iterator[Shelf]:
    day = Day(database)
    day.lead_arrives()
    with database.writing() as session:
        yield Shelf(session)


@pytest.mark.parametrize("state", ["SENT", "CANCELLED", "MERGED", "DEAD"])
def test_a_message_that_came_to_its_end_is_forgotten_after_half_a_year(
    shelf: Shelf, state: str
) -> None:
    shelf.put("old", state)
    shelf.put("not yet", state, at=OLD + SECOND)
    shelf.put("tried since", state, last_try_at=OLD + SECOND)

    assert shelf.tidied() == {"not yet", "tried since"}


@pytest.mark.parametrize("state", ["PENDING", "SENDING", "UNSURE"])
def test_what_is_owed_or_in_doubt_stays_however_old(shelf: Shelf, state: str) -> None:
    shelf.put("owed", state)

    assert shelf.tidied() == {"owed"}


def test_a_message_of_a_clock_stays_until_the_clock_has_stopped(shelf: Shelf) -> None:
    running, stopped = shelf.clocks
    stopped.state = ClockState.STOPPED
    shelf.put("running", clock_id=running.id)
    shelf.put("stopped", clock_id=stopped.id)

    assert shelf.tidied() == {"running"}


def test_a_leads_card_stays_until_the_lead_is_closed(shelf: Shelf) -> None:
    shelf.put("card", subject="lead", subject_id=shelf.lead.id)
    assert shelf.tidied() == {"card"}

    shelf.lead.closed_at = NOW
    assert shelf.tidied() == set()


def test_what_is_told_of_an_absence_stays_until_it_is_over(shelf: Shelf) -> None:
    person, absences = shelf.session.exec(select(Person)).first(), {}
    assert person is not None
    for name, ends_at in (("over", NOW), ("going on", NOW + SECOND)):
        away = Absence(person_id=person.id, starts_at=OLD, ends_at=ends_at, told_at=OLD)
        shelf.session.add(away)
        absences[name] = away.id
    shelf.session.flush()

    for name, absence_id in absences.items():
        shelf.put(name, subject="absence", subject_id=absence_id)

    assert shelf.tidied() == {"going on"}


def test_what_it_does_not_know_of_stays(shelf: Shelf) -> None:
    shelf.put("unheard", subject="unheard", subject_id=new_id())

    assert shelf.tidied() == {"unheard"}


def test_a_digest_stays_as_long_as_a_line_of_it_and_goes_with_the_last(shelf: Shelf) -> None:
    digest = shelf.put("digest")
    shelf.put("line", "MERGED", merged_into=digest, subject="lead", subject_id=shelf.lead.id)
    shelf.put("done line", "MERGED", merged_into=digest)
    assert shelf.tidied() == {"digest", "line"}

    shelf.lead.closed_at = NOW
    assert shelf.tidied() == set()


def test_a_message_stays_while_a_rewrite_of_it_is_owed(shelf: Shelf) -> None:
    post = shelf.put("post")
    shelf.put("rewrite", "PENDING", updates=post, operation="update")

    assert shelf.tidied() == {"post", "rewrite"}


def test_a_restored_backup_is_still_known_by_the_last_message_tried(shelf: Shelf) -> None:
    """After a quiet half-year nothing may look as if it had come from a backup."""
    last = shelf.session.exec(select(Outbox)).one()
    last.created_at = last.last_try_at = OLD
    shelf.put("before", at=OLD - SECOND)
    shelf.put("due", "PENDING", at=NOW, last_try_at=None)

    assert shelf.tidied() == {"due"}
    doubted = recover(
        shelf.session,
        now=NOW,
        team_id=shelf.lead.team_id,
        holder="me",
        settles_after=90,
        gap=600,
        last_try=OLD,
    )
    assert doubted == 0


def test_an_event_is_forgotten_after_a_month(shelf: Shelf) -> None:
    shelf.session.add(Inbox(event_id="Ev1", taken_at=NOW - EVENTS_STAY - SECOND))
    shelf.session.add(Inbox(event_id="Ev2", taken_at=NOW - EVENTS_STAY))
    shelf.session.flush()

    assert tidy(shelf.session, now=NOW) == 1
    assert shelf.session.exec(select(Inbox.event_id)).all() == ["Ev2"]


def test_a_long_list_goes_page_by_page(shelf: Shelf) -> None:
    taken_at = NOW - EVENTS_STAY - SECOND
    shelf.session.add_all(
        Inbox(event_id=f"Ev{number}", taken_at=taken_at) for number in range(PAGE + 1)
    )
    shelf.session.flush()

    assert [tidy(shelf.session, now=NOW) for _ in range(3)] == [PAGE, 1, 0]
