"""A machine that slept tells what is still worth telling, once, bundled, with the true times."""

from tests.world import World

WORDS = {
    "en": {"past": "Past the window", "flag": "7 leads"},
    "es": {"past": "Fuera de plazo", "flag": "7 leads"},
}

ANSWERED = {"en": "answered", "es": "contestó"}
PAUSE = {
    "en": "/sla pause out of office until Wednesday",
    "es": "/sla pausar de viaje hasta el miércoles",
}


def test_reminders_the_miss_overtook_are_left_out_and_the_miss_has_its_true_time(
    world: World,
) -> None:
    """Asleep from Friday 16:45 to Tuesday noon: the window ended on Monday at 12:30."""
    say = WORDS[world.language]
    world.every_area_owned()
    world.until("16:30", day=4)
    short = world.lead_arrives("Acme")
    world.ana.sees("Acme")
    world.until("16:45", day=4)

    world.sleeps_until("12:00", day=8)

    (told,) = world.ana.reads_all()
    told.says(say["past"], "12:30").with_buttons("WhatsApp · " + ANSWERED[world.language])
    assert {"Acme" in each.words for each in world.carla.reads_all()} == {True}
    world.channel_shows("ventas", short)
    world.ana.types("/sla why acme").reply.says("12:30")


def test_a_storm_of_misses_is_one_digest_for_each_and_one_flag(empty_world: World) -> None:
    world, say = empty_world.agreed(reps=("ana",)), WORDS[empty_world.language]
    companies = [f"{name} Corp" for name in ("Acme", "Beta", "Gamma", "Delta", "Eta", "Iota", "Nu")]
    for company in companies:
        world.lead_arrives(company)
    world.ana.reads_all()

    world.sleeps_until("13:30", day=1)

    for player in (world.ana, world.carla):
        (digest,) = player.reads_all()
        digest.says(*companies)
    flag = world.channel_shows("ventas", say["flag"], *companies)

    world.ana.types("/sla log beta call answered")

    flag.now().says("☑️")


def test_asleep_over_a_whole_pause_the_clock_goes_on_from_its_end(world: World) -> None:
    """Paused until Wednesday 9:00 with four hours left, woken on Thursday: past at 13:00."""
    world.lead_arrives("Acme")
    world.ana.sees("Acme")
    world.ana.types(PAUSE[world.language])

    world.sleeps_until("10:00", day=3)

    (told,) = world.ana.reads_all()
    told.says(WORDS[world.language]["past"])
    world.carla.reads_all()
    world.channel_shows("ventas", "Acme")
    world.ana.types("/sla why acme").reply.says("1:00")
