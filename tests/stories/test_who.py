"""Who answers for what: asked in any words, and never without an answer to go on with."""

from tests.world import World

WORDS = {
    "en": {
        "nobody": "Nobody is responsible for *SEO* yet.",
        "content": "*Content*",
        "all": "6 have no owner.",
        "five": "5 have no owner.",
        "is": "is responsible for *SEO*.",
        "backup": "Backup: Marta Ríos.",
        "given": "Marta Ríos made you responsible for SEO.",
        "taken": "answers for SEO now, no longer you",
        "unknown": "No area is called “fontanería cuántica”.",
        "ask": "can say who it is",
        "outside": "is not of this side",
        "no part": "You have no part in an agreement here.",
        "questions": "who does SEO?",
        "may": "Nothing was changed.",
    },
    "es": {
        "nobody": "Todavía no hay responsable de *SEO*.",
        "content": "*Contenido*",
        "all": "6 sin responsable.",
        "five": "5 sin responsable.",
        "is": "es responsable de *SEO*.",
        "backup": "Respaldo: Marta Ríos.",
        "given": "Marta Ríos dejó el área SEO a tu cargo.",
        "taken": "responde por el área SEO",
        "unknown": "No hay un área llamada “fontanería cuántica”.",
        "ask": "Puede decirlo",
        "outside": "no es de esta parte",
        "no part": "participar en un acuerdo",
        "questions": "¿quién lleva SEO?",
        "may": "No se cambió nada.",
    },
}


def test_an_area_is_found_by_whatever_people_call_it(world: World) -> None:
    say = WORDS[world.language]

    for asked in (
        "/sla who seo",
        "/sla quién SEO",
        "/sla doliente de seo",
        "/sla ¿De quién es SEO?",
    ):
        world.ana.types(asked).reply.says(say["nobody"])
    world.ana.types("/sla doliente de los artículos").reply.says(say["content"])
    world.ana.types("/sla who").reply.says(say["all"])


def test_giving_an_area_tells_the_new_owner_and_later_the_former_one(world: World) -> None:
    say = WORDS[world.language]

    world.marta.types("/sla own seo @sofia @marta").reply.says(say["is"])

    world.sofia.sees(say["given"], say["backup"])
    sofia = f"<@{world.id_of('sofia')}>"
    world.ana.types("/sla quién seo").reply.says(sofia, say["is"], say["backup"])
    world.ana.types("/sla who").reply.says(say["five"])

    world.marta.types("/sla encargar seo @marta")

    world.sofia.sees("Marta Ríos", say["taken"])


def test_an_area_is_given_by_who_leads_its_side_to_somebody_of_it(world: World) -> None:
    say = WORDS[world.language]

    world.ana.types("/sla own seo @sofia").reply.says(say["may"])
    world.marta.types("/sla own seo @ana").reply.says("Ana Gómez", say["outside"])

    world.ana.types("/sla who seo").reply.says(say["nobody"])


def test_an_area_nobody_knows_is_answered_with_whom_to_ask(world: World) -> None:
    say = WORDS[world.language]
    leads = [f"<@{world.id_of(handle)}>" for handle in ("marta", "carla")]

    world.ana.types("/sla who fontanería cuántica").reply.says(say["unknown"], say["ask"], *leads)


def test_asked_by_name_in_the_channel_it_answers_in_the_thread(world: World) -> None:
    say = WORDS[world.language]
    world.marta.types("/sla own seo @sofia")
    world.sofia.sees(say["given"])

    asked = world.ana.says("@sla ¿quién lleva SEO?")
    answer = world.channel_shows("ventas", f"<@{world.id_of('sofia')}>", say["is"])
    assert answer.raw["thread_ts"] == asked.raw["ts"]

    world.bruno.says("@sla how are we doing?")
    world.channel_shows("ventas", "Leads")
    world.carla.says("gracias, @SLA")
    world.channel_shows("ventas", say["questions"])
    world.diego.says("@sla who does SEO?", channel="general")
    world.channel_shows("general", say["no part"]).does_not_say("SEO")
