"""Slack fails in every way it can; people still see each message once."""

import pytest

from tests.world import World

WORDS = {
    "en": {"left": "2 h left to contact", "answered": "WhatsApp · answered"},
    "es": {"left": "Faltan 2 h para contactar", "answered": "WhatsApp · contestó"},
}

FAULTS: dict[str, dict[str, object]] = {
    "asked to slow down": {"kind": "429", "retry_after": 20},
    "an error page, and nothing was posted": {"kind": "500"},
    "an error page after it was posted": {"kind": "500", "stored": True},
    "no answer, and nothing was posted": {"kind": "timeout_before", "seconds": 0.1},
    "no answer after it was posted": {"kind": "timeout_after", "seconds": 0.1},
    "the line cut before it was posted": {"kind": "reset_before"},
    "the line cut after it was posted": {"kind": "reset_after"},
    "half an answer": {"kind": "truncated"},
    "two error pages in a row": {"kind": "503", "times": 2},
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_reminder_is_seen_exactly_once(world: World, fault: dict[str, object]) -> None:
    world.lead_arrives("Acme")
    world.ana.sees("Acme")
    world.fault(method="chat.postMessage", **fault)

    world.until("11:30")

    reminders = world.ana.reads_all()
    assert len(reminders) == 1
    reminders[0].says("Acme", WORDS[world.language]["left"])


def test_a_reminder_is_seen_once_while_every_event_comes_twice(world: World) -> None:
    world.lead_arrives("Acme")
    world.ana.sees("Acme")
    world.fault(kind="duplicate_event", times=5)

    world.until("10:59")
    world.change(user="bruno", name="Bruno Díaz Gil")
    world.until("11:00")
    world.change(user="bruno", name="Bruno Díaz")

    assert len(world.ana.reads_all()) == 1
    world.lead_arrives("Beta")
    world.bruno.sees("Beta", "Bruno Díaz")


def test_what_was_handled_while_its_fate_was_unknown_is_never_sent_again(world: World) -> None:
    """The post of 11:00 is lost; Ana calls at 11:01, before anybody knew."""
    world.lead_arrives("Acme")
    world.ana.sees("Acme")
    world.fault(method="chat.postMessage", kind="500")
    world.until("11:00")

    world.ana.types("/sla log call answered")

    world.until("17:00")
    world.ana.sees_nothing()


@pytest.mark.parametrize("fault", ["drop_sockets", "refresh_sockets"])
def test_a_cut_line_is_opened_anew_and_a_tap_works_again(world: World, fault: str) -> None:
    say = WORDS[world.language]
    world.lead_arrives("Acme")
    world.ana.sees("Acme")

    world.fault(kind=fault)

    world.until("11:00")
    reminder = world.ana.sees("Acme", say["left"])
    world.reconnects()
    reminder.click(say["answered"])
    reminder.now().says("Ana Gómez").with_no_buttons()


def test_a_revoked_token_holds_everything_back_until_slack_lets_the_bot_in(
    world: World,
) -> None:
    world.lead_arrives("Acme")
    world.ana.sees("Acme")
    world.fault(kind="revoked", times=30)

    world.until("11:10")
    world.ana.sees_nothing()
    world.errors.expect("Slack refuses the bot")
    world.mended()
    world.until("11:20")

    assert len(world.ana.reads_all()) == 1


def test_an_owner_who_cannot_be_written_to_is_made_up_for_by_the_sales_lead(world: World) -> None:
    world.lead_arrives("Acme")
    world.ana.sees("Acme")
    world.fault(method="chat.postMessage", kind="error", error="user_not_found", channel="@ana")

    world.until("11:10")

    world.ana.sees_nothing()
    world.carla.sees("Ana Gómez", "Acme")
