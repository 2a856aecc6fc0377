"""The cover takes the turn: of reminders, of what may be done, and until it is given back."""

from datetime import datetime
from uuid import UUID

import pytest
from sqlmodel import col, select

from bot.notices.absence import AbsenceOver, AbsenceUncovered, CoverBegan, CoverOver
from bot.notices.commitments import CommitmentDue
from bot.notices.leads import LeadArrived, MissReported, WindowMissed
from bot.rules.refusals import AlreadyOwned, NotAllowed
from bot.rules.smart import CommitmentDraft
from bot.rules.terms import Channel, Outcome
from bot.usecases.commitments import make_commitment
from bot.usecases.leads.attention import acknowledge
from bot.usecases.leads.listing import Which, list_leads
from bot.usecases.leads.ownership import assign_lead
from bot.usecases.leads.storing import NewLead, store_lead
from bot.usecases.status import status
from models import Agreement, Outbox, Turn
from models.database import Database
from tests.usecases.builders import acts
from tests.usecases.leadwork import local
from tests.usecases.leave import Leave


@pytest.fixture
def leave(database: Database) -> Leave:
    return Leave(database)


@pytest.fixture
def talkative(database: Database) -> Leave:
    """An agreement in which an attempt does not end the wait for the first follow-up."""
    return Leave(database).wants_contact()


def test_the_cover_takes_the_turn_and_the_owner_stays(leave: Leave) -> None:
    cast, lead = leave.cast, leave.lead_arrives()
    leave.until("10:00")

    leave.covered(cast.ana, cast.bruno)

    assert leave.lead(lead).owner_id == cast.ana.id
    assert leave.clock(lead).owner_id == cast.bruno.id
    assert turns(leave, lead) == [(cast.ana.id, 3600, "transferred"), (cast.bruno.id, None, None)]
    assert "clock.covered" in leave.history(lead)
    (began,) = leave.read(cast.bruno, "CoverBegan")
    assert isinstance(began, CoverBegan)
    assert [line.lead.id for line in began.leads] == [lead]


def test_an_absence_moves_no_due_moment_and_no_reminder(leave: Leave) -> None:
    """Due at 13:00: the reminder at three quarters comes at noon, to the cover."""
    cast, lead = leave.cast, leave.lead_arrives()
    leave.until("11:30")
    due = leave.clock(lead).due_at

    leave.covered(cast.ana, cast.bruno)

    assert leave.clock(lead).due_at == due
    leave.until("11:59")
    assert "WindowClosing" not in leave.heard(cast.bruno)
    leave.until("12:00")
    assert leave.heard(cast.bruno)[-1] == "WindowClosing"
    assert leave.steps(lead) == [("t0.50", "told"), ("t1.75", "told")]


def test_until_the_yes_the_absence_stands_without_cover(leave: Leave) -> None:
    cast, lead = leave.cast, leave.lead_arrives()

    leave.away(cast.ana, cover=cast.bruno)

    assert leave.clock(lead).owner_id == cast.ana.id
    assert "AbsenceUncovered" in leave.heard(cast.carla)


def test_a_cover_agreed_before_begins_with_the_absence(leave: Leave) -> None:
    cast, lead = leave.cast, leave.lead_arrives()
    leave.covered(cast.ana, cast.bruno, start=local("10:00"))

    leave.until("09:59")
    assert leave.clock(lead).owner_id == cast.ana.id
    leave.until("10:00")
    assert leave.clock(lead).owner_id == cast.bruno.id


def test_the_miss_goes_to_the_cover_and_names_both_to_who_leads_sales(leave: Leave) -> None:
    cast, lead = leave.cast, leave.lead_arrives()
    leave.covered(cast.ana, cast.bruno)
    quiet = leave.heard(cast.ana)

    leave.until("13:01")

    (missed,) = leave.read(cast.bruno, "WindowMissed")
    (reported,) = leave.read(cast.carla, "MissReported")
    assert isinstance(missed, WindowMissed)
    assert isinstance(reported, MissReported)
    ana, bruno = acts(cast.ana).ref, acts(cast.bruno).ref
    assert missed.standing_in_for == reported.owner == ana
    assert reported.cover == bruno
    assert leave.heard(cast.ana) == quiet
    with leave.database.writing() as session:
        acknowledge(session, now=leave.now, actor=acts(cast.bruno), lead=lead, until=local("14:00"))


