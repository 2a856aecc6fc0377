"""Each step of the protocol: owed, claimed, guarded, sent once, written down."""

from datetime import timedelta

from bot.notices.digests import AdminNote
from bot.usecases.outbox import enqueue, take_event
from bot.usecases.outbox.audit import audit
from models import Lead
from models.database import Database
from tests.delivery.office import (
    ANA,
    CARLA,
    TEAM,
    Office,
    missed,
    opened_office,
)
from tests.usecases.builders import MONDAY


def test_a_message_owed_is_posted_once_on_both_databases(database: Database) -> None:
    with opened_office(database) as office:
        owed = office.owe(missed("Acme"))

        office.later(minutes=10)

        assert len(office.messages("@ana")) == 1
        assert office.row(owed).state == "SENT"
        assert office.row(owed).ts == office.messages("@ana")[0]["ts"]


def test_deciding_twice_owes_once(office: Office) -> None:
    office.owe(missed("Acme"), key="clock:0:breach")
    with office.database.writing() as session:
        again = enqueue(
            session, now=MONDAY, team_id=TEAM, key="clock:0:breach", to=ANA, notice=missed("Acme")
        )

    office.later(minutes=1)

    assert again is None
    assert len(office.messages("@ana")) == 1


def test_a_post_carries_its_markers_and_unfurls_nothing(office: Office) -> None:
    owed = office.owe(missed("Acme"))

    office.later(seconds=0)

    request = office.calls("chat.postMessage")[0]["request"]
    assert request["metadata"] == {
        "event_type": "sla_message",
        "event_payload": {"id": str(owed)},
    }
    assert any(block.get("block_id") == f"sla-{owed}" for block in request["blocks"])
    assert (request["unfurl_links"], request["unfurl_media"]) == (False, False)
    assert "link_names" not in request


def test_the_conversation_is_opened_and_kept_before_the_first_post(office: Office) -> None:
    office.fault("chat.postMessage", "timeout_after")
    office.owe(missed("Acme"))

    office.later(seconds=0)

    with office.database.reading() as session:
        kept = session.merge(office.ana, load=True)
        session.refresh(kept)
        assert kept.dm_channel == "D0ANA"
    assert len(office.calls("conversations.open")) == 1


def test_a_message_waits_for_its_moment(office: Office) -> None:
    due = MONDAY + timedelta(hours=2)
    office.owe(missed("Acme"), not_before=due)

    office.until(due - timedelta(seconds=1))
    before = office.texts("@ana")
    office.until(due)

    assert before == []
    assert len(office.texts("@ana")) == 1


def test_what_nobody_needs_any_more_is_cancelled_when_it_is_claimed(office: Office) -> None:
    lead = office.lead("Acme")
    owed = office.owe(missed("Acme", lead.id), subject="lead", subject_id=lead.id, step="unowned")

    office.later(minutes=1)

    assert office.messages("@ana") == []
    assert office.row(owed).state == "CANCELLED"


def test_a_message_about_an_erased_lead_is_cancelled(office: Office) -> None:
    lead = office.lead("Acme")
    owed = office.owe(missed("Acme"), subject="lead", subject_id=lead.id, step="card")
    with office.database.writing() as session:
        session.delete(session.get_one(Lead, lead.id))

    office.later(minutes=1)

    assert office.row(owed).state == "CANCELLED"


def test_a_claim_that_grew_old_is_given_back_unsent(office: Office) -> None:
    office.sender.release()
    office.timings = type(office.timings)(timeout=0.3, guard=0.0)
    office.sender = office.new_sender()
    office.sender.take_lock()
    owed = office.owe(missed("Acme"))

    office.sender.deliver_one(office.clock.now())

    assert office.calls("chat.postMessage") == []
    assert office.row(owed).state == "PENDING"


def test_a_sender_without_the_lock_sends_nothing(office: Office) -> None:
    office.sender.release()
    office.owe(missed("Acme"))

    did = office.sender.deliver_one(office.clock.now())

    assert did is False
    assert office.sender.next_due() is None
    assert office.calls("chat.postMessage") == []


def test_a_reader_gets_one_message_a_second_and_others_do_not_wait(office: Office) -> None:
    for company in ("Acme", "Bravo", "Coral"):
        office.owe(AdminNote("unsure", 1, company))
    office.owe(missed("Delta"), to=CARLA)

    office.later(seconds=0)
    at_once = (len(office.texts("@ana")), len(office.texts("@carla")))
    office.later(seconds=1)
    after_a_second = len(office.texts("@ana"))
    office.later(seconds=1)

    assert at_once == (1, 1)
    assert after_a_second == 2
    assert len(office.texts("@ana")) == 3


def test_the_next_due_moment_is_when_the_pace_allows(office: Office) -> None:
    office.owe(AdminNote("unsure", 1, "one"))
    office.owe(AdminNote("unsure", 2, "two"))

    office.sender.deliver(office.clock.now())

    assert office.sender.next_due() == MONDAY + timedelta(seconds=1)


def test_an_event_is_taken_once_on_both_databases(database: Database) -> None:
    with database.writing() as session:
        first = take_event(session, now=MONDAY, event_id="Ev1")
    with database.writing() as session:
        again = take_event(session, now=MONDAY, event_id="Ev1")

    assert (first, again) == (True, False)


class TestAudit:
    """A second query says whether anything is overdue or stuck."""

    def test_all_is_well_when_everything_was_sent(self, office: Office) -> None:
        office.owe(missed("Acme"))
        office.later(minutes=20)

        with office.database.reading() as session:
            found = audit(session, now=office.clock.now(), team_id=TEAM)

        assert found.is_well

    def test_a_message_nobody_sent_is_found(self, office: Office) -> None:
        office.sender.release()
        office.owe(missed("Acme"))

        with office.database.reading() as session:
            at = MONDAY + timedelta(minutes=15)
            in_time = audit(session, now=at, team_id=TEAM)
            too_late = audit(session, now=at + timedelta(seconds=1), team_id=TEAM)

        assert in_time.is_well
        assert (too_late.is_well, too_late.stuck_pending) == (False, 1)
