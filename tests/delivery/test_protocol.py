"""Each step of the protocol: owed, claimed, guarded, sent once, written down."""

from datetime import timedelta

import pytest

from bot.notices.digests import AdminNote
from bot.notices.leads import LeadHandled
from bot.usecases.outbox import enqueue, enqueue_update, settle, take_event
from bot.usecases.outbox.audit import audit
from models import Lead
from models.database import Database
from tests.delivery.office import (
    ANA,
    CARLA,
    TEAM,
    VENTAS,
    Office,
    flag,
    lead_facts,
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


class TestHandledMeanwhile:
    """After it was sent, or while it is on its way, a message learns that it was answered."""

    def handle(self, office: Office, lead: Lead) -> None:
        done = LeadHandled(lead_facts("Acme", lead.id), "touched", None, office.clock.now())
        with office.database.writing() as session:
            settle(session, now=office.clock.now(), subject_id=lead.id, notice=done)

    def test_a_posted_reminder_becomes_a_line_without_buttons(self, office: Office) -> None:
        lead = office.lead("Acme")
        office.owe(missed("Acme", lead.id), subject="lead", subject_id=lead.id, step="x")
        office.later(seconds=1)
        asked = office.messages("@ana")[0]

        self.handle(office, lead)
        office.later(seconds=5)

        (now_says,) = office.messages("@ana")
        assert now_says["text"] != asked["text"]
        assert not [block for block in now_says["blocks"] if block["type"] == "actions"]

    def test_one_in_doubt_is_rewritten_once_it_was_found(self, office: Office) -> None:
        lead = office.lead("Acme")
        office.fault("chat.postMessage", "timeout_after")
        office.owe(missed("Acme", lead.id), subject="lead", subject_id=lead.id, step="x")
        office.later(seconds=1)
        asked = office.messages("@ana")[0]["text"]

        self.handle(office, lead)
        office.later(seconds=5)
        in_doubt = office.messages("@ana")[0]["text"]
        office.later(minutes=5)

        (now_says,) = office.messages("@ana")
        assert in_doubt == asked
        assert now_says["text"] != asked

    def test_handling_twice_rewrites_once(self, office: Office) -> None:
        lead = office.lead("Acme")
        office.owe(missed("Acme", lead.id), subject="lead", subject_id=lead.id, step="x")
        office.later(seconds=1)

        self.handle(office, lead)
        self.handle(office, lead)
        office.later(seconds=5)

        assert len(office.calls("chat.update")) == 1

    def test_a_flag_in_the_channel_stays_a_flag_with_another_outcome(self, office: Office) -> None:
        lead = office.lead("Acme")
        office.owe(flag("Acme", lead.id), to=VENTAS, subject="lead", subject_id=lead.id, step="x")
        office.later(seconds=1)

        self.handle(office, lead)
        office.later(seconds=5)

        (row,) = [each for each in office.rows("MissesFlagged") if each.operation == "update"]
        assert row.facts["leads"][0]["outcome"] == "touched"  # type: ignore[index]  # JSON
        assert len(office.messages("ventas")) == 1

    def test_one_line_of_a_digest_is_struck_out(self, office: Office) -> None:
        leads = [office.lead(f"Acme {n}", public_id=f"L-{n}") for n in range(6)]
        for lead in leads:
            facts = missed(lead.company, lead.id)
            office.owe(facts, subject="lead", subject_id=lead.id, step="x")
        office.later(seconds=1)

        self.handle(office, leads[2])
        self.handle(office, leads[4])
        office.later(seconds=10)

        (digest,) = [each for each in office.rows("Digest") if each.operation == "post"]
        lines = digest.facts["lines"]
        assert isinstance(lines, list)
        struck = {line["lead"]["company"] for line in lines if line["handled"]}
        assert struck == {"Acme 2", "Acme 4"}
        assert len(office.messages("@ana")) == 1


class TestRewriting:
    """The message of an earlier post says the newest thing, however often that changes."""

    def rewrite(self, office: Office, post_id: object, word: str) -> None:
        with office.database.writing() as session:
            enqueue_update(
                session,
                now=office.clock.now(),
                post_id=post_id,  # type: ignore[arg-type]  # a UUID, as owe() gives it
                key=f"{post_id}:{word}",
                notice=AdminNote("unsure", 1, word),
            )

    def test_one_that_has_not_left_says_the_newer_thing_at_once(self, office: Office) -> None:
        owed = office.owe(AdminNote("unsure", 1, "older"))

        self.rewrite(office, owed, "newer")
        office.later(seconds=5)

        (message,) = office.messages("@ana")
        assert "newer" in str(message["blocks"])
        assert office.calls("chat.update") == []

    def test_only_the_newest_of_several_rewrites_is_made(self, office: Office) -> None:
        owed = office.owe(AdminNote("unsure", 1, "first"))
        office.later(seconds=1)

        self.rewrite(office, owed, "second")
        self.rewrite(office, owed, "third")
        office.later(seconds=5)

        (message,) = office.messages("@ana")
        assert "third" in str(message["blocks"])
        assert len(office.calls("chat.update")) == 1

    @pytest.mark.parametrize("kind", ["500", "timeout_after", "reset_after", "truncated", "429"])
    def test_a_rewrite_that_failed_is_simply_made_again(self, office: Office, kind: str) -> None:
        owed = office.owe(AdminNote("unsure", 1, "first"))
        office.later(seconds=1)
        office.fault("chat.update", kind)

        self.rewrite(office, owed, "second")
        office.later(minutes=1)

        (message,) = office.messages("@ana")
        assert "second" in str(message["blocks"])
        assert office.states()["UNSURE"] == 0

    def test_a_message_deleted_in_slack_is_left_alone(self, office: Office) -> None:
        owed = office.owe(AdminNote("unsure", 1, "first"))
        office.later(seconds=1)
        office.fault("chat.update", "error", error="message_not_found")

        self.rewrite(office, owed, "second")
        office.later(minutes=10)

        assert office.states() == {"SENT": 1, "DEAD": 1}


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
