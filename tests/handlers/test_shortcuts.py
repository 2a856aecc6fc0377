"""Shortcuts: of the workspace, and of a message."""

from bot.views.ids import Id
from tests.handlers.conftest import Stage
from tests.handlers.test_forms import picked


class TestShortcuts:
    def test_register_an_mql(self, stage: Stage) -> None:
        assert stage.door.uses(stage.cast.ana, Id.SHORTCUT_LEAD_NEW).view["callback_id"] == (
            Id.FORM_LEAD_NEW
        )

    def test_log_a_follow_up_from_a_message(self, stage: Stage) -> None:
        form = stage.door.uses(stage.cast.ana, Id.SHORTCUT_TOUCH, "Hablé con Laura &amp; Paz").view

        reply = stage.door.submits(
            stage.cast.ana,
            form,
            lead=stage.id,
            channel=picked("call"),
            outcome=picked("answered"),
            note="Hablé",
        )

        assert "Hablé con Laura & Paz" in str(form)
        assert "Laura Gómez" in reply.text

    def test_a_lead_nobody_knows_is_refused_beside_its_line(self, stage: Stage) -> None:
        form = stage.door.uses(stage.cast.ana, Id.SHORTCUT_TOUCH, "Hablé con Laura").view

        reply = stage.door.submits(
            stage.cast.ana, form, lead="Nadie", channel=picked("call"), outcome=picked("answered")
        )

        assert list(reply.errors) == ["field.lead"]

    def test_make_a_message_a_commitment(self, stage: Stage) -> None:
        form = stage.door.uses(stage.cast.ana, Id.SHORTCUT_COMMITMENT, "Enviar la propuesta").view

        assert "Enviar la propuesta" in str(form)
