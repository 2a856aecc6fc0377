"""Between a client and an agency the same promises hold, and everybody reads their own names."""

import re

from tests.cast import agreement
from tests.world import World

WORDS = {
    "en": {
        "return": "Return to the agency",
        "back": "returned Acme to the agency",
        "returned": "Returned to the agency",
        "waits": "went back to the agency and waits",
        "contest": "Send it back to the client",
        "goes back": "goes back to the client",
        "who may": "whoever leads the client's side",
    },
    "es": {
        "return": "Devolver a la agencia",
        "back": "devolvió a la agencia el lead Acme",
        "returned": "Devuelto a la agencia",
        "waits": "volvió a la agencia y espera",
        "contest": "Devolver al cliente",
        "goes back": "vuelve al cliente",
        "who may": "quien lidera por parte del cliente",
    },
}


def test_a_returned_lead_goes_to_the_agency_and_comes_back_to_the_client(
    empty_world: World,
) -> None:
    world, say = served(empty_world), WORDS[empty_world.language]
    short = world.lead_arrives("Acme", name="Acme")
    card = world.ana.sees("Acme").with_buttons(say["return"])

    card.click(say["return"]).submit(reason="no_budget")

    card.now().says(say["returned"])
    asked = world.marta.sees(say["back"]).with_buttons(say["contest"])
    world.ana.types(f"/sla log {short} call answered").reply.says(say["waits"])
    asked.click(say["contest"]).reply.says(say["goes back"])
    world.ana.reads_all()
    world.marta.types(f"/sla accept {short}").reply.says(say["who may"])


def test_whoever_serves_several_clients_reads_the_same_in_their_own_conversation(
    empty_world: World,
) -> None:
    """No channel says which agreement is meant; all of hers are of one kind."""
    world, say = served(empty_world), WORDS[empty_world.language]
    world.agreed_on(written(world, name="Norte", channel="general"), announced_in="general")
    world.lead_arrives("Acme", name="Acme")
    world.ana.sees("Acme").click(say["return"]).submit(reason="no_budget")

    world.marta.sees(say["back"]).click(say["contest"]).reply.says(say["goes back"])

    world.ana.reads_all()


def served(world: World) -> World:
    return world.agreed_on(written(world), announced_in="ventas")


def written(world: World, **named: str) -> str:
    """The agreement of the cast, with Marta's side an agency and Carla's its client."""
    told = agreement(world.language, ("ana", "bruno"), **named)
    told = re.sub("marketing_sales", "client_agency", told)
    return told.replace("[marketing]", "[agency]").replace("[sales]", "[client]")
