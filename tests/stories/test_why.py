"""`/sla why`: the clock explained step by step, to those who may see the lead."""

from tests.world import World

WORDS = {
    "en": {
        "registered": "Marta Ríos registered the lead.",
        "turn": "Reason: the rota's turn.",
        "half": "50% of the window was used.",
        "snoozed": "Ana Gómez asked to be reminded later.",
        "stopped": "The clock stopped. It was on time.",
        "used": "2 h 10 min of 4 h used. It was on time.",
        "so far": "2 h of 4 h used.",
        "in 1 h": "In 1 h",
        "unknown": "I can't find",
    },
    "es": {
        "registered": "Marta Ríos registró el lead.",
        "turn": "Motivo: turno de la rotación.",
        "half": "50% del plazo.",
        "snoozed": "Ana Gómez pospuso el recordatorio.",
        "stopped": "El reloj se detuvo. Estuvo a tiempo.",
        "used": "Usado 2 h 10 min de 4 h. Estuvo a tiempo.",
        "so far": "Usado 2 h de 4 h.",
        "in 1 h": "En 1 h",
        "unknown": "No se encontró",
    },
}


def test_it_tells_who_did_what_and_when_from_the_first_moment_to_the_last(world: World) -> None:
    say = WORDS[world.language]
    world.lead_arrives("Acme")
    world.ana.sees("Acme")
    world.until("11:00")
    world.ana.types("/sla why acme").reply.says(say["so far"])
    world.ana.sees("Acme").choose(say["in 1 h"])
    world.until("11:10")
    world.ana.types("/sla log whatsapp answered")

    story = world.ana.types("/sla porque acme").reply

    story.says(say["used"], "9:00", "11:00", "11:10")
    told = [say[step] for step in ("registered", "turn", "half", "snoozed", "stopped")]
    places = [story.words.index(step) for step in told]
    assert places == sorted(places)


def test_whoever_may_not_see_the_lead_learns_nothing_of_it(world: World) -> None:
    """Bruno, of the same team, sees the company; Sofía, who did not hand it over, nothing."""
    say = WORDS[world.language]
    world.lead_arrives("Acme")
    world.ana.sees("Acme")

    world.bruno.types("/sla why acme").reply.says("Acme").does_not_say("Laura")
    world.sofia.types("/sla why acme").reply.says(say["unknown"]).does_not_say("Laura")
