"""Setting up an agreement in its form."""

from typing import Any

import pytest
from sqlmodel import select

from bot.views.ids import Id
from models import Agreement, KnownChannel, Window
from tests.handlers.conftest import Stage
from tests.handlers.test_forms import picked
from tests.usecases.builders import HOUR, MONDAY


class TestSettingUp:
    @pytest.fixture
    def channels(self, stage: Stage) -> None:
        with stage.door.database.writing() as session:
            for name, is_shared in (("CNEW", False), ("CSHARED", True)):
                session.add(
                    KnownChannel(
                        team_id="T1",
                        slack_id=name,
                        name=name.lower(),
                        is_shared=is_shared,
                        seen_at=MONDAY,
                    )
                )

    def fill(self, stage: Stage, channel: str) -> dict[str, Any]:
        return {
            "name": "Norte",
            "kind": picked("marketing_sales"),
            "working_channel": {"selected_conversation": channel},
            "marketing_leads": {"selected_users": [stage.cast.marta.slack_id]},
            "sales_leads": {"selected_users": [stage.cast.carla.slack_id]},
            "reps": {"selected_users": [stage.cast.ana.slack_id]},
            "zone": "America/Bogota",
            "days": {"selected_options": [{"value": str(day)} for day in range(5)]},
            "hours": "08:00-12:00, 14:00-18:00",
            "country": picked("CO"),
            "language": picked("es"),
            "currency": picked("COP"),
            "first_touch": "4 h",
        }

    def test_where_one_is_in_force_an_admin_reads_it_and_what_can_be_changed(
        self, stage: Stage
    ) -> None:
        reply = stage.door.types(stage.cast.alba, "configurar")

        assert not reply.views
        assert "Leads" in reply.text
        assert "no se pueden cambiar" in reply.text
        assert "`/sla configurar nuevo`" in reply.text

    @pytest.mark.parametrize(("channel", "chosen"), [("CLEADS", ""), ("CNEW", "CNEW")])
    def test_a_new_one_is_not_offered_the_channel_of_another(
        self, stage: Stage, channel: str, chosen: str
    ) -> None:
        form = stage.door.types(stage.cast.alba, "configurar nuevo", channel=channel).view

        assert _channel_in(form) == chosen

    @pytest.mark.usefixtures("channels")
    def test_an_agreement_is_set_up(self, stage: Stage) -> None:
        form = stage.door.types(stage.cast.alba, "configurar", channel="CNEW").view

        reply = stage.door.submits(stage.cast.alba, form, **self.fill(stage, "CNEW"))

        assert "Norte" in reply.text
        with stage.door.database.reading() as session:
            made = session.exec(select(Agreement).where(Agreement.name == "Norte")).one()
            assert made.channel_id == made.celebration_channel_id == "CNEW"

    @pytest.mark.usefixtures("channels")
    def test_what_is_promised_for_requests_is_optional_and_of_either_side(
        self, stage: Stage
    ) -> None:
        form = stage.door.types(stage.cast.alba, "configurar", channel="CNEW").view
        promised = {"urgent_request": "2 h", "request": "8 h"}

        reply = stage.door.submits(stage.cast.alba, form, **self.fill(stage, "CNEW"), **promised)

        assert "Una solicitud urgente de un cliente se responde en 2 h." in reply.text
        with stage.door.database.reading() as session:
            made = session.exec(select(Agreement).where(Agreement.name == "Norte")).one()
            windows = session.exec(select(Window).where(Window.agreement_id == made.id)).all()
        assert {(each.stage, each.party, each.target) for each in windows} == {
            ("first_touch", "sales", 4 * HOUR),
            ("urgent_request", "either", 2 * HOUR),
            ("request", "either", 8 * HOUR),
        }

    @pytest.mark.usefixtures("channels")
    @pytest.mark.parametrize("channel", ["CSHARED", "CUNKNOWN", "CLEADS"])
    def test_a_channel_that_will_not_do_is_refused(self, stage: Stage, channel: str) -> None:
        form = stage.door.types(stage.cast.alba, "configurar", channel="CNEW").view

        reply = stage.door.submits(stage.cast.alba, form, **self.fill(stage, channel))

        assert list(reply.errors) == ["field.working_channel"]

    @pytest.mark.usefixtures("channels")
    def test_choosing_a_country_shows_its_holidays_and_keeps_the_rest(self, stage: Stage) -> None:
        form = stage.door.types(stage.cast.alba, "configurar", channel="CNEW").view
        filled = self.fill(stage, "CNEW") | {"country": picked("MX")}
        state = {
            block["block_id"]: {block["element"]["action_id"]: _held(filled, block["block_id"])}
            for block in form["blocks"]
            if block["type"] == "input"
        }

        reply = stage.door.presses(
            stage.cast.alba,
            Id.SETUP_COUNTRY,
            response_url="",
            view=form | {"id": "V1", "hash": "1", "state": {"values": state}},
        )

        assert "Norte" in str(reply.view)
        assert "Independencia" in reply.text


def _held(filled: dict[str, Any], block_id: str) -> dict[str, Any]:
    given = filled.get(block_id.removeprefix("field."))
    return given if isinstance(given, dict) else {"value": given}


def _channel_in(form: dict[str, Any]) -> str:
    """Return the working channel that a form has filled in."""
    (field,) = [
        block["element"]
        for block in form["blocks"]
        if block.get("block_id") == Id.FIELD_WORKING_CHANNEL.value
    ]
    return str(field.get("initial_conversation", ""))