def test_woken_late_the_cover_is_told_though_the_turn_was_not_handed_over_yet(
    leave: Leave,
) -> None:
    cast = leave.cast
    leave.lead_arrives()
    leave.covered(cast.ana, cast.bruno, start=local("10:00"))

    leave.sweep(at=local("13:01"))

    assert "WindowMissed" in leave.heard(cast.bruno)
    assert "WindowMissed" not in leave.heard(cast.ana)


def test_the_cover_sees_and_may_do_what_the_owner_may(leave: Leave) -> None:
    cast, lead = leave.cast, leave.lead_arrives()
    assert mine(leave) == []
    leave.covered(cast.ana, cast.bruno)
    leave.until("13:01")

    assert mine(leave) == [lead]
    with leave.database.reading() as session:
        found = status(
            session, now=leave.now, actor=acts(cast.bruno), agreement_id=cast.agreement_id
        )
    assert [each.lead.id for each in found.late] == [lead]
    leave.touch(cast.bruno, lead)
    assert "TouchedForYou" not in leave.heard(cast.ana)


def test_a_lead_its_source_gives_to_somebody_away_reaches_the_cover(leave: Leave) -> None:
    cast = leave.cast
    leave.covered(cast.ana, cast.bruno)

    with leave.database.writing() as session:
        agreement = session.get_one(Agreement, cast.agreement_id)
        new = NewLead(name="Laura", company="Acme", owner_id=cast.ana.id)
        lead, _ = store_lead(session, now=leave.now, agreement=agreement, new=new, by=None)
        lead_id = lead.id

    (arrived,) = leave.read(cast.bruno, "LeadArrived")
    assert isinstance(arrived, LeadArrived)
    assert arrived.standing_in_for == acts(cast.ana).ref
    assert leave.lead(lead_id).owner_id == cast.ana.id
    assert leave.clock(lead_id).owner_id == cast.bruno.id
    assert "LeadArrived" not in leave.heard(cast.ana)


def test_an_absence_taken_back_at_once_gives_the_turns_back(leave: Leave) -> None:
    cast, lead = leave.cast, leave.lead_arrives()
    leave.covered(cast.ana, cast.bruno)

    leave.back(cast.ana)

    assert leave.clock(lead).owner_id == cast.ana.id


def test_on_return_an_untouched_lead_is_its_owners_again(leave: Leave) -> None:
    cast, lead = leave.cast, leave.lead_arrives()
    leave.covered(cast.ana, cast.bruno)
    leave.until("12:30")
    before = leave.heard(cast.ana)

    over = leave.back(cast.ana)

    assert isinstance(over, AbsenceOver)
    assert [(each.touches, each.kept_by) for each in over.leads] == [(0, None)]
    assert leave.clock(lead).owner_id == cast.ana.id
    assert leave.heard(cast.ana) == before
    assert leave.read(cast.bruno, "CoverOver")
    leave.until("13:01")
    assert leave.heard(cast.ana)[-1] == "WindowMissed"


def test_what_the_cover_followed_up_stays_with_them_until_it_is_given_back(
    talkative: Leave,
) -> None:
    leave, cast = talkative, talkative.cast
    lead = leave.lead_arrives()
    leave.covered(cast.ana, cast.bruno)
    leave.until("09:30")
    leave.touch(cast.bruno, lead, outcome=Outcome.NO_ANSWER)

    over = leave.back(cast.ana)

    assert isinstance(over, AbsenceOver)
    assert [(each.touches, each.kept_by) for each in over.leads] == [(1, "Bruno")]
    assert leave.clock(lead).owner_id == cast.bruno.id
    (told,) = leave.read(cast.bruno, "CoverOver")
    assert isinstance(told, CoverOver)
    assert [line.lead.id for line in told.kept] == [lead]
    leave.touch(cast.bruno, lead, channel=Channel.CALL, outcome=Outcome.NO_ANSWER)
    give_back(leave, lead)
    assert leave.clock(lead).owner_id == leave.lead(lead).owner_id == cast.ana.id
    with pytest.raises(NotAllowed):
        give_back(leave, lead)


def test_who_has_their_leads_turn_already_cannot_be_given_it(leave: Leave) -> None:
    lead = leave.lead_arrives()

    with leave.database.writing() as session, pytest.raises(AlreadyOwned):
        assign_lead(
            session,
            now=leave.now,
            actor=acts(leave.cast.carla),
            lead=lead,
            to=leave.cast.ana.id,
        )


