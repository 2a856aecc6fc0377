"""What an owner says to a reminder: later, I am on it, or the clock has to wait; and it holds."""

from tests.shown import Shown
from tests.world import World

WORDS = {
    "en": {
        "in 1 h": "In 1 h",
        "55 left": "55 min left to contact",
        "past": "Past the window",
        "on it": "I'll do it today",
        "within 1 h": "I'll do it within 1 h",
        "noted": "Until then nobody else is told",
        "promised": "Follow-up promised by",
        "late": "1 h past the window",
        "pause": "/sla pause {short} out of office until Thursday",
        "is paused": "is paused until",
        "already": "is paused already",
        "resume": "/sla resume {short}",
        "goes on": "runs again",
        "too long": "can be paused until",
        "two": "has had all its pauses",
    },
    "es": {
        "in 1 h": "En 1 h",
        "55 left": "Faltan 55 min para contactar",
        "past": "Fuera de plazo",
        "on it": "Lo hago hoy",
        "within 1 h": "Lo hago en 1 h",
        "noted": "Hasta entonces no se avisa a nadie más",
        "promised": "Seguimiento prometido",
        "late": "1 h fuera del plazo",
        "pause": "/sla pausar {short} está de vacaciones hasta el jueves",
        "is paused": "queda en pausa hasta",
        "already": "ya está en pausa",
        "resume": "/sla reanudar {short}",
        "goes on": "vuelve a correr",
        "too long": "puede estar en pausa",
        "two": "ya tuvo todas sus pausas",
    },
}


def test_a_snoozed_reminder_comes_back_at_the_hour_asked_and_the_miss_stays_where_it_is(
    world: World,
) -> None:
    say = WORDS[world.language]
    world.lead_arrives("Acme")
    world.ana.sees("Acme")
    world.until("11:05")
    reminder = world.ana.sees("Acme")

    reminder.choose(say["in 1 h"]).reply.says("12:05")

    world.until("12:04")
    world.ana.sees_nothing()
    world.until("12:05")
    world.ana.sees("Acme", say["55 left"])
    world.until("13:01")
    world.ana.sees(say["past"])
    world.carla.sees("Acme")
    world.channel_shows("ventas", "Acme")


def test_acknowledging_a_reminder_silences_the_next_one_and_not_the_miss(world: World) -> None:
    say = WORDS[world.language]
    world.lead_arrives("Acme")
    world.ana.sees("Acme")
    world.until("11:05")

    world.ana.sees("Acme").choose(say["on it"]).reply.says(say["noted"])

    world.until("13:00")
    world.ana.sees_nothing()
    world.until("13:01")
    world.ana.sees(say["past"])
    world.carla.sees("Acme")
    world.channel_shows("ventas", "Acme")


def test_a_promise_holds_the_ladder_and_the_escalation_says_what_was_promised(
    world: World,
) -> None:
    """Without it the sales lead hears at 14:00; promised at 13:30 for an hour, at 14:30."""
    say = WORDS[world.language]
    missed = missed_by_ana(world)
    world.until("13:30")

    missed.choose(say["within 1 h"]).reply.says(say["noted"], "2:30")

    world.until("14:29:59")
    world.carla.sees_nothing()
    world.until("14:30")
    world.carla.sees("Acme", say["late"], say["promised"])


def test_a_promise_that_was_kept_leaves_the_ladder_quiet(world: World) -> None:
    say = WORDS[world.language]
    missed = missed_by_ana(world)
    missed.choose(say["within 1 h"])

    world.ana.types("/sla log whatsapp answered")

    world.until("17:00", day=3)
    world.carla.sees_nothing()
    missed.now().with_no_buttons()


def test_a_paused_clock_says_nothing_and_goes_on_by_itself_on_the_day_named(world: World) -> None:
    """Paused on Monday at 10:00 with three hours left: the window ends on Thursday at noon."""
    say = WORDS[world.language]
    short = world.lead_arrives("Acme")
    world.ana.sees("Acme")
    world.until("10:00")

    world.ana.types(say["pause"].format(short=short)).reply.says("Acme", say["is paused"])

    world.ana.types(say["pause"].format(short=short)).reply.says(say["already"])
    world.until("09:59", day=3)
    world.ana.sees_nothing()
    world.until("10:00", day=3)
    world.ana.sees("Acme", "2 h")
    world.until("12:00", day=3)
    world.ana.sees("Acme", "1 h")
    world.carla.sees_nothing()
    world.until("12:01", day=3)
    world.ana.sees(say["past"])
    world.carla.sees("Acme")
    world.channel_shows("ventas", "Acme")


def test_a_clock_resumed_by_hand_goes_on_with_what_was_left(world: World) -> None:
    say = WORDS[world.language]
    short = world.lead_arrives("Acme")
    world.ana.sees("Acme")
    world.ana.types(say["pause"].format(short=short))
    world.until("14:00")

    world.ana.types(say["resume"].format(short=short)).reply.says("Acme", say["goes on"])

    world.until("15:59")
    world.ana.sees_nothing()
    world.until("16:01")
    world.ana.sees("Acme", "2 h")


def missed_by_ana(world: World) -> Shown:
    """A lead past its window at 13:00:01, return what Ana was told of it."""
    say = WORDS[world.language]
    world.lead_arrives("Acme")
    world.until("13:01")
    *_, missed = world.ana.reads_all()
    world.carla.sees("Acme")
    world.channel_shows("ventas", "Acme")
    return missed.says(say["past"])
