"""What can never be posted as it is, and who hears of it instead."""

import logging

import pytest

from bot.notices.digests import AdminNote
from models import Outbox
from tests.delivery.office import (
    ALBA,
    BRUNO,
    CARLA,
    VENTAS,
    Office,
    flag,
    missed,
)


class TestForGood:
    """What can never be posted dies visibly, and the next person in line hears of it."""

    @pytest.mark.parametrize("code", ["channel_not_found", "is_archived", "not_in_channel"])
    def test_a_channel_that_is_gone_goes_to_the_sales_lead(self, office: Office, code: str) -> None:
        office.fault("chat.postMessage", "error", error=code, channel="ventas")
        owed = office.owe(flag("Acme"), to=VENTAS)

        office.later(minutes=1)

        assert (office.row(owed).state, office.row(owed).reason) == ("DEAD", code)
        assert len(office.messages("@carla")) == 1
        assert len(office.messages("@alba")) == 1

    def test_an_owner_who_cannot_be_reached_is_followed_by_the_line(self, office: Office) -> None:
        lead = office.lead("Acme")
        for reader in ("ana", "carla"):
            office.change(user=reader, deactivated=True)
        office.fault("conversations.open", "error", error="user_disabled", times=2)

        office.owe(missed("Acme", lead.id), subject="lead", subject_id=lead.id, step="x")
        office.later(minutes=1)

        words = office.rows("CouldNotTell")
        assert {row.destination: row.state for row in words} == {CARLA: "DEAD", ALBA: "SENT"}
        assert "Acme" not in str(office.messages("@alba"))

    def test_the_owner_hears_what_the_channel_could_not(self, office: Office) -> None:
        lead = office.lead("Acme")
        office.change(channel="ventas", archived=True)

        office.owe(flag("Acme", lead.id), to=VENTAS, subject="lead", subject_id=lead.id, step="x")
        office.later(minutes=1)

        assert len(office.messages("@ana")) == 1
        assert office.messages("@carla") == []

    @pytest.mark.parametrize("mark", ["shared", "pending_shared"])
    def test_a_channel_shared_with_others_never_sees_a_lead(
        self, office: Office, mark: str
    ) -> None:
        office.change(channel="ventas", **{mark: True})
        owed = office.owe(flag("Acme"), to=VENTAS)

        office.later(minutes=1)

        assert office.messages("ventas") == []
        assert office.row(owed).reason == "shared_channel"
        assert len(office.messages("@carla")) == 1

    @pytest.mark.parametrize("attribute", ["is_stranger", "is_deactivated"])
    def test_people_known_to_be_out_are_not_written_to(
        self, office: Office, attribute: str
    ) -> None:
        with office.database.writing() as session:
            person = session.merge(office.bruno)
            setattr(person, attribute, True)
        owed = office.owe(missed("Acme"), to=BRUNO)

        office.later(minutes=1)

        assert office.row(owed).state == "DEAD"
        assert office.calls("conversations.open") == [
            call for call in office.calls("conversations.open") if BRUNO not in str(call)
        ]

    @pytest.mark.parametrize("code", ["invalid_blocks", "msg_blocks_too_long"])
    def test_words_go_out_alone_when_slack_refuses_the_blocks(
        self, office: Office, code: str
    ) -> None:
        office.fault("chat.postMessage", "error", error=code)
        owed = office.owe(missed("Acme"))

        office.later(minutes=1)

        (message,) = office.messages("@ana")
        assert office.row(owed).state == "DEAD"
        assert "Acme" in message["text"]
        assert office.calls("chat.postMessage")[-1]["request"].get("blocks") is None

    def test_a_message_refused_even_as_words_goes_down_the_line(self, office: Office) -> None:
        office.fault("chat.postMessage", "error", error="invalid_blocks", times=2)
        office.owe(missed("Acme"))

        office.later(minutes=1)

        assert office.messages("@ana") == []
        assert len(office.messages("@carla")) == 1

    def test_a_broken_view_costs_its_own_message_only(
        self, office: Office, caplog: pytest.LogCaptureFixture
    ) -> None:
        owed = office.owe(missed("Acme"))
        with office.database.writing() as session:
            session.get_one(Outbox, owed).facts = {}
        office.owe(AdminNote("unsure", 1, "behind it"))

        with caplog.at_level(logging.CRITICAL + 1, logger="bot.delivery.dispatch"):
            office.later(minutes=1)

        assert office.row(owed).reason == "cannot_be_rendered"
        assert len(office.messages("@ana")) == 1
        assert len(office.messages("@carla")) == 1
