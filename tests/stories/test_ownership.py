"""Every lead has one owner: by turn, by claim or by hand; and nobody wonders where it went."""

from concurrent.futures import ThreadPoolExecutor

from tests.shown import Outcome
from tests.world import World

WORDS = {
    "en": {
        "turn": "your turn",
        "was due": "past the window (it was due",
        "owner's time": "own time of its owner: until",
        "late": "is past the window and still waiting for its first follow-up.",
        "was due at": "It was due",
        "own time": "Your own time: until",
        "left": " left to contact",
        "nobody": "no owner",
        "unowned": "/sla leads unowned",
        "claim": "Take this lead",
        "yours": "is yours",
        "already": "is with",
        "took": "You took it",
        "assign": "Assign to someone else",
        "give": "Give it an owner",
        "with": "is with Bruno Díaz now",
        "by": "Carla Mejía gave it to you",
        "passed": "Carla Mejía passed it to Bruno Díaz",
        "cannot": "cannot take leads",
        "may": "Nothing was changed.",
    },
    "es": {
        "was due": "fuera de plazo (venc",
        "owner's time": "plazo propio de su responsable: hasta",
        "late": "Fuera de plazo: ",
        "was due at": "Venció",
        "own time": "Tu propio plazo: hasta",
        "left": "para contactar",
        "turn": "turno",
        "nobody": "no tiene responsable",
        "unowned": "/sla leads sin responsable",
        "claim": "Tomar este lead",
        "yours": "queda a tu cargo",
        "already": "ya está con",
        "took": "Se tomó de forma directa",
        "assign": "Asignar a otra persona",
        "give": "Asignar responsable",
        "with": "queda con Bruno Díaz",
        "by": "Lo asignó Carla Mejía",
        "passed": "Carla Mejía lo pasó a Bruno Díaz",
        "cannot": "no puede recibir leads",
        "may": "No se cambió nada.",
    },
}


def test_leads_go_round_the_rota_and_a_company_stays_with_whoever_knows_it(world: World) -> None:
    say = WORDS[world.language]

    world.lead_arrives("Acme")
    world.lead_arrives("Beta")
    world.lead_arrives("Gamma")
    world.lead_arrives("Acme", name="Pedro Ruiz", email="pedro@acme.example")

    world.ana.sees("Acme", say["turn"])
    world.bruno.sees("Beta", say["turn"])
    world.ana.sees("Gamma")
    world.ana.sees("Pedro Ruiz", "Acme").does_not_say(say["turn"])


def test_of_two_who_press_at_once_one_gets_the_lead_and_the_other_is_told(world: World) -> None:
    say = WORDS[world.language]
    unowned(world, "Acme")
    world.carla.sees("Acme", say["nobody"])
    lists = [world.ana.types(say["unowned"]), world.bruno.types(say["unowned"])]

    with ThreadPoolExecutor(2) as hands:
        pressed = list(hands.map(lambda shown: press_claim(shown, say["claim"]), lists))

    answers = [each.reply.words for each in pressed]
    assert sum(say["yours"] in words for words in answers) == 1, answers
    assert sum(say["already"] in words for words in answers) == 1, answers
    told = [*world.ana.reads_all(), *world.bruno.reads_all()]
    assert len(told) == 1
    told[0].says(say["took"])


def test_the_sales_lead_gives_an_unowned_lead_its_owner(world: World) -> None:
    say = WORDS[world.language]
    unowned(world, "Acme")
    told = world.carla.sees("Acme", say["nobody"])

    told.click(say["give"]).submit(person="bruno").reply.says(say["with"])

    world.bruno.sees("Acme", say["by"])
    told.now().with_no_buttons()


def test_a_lead_passed_on_leaves_a_line_that_says_where_it_went(world: World) -> None:
    say = WORDS[world.language]
    short = world.lead_arrives("Acme")
    card = world.ana.sees("Acme")

    world.carla.types(f"/sla assign {short} @bruno").reply.says(say["with"])

    world.bruno.sees("Acme", say["by"])
    card.now().says(say["passed"]).with_no_buttons()
    world.until("11:00")
    world.bruno.sees("Acme")
    world.ana.sees_nothing()


def test_a_lead_passed_on_past_its_window_says_so_and_how_long_the_turn_is(world: World) -> None:
    """What its new owner reads stays true when their own time has passed as well."""
    say = WORDS[world.language]
    short = world.lead_arrives("Acme")
    world.until("13:30")
    for reader in (world.ana, world.carla):
        reader.reads_all()
    world.channel_shows("ventas", "Acme")

    world.carla.types(f"/sla assign {short} @bruno").reply.says(say["with"])

    world.bruno.sees("Acme", say["by"], say["was due"], say["owner's time"])
    world.until("15:30")
    reminder = world.bruno.sees("Acme", say["late"], say["was due at"], say["own time"])
    reminder.does_not_say(say["left"])
    world.until("12:00", day=1)
    second = world.bruno.sees("Acme", say["late"], say["own time"])
    reminder.now().with_no_buttons()
    second.does_not_say(say["left"])
    for reader in (world.ana, world.carla):
        reader.reads_all()


def test_a_lead_goes_to_nobody_outside_sales_and_only_by_those_who_may(world: World) -> None:
    say = WORDS[world.language]
    short = world.lead_arrives("Acme")
    world.ana.sees("Acme")

    world.carla.types(f"/sla assign {short} @sofia").reply.says("Sofía Cano", say["cannot"])
    world.bruno.types(f"/sla assign {short} @bruno").reply.says(say["may"])

    world.ana.types("/sla leads mine").reply.says("Acme")


def unowned(world: World, company: str) -> str:
    """A lead comes in while nobody of the rota is there; they are back a moment later."""
    for rep in ("ana", "bruno"):
        world.change(user=rep, deactivated=True)
    short = world.lead_arrives(company)
    for rep in ("ana", "bruno"):
        world.change(user=rep, deactivated=False)
    return short


def press_claim(shown: Outcome, label: str) -> Outcome:
    return shown.reply.click(label)
