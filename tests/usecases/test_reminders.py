"""Reminders that are let pass come together each morning; what is late is told as before."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlmodel import col, select, update

from bot.notices import KINDS, wire
from bot.notices.leads import WindowClosing
from bot.notices.reminders import RemindersGathered
from bot.usecases.leads.cards import lead_facts
from bot.usecases.leads.ownership import assign_lead
from bot.usecases.outbox.posts import enqueue
from bot.usecases.outbox.reasons import DAILY
from bot.usecases.planned import plan
from bot.usecases.reminders import KIND, mind_reminders, remind_singly
from models import Lead, Outbox, Person, Preference, Window
from models.database import Database
from tests.usecases.builders import acts
from tests.usecases.leadwork import Day, local
from tests.usecases.leave import Leave

MOST_HEEDED = [True] * 5 + [False] * 5
FEW_HEEDED = [True] * 4 + [False] * 6


@pytest.fixture
def day(database: Database) -> Day:
    return Leave(database)


def test_who_lets_most_reminders_pass_gets_them_together_and_is_told(day: Day) -> None:
    _reminded(day, FEW_HEEDED)

    assert _minded(day, local("09:00", day=1)) == local("09:00", day=2)

    assert _told(day) == [RemindersGathered(10, 4)]
    assert _gathered_at(day) == local("09:00", day=1)


@pytest.mark.parametrize(
    "heeded",
    [
        pytest.param(MOST_HEEDED, id="half of them led to something"),
        pytest.param([False] * 9, id="too few to conclude anything"),
    ],
)
def test_otherwise_each_comes_at_its_moment(day: Day, heeded: Sequence[bool]) -> None:
    _reminded(day, heeded)

    _minded(day, local("09:00", day=1))

    assert _told(day) == []
    assert _gathered_at(day) is None


def test_a_reminder_whose_hour_is_not_over_says_nothing_yet(day: Day) -> None:
    """Sent at 16:01, its hour of work ends at 09:01: at nine only nine are counted."""
    _reminded(day, [False] * 9)
    _reminded(day, [False], at="16:01")

    _minded(day, local("09:00", day=1))

    assert _told(day) == []


def test_whoever_chose_a_summary_of_their_own_is_not_measured(day: Day) -> None:
    _reminded(day, FEW_HEEDED)
    with day.database.writing() as session:
        session.add(Preference(person_id=day.cast.ana.id, digest_at="10:00"))

    _minded(day, local("09:00", day=1))

    assert _told(day) == []


def test_what_the_morning_told_of_is_written_down_at_its_moment_and_the_miss_is_told(
    day: Day,
) -> None:
    """Handed over at 15:00, to be contacted by Tuesday 11:00: Tuesday's list says so."""
    _gather(day)
    lead = day.lead_arrives(at="15:00", owner_id=day.cast.ana.id)

    day.until("11:01", day=1)

    assert day.steps(lead) == [("t0.50", "gathered"), ("t0.75", "gathered"), ("breach", "told")]
    assert _heard_of(day, lead) == ["WindowClosing", "WindowMissed"]


def test_what_arrives_after_the_list_and_is_due_before_the_next_is_told_at_its_moment(
    day: Day,
) -> None:
    """Handed over at 09:10: to be contacted by 13:10, and accepted by Tuesday 09:10."""
    _gather(day)
    lead = day.lead_arrives(at="09:10", owner_id=day.cast.ana.id)

    day.until("13:11")

    assert day.steps(lead) == [("t0.50", "told"), ("t0.75", "told"), ("breach", "told")]
    assert _heard_of(day, lead) == ["WindowClosing", "WindowClosing", "WindowMissed"]
    assert day.steps(lead, "accept") == [("t0.50", "gathered")]


def test_a_line_of_the_list_that_was_never_told_is_no_reason_to_keep_silent(day: Day) -> None:
    """The clock was held when the list went out, and goes on before it is due."""
    _gather(day)
    lead = day.lead_arrives(at="15:00", owner_id=day.cast.ana.id)
    day.until("09:30", day=1)
    with day.database.writing() as session:
        session.execute(update(Outbox).values(state="CANCELLED"))

    day.until("10:00", day=1)

    assert day.steps(lead) == [("t0.50", "gathered"), ("t0.75", "told")]


def test_what_the_morning_told_somebody_else_of_is_told_at_its_moment(day: Day) -> None:
    """Bruno hears on Tuesday at nine that it closes at eleven; from half past nine it is Ana's."""
    _gather(day, day.cast.bruno)
    _gather(day)
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
def test_a_list_to_come_counts_if_it_will_tell_of_it(day: Day, arrives: str, fate: str) -> None:
    """Twenty-four hours by the clock to the first follow-up, reminded after twelve."""
    _gather(day)
    with day.database.writing() as session:
        first_touch = update(Window).where(col(Window.stage) == "first_touch")
        session.execute(first_touch.values(target=24 * 3600, around_the_clock=True))

    lead = day.lead_arrives(at=arrives, owner_id=day.cast.ana.id)

    day.until("21:01")
    assert day.steps(lead) == [("t0.50", fate)]


def test_without_a_list_to_come_each_is_told(day: Day) -> None:
    with day.database.writing() as session:
        session.add(Preference(person_id=day.cast.ana.id, gathered_at=local("09:00")))
    lead = day.lead_arrives(at="15:00", owner_id=day.cast.ana.id)

    day.until("10:00", day=1)

    assert day.steps(lead) == [("t0.50", "told"), ("t0.75", "told")]


