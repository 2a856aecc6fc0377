"""What was done in time counts as done in time, also when it is told after the miss was flagged."""

from tests.shown import Outcome, Shown
from tests.world import World

WORDS = {
    "en": {
        "not yet": "no follow-up yet",
        "told late": "on time, told late",
        "late": "followed up past the window",
        "all": "This week 100% on time: 1 of 1.",
        "none": "This week 0% on time: 0 of 1.",
        "undo": "Undo",
        "undone": "is undone",
        "taken back": "undid the follow-up with",
        "one tap": "WhatsApp · answered",
        "followed up": "followed up with",
        "too late": "only the sales lead can undo it",
        "past": "past the window",
        "half past twelve": "today 12:30",
        "before it came": "today 8:59",
        "later": "The follow-up has to be later",
    },
    "es": {
        "not yet": "sin seguimiento aún",
        "told late": "a tiempo, registrado después",
        "late": "con seguimiento fuera de plazo",
        "all": "Esta semana 100% a tiempo: 1 de 1.",
        "none": "Esta semana 0% a tiempo: 0 de 1.",
        "undo": "Deshacer",
        "undone": "Se deshizo",
        "taken back": "deshizo el seguimiento de",
        "one tap": "WhatsApp · contestó",
        "followed up": "hizo seguimiento a",
        "too late": "solo puede deshacerlo quien lidera ventas",
        "past": "fuera de plazo",
        "half past twelve": "hoy 12:30",
        "before it came": "hoy 8:59",
        "later": "El seguimiento tiene que ser posterior",
    },
}


def test_a_follow_up_told_after_the_flag_turns_it_into_on_time_told_late(world: World) -> None:
    """Called at 12:30, told at 14:10: message, flag and figure all say so."""
    say = WORDS[world.language]
    missed, flag = missed_and_flagged(world)

    tell(world, say["half past twelve"]).reply.says("Acme")

    missed.now().says("Ana Gómez", say["told late"]).with_no_buttons()
    flag.now().says("Acme", say["told late"]).does_not_say("Ana", "Laura", say["not yet"])
    world.ana.types("/sla status").reply.says(say["all"])
    world.until("17:00", day=2)
    world.carla.sees_nothing()


def test_a_follow_up_made_after_the_window_stays_a_miss(world: World) -> None:
    say = WORDS[world.language]
    _, flag = missed_and_flagged(world)

    world.ana.types("/sla log call answered").reply.says("Acme")

    flag.now().says(say["late"]).does_not_say(say["told late"])
    world.ana.types("/sla status").reply.says(say["none"])


def test_undoing_it_brings_the_miss_back_and_what_is_told_then_counts(world: World) -> None:
    say = WORDS[world.language]
    missed, flag = missed_and_flagged(world)
    told = tell(world, say["half past twelve"])

    told.reply.click(say["undo"]).reply.says(say["undone"], say["past"])

    flag.now().says(say["not yet"]).does_not_say(say["told late"])
    world.ana.types("/sla status").reply.says(say["none"])
    missed.now().says("Ana Gómez", say["taken back"]).does_not_say(say["followed up"])
    missed.now().click(say["one tap"])
    flag.now().says(say["late"])
    missed.now().says(say["followed up"]).with_no_buttons()


def test_after_ten_minutes_only_the_sales_lead_undoes_it(world: World) -> None:
    say = WORDS[world.language]
    missed_and_flagged(world)
    tell(world, say["half past twelve"])
    world.until("14:21")

    world.ana.types("/sla undo acme").reply.says(say["too late"])
    world.carla.types("/sla undo acme").reply.says(say["undone"])


def test_a_follow_up_cannot_have_been_before_the_lead_came(world: World) -> None:
    say = WORDS[world.language]
    missed_and_flagged(world)

    outcome = tell(world, say["before it came"])

    assert say["later"] in outcome.errors["when"]
    world.ana.types("/sla status").reply.says(say["none"])


def missed_and_flagged(world: World) -> tuple[Shown, Shown]:
    """At 14:10, an hour past the window; return what Ana was told and the channel's flag."""
    world.lead_arrives("Acme")
    world.until("13:59")
    *_, missed = world.ana.reads_all()
    world.carla.reads_all()
    flag = world.channel_shows("ventas", "Acme", WORDS[world.language]["not yet"])
    world.until("14:10")
    world.carla.sees("Acme")
    return missed, flag


def tell(world: World, when: str) -> Outcome:
    form = world.ana.types("/sla log acme call")
    return form.submit(outcome="answered", when=when)
