"""`/sla status`: the same totals for everybody, names only for whom they concern."""

from tests.cast import agreement
from tests.world import World

WORDS = {
    "en": {
        "totals": "Leads: 4 open leads. 2 are past their window.",
        "now": "3 open · 1 due soon · 2 past the window",
        "week": "This week 33% on time: 1 of 3.",
        "private": "Only you can see this part.",
        "share": "Share the totals in the channel",
        "by": "Shared by",
        "mine": "My leads",
        "in": "/sla status in #socios",
        "none": "Renovaciones: 0 open leads.",
        "one": "Renovaciones: 1 open lead.",
        "which": "Which agreement do you mean?",
    },
    "es": {
        "totals": "Leads: 4 leads abiertos. 2 están fuera de plazo.",
        "now": "3 abiertos · 1 por vencer · 2 fuera de plazo",
        "week": "Esta semana 33% a tiempo: 1 de 3.",
        "private": "Esta parte no la ve nadie más.",
        "share": "Compartir los totales en el canal",
        "by": "Lo compartió",
        "mine": "Mis leads",
        "in": "/sla estado en #socios",
        "none": "Renovaciones: 0 leads abiertos.",
        "one": "Renovaciones: 1 lead abierto.",
        "which": "¿De qué acuerdo se trata?",
    },
}


def test_it_answers_with_totals_in_whichever_language_it_is_asked(world: World) -> None:
    say = WORDS[world.language]
    a_busy_morning(world)

    for typed in ("/sla status", "/sla estado", "/sla ¿Cómo vamos?"):
        world.sofia.types(typed).reply.says(say["totals"], say["now"], say["week"])


def test_late_leads_are_named_to_their_owner_and_the_sales_lead_only(world: World) -> None:
    say = WORDS[world.language]
    a_busy_morning(world)

    world.carla.types("/sla status").reply.says(say["private"], "(Acme)", "(Beta)", "Ana Gómez")
    world.ana.types("/sla status").reply.says("(Acme)").does_not_say("Beta")
    for other in (world.marta, world.sofia):
        other.types("/sla status").reply.does_not_say(say["private"], "Acme", "Beta", "Ana Gómez")


def test_sharing_posts_the_totals_and_nothing_private(world: World) -> None:
    say = WORDS[world.language]
    a_busy_morning(world)
    status = world.carla.types("/sla status").reply

    status.click(say["share"])

    posted = world.channel_shows("ventas", say["totals"], say["now"], say["week"], say["by"])
    posted.does_not_say(say["private"], "Acme", "Beta", "Ana", "Bruno").with_no_buttons()


def test_my_leads_are_one_tap_away(world: World) -> None:
    say = WORDS[world.language]
    a_busy_morning(world)

    listed = world.ana.types("/sla status").reply.click(say["mine"]).reply

    listed.says("Acme", "Gamma").does_not_say("Beta", "Delta")


def test_a_second_agreement_is_asked_about_by_its_channel(world: World) -> None:
    say = WORDS[world.language]
    world.change(channel="socios", new=True, add=["SLA", "carla", "ana", "marta"])
    written = agreement(world.language, ["ana"], name="Renovaciones", channel="socios")
    world.agreed_on(written, announced_in="socios")
    world.lead_arrives("Acme")
    world.ana.sees("Acme")

    world.ana.types(say["in"]).reply.says(say["none"])
    world.ana.types("/sla status", channel="socios").reply.says(say["none"])
    asked = world.ana.types("/sla status", channel="general").reply.says(say["which"])

    asked.choose("Renovaciones").reply.says(say["none"])


def a_busy_morning(world: World) -> None:
    """At 13:05: Acme and Beta past the window, Gamma followed up, Delta due within the hour."""
    for company in ("Acme", "Beta", "Gamma"):
        world.lead_arrives(company)
    world.ana.types("/sla log gamma whatsapp answered")
    world.until("09:50")
    world.lead_arrives("Delta")
    world.until("13:05")
    for player in world.players.values():
        player.reads_all()
    world.channel_shows("ventas")
