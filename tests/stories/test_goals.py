"""A goal moved by hand: lines crossed are celebrated once, corrections are said plainly."""

from tests.shown import Outcome
from tests.world import World

WORDS = {
    "en": {
        "none yet": "0 of 100 MQL (0%)",
        "reached": "Goal reached",
        "now": "55 of 100 MQL (55%)",
        "corrected": "Marta Ríos corrected",
        "may": "Nothing was changed.",
        "lacks": "It still needs",
        "exists": "There is",
        "taken off": "-10 (MQL)",
        "not so": "has corrected the figure since",
        "doubt": "1.200 at once",
        "meant": "Yes, add 1.200",
        "ended": "It ended on Mar 6: not reached.",
        "close": "Close the goal",
        "none": "no open goals",
    },
    "es": {
        "none yet": "0 de 100 MQL (0%)",
        "reached": "Meta cumplida",
        "now": "55 de 100 MQL (55%)",
        "corrected": "Marta Ríos corrigió",
        "may": "No se cambió nada.",
        "lacks": "Falta",
        "exists": "Ya hay",
        "taken off": "-10 (MQL)",
        "not so": "corrigió la cifra después",
        "doubt": "1.200 de una vez",
        "meant": "Sí, sumar 1.200",
        "ended": "Terminó el 6 de mar: sin cumplir.",
        "close": "Cerrar la meta",
        "none": "no hay metas abiertas",
    },
}
GOAL = {
    "name": "MQL of March",
    "target": "100",
    "unit": "MQL",
    "party": "marketing",
    "starts": "2026-03-01",
    "ends": "2026-03-31",
}


def test_crossing_a_line_is_celebrated_once_naming_who_moved_it(world: World) -> None:
    say = WORDS[world.language]
    new_goal(world).reply.says(say["none yet"])

    world.marta.types("/sla meta avance MQL 24")
    world.channel_shows_nothing("equipo")
    world.marta.types("/sla goal update 1")

    world.channel_shows("equipo", "MQL of March", "25%", f"<@{world.id_of('marta')}>")
    world.marta.types("/sla meta avance 30")
    world.channel_shows("equipo", "MQL of March", "50%", say["now"])
    world.marta.types("/sla goal update 2")
    world.channel_shows_nothing("equipo")


def test_one_entry_over_several_lines_celebrates_the_highest(world: World) -> None:
    say = WORDS[world.language]
    new_goal(world)

    world.marta.types("/sla meta avance MQL 100")

    world.channel_shows("equipo", say["reached"], "MQL of March")


def test_a_correction_below_the_line_is_said_plainly_and_crossing_it_again_is_celebrated(
    world: World,
) -> None:
    say = WORDS[world.language]
    new_goal(world)
    world.marta.types("/sla meta avance MQL 55")
    celebrated = world.channel_shows("equipo", "50%")

    world.marta.types("/sla meta avance MQL -10").reply.says(say["taken off"])
    world.channel_shows("equipo", say["corrected"], "50%")
    celebrated.now().says(say["not so"], "50%")

    world.marta.types("/sla meta avance MQL 10")
    world.channel_shows("equipo", "50%", say["now"])
    world.ana.types("/sla status").reply.says("MQL of March", say["now"])


def test_a_number_that_looks_like_a_slip_is_asked_about(world: World) -> None:
    say = WORDS[world.language]
    new_goal(world)

    asked = world.marta.types("/sla meta avance MQL 1200")
    asked.reply.says(say["doubt"])
    world.channel_shows_nothing("equipo")

    asked.reply.click(say["meant"])
    world.channel_shows("equipo", "120%")


def test_a_goal_whose_last_day_has_passed_says_how_it_ended(world: World) -> None:
    say = WORDS[world.language]
    new_goal(world, ends="2026-03-06")
    world.marta.types("/sla meta avance MQL 24")

    world.until("10:00", day=5)

    world.marta.types("/sla meta MQL").reply.says(say["ended"]).click(say["close"])
    world.marta.types("/sla meta").reply.says(say["none"])


def test_only_its_own_side_moves_a_goal(world: World) -> None:
    say = WORDS[world.language]
    new_goal(world)

    for other in (world.carla, world.bruno, world.sofia):
        other.types("/sla meta avance MQL 30").reply.says(say["may"])

    world.ana.types("/sla meta").reply.says(say["none yet"])


def test_a_goal_without_a_number_or_with_a_name_taken_is_refused_beside_its_line(
    world: World,
) -> None:
    say = WORDS[world.language]

    assert say["lacks"] in new_goal(world, target="0").errors["target"]
    new_goal(world)
    assert say["exists"] in new_goal(world).errors["name"]


def new_goal(world: World, **facts: str) -> Outcome:
    return world.marta.types("/sla meta nueva").submit(**GOAL | facts)
