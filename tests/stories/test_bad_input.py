"""Whatever is typed is answered, and what comes from outside is dead text wherever it is shown."""

from tests.world import World

WORDS = {
    "en": {
        "nearest": "Did you mean",
        "unknown": "I don't know",
        "passed": "has passed",
        "open": "1 open lead.",
        "surprise": "Something went wrong",
        "no lead": "I can't find",
        "no person": "I can't tell who",
        "no agreement": "There is no agreement called",
        "currency": "in COP",
        "amount": "banana",
        "none": "there are none",
        "needs a way": "e-mail",
    },
    "es": {
        "nearest": "¿Será",
        "unknown": "No se entiende",
        "passed": "ya pasó",
        "open": "1 lead abierto.",
        "surprise": "Algo falló",
        "no lead": "No se encontró",
        "no person": "No se sabe quién es",
        "no agreement": "No hay un acuerdo",
        "currency": "en COP",
        "amount": "banana",
        "none": "no hay ninguno",
        "needs a way": "correo",
    },
}
HOSTILE = "<!channel>"
DEAD = "&lt;!channel&gt;"

NOT_UNDERSTOOD = (
    ("/sla statsu", "nearest"),
    ("/sla banana", "unknown"),
    ("/sla 'or'1'='1", "unknown"),
    ("/sla `rm -rf /`", "unknown"),
    ("/sla lead zzz", "none"),
    ("/sla log zzz call answered", "no lead"),
    ("/sla accept zzz", "no lead"),
    ("/sla ack acme yesterday", "passed"),
    ("/sla leads @nobody", "no person"),
    ("/sla assign acme @nobody", "no person"),
    ("/sla status in #nowhere", "no agreement"),
    ("/sla close acme won 12 USD", "currency"),
    ("/sla close acme won banana", "amount"),
)
ANYTHING = (
    *("", "?", "  ", "…", "#", "@", "in", "en #", "<@U0NOBODY>", "<#C0NOBODY|x>", "& < >", "\\"),
    *("log", "log acme", "log acme call", "log acme banana split", "log call call call"),
    *("claim", "accept", "assign", "assign @", "assign acme", "assign @bruno @ana @carla"),
    *(
        "reject",
        "reject acme",
        "reject no budget no budget",
        "close",
        "close won",
        "close acme won",
    ),
    *("ack", "ack acme", "ack acme 31/02", "snooze", "snooze acme 10 years", "snooze 99999999999h"),
    *("pause", "pause acme", "pause until", "resume", "undo", "why", "why zzz", "lead", "leads %"),
    *("who", "who %s", "own", "own @ana", "own seo", "own seo @nobody", "goal", "goal zzz"),
    *("goal update", "goal update 1e999", "goal close zzz", "goal new", "commitment", "commit @x"),
    *("setup", "setup new", "me me me", "language", "language klingon", "help", "help help"),
    *("status\x00", "est\u200bado", "\uff33\uff34\uff21", "log acme 😀", "x " * 490),
)


def test_what_is_not_understood_is_answered_with_what_to_do_instead(world: World) -> None:
    say = WORDS[world.language]
    world.lead_arrives("Acme")
    world.ana.sees("Acme")

    for typed, answer in NOT_UNDERSTOOD:
        world.ana.types(typed).reply.says(say[answer]).does_not_say(say["surprise"])

    world.ana.types("/sla status").reply.says(say["open"])


def test_anything_typed_is_answered_and_nothing_goes_wrong(world: World) -> None:
    """Missing, extra, unknown and hostile arguments; the log stays free of errors."""
    say = WORDS[world.language]
    world.lead_arrives("Acme")
    world.ana.sees("Acme")

    for typed in ANYTHING:
        world.marta.types(f"/sla {typed}").reply.does_not_say(say["surprise"])

    world.marta.types("/sla status").reply.says(say["open"])


def test_a_command_beyond_any_length_is_refused_in_a_sentence(world: World) -> None:
    world.ana.types("/sla who " + "x" * 3_000).reply.says("1").does_not_say("xxxx")


def test_a_lead_without_a_name_or_a_way_to_reach_it_is_refused_beside_its_line(
    world: World,
) -> None:
    say = WORDS[world.language]
    form = world.marta.types("/sla new")

    assert say["needs a way"] in form.submit(name="Laura").errors["email"]
    assert form.submit(email="not an address").errors.keys() == {"email"}
    assert form.submit(email="a@b.example", received="mañana").errors.keys() == {"received"}
    assert form.submit(name=" ", received="").errors.keys() == {"name"}

    world.ana.types("/sla leads").reply.does_not_say("Laura")


def test_a_hostile_name_is_dead_text_in_every_message(world: World) -> None:
    """Card, reminder, miss, flag, escalation, lists, the explained clock, the way back."""
    short = world.lead_arrives(f"{HOSTILE} & <http://x.example|Bank>", name=f"{HOSTILE}<@U0ANA>")
    world.ana.sees(DEAD, "&lt;@U0ANA&gt;").does_not_say(HOSTILE)
    world.until("11:00")
    world.ana.sees(DEAD)
    world.until("14:01")
    for told in world.ana.reads_all() + world.carla.reads_all():
        told.says("&lt;!channel&gt;").does_not_say(HOSTILE)
    world.channel_shows("ventas", short, DEAD).does_not_say(HOSTILE, "<http")

    for typed in ("leads", f"lead {short}", f"why {short}", "status", f"leads {HOSTILE}"):
        world.ana.types(f"/sla {typed}").reply.does_not_say(HOSTILE)
    form = world.ana.types(f"/sla log {short}")
    note = f"{HOSTILE} <@U0ANA> *bold*"
    form.submit(channel="call", outcome="answered", note=note).reply.does_not_say(HOSTILE)

    world.carla.types(f"/sla lead {short}").reply.says(DEAD).does_not_say(HOSTILE)


def test_hostile_words_in_goals_areas_and_promises_are_dead_too(world: World) -> None:
    form = world.marta.types(f"/sla goal new {HOSTILE}")
    dates = {"starts": "2026-03-01", "ends": "2026-03-31"}
    form.submit(name=HOSTILE, target="4", unit=HOSTILE, party="marketing", **dates)
    world.marta.types("/sla goal update 4")
    world.channel_shows("equipo", DEAD).does_not_say(HOSTILE)

    form = world.marta.types("/sla commitment new")
    promise = {
        "text": f"Llamar a {HOSTILE}",
        "quantity": "1",
        "due": "2026-03-06 16:00",
        "reason": HOSTILE,
    }
    assert not form.submit(owner="ana", **promise).errors
    world.ana.sees(DEAD).does_not_say(HOSTILE)

    world.ana.types(f"/sla who {HOSTILE}").reply.says(DEAD).does_not_say(HOSTILE)
    world.ana.types(f"/sla {HOSTILE}").reply.says(DEAD).does_not_say(HOSTILE)
