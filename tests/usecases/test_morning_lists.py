"""What closes by the next morning is told in a list, and what no list tells at its moment."""

from datetime import datetime
from uuid import UUID

import pytest
from sqlmodel import col, select, update

from bot.notices import wire
from bot.notices.leads import WindowClosing
from bot.usecases.leads.attention import pause_lead, resume_lead
from bot.usecases.leads.ownership import assign_lead
from bot.usecases.outbox.reasons import DAILY
from models import Outbox, Preference, Window
from models.database import Database
from tests.usecases.builders import acts
from tests.usecases.leadwork import local
from tests.usecases.mornings import Morning


@pytest.fixture
def day(database: Database) -> Morning:
    return Morning(database)


def test_what_the_morning_told_of_is_written_down_at_its_moment_and_the_miss_is_told(
    day: Morning,
) -> None:
    """Handed over at 15:00, to be contacted by Tuesday 11:00: Tuesday's list says so."""
    day.gathers(day.cast.ana)
    lead = day.lead_arrives(at="15:00", owner_id=day.cast.ana.id)

    day.until("11:01", day=1)

    assert day.steps(lead) == [("t0.50", "gathered"), ("t0.75", "gathered"), ("breach", "told")]
    assert _heard_of(day, lead) == ["WindowClosing", "WindowMissed"]


def test_what_arrives_after_the_list_and_is_due_before_the_next_is_told_at_its_moment(
    day: Morning,
) -> None:
    """Handed over at 09:10: to be contacted by 13:10, and accepted by Tuesday 09:10."""
    day.gathers(day.cast.ana)
    lead = day.lead_arrives(at="09:10", owner_id=day.cast.ana.id)

    day.until("13:11")

    assert day.steps(lead) == [("t0.50", "told"), ("t0.75", "told"), ("breach", "told")]
    assert _heard_of(day, lead) == ["WindowClosing", "WindowClosing", "WindowMissed"]
    assert day.steps(lead, "accept") == [("t0.50", "gathered")]


def test_a_line_of_the_list_that_was_never_told_is_no_reason_to_keep_silent(day: Morning) -> None:
    """The clock was held when the list went out, and goes on before it is due."""
    day.gathers(day.cast.ana)
    lead = day.lead_arrives(at="15:00", owner_id=day.cast.ana.id)
    day.until("09:30", day=1)
    with day.database.writing() as session:
        session.execute(update(Outbox).values(state="CANCELLED"))

    day.until("10:00", day=1)

    assert day.steps(lead) == [("t0.50", "gathered"), ("t0.75", "told")]


def test_what_the_morning_told_somebody_else_of_is_told_at_its_moment(day: Morning) -> None:
    """Bruno hears on Tuesday at nine that it closes at eleven; from half past nine it is Ana's."""
    day.gathers(day.cast.bruno)
    day.gathers(day.cast.ana)
    lead = day.lead_arrives(at="15:00", owner_id=day.cast.bruno.id)
    day.until("09:30", day=1)

    _assign(day, lead, "Ana")

    day.until("11:01", day=1)
    own = [fate for step, fate in day.steps(lead) if step.startswith("t1.")]
    assert own == ["told", "told"]


@pytest.mark.parametrize(
    ("arrives", "fate"),
    [
        pytest.param("09:00", "told", id="due when the next list is made, which looks ahead"),
        pytest.param("09:00:01", "gathered", id="due a second after it"),
    ],
)
def test_a_list_to_come_counts_if_it_will_tell_of_it(day: Morning, arrives: str, fate: str) -> None:
    """Twenty-four hours by the clock to the first follow-up, reminded after twelve."""
    day.gathers(day.cast.ana)
    with day.database.writing() as session:
        first_touch = update(Window).where(col(Window.stage) == "first_touch")
        session.execute(first_touch.values(target=24 * 3600, around_the_clock=True))

    lead = day.lead_arrives(at=arrives, owner_id=day.cast.ana.id)

    day.until("21:01")
    assert day.steps(lead) == [("t0.50", fate)]


def test_without_a_list_to_come_each_is_told(day: Morning) -> None:
    with day.database.writing() as session:
        session.add(Preference(person_id=day.cast.ana.id, gathered_at=local("09:00")))
    lead = day.lead_arrives(at="15:00", owner_id=day.cast.ana.id)

    day.until("10:00", day=1)

    assert day.steps(lead) == [("t0.50", "told"), ("t0.75", "told")]


