"""What waits for somebody is there wherever they ask: bare `/sla`, `/sla requests`, once told."""

from tests.world import World

WORDS = {
    "en": {
        "ask": "/sla request urgent: the portal is down",
        "one": "1 thing is waiting for you.",
        "pass": "Nobody answers for these yet",
        "requests": "/sla requests",
        "two": "You have 2 things waiting.",
    },
    "es": {
        "ask": "/sla solicitud urgente: el portal no abre",
        "one": "Hay 1 asunto pendiente.",
        "pass": "Nadie responde por estas todavía",
        "requests": "/sla solicitudes",
        "two": "Hay 2 asuntos pendientes.",
    },
}


def test_a_request_nobody_answers_waits_for_the_lead_of_its_side(world: World) -> None:
    say = WORDS[world.language]
    world.marta.types(say["ask"])
    world.carla.sees("portal")
    world.channel_shows("ventas", "portal")

    world.carla.types("/sla").reply.says(say["one"], "portal")
    world.carla.types(say["requests"]).reply.says(say["pass"], "portal")
    world.ana.types("/sla").reply.does_not_say("portal")


def test_leads_that_go_past_their_window_at_once_are_one_message_to_their_lead(
    world: World,
) -> None:
    say = WORDS[world.language]
    world.until("17:00")
    world.lead_arrives("Acme")
    world.lead_arrives("Beta")
    world.until("13:01", day=1)
    for rep in (world.ana, world.bruno):
        rep.reads_all()

    world.carla.sees(say["two"], "Acme", "Beta")

    world.channel_shows("ventas", "Acme", "Beta")
    world.carla.types("/sla").reply.says("Acme", "Beta")
