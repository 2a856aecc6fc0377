"""Somebody leaves: what was asked of them is passed on by who leads their side."""

from tests.world import World

WORDS = {
    "en": {"left": "Bruno Díaz left the workspace", "passed": "Carla Mejía passed it to you."},
    "es": {
        "left": "Bruno Díaz ya no está en el espacio de trabajo",
        "passed": "La pasó Carla Mejía.",
    },
}
TYPED = "/sla solicitud actualizar los datos de Acme, crm"


def test_the_lead_of_the_side_passes_on_what_was_asked_of_whoever_left(empty_world: World) -> None:
    world = empty_world.agreed()
    say = WORDS[world.language]
    world.carla.types("/sla encargar crm @bruno")
    world.marta.types(TYPED)
    world.bruno.reads_all()
    world.channel_shows("ventas", "Acme", "Bruno Díaz")

    world.change(user="bruno", deactivated=True)
    world.program.settle()
    told = world.carla.sees(say["left"], "Acme")
    told.choose("Ana Gómez")

    world.ana.sees(say["passed"], "Acme")
    world.change(user="bruno", deactivated=False)
    world.program.settle()
    world.bruno.sees_nothing()
