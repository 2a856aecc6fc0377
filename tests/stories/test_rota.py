"""Several rotas: shown with their reasons, changed in a form, told to the people in them."""

from tests.world import World

ENTERPRISE = """
[[rotas]]
name = "Enterprise"
segments = ["Enterprise"]
languages = ["es"]
score_from = 70
people = [{who = "bruno", weight = 2, daily_cap = 10}]
"""
WORDS = {
    "en": {
        "rota": "/sla rota",
        "lead": "/sla why",
        "turn": "It was your turn in the rota Enterprise.",
        "default": "It was your turn in the rota.",
        "takes": "segment Enterprise · language Spanish · score 70 or more",
        "cap": "Bruno Díaz, weight 2 · at most 10 a day",
        "few": "Too few to compare shares.",
        "why": "Rota Enterprise: it was Bruno Díaz's turn.",
        "kept": "Rota Enterprise: nobody could take it.",
        "away": "Bruno Díaz was away.",
        "nobody": "It is for the rota Enterprise. Everybody in the rota is away.",
        "change": "Change",
        "new": "New rota",
        "remove": "Remove",
        "put": "Carla Mejía put you in the rota Enterprise.",
        "changed": "Carla Mejía changed the rota Enterprise.",
        "half": "Your weight is 3 of 4: about 75% of its leads.",
        "weight": "no weight for Ana",
        "outside": "Sofía Cano is not of sales",
        "reversed": "Put the smaller number first.",
        "never": "No lead would ever come to Small",
        "own": "Your place in the rotas.",
        "may": "Nothing was changed.",
        "gone": "Rota Enterprise is removed.",
        "left": "removed the rota Enterprise",
        "story": "Rota: Enterprise.",
    },
    "es": {
        "rota": "/sla rotación",
        "lead": "/sla por qué",
        "turn": "Asignado por turno en la rotación Enterprise.",
        "default": "Asignado por turno.",
        "takes": "segmento Enterprise · idioma español · puntaje de 70 o más",
        "cap": "Bruno Díaz, peso 2 · máximo 10 al día",
        "few": "Son muy pocos para comparar.",
        "why": "Rotación Enterprise: le tocaba a Bruno Díaz.",
        "kept": "Rotación Enterprise: nadie podía recibirlo.",
        "away": "Bruno Díaz estaba ausente.",
        "nobody": "Le corresponde a la rotación Enterprise. Todas las personas",
        "change": "Cambiar",
        "new": "Nueva rotación",
        "remove": "Quitar",
        "put": "Carla Mejía te agregó a la rotación Enterprise.",
        "changed": "Carla Mejía cambió la rotación Enterprise.",
        "half": "Peso: 3 de 4, cerca de 75% de sus leads.",
        "weight": "no sirve como peso de Ana",
        "outside": "Sofía Cano no es de ventas",
        "reversed": "Escribe primero el número menor.",
        "never": "A Small nunca llegaría un lead",
        "own": "Tu lugar en las rotaciones.",
        "may": "No se cambió nada.",
        "gone": "Se quitó: Rotación Enterprise.",
        "left": "quitó la rotación Enterprise",
        "story": "Rotación: Enterprise.",
    },
}


def test_leads_go_to_the_rota_that_takes_them_and_the_board_says_why(empty_world: World) -> None:
    world, say = empty_world.agreed(more=ENTERPRISE), WORDS[empty_world.language]
    hot = {"segment": "enterprise", "language": "Español", "score": "70"}

    first = world.lead_arrives("Acme", **hot)
    world.lead_arrives("Beta", **(hot | {"score": "69"}))
    world.bruno.sees("Acme", say["turn"])
    world.ana.sees("Beta", say["default"])
    world.change(user="bruno", deactivated=True)
    world.carla.sees("Bruno", "Acme")
    world.lead_arrives("Gamma", **hot)
    world.carla.sees("Gamma", say["nobody"])
    world.change(user="bruno", deactivated=False)

    board = world.carla.types(say["rota"]).reply
    board.says(say["takes"], say["cap"], say["few"], say["why"], say["kept"], say["away"])
    world.carla.types(f"{say['lead']} {first}").reply.says(say["story"])
    world.bruno.types(say["rota"]).reply.says(say["own"], "Bruno Díaz").does_not_say("Ana Gómez")
    world.sofia.types(say["rota"]).reply.says(say["may"])


def test_the_sales_lead_changes_a_rota_and_its_people_are_told(empty_world: World) -> None:
    world, say = empty_world.agreed(more=ENTERPRISE), WORDS[empty_world.language]
    board = world.carla.types(say["rota"]).reply.with_buttons(say["new"], say["remove"])

    form = board.click(say["change"])
    form.submit(people="Ana 3\nBruno Díaz 1").reply.says("Ana Gómez")

    world.ana.sees(say["put"], say["half"])
    world.bruno.sees(say["changed"])
    again = world.carla.types(say["rota"]).reply
    again.click(say["remove"]).reply.says(say["gone"])
    world.ana.sees(say["left"])
    world.bruno.sees(say["left"])
    world.carla.types(say["rota"]).reply.does_not_say("Enterprise")


def test_what_a_rota_cannot_be_is_said_beside_its_line_and_nothing_is_kept(
    empty_world: World,
) -> None:
    world, say = empty_world.agreed(more=ENTERPRISE), WORDS[empty_world.language]
    world.carla.types(f"{say['rota']} new")
    wanted = {"name": "Small", "people": "ana"}

    weight = world.carla.submits(**wanted | {"people": "Ana 0"}).errors
    outside = world.carla.submits(**wanted | {"people": "sofia 1"}).errors
    scores = world.carla.submits(**wanted, score_from="80", score_to="20").errors
    never = world.carla.submits(
        **wanted, segment="Enterprise", language="es", score_from="90", score_to="95", order="2"
    ).errors

    assert say["weight"] in weight["people"]
    assert say["outside"] in outside["people"]
    assert say["reversed"] in scores["score_to"]
    assert say["never"] in never["segment"]
    world.carla.types(say["rota"]).reply.does_not_say("Small")
