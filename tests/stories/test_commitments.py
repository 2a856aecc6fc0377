"""Promises with a number and a date: vague ones are refused, kept ones are on record."""

from tests.shown import Shown
from tests.world import World

WORDS = {
    "en": {
        "number": "M (measurable): write a number",
        "why": "R (relevant): choose the goal it serves, or write why it matters",
        "past": "has passed",
        "asks": "Marta Ríos asks you for a commitment: Llamar a 20 clientes",
        "yes": "I commit",
        "no": "Decline",
        "accepted": "Ana Gómez accepted the commitment",
        "declined": "Ana Gómez declined the commitment",
        "soon": "Your commitment is due soon",
        "kept?": "Did you keep this commitment?",
        "kept": "Kept",
        "was kept": "was kept",
        "last": "Without an answer it will count as not kept.",
        "last week": "Last week: 1 kept.",
        "30 days": "Last 30 days: 1 kept.",
        "none": "There are no open commitments.",
        "broken": "not kept",
        "overdue": "1 overdue, with no answer yet",
    },
    "es": {
        "number": "M (medible): escribir un número",
        "why": "R (relevante): elegir la meta a la que sirve, o escribir por qué importa",
        "past": "ya pasó",
        "asks": "Marta Ríos pide un compromiso: Llamar a 20 clientes",
        "yes": "Aceptar el compromiso",
        "no": "No aceptar",
        "accepted": "Ana Gómez aceptó el compromiso",
        "declined": "Ana Gómez no aceptó el compromiso",
        "soon": "Un compromiso vence pronto",
        "kept?": "¿Se cumplió este compromiso?",
        "kept": "Cumplido",
        "was kept": "se cumplió",
        "last": "Sin respuesta",
        "last week": "La semana pasada: 1 cumplido.",
        "30 days": "Últimos 30 días: 1 cumplido.",
        "none": "No hay compromisos abiertos.",
        "broken": "no cumplido",
        "overdue": "1 vencido, aún sin respuesta",
    },
}
PROMISE = {
    "text": "Llamar a 20 clientes",
    "quantity": "20",
    "unit": "clientes",
    "due": "2026-03-06 16:00",
    "owner": "ana",
    "reason": "Abrir el trimestre",
}


def test_a_vague_promise_is_refused_by_naming_what_it_lacks(world: World) -> None:
    say = WORDS[world.language]
    form = world.marta.types("/sla compromiso mejorar")

    refused = form.submit(text="Mejorar", due="2026-03-06 16:00").errors

    assert say["number"] in refused["quantity"]
    assert say["why"] in refused["reason"]
    late = form.submit(**PROMISE | {"due": "2026-02-27 16:00"}).errors
    assert late.keys() == {"due"}
    world.marta.types("/sla compromisos").reply.says(say["none"])


def test_what_is_asked_of_somebody_counts_once_they_accept(world: World) -> None:
    say = WORDS[world.language]
    asked = ask(world)

    asked.click(say["yes"])

    asked.now().says(say["accepted"]).with_no_buttons()
    world.marta.sees(say["accepted"])
    world.bruno.types("/sla compromisos").reply.says("Llamar a 20 clientes", "Ana Gómez")


def test_what_is_declined_is_told_and_never_reminded_of(world: World) -> None:
    say = WORDS[world.language]
    world.every_area_owned()

    ask(world).click(say["no"])

    world.marta.sees(say["declined"])
    world.until("17:00", day=9)
    world.ana.sees_nothing()


def test_its_owner_is_reminded_the_day_before_and_asked_on_the_day(world: World) -> None:
    say = WORDS[world.language]
    world.every_area_owned()
    ask(world).click(say["yes"])
    world.marta.sees(say["accepted"])

    world.until("08:59", day=3)
    world.ana.sees_nothing()
    world.until("09:00", day=3)
    near = world.ana.sees(say["soon"], "20 clientes")
    world.until("15:00", day=4)
    question = world.ana.sees(say["kept?"])

    question.click(say["kept"])

    for told in (near, question):
        told.now().says(say["was kept"]).with_no_buttons()
    world.marta.sees(say["was kept"])
    world.until("17:00", day=9)
    world.ana.sees_nothing()
    world.channel_shows("ventas", say["last week"], "Llamar a 20 clientes").does_not_say(
        "Ana Gómez"
    )
    world.bruno.types("/sla compromisos").reply.says(say["30 days"], "Ana Gómez")


def test_silence_after_three_questions_counts_as_not_kept(world: World) -> None:
    say = WORDS[world.language]
    world.every_area_owned()
    ask(world).click(say["yes"])
    world.marta.sees(say["accepted"])

    world.until("17:00", day=8)

    *_, last = world.ana.reads_all()
    last.says(say["kept?"], say["last"])
    world.until("09:01", day=9)
    world.marta.sees("Llamar a 20 clientes", say["broken"])
    last.now().says(say["broken"]).with_no_buttons()
    world.channel_shows("ventas", say["overdue"], "Llamar a 20 clientes")


def ask(world: World) -> Shown:
    """Marta asks Ana for a promise; return what Ana reads."""
    form = world.marta.types("/sla compromiso nuevo")
    assert not form.submit(**PROMISE).errors
    return world.ana.sees(WORDS[world.language]["asks"])