def test_in_the_morning_they_hear_of_what_is_due_that_day(day: Morning) -> None:
    """Handed over at 16:00, with four hours to be contacted and eight to be accepted."""
    day.gathers(day.cast.ana)
    first = day.lead_arrives("Acme", at="16:00", owner_id=day.cast.ana.id)
    day.lead_arrives("Beta", at="16:30", owner_id=day.cast.bruno.id)

    day.minds_reminders(local("09:00", day=1))

    posts = _lines(day)
    assert {(post.subject_id, post.reason) for post in posts} == {(first, DAILY)}
    due = [wire.load(WindowClosing, post.facts) for post in posts]
    assert [(each.stage, each.left) for each in due] == [
        ("first_touch", 3 * 3600),
        ("accept", 7 * 3600),
    ]


def test_the_same_morning_twice_tells_it_once(day: Morning) -> None:
    day.gathers(day.cast.ana)
    day.lead_arrives("Acme", at="16:00", owner_id=day.cast.ana.id)

    day.minds_reminders(local("09:00", day=1))
    day.minds_reminders(local("09:00", day=1))

    assert len(_lines(day)) == 2


@pytest.mark.parametrize("by_hand", [False, True], ids=["by itself", "by hand"])
def test_what_stood_still_while_the_list_was_made_is_told_as_it_goes_on(
    day: Morning,
    by_hand: bool,  # noqa: FBT001  a column of the table
) -> None:
    """Both reminders of Monday were left to Tuesday's list, which is made during the pause."""
    day.gathers(day.cast.ana)
    lead = day.lead_arrives(at="13:30", owner_id=day.cast.ana.id)
    day.until("16:45")
    assert day.steps(lead) == [("t0.50", "gathered"), ("t0.75", "gathered")]
    _pause(day, lead, until=local("11:00" if by_hand else "10:00", day=1))
    day.until("09:59", day=1)
    assert _heard_of(day, lead) == []

    if by_hand:
        _resume(day, lead)
    day.until("10:00", day=1)

    (line,) = [each for each in _lines(day) if each.clock_id == day.clock(lead).id]
    assert line.reason == DAILY
    reminder = wire.load(WindowClosing, line.facts)
    assert (reminder.left, reminder.percent) == (45 * 60, 81)


def test_what_the_list_told_of_before_the_pause_is_not_told_again(day: Morning) -> None:
    day.gathers(day.cast.ana)
    lead = day.lead_arrives(at="15:00", owner_id=day.cast.ana.id)
    day.until("09:10", day=1)
    _pause(day, lead, until=local("09:20", day=1))

    day.until("09:30", day=1)

    assert _heard_of(day, lead) == ["WindowClosing"]


def test_what_was_left_to_no_list_has_no_line_as_it_goes_on(day: Morning) -> None:
    """Handed over after the list and due before the next: its reminders come at their moments."""
    day.gathers(day.cast.ana)
    lead = day.lead_arrives(at="09:10", owner_id=day.cast.ana.id)
    day.until("09:20")
    _pause(day, lead, until=local("09:30"))

    day.until("09:40")

    assert _heard_of(day, lead) == []


def test_what_is_due_another_day_waits_for_its_morning(day: Morning) -> None:
    """A lead of Monday nine o'clock has eight hours to be accepted and four to be contacted."""
    day.gathers(day.cast.ana)
    day.lead_arrives("Acme", at="14:00", owner_id=day.cast.ana.id)

    day.minds_reminders(local("14:01"))

    assert _lines(day) == []


def _assign(day: Morning, lead: UUID, to: str) -> None:
    with day.database.writing() as session:
        assign_lead(session, now=day.now, actor=acts(day.cast.carla), lead=lead, to=to)


def _pause(day: Morning, lead: UUID, until: datetime) -> None:
    with day.database.writing() as session:
        ana = acts(day.cast.ana)
        pause_lead(session, now=day.now, actor=ana, lead=lead, reason="Feria", until=until)


def _resume(day: Morning, lead: UUID) -> None:
    with day.database.writing() as session:
        resume_lead(session, now=day.now, actor=acts(day.cast.ana), lead=lead)


def _heard_of(day: Morning, lead: UUID, stage: str = "first_touch") -> list[str]:
    """Return what Ana was told of one clock of a lead."""
    clock = day.clock(lead, stage)
    with day.database.reading() as session:
        query = select(Outbox.notice).where(
            Outbox.clock_id == clock.id,
            Outbox.destination == day.cast.ana.slack_id,
            Outbox.operation == "post",
        )
        return list(session.exec(query.order_by(col(Outbox.created_at))).all())


def _lines(day: Morning) -> list[Outbox]:
    with day.database.reading() as session:
        query = select(Outbox).where(Outbox.notice == WindowClosing.__name__)
        return list(session.exec(query.order_by(col(Outbox.expires_at))).all())
