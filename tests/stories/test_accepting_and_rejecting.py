"""A lead is accepted, or goes back to marketing with a reason that marketing reads and answers."""

from tests.shown import Shown
from tests.world import World

WORDS = {
    "en": {
        "accept": "Accept",
        "accepted": "Accepted",
        "in time": "Acceptance: on time",
        "past": "Acceptance: past the window",
        "not accepted": "was not accepted within the agreed window",
        "return": "Return to marketing",
        "no budget": "No budget",
        "waiting": "waits for the answer",
        "paused": "paused with 4 h left",
        "agree": "Agree",
        "contest": "Send it back to sales",
        "one open": "1 open lead.",
        "none open": "0 open leads.",
        "goes on": "its clock goes on",
        "left over": "Time left: 4 h",
        "agreed": "agrees on the return of",
        "followed up": "followed up with",
        "whatsapp": "WhatsApp · answered",
        "left": "2 h left to contact",
    },
    "es": {
        "accept": "Aceptar",
        "accepted": "Aceptado",
        "in time": "Aceptación: a tiempo",
        "past": "Aceptación: fuera de plazo",
        "not accepted": "quedó sin aceptar en el plazo acordado",
        "return": "Devolver a marketing",
        "no budget": "Sin presupuesto",
        "waiting": "espera la respuesta",
        "paused": "en pausa, con 4 h por delante",
        "agree": "De acuerdo",
        "contest": "Devolver a ventas",
        "one open": "1 lead abierto.",
        "none open": "0 leads abiertos.",
        "goes on": "su reloj sigue corriendo",
        "left over": "Tiempo restante: 4 h",
        "agreed": "acepta la devolución de",
        "followed up": "hizo seguimiento a",
        "whatsapp": "WhatsApp · contestó",
        "left": "Faltan 2 h para contactar",
    },
}
ACCEPT_WITHIN_2H = '[windows.accept]\nwithin = "2h"'


def test_accepting_stops_the_clock_of_acceptance_and_not_the_one_of_the_follow_up(
    empty_world: World,
) -> None:
    world, say = empty_world.agreed(more=ACCEPT_WITHIN_2H), WORDS[empty_world.language]
    world.lead_arrives("Acme")
    card = world.ana.sees("Acme").with_buttons(say["accept"], say["return"])

    card.click(say["accept"])

    card.now().says(say["accepted"], say["in time"], "⏳")
    world.until("11:00")
    world.ana.sees("Acme", say["left"])
    world.carla.sees_nothing()


def test_a_lead_nobody_accepts_is_past_its_window_on_its_own(empty_world: World) -> None:
    world, say = empty_world.agreed(more=ACCEPT_WITHIN_2H), WORDS[empty_world.language]
    short = world.lead_arrives("Acme")

    world.until("11:01")

    world.ana.reads_all()
    world.carla.sees("Acme", say["not accepted"])
    world.channel_shows("ventas", short)
    world.ana.types(f"/sla lead {short}").reply.says(say["past"])


def test_a_rejected_lead_reaches_marketing_with_its_reason_and_its_clock_waits(
    world: World,
) -> None:
    say = WORDS[world.language]
    card, asked = rejected(world)

    asked.says("Ana Gómez", "Acme", say["no budget"], "hasta 2027")

    card.now().says(say["paused"]).with_no_buttons()
    world.until("17:00", day=2)
    world.ana.sees_nothing()
    world.carla.sees_nothing()


def test_marketing_agrees_and_the_lead_is_no_longer_open(world: World) -> None:
    say = WORDS[world.language]
    _, asked = rejected(world)
    world.carla.types("/sla status").reply.says(say["one open"])

    asked.click(say["agree"])

    asked.now().says("Marta Ríos").with_no_buttons()
    world.ana.sees("Marta Ríos", say["agreed"]).with_no_buttons()
    world.carla.types("/sla status").reply.says(say["none open"])


def test_marketing_contests_and_the_owner_follows_up_with_one_tap(world: World) -> None:
    say = WORDS[world.language]
    _, asked = rejected(world)
    asked.click(say["contest"])
    told = world.ana.sees("Marta Ríos", "Acme", say["goes on"], say["left over"])

    told.click(say["whatsapp"])

    told.now().says("Ana Gómez", say["followed up"]).with_no_buttons()


def test_marketing_contests_and_the_clock_goes_on_from_where_it_stood(world: World) -> None:
    """Rejected at once and sent back at 14:00: four hours end on Tuesday at 10:00."""
    say = WORDS[world.language]
    card, asked = rejected(world)
    world.until("14:00")

    asked.click(say["contest"]).reply.says(say["goes on"])

    card.now().with_buttons(say["accept"])
    world.ana.sees("Acme", say["goes on"])
    world.until("16:01")
    world.ana.sees("Acme", say["left"])
    world.until("10:00", day=1)
    world.ana.sees("Acme")
    world.channel_shows_nothing("ventas")
    world.until("10:01", day=1)
    world.ana.sees("Acme")
    world.carla.sees("Acme")
    world.channel_shows("ventas", "Acme")


def rejected(world: World) -> tuple[Shown, Shown]:
    """Ana sends a lead back; return her card and what Marta is asked."""
    world.lead_arrives("Acme")
    card = world.ana.sees("Acme")
    form = card.click(WORDS[world.language]["return"])
    form.submit(reason="no_budget", note="Sin dinero hasta 2027").reply.says(
        WORDS[world.language]["waiting"]
    )
    return card, world.marta.sees("Acme")