def test_a_cover_who_goes_away_alone_leaves_both_to_who_leads_sales(leave: Leave) -> None:
    cast = leave.cast
    leave.lead_arrives("Acme")
    leave.covered(cast.ana, cast.bruno)
    leave.until("10:00")

    leave.away(cast.bruno, end=local("12:00"))

    *_, notice = leave.read(cast.carla, "AbsenceUncovered")
    assert isinstance(notice, AbsenceUncovered)
    assert notice.absence.person == acts(cast.bruno).ref
    assert [line.owner_name for line in notice.leads] == ["Ana"]


def test_escalations_reach_somebody_though_who_leads_sales_is_away(leave: Leave) -> None:
    cast = leave.cast
    leave.lead_arrives()
    leave.covered(cast.carla, cast.bruno)

    leave.until("13:01")

    assert "MissReported" in leave.heard(cast.bruno)
    assert "MissReported" in leave.heard(cast.carla)


def test_questions_about_a_promise_go_to_the_cover_and_the_last_one_waits(leave: Leave) -> None:
    cast = leave.cast
    ana_promises(leave, due=local("12:00", day=1))
    leave.covered(cast.ana, cast.bruno)

    leave.until("16:00", day=4)

    asked = leave.read(cast.bruno, "CommitmentDue")
    assert [each.times for each in asked if isinstance(each, CommitmentDue)] == [1, 2]
    assert leave.read(cast.ana, "CommitmentDue") == []
    leave.back(cast.ana)
    leave.until("16:01", day=4)
    (last,) = leave.read(cast.ana, "CommitmentDue")
    assert isinstance(last, CommitmentDue)
    assert (last.times, last.cover) == (3, None)


@pytest.mark.parametrize(
    ("end", "asked_at"),
    [
        pytest.param(("16:00", 1), ("16:00", 1), id="during the hours of work"),
        pytest.param(("20:00", 1), ("09:00", 2), id="in the evening"),
        pytest.param(("24:00", 3), ("09:00", 4), id="to the same day, nothing changes"),
    ],
)
def test_a_question_waits_no_longer_than_an_absence_that_is_made_shorter(
    leave: Leave, end: tuple[str, int], asked_at: tuple[str, int]
) -> None:
    """Away until Thursday with a promise due on Monday at noon; the end moves on Tuesday."""
    cast = leave.cast
    ana_promises(leave, due=local("12:00"))
    leave.away(cast.ana, end=local("24:00", day=3))
    leave.until("11:00", day=1)

    leave.away(cast.ana, end=local(end[0], day=end[1]))

    asked = local(asked_at[0], day=asked_at[1])
    leave.until("16:59", day=4)
    with leave.database.reading() as session:
        questions = select(Outbox.created_at).where(Outbox.notice == "CommitmentDue")
        assert min(session.exec(questions).all()) == asked


def test_a_shorter_absence_brings_no_reminder_forward(leave: Leave) -> None:
    """The reminder of a promise due on Monday falls on the day of the return she expected."""
    cast = leave.cast
    ana_promises(leave, due=local("12:00", day=7))
    leave.away(cast.ana, end=local("24:00", day=3))
    leave.until("11:00", day=1)

    leave.away(cast.ana, end=local("12:00", day=1))

    leave.until("08:59", day=4)
    assert leave.read(cast.ana, "CommitmentNear") == []
    leave.until("12:00", day=4)
    assert len(leave.read(cast.ana, "CommitmentNear")) == 1


def ana_promises(leave: Leave, *, due: datetime) -> None:
    with leave.database.writing() as session:
        make_commitment(
            session,
            now=leave.now,
            actor=acts(leave.cast.ana),
            agreement_id=leave.cast.agreement_id,
            draft=CommitmentDraft(
                text="Llamar a los clientes",
                is_checkable=True,
                due_at=due,
                reason="Abre el mes",
            ),
        )


def turns(leave: Leave, lead: UUID) -> list[tuple[UUID | None, int | None, str | None]]:
    clock = leave.clock(lead)
    with leave.database.reading() as session:
        query = select(Turn).where(Turn.clock_id == clock.id).order_by(col(Turn.number))
        return [(row.person_id, row.consumed, row.outcome) for row in session.exec(query).all()]


def mine(leave: Leave) -> list[UUID]:
    """Bruno's list of his leads."""
    with leave.database.reading() as session:
        found = list_leads(
            session,
            now=leave.now,
            actor=acts(leave.cast.bruno),
            agreement_id=leave.cast.agreement_id,
            which=Which.MINE,
        )
    return [line.lead.id for line in found.lines]


def give_back(leave: Leave, lead: UUID) -> None:
    with leave.database.writing() as session:
        assign_lead(
            session,
            now=leave.now,
            actor=acts(leave.cast.bruno),
            lead=lead,
            to=leave.cast.ana.id,
        )
