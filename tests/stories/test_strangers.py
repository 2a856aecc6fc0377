"""Somebody without a part, a guest, somebody from outside: one polite sentence, and no change."""

import pytest

from tests.world import World

COMMANDS = (
    "status",
    "leads",
    "lead acme",
    "why acme",
    "new",
    "log acme call answered",
    "claim acme",
    "assign acme @bruno",
    "close acme lost",
    "who seo",
    "own seo @sofia",
    "goal",
    "commitment",
    "status in #ventas",
)
WORDS = {
    "en": {"no part": "You have no part in an agreement here.", "may": "Nothing was changed."},
    "es": {"no part": "participar en un acuerdo", "may": "No se cambió nada."},
}


def test_a_colleague_without_a_part_is_told_whom_to_ask_and_sees_nothing(world: World) -> None:
    say = WORDS[world.language]
    world.lead_arrives("Acme")
    world.ana.sees("Acme")

    for typed in COMMANDS[:-1]:
        said = world.diego.types(f"/sla {typed}", channel="general").reply
        said.says(say["no part"]).does_not_say("Acme", "Laura")
    world.diego.types("/sla setup", channel="general").reply.says(say["may"])

    still_untouched(world)


@pytest.mark.parametrize("about", [{"guest": True}, {"external": True}], ids=["guest", "outsider"])
def test_a_guest_and_an_outsider_get_one_sentence_in_both_languages(
    world: World, about: dict[str, object]
) -> None:
    gala = world.joins("gala", name="Gala Pérez", **about)
    world.lead_arrives("Acme")
    world.ana.sees("Acme")

    for typed in (*COMMANDS, "setup", "help", "me", "language en", ""):
        refused = gala.types(f"/sla {typed}", channel="general").reply
        refused.says("only for the people of this workspace", "personas de este espacio")
        refused.does_not_say("Acme", "Laura").with_no_buttons()

    still_untouched(world)


def test_whoever_left_the_company_can_do_nothing_and_is_told_nothing(world: World) -> None:
    world.change(user="bruno", deactivated=True)

    world.lead_arrives("Acme")
    world.lead_arrives("Beta")

    world.ana.sees("Acme")
    world.ana.sees("Beta")
    world.bruno.sees_nothing()


def still_untouched(world: World) -> None:
    world.ana.types("/sla lead acme").reply.says("Ana Gómez", "Laura Gómez", "⏳")
