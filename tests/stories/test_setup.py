"""An agreement made from nothing in the form of `/sla setup`; at once a lead runs under it."""

from tests.shown import Outcome
from tests.world import World

WORDS = {
    "en": {
        "none": "No agreement has been set up here yet",
        "set up": "Set it up",
        "made": "Carla Mejía set up",
        "agreed": "4 h",
        "may": "Nothing was changed.",
        "shared": "another organisation",
        "both": "cannot speak for both sides",
        "zone": "America/Bogota",
        "left": "2 h left to contact",
        "holiday": "Mar 23",
    },
    "es": {
        "none": "Aquí todavía no hay un acuerdo",
        "set up": "Configurar",
        "made": "Carla Mejía configuró",
        "agreed": "4 h",
        "may": "No se cambió nada.",
        "shared": "otra organización",
        "both": "no puede responder por las dos partes",
        "zone": "America/Bogota",
        "left": "Faltan 2 h para contactar",
        "holiday": "23 mar",
    },
}


def test_an_admin_sets_it_up_in_a_form_and_a_lead_flows_through(empty_world: World) -> None:
    world, say = empty_world, WORDS[empty_world.language]
    offer = world.carla.types("/sla status").reply.says(say["none"])
    offer.click(say["set up"]).reply.says(say["holiday"])

    fill_in(world).reply.says("Leads", say["agreed"])

    world.channel_shows("ventas", say["made"], say["agreed"], "Marta Ríos", "Ana Gómez")
    world.lead_arrives("Acme")
    world.ana.sees("Acme")
    world.until("11:00")
    world.ana.sees("Acme", say["left"])


def test_whoever_is_no_admin_is_refused_before_filling_it_in(empty_world: World) -> None:
    world, say = empty_world, WORDS[empty_world.language]

    world.ana.types("/sla setup").reply.says(say["may"])

    world.ana.types("/sla status").reply.says(say["none"])


def test_what_cannot_be_taken_is_said_beside_its_line_and_nothing_is_set_up(
    empty_world: World,
) -> None:
    world, say = empty_world, WORDS[empty_world.language]
    world.carla.types("/sla setup")

    wrong = fill_in(world, zone="Mars/Base", hours="nine to never", first_touch="soon").errors
    both = fill_in(world, sales_leads=["marta"]).errors

    assert wrong.keys() == {"zone", "hours", "first_touch"}
    assert say["zone"] in wrong["zone"]
    assert say["both"] in both["sales_leads"]
    world.carla.types("/sla status").reply.says(say["none"])


def test_a_channel_that_outsiders_read_is_refused(empty_world: World) -> None:
    world, say = empty_world, WORDS[empty_world.language]
    world.change(channel="socios", new=True, add=["SLA", "carla"])
    world.change(channel="socios", shared=True)
    world.carla.types("/sla setup")

    refused = fill_in(world, working_channel="socios").errors

    assert say["shared"] in refused["working_channel"]
    world.channel_shows_nothing("socios")


def test_sending_the_same_form_twice_changes_nothing(empty_world: World) -> None:
    world, say = empty_world, WORDS[empty_world.language]
    world.carla.types("/sla setup")
    fill_in(world)
    world.channel_shows("ventas", say["made"])

    world.carla.types("/sla setup new")
    fill_in(world).reply.says("Leads", say["agreed"])

    world.channel_shows_nothing("ventas")


def fill_in(world: World, **otherwise: object) -> Outcome:
    """Fill in and send the form that Carla has open."""
    agreed = {
        "name": "Leads",
        "kind": "marketing_sales",
        "working_channel": "ventas",
        "celebration_channel": "equipo",
        "marketing_leads": ["marta"],
        "sales_leads": ["carla"],
        "reps": ["ana", "bruno"],
        "zone": "America/Bogota",
        "days": ["0", "1", "2", "3", "4"],
        "hours": "09:00-17:00",
        "language": world.language,
        "currency": "COP",
        "first_touch": "4h",
    }
    return world.carla.submits(**agreed | otherwise)
