"""People say when they want to hear, and hear then; a miss waits for no summary."""

from tests.player import Player
from tests.world import World

WORDS = {
    "en": {
        "change": "Change preferences",
        "language": "English",
        "two": "You have 2 things waiting",
        "past": "Past the window",
        "left": "2 open leads are still theirs",
        "give": "Give them out by the rota",
        "given": "gave out 2 leads of Ana Gómez",
    },
    "es": {
        "change": "Cambiar preferencias",
        "language": "Español",
        "two": "2 asuntos",
        "past": "Fuera de plazo",
        "left": "2 leads abiertos siguen a su nombre",
        "give": "Repartirlos por turno",
        "given": "repartió por turno 2 leads de Ana Gómez",
    },
}


def prefers(world: World, person: Player, **wishes: str) -> None:
    form = person.types("/sla me").reply.click(WORDS[world.language]["change"])
    outcome = form.submit(**wishes)
    assert not outcome.errors, outcome.errors


def test_a_reminder_and_a_miss_wait_for_the_end_of_ones_quiet_hours(world: World) -> None:
    prefers(world, world.ana, quiet="10:30-11:30")
    prefers(world, world.carla, quiet="12:30-13:30")
    world.lead_arrives("Acme")
    world.ana.sees("Acme")

    world.until("11:29")
    world.ana.sees_nothing()
    world.until("11:30:01")
    world.ana.sees("Acme")

    world.until("13:00:02")
    world.ana.reads_all()
    world.channel_shows("ventas", "Acme")
    world.carla.sees_nothing()
    world.until("13:30:01")
    world.carla.sees("Acme")


def test_the_reminders_of_a_day_come_in_one_message_and_each_miss_alone(
    empty_world: World,
) -> None:
    """Two leads of Monday 15:00 are due on Tuesday at 11:00; the summary comes at 10:30."""
    world = empty_world.agreed(reps=["ana"])
    say = WORDS[world.language]
    prefers(world, world.ana, digest="10:30")
    world.until("15:00")
    world.lead_arrives("Acme")
    world.lead_arrives("Faro")
    world.ana.reads_all()

    world.until("10:29", day=1)
    world.ana.sees_nothing()
    world.until("10:30:01", day=1)
    world.ana.sees(say["two"], "Acme", "Faro")
    world.ana.sees_nothing()

    world.until("11:00:05", day=1)
    world.ana.sees(say["past"])
    world.ana.sees(say["past"])
    world.carla.reads_all()
    world.channel_shows("ventas", "Acme", "Faro")


def test_a_reminder_waits_for_the_quiet_that_slack_keeps(world: World) -> None:
    """She chose it while the bot was away; it asks every hour."""
    world.workspace.state.people.find("ana").quiet = ("10:00", "12:30")
    world.program.refresh()
    world.lead_arrives("Acme")
    world.ana.sees("Acme")

    world.until("12:29")
    world.ana.sees_nothing()
    world.until("12:30:05")
    assert world.ana.reads_all()


def test_whoever_leaves_leaves_their_leads_to_the_rota(world: World) -> None:
    """Ana has Acme and Umbra, Bruno has Faro and soon all three."""
    say = WORDS[world.language]
    for company in ("Acme", "Faro", "Umbra"):
        world.lead_arrives(company)
    world.ana.reads_all()
    world.bruno.sees("Faro")

    world.change(user="ana", deactivated=True)
    world.program.settle()
    told = world.carla.sees("Ana Gómez", say["left"], "Acme", "Umbra")
    told.click(say["give"]).reply.says(say["given"])

    told.now().says(say["given"]).with_no_buttons()
    arrived = " ".join(each.words for each in world.bruno.reads_all())
    assert all(f"Laura Gómez ({company})" in arrived for company in ("Acme", "Umbra"))