def test_in_the_morning_they_hear_of_what_is_due_that_day(day: Day) -> None:
    """Handed over at 16:00, with four hours to be contacted and eight to be accepted."""
    _gather(day)
    first = day.lead_arrives("Acme", at="16:00", owner_id=day.cast.ana.id)
    day.lead_arrives("Beta", at="16:30", owner_id=day.cast.bruno.id)

    _minded(day, local("09:00", day=1))

    posts = _reminders(day)
    assert {(post.subject_id, post.reason) for post in posts} == {(first, DAILY)}
    due = [wire.load(WindowClosing, post.facts) for post in posts]
    assert [(each.stage, each.left) for each in due] == [
        ("first_touch", 3 * 3600),
        ("accept", 7 * 3600),
    ]


def test_the_same_morning_twice_tells_it_once(day: Day) -> None:
    _gather(day)
    day.lead_arrives("Acme", at="16:00", owner_id=day.cast.ana.id)

    _minded(day, local("09:00", day=1))
    _minded(day, local("09:00", day=1))

    assert len(_reminders(day)) == 2


def test_what_is_due_another_day_waits_for_its_morning(day: Day) -> None:
    """A lead of Monday nine o'clock has eight hours to be accepted and four to be contacted."""
    _gather(day)
    day.lead_arrives("Acme", at="14:00", owner_id=day.cast.ana.id)

    _minded(day, local("14:01"))

    assert _reminders(day) == []


def test_singly_again_when_asked_and_measured_anew(day: Day) -> None:
    _reminded(day, FEW_HEEDED)
    _minded(day, local("09:00", day=1))
    with day.database.writing() as session:
        remind_singly(session, now=local("10:00", day=1), actor=acts(day.cast.ana))

    _minded(day, local("09:00", day=2))

    assert _gathered_at(day) is None
    assert len(_told(day)) == 1


def test_asking_without_need_changes_nothing(day: Day) -> None:
    with day.database.writing() as session:
        remind_singly(session, now=day.now, actor=acts(day.cast.ana))
        assert session.get(Preference, day.cast.ana.id) is None


def _reminded(day: Day, heeded: Sequence[bool], *, at: str = "10:00") -> None:
    """Ana was reminded of so many leads; of some she wrote to the lead ten minutes later."""
    leads = [
        day.lead_arrives(f"{at} {number}", owner_id=day.cast.ana.id)
        for number, _ in enumerate(heeded)
    ]
    sent = local(at)
    with day.database.writing() as session:
        for lead_id in leads:
            facts = lead_facts(session.get_one(Lead, lead_id))
            notice = WindowClosing(facts, "first_touch", 50, 7200, sent)
            post = enqueue(
                session,
                now=sent,
                team_id="T1",
                key=f"{lead_id}:reminder",
                to=day.cast.ana.slack_id,
                notice=notice,
                subject="lead",
                subject_id=lead_id,
            )
            arrived = update(Outbox).where(col(Outbox.id) == post)
            session.execute(arrived.values(state="SENT", sent_at=sent))
    day.now = sent + timedelta(minutes=10)
    for lead_id, acted in zip(leads, heeded, strict=True):
        if acted:
            day.touch(day.cast.ana, lead_id)
    day.now = local("09:00")


def _gather(day: Day, person: Person | None = None) -> None:
    """Somebody's reminders are told together, and the next list is made on Tuesday at nine."""
    with day.database.writing() as session:
        session.add(Preference(person_id=(person or day.cast.ana).id, gathered_at=local("09:00")))
        plan(
            session,
            kind=KIND,
            subject_id=day.cast.agreement_id,
            agreement_id=day.cast.agreement_id,
            at=local("09:00", day=1),
        )


def _assign(day: Day, lead: UUID, to: str) -> None:
    with day.database.writing() as session:
        assign_lead(session, now=day.now, actor=acts(day.cast.carla), lead=lead, to=to)


def _heard_of(day: Day, lead: UUID, stage: str = "first_touch") -> list[str]:
    """Return what Ana was told of one clock of a lead."""
    clock = day.clock(lead, stage)
    with day.database.reading() as session:
        query = select(Outbox.notice).where(
            Outbox.clock_id == clock.id,
            Outbox.destination == day.cast.ana.slack_id,
            Outbox.operation == "post",
        )
        return list(session.exec(query.order_by(col(Outbox.created_at))).all())


def _minded(day: Day, at: datetime) -> datetime:
    with day.database.writing() as session:
        return mind_reminders(session, at, day.cast.agreement_id)


def _gathered_at(day: Day) -> datetime | None:
    with day.database.reading() as session:
        wishes = session.get(Preference, day.cast.ana.id)
        return None if wishes is None else wishes.gathered_at


def _told(day: Day) -> list[object]:
    with day.database.reading() as session:
        query = select(Outbox).where(Outbox.notice == RemindersGathered.__name__)
        return [wire.load(KINDS[row.notice], row.facts) for row in session.exec(query).all()]


def _reminders(day: Day) -> list[Outbox]:
    with day.database.reading() as session:
        query = select(Outbox).where(Outbox.notice == WindowClosing.__name__)
        return list(session.exec(query.order_by(col(Outbox.expires_at))).all())
