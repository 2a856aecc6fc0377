"""Whoever lets most reminders pass gets them together each morning, until they ask otherwise."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlmodel import col, select, update

from bot.notices import KINDS, wire
from bot.notices.leads import WindowClosing
from bot.notices.reminders import RemindersGathered
from bot.rules.pacing import Limit
from bot.usecases.leads.cards import lead_facts
from bot.usecases.outbox.claims import claim_post
from bot.usecases.outbox.marks import Mine, mark_sent
from bot.usecases.outbox.posts import enqueue
from bot.usecases.outbox.reasons import DAILY
from bot.usecases.reminders import remind_singly
from models import Lead, Outbox, Preference
from models.database import Database
from tests.usecases.builders import acts, make_absence
from tests.usecases.leadwork import local
from tests.usecases.mornings import Morning

MOST_HEEDED = [True] * 5 + [False] * 5
FEW_HEEDED = [True] * 4 + [False] * 6


@pytest.fixture
def day(database: Database) -> Morning:
    return Morning(database)


def test_who_lets_most_reminders_pass_gets_them_together_and_is_told(day: Morning) -> None:
    _reminded(day, FEW_HEEDED)

    assert day.minds_reminders(local("09:00", day=1)) == local("09:00", day=2)

    assert _told(day) == [RemindersGathered(10, 4)]
    assert _gathered_at(day) == local("09:00", day=1)


@pytest.mark.parametrize(
    "heeded",
    [
        pytest.param(MOST_HEEDED, id="half of them led to something"),
        pytest.param([False] * 9, id="too few to conclude anything"),
    ],
)
def test_otherwise_each_comes_at_its_moment(day: Morning, heeded: Sequence[bool]) -> None:
    _reminded(day, heeded)

    day.minds_reminders(local("09:00", day=1))

    assert _told(day) == []
    assert _gathered_at(day) is None


def test_a_reminder_whose_hour_is_not_over_says_nothing_yet(day: Morning) -> None:
    """Sent at 16:01, its hour of work ends at 09:01: at nine only nine are counted."""
    _reminded(day, [False] * 9)
    _reminded(day, [False], at="16:01")

    day.minds_reminders(local("09:00", day=1))

    assert _told(day) == []


def test_whoever_chose_a_summary_of_their_own_is_not_measured(day: Morning) -> None:
    _reminded(day, FEW_HEEDED)
    with day.database.writing() as session:
        session.add(Preference(person_id=day.cast.ana.id, digest_at="10:00"))

    day.minds_reminders(local("09:00", day=1))

    assert _told(day) == []


@pytest.mark.parametrize(
    ("left", "back", "told"),
    [
        pytest.param("10:00", "12:00", [], id="they had just gone"),
        pytest.param("09:30", "10:00:01", [], id="they were not back yet"),
        pytest.param("09:30", "10:00", [RemindersGathered(10, 4)], id="they were back"),
        pytest.param("10:00:01", "12:00", [RemindersGathered(10, 4)], id="they were still there"),
    ],
)
def test_reminders_sent_while_they_were_away_say_nothing(
    day: Morning, left: str, back: str, told: list[object]
) -> None:
    with day.database.writing() as session:
        make_absence(session, day.cast.ana, starts_at=local(left), ends_at=local(back))
    _reminded(day, FEW_HEEDED)

    day.minds_reminders(local("09:00", day=1))

    assert _told(day) == told


def test_nothing_changes_for_somebody_while_they_are_away(day: Morning) -> None:
    _reminded(day, FEW_HEEDED)
    with day.database.writing() as session:
        gone, back = local("09:00", day=1), local("09:00", day=2)
        make_absence(session, day.cast.ana, starts_at=gone, ends_at=back)

    day.minds_reminders(gone)
    assert _told(day) == []

    day.minds_reminders(back)
    assert _told(day) == [RemindersGathered(10, 4)]


@pytest.mark.parametrize("together", [True, False])
def test_lines_of_a_summary_they_once_wanted_say_nothing(day: Morning, *, together: bool) -> None:
    leads = [day.lead_arrives(f"{n}", owner_id=day.cast.ana.id) for n in range(10)]
    _all_go_out(day)
    for lead_id in leads:
        _owed(day, lead_id, local("10:00"), reason=DAILY)
        if not together:
            _all_go_out(day)
    _all_go_out(day)

    day.minds_reminders(local("09:00", day=1))

    assert _told(day) == []


def test_singly_again_when_asked_and_measured_anew(day: Morning) -> None:
    _reminded(day, FEW_HEEDED)
    day.minds_reminders(local("09:00", day=1))
    with day.database.writing() as session:
        remind_singly(session, now=local("10:00", day=1), actor=acts(day.cast.ana))

    day.minds_reminders(local("09:00", day=2))

    assert _gathered_at(day) is None
    assert len(_told(day)) == 1


def test_asking_without_need_changes_nothing(day: Morning) -> None:
    with day.database.writing() as session:
        remind_singly(session, now=day.now, actor=acts(day.cast.ana))
        assert session.get(Preference, day.cast.ana.id) is None


def _reminded(day: Morning, heeded: Sequence[bool], *, at: str = "10:00") -> None:
    """Ana was reminded of so many leads; of some she wrote to the lead ten minutes later."""
    leads = [
        day.lead_arrives(f"{at} {number}", owner_id=day.cast.ana.id)
        for number, _ in enumerate(heeded)
    ]
    sent = local(at)
    for lead_id in leads:
        post = _owed(day, lead_id, sent)
        with day.database.writing() as session:
            arrived = update(Outbox).where(col(Outbox.id) == post)
            session.execute(arrived.values(state="SENT", sent_at=sent))
    day.now = sent + timedelta(minutes=10)
    for lead_id, acted in zip(leads, heeded, strict=True):
        if acted:
            day.touch(day.cast.ana, lead_id)
    day.now = local("09:00")


def _owed(day: Morning, lead_id: UUID, at: datetime, *, reason: str = "") -> UUID | None:
    """Owe Ana a reminder of a lead; return its row."""
    with day.database.writing() as session:
        facts = lead_facts(session.get_one(Lead, lead_id))
        return enqueue(
            session,
            now=at,
            team_id="T1",
            key=f"{lead_id}:reminder",
            to=day.cast.ana.slack_id,
            notice=WindowClosing(facts, "first_touch", 50, 7200, at),
            subject="lead",
            subject_id=lead_id,
            reason=reason,
        )


def _all_go_out(day: Morning) -> None:
    """Have Slack take at ten whatever is owed to Ana."""
    now, ana = local("10:00"), day.cast.ana.slack_id
    taken = True
    while taken:
        with day.database.writing() as session:
            claim = claim_post(
                session,
                now=now,
                team_id="T1",
                to=ana,
                channel="D0ANA",
                holder="us",
                cap=Limit(100, 3600),
            )
            taken = claim is not None
            if claim is not None:
                mark_sent(session, Mine(claim.id, "us"), now=now, ts="1.5")


def _gathered_at(day: Morning) -> datetime | None:
    with day.database.reading() as session:
        wishes = session.get(Preference, day.cast.ana.id)
        return None if wishes is None else wishes.gathered_at


def _told(day: Morning) -> list[object]:
    with day.database.reading() as session:
        query = select(Outbox).where(Outbox.notice == RemindersGathered.__name__)
        return [wire.load(KINDS[row.notice], row.facts) for row in session.exec(query).all()]
