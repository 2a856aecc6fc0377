"""The card in the owner's conversation stays true, also when nobody but time changes a lead."""

from tests.world import World

WORDS = {
    "en": {
        "due": "First follow-up: due",
        "past": "First follow-up: past the window",
        "pause": "/sla pause {short} out of office until Thursday",
        "paused": "First follow-up: paused until",
    },
    "es": {
        "due": "Primer seguimiento: vence",
        "past": "Primer seguimiento: fuera de plazo",
        "pause": "/sla pausar {short} está de vacaciones hasta el jueves",
        "paused": "Primer seguimiento: en pausa hasta",
    },
}


def test_the_card_says_so_once_the_window_is_missed(world: World) -> None:
    say = WORDS[world.language]
    world.lead_arrives("Acme")
    card = world.ana.sees("Acme", say["due"])

    world.until("13:00")
    card.now().says(say["due"])
    world.until("13:00:05")

    card.now().says(say["past"]).does_not_say(say["due"])
    world.ana.reads_all()
    world.carla.sees("Acme")
    world.channel_shows("ventas", "Acme")


def test_the_card_says_so_once_a_pause_ends_by_itself(world: World) -> None:
    say = WORDS[world.language]
    short = world.lead_arrives("Acme")
    card = world.ana.sees("Acme")
    world.ana.types(say["pause"].format(short=short))
    card.now().says(say["paused"])

    world.until("09:00:05", day=3)

    card.now().says(say["due"]).does_not_say(say["paused"])
