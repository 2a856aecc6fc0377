"""The main job: a lead comes in, its owner is reminded, a miss is flagged, a tap stops it all."""

from tests.world import World

WORDS = {
    "en": {
        "whatsapp": "WhatsApp · answered",
        "no answer": "Call · no answer",
        "one": "1 follow-up",
        "accept": "Accept",
        "assign": "Assign to someone else",
        "past": "Past the window",
        "left": "2 h",
        "late": "late",
    },
    "es": {
        "whatsapp": "WhatsApp · contestó",
        "no answer": "Llamada · no contestó",
        "one": "1 seguimiento",
        "accept": "Aceptar",
        "assign": "Asignar a otra persona",
        "past": "Fuera de plazo",
        "left": "2 h",
        "late": "fuera de plazo",
    },
}


def test_the_owner_and_only_she_is_reminded_before_the_window_closes(world: World) -> None:
    """Four working hours from 09:00: a first reminder at 11:00, with the follow-up one tap away."""
    say = WORDS[world.language]
    world.lead_arrives("Acme")
    world.ana.sees("Acme").with_buttons(say["accept"])

    world.until("10:59:59")
    world.ana.sees_nothing()

    world.until("11:00")
    world.ana.sees("Acme", say["left"]).with_buttons(say["whatsapp"])
    world.carla.sees_nothing()


def test_one_tap_stops_the_clock_and_updates_card_reminder_and_status(world: World) -> None:
    say = WORDS[world.language]
    world.lead_arrives("Acme")
    card = world.ana.sees("Acme")
    world.until("11:00")
    reminder = world.ana.sees("Acme")

    reminder.click(say["whatsapp"])

    reminder.now().says("Ana", "Acme").with_no_buttons()
    card.now().says("Ana", "WhatsApp")
    world.until("17:00", day=1)
    world.ana.sees_nothing()


def test_a_miss_is_told_to_both_and_flagged_without_people(world: World) -> None:
    """At 13:00:01 the owner and the sales lead hear of it; the channel reads no names."""
    say = WORDS[world.language]
    short = world.lead_arrives("Acme")
    world.ana.reads_all()
    world.until("13:00:00")
    world.ana.reads_all()
    world.channel_shows_nothing("ventas")

    world.until("13:00:01")

    world.ana.sees(say["past"], "Acme").with_buttons(say["whatsapp"])
    world.carla.sees("Acme", "Ana")
    world.channel_shows("ventas", short, "Acme").does_not_say("Ana", "Laura")


def test_the_ladder_climbs_to_the_sales_lead_who_passes_the_lead_on(world: World) -> None:
    say = WORDS[world.language]
    world.lead_arrives("Acme")
    world.until("14:00")
    world.ana.reads_all()
    world.channel_shows("ventas")
    world.carla.sees("Acme")
    escalated = world.carla.sees("Acme", "1 h")

    escalated.click(say["assign"]).submit(person="bruno")

    world.bruno.sees("Acme")
    escalated.now().with_no_buttons()


def test_four_hours_on_the_sales_lead_is_offered_whom_to_pass_it_to(world: World) -> None:
    """The window ended on Monday at 13:00; four working hours later is Tuesday at 9:00."""
    world.lead_arrives("Acme")
    world.until("16:59")
    *_, missed = world.ana.reads_all()
    world.carla.reads_all()
    world.channel_shows("ventas")

    world.until("09:01", day=1)
    world.carla.sees("Acme", "4 h").choose("Bruno Díaz")

    world.bruno.sees("Acme", "Carla Mejía")
    missed.now().does_not_say("Bruno").with_no_buttons()


def test_an_attempt_counts_and_told_twice_it_counts_once(world: World) -> None:
    say = WORDS[world.language]
    world.lead_arrives("Acme")
    world.ana.sees("Acme")
    world.until("11:00")
    reminder = world.ana.sees("Acme")

    reminder.click(say["no answer"])
    world.ana.types("/sla log acme call no answer")

    world.ana.types("/sla lead acme").reply.says(say["one"])
    world.until("17:00", day=1)
    world.ana.sees_nothing()
