"""What was said is kept true: handled, newer, struck out."""

import pytest

from bot.notices.digests import AdminNote
from bot.notices.leads import LeadHandled
from bot.usecases.outbox import enqueue_update, settle
from models import Lead
from tests.delivery.office import (
    VENTAS,
    Office,
    flag,
    lead_facts,
    missed,
)


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
