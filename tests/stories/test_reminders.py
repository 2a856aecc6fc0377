"""Reminders measure themselves: who lets most pass gets them together, until they ask otherwise."""

from tests.world import World

WORDS = {
    "en": {
        "few": "Of your last 10 reminders, those that led to something within an hour of work: 0.",
        "together": "together each morning",
        "past": "Past the window",
        "today": "2 h left",
        "again": "Each at its moment again",
        "singly": "each reminder comes at its moment",
        "me": "/sla me",
        "manner": "each at its time",
    },
    "es": {
        "few": "De los últimos 10 recordatorios, los que llevaron a algo en una hora",
        "together": "juntos cada mañana",
        "past": "Fuera de plazo",
        "today": "Faltan 2 h",
        "again": "Volver a uno por uno",
        "singly": "cada recordatorio llega en su momento",
        "me": "/sla yo",
        "manner": "cada uno a su hora",
    },
}


def test_reminders_nobody_heeds_come_together_and_misses_as_before(empty_world: World) -> None:
    """Five leads on Monday, two reminders each, none of them heeded; on Tuesday it changes."""
    world, say = empty_world.agreed(reps=["ana"]), WORDS[empty_world.language]
    for company in ("Alfa", "Brisa", "Cobre", "Delta", "Eco"):
        world.lead_arrives(company)
    world.until("17:00")
    everybody_reads(world)

    world.until("09:00", day=1)
    told = world.ana.sees(say["few"], say["together"])
    world.ana.types(say["me"]).reply.says(say["together"]).with_buttons(say["again"])
    world.lead_arrives("Acme")
    world.ana.sees("Acme")
    world.until("11:01", day=1)
    world.ana.sees("Acme", say["today"])
    everybody_reads(world)

    world.until("15:00", day=1)
    world.lead_arrives("Faro")
    everybody_reads(world)
    world.until("09:00", day=2)
    world.ana.sees("Faro", say["today"])
    world.until("10:59", day=2)
    world.ana.sees_nothing()
    world.until("11:02", day=2)
    world.ana.sees("Faro", say["past"])
    everybody_reads(world)

    told.click(say["again"]).reply.says(say["singly"])

    world.ana.types(say["me"]).reply.says(say["manner"])
    world.lead_arrives("Beta")
    world.ana.sees("Beta")
    world.until("13:05", day=2)
    world.ana.sees("Beta")
    everybody_reads(world)


def everybody_reads(world: World) -> None:
    """Read what this story is not about: leads of Monday, misses, escalations."""
    for player in world.players.values():
        player.reads_all()
    while world.unread("ventas"):
        world.channel_shows("ventas")
