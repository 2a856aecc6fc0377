"""An agreement's figures: a lead counts once, what waits is not late, and nothing is cut unsaid."""

from uuid import UUID

import pytest

from bot.notices.people import Reader
from bot.notices.status import StatusFacts, StatusShared
from bot.rules.terms import RejectReason
from bot.usecases.leads.listing import Which, list_leads
from bot.usecases.leads.ownership import reject_lead
from bot.usecases.status import share_status, status
from bot.views.status import status_message
from bot.views.translate import Translator
from models import Person
from models.database import Database
from tests.usecases.builders import acts
from tests.usecases.leadwork import Day, local
from tests.usecases.told import told


@pytest.fixture
def day(database: Database) -> Day:
    return Day(database)


def seen(day: Day, by: Person) -> StatusFacts:
    with day.database.reading() as session:
        return status(session, now=day.now, actor=acts(by), agreement_id=day.cast.agreement_id)


def past(facts: StatusFacts) -> tuple[int, dict[str, int]]:
    return facts.late_leads, {window.stage: window.late for window in facts.windows}


def many_late(day: Day, count: int) -> None:
    for number in range(count):
        day.lead_arrives(f"Empresa {number}", email=f"l@e{number}.example")
    day.until("13:00:01")


def test_a_lead_past_two_of_its_windows_is_one_lead_past_its_window(day: Day) -> None:
    lead = day.lead_arrives()

    day.until("13:00:01")
    assert past(seen(day, day.cast.carla)) == (1, {"first_touch": 1, "accept": 0})

    day.until("09:00:01", day=1)
    facts = seen(day, day.cast.carla)

    assert past(facts) == (1, {"first_touch": 1, "accept": 1})
    assert [(each.lead.id, [window.stage for window in each.windows]) for each in facts.late] == [
        (lead, ["first_touch", "accept"])
    ]
    assert facts.late_seen == 1


def test_a_returned_lead_whose_clock_waits_is_not_past_its_window(day: Day) -> None:
    lead = day.lead_arrives()
    day.until("13:00:01")

    _returned(day, lead)

    facts = seen(day, day.cast.carla)
    assert past(facts) == (0, {"first_touch": 0, "accept": 0})
    assert (facts.open_leads, facts.late_seen, facts.late) == (1, 0, ())


def test_a_lead_paused_after_its_window_is_past_it_again_once_the_clock_runs(day: Day) -> None:
    lead = day.lead_arrives()
    day.until("13:00:01")
    day.pause(day.cast.ana, lead, until=local("14:00:01"))

    assert past(seen(day, day.cast.carla))[0] == 0
    day.until("14:00:01")
    assert past(seen(day, day.cast.carla)) == (1, {"first_touch": 1, "accept": 0})


def test_what_does_not_fit_is_counted_and_the_way_to_all_of_it_is_named(day: Day) -> None:
    many_late(day, 12)

    facts = seen(day, day.cast.carla)

    assert (len(facts.late), facts.late_seen, facts.late_leads) == (10, 12, 12)
    assert "y 2 más: `/sla leads vencidos`" in _said(facts, "es")
    assert "and 2 more: `/sla leads late`" in _said(facts, "en")


def test_ten_are_all_shown(day: Day) -> None:
    many_late(day, 10)

    facts = seen(day, day.cast.carla)

    assert len(facts.late) == facts.late_seen == 10
    assert "`/sla leads late`" not in _said(facts, "en")


def test_whoever_sees_only_their_own_is_told_so_where_none_is_late(day: Day) -> None:
    day.lead_arrives(owner_id=day.cast.bruno.id)
    day.until("13:00:01")

    assert _late_list(day, day.cast.ana) == ("late_own", 0)
    assert _late_list(day, day.cast.bruno) == ("late_own", 1)
    assert _late_list(day, day.cast.marta) == ("late_side", 0)
    assert _late_list(day, day.cast.carla) == ("late", 1)


def test_what_is_shared_names_no_late_lead_and_not_how_many_somebody_sees(day: Day) -> None:
    day.lead_arrives()
    day.until("13:00:01")

    with day.database.writing() as session:
        cast = day.cast
        share_status(session, now=day.now, actor=acts(cast.carla), agreement_id=cast.agreement_id)

    with day.database.reading() as session:
        shared = [each for each in told(session, "CLEADS") if isinstance(each, StatusShared)]
    assert [(each.status.late, each.status.late_seen) for each in shared] == [((), 0)]
    assert [each.status.late_leads for each in shared] == [1]


def _returned(day: Day, lead: UUID) -> None:
    with day.database.writing() as session:
        reject_lead(
            session,
            now=day.now,
            actor=acts(day.cast.ana),
            lead=lead,
            reason=RejectReason.NOT_A_FIT,
            note="",
        )


def _late_list(day: Day, by: Person) -> tuple[str, int]:
    with day.database.reading() as session:
        listed = list_leads(
            session,
            now=day.now,
            actor=acts(by),
            agreement_id=day.cast.agreement_id,
            which=Which.LATE,
        )
    return listed.title, listed.total


def _said(facts: StatusFacts, language: str) -> str:
    return str(status_message(facts, Translator(Reader(language, "America/Bogota", "CO"))).blocks)
