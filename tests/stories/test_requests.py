"""Something is asked of an area: its owner answers in the thread, or the side asked hears of it."""

import pytest

from bot.views.ids import Id
from tests.shown import Shown
from tests.world import World

WINDOWS = """
[windows.urgent_request]
within = "2h"

[windows.request]
within = "4h"
"""
WORDS = {
    "en": {
        "asks": "Sofía Cano asks on behalf of Northwind: Urgent client request",
        "answer": "Answer",
        "withdraw": "Withdraw",
        "answered": "Ana Gómez answered",
        "again": "Not what I asked",
        "not what": "The answer was not what was asked:",
        "left": "left to answer",
        "missed": "waiting for your answer",
        "reported": "was not answered within the agreed window",
        "flag": "1 request was not answered within the agreed window.",
        "no answer": "no answer yet",
        "late": "answered past the window",
        "nobody": "Nobody can answer for CRM upkeep now",
        "passed": "Carla Mejía passed it to you.",
        "withdrew": "Marta Ríos withdrew",
        "open": "1 open request.",
        "window": "Urgent client requests",
        "promise": "An urgent client request is answered within 2 h.",
        "on it": "Ana Gómez is on it",
        "today": "I'll do it within 1 h",
    },
    "es": {
        "asks": "Sofía Cano solicita en nombre de Northwind: Solicitud urgente de un cliente",
        "answer": "Responder",
        "withdraw": "Retirar",
        "answered": "Ana Gómez respondió",
        "again": "No es lo que pedí",
        "not what": "La respuesta no era lo que se pidió:",
        "left": "para responder",
        "missed": "espera respuesta",
        "reported": "no se respondió en el plazo acordado",
        "flag": "1 solicitud no se respondió en el plazo acordado.",
        "no answer": "sin respuesta",
        "late": "respondida fuera de plazo",
        "nobody": "Nadie puede responder ahora por Actualización del CRM",
        "passed": "La pasó Carla Mejía.",
        "withdrew": "Marta Ríos retiró",
        "open": "1 solicitud abierta.",
        "window": "Solicitudes urgentes de clientes",
        "promise": "Una solicitud urgente de un cliente se responde en 2 h.",
        "on it": "Ana Gómez está en eso",
        "today": "Lo hago en 1 h",
    },
}
TYPED = "/sla solicitud urgente: no pueden entrar al portal, pedido por Northwind"


@pytest.fixture
def world(empty_world: World) -> World:
    """Ana answers for what is urgent, within two hours."""
    world = empty_world.agreed(more=WINDOWS)
    world.carla.types("/sla encargar urgencias @ana @bruno")
    world.ana.reads_all()
    return world


def test_it_is_answered_in_its_thread_and_asked_again_if_it_was_not_that(world: World) -> None:
    say = WORDS[world.language]
    posted, asked = ask(world)

    asked.click(say["answer"])
    world.ana.submits(answer="Clave nueva enviada.")

    reply = world.channel_shows("ventas", say["answered"], "Clave nueva enviada.")
    assert reply.raw["thread_ts"] == posted.raw["ts"]
    posted.now().says(say["answered"])
    asked.now().says(say["answered"]).with_no_buttons()
    told = world.sofia.sees(say["answered"], "Clave nueva enviada.")
    world.until("10:00")
    told.click(say["again"])
    world.sofia.submits(reason="Falta el segundo usuario.")
    told.now().with_no_buttons()
    again = world.ana.sees(say["not what"], "Falta el segundo usuario.")
    again.click(say["answer"])
    world.ana.submits(answer="Ahora los dos.")
    world.channel_shows("ventas", "Ahora los dos.")
    world.sofia.sees("Ahora los dos.")


def test_late_ones_are_told_to_the_side_asked_and_flagged_without_names(world: World) -> None:
    say = WORDS[world.language]
    _, asked = ask(world)

    world.until("10:00")
    world.ana.sees(say["left"], "1 h")
    world.until("10:30")
    world.ana.sees(say["left"], "30 min")
    world.until("10:59")
    world.ana.sees_nothing()
    world.until("11:01")
    missed = world.ana.sees(say["missed"])
    world.carla.sees(say["reported"], "Ana Gómez")
    world.marta.sees_nothing()
    flag = world.channel_shows("ventas", say["flag"], say["no answer"]).does_not_say("Ana Gómez")
    world.sofia.types("/sla estado").reply.says(say["open"], say["window"])

    missed.click(say["answer"])
    world.ana.submits(answer="Ya entran.")

    flag.now().says(say["late"])
    for told in (asked, missed):
        told.now().says(say["answered"]).with_no_buttons()
    world.channel_shows("ventas", "Ya entran.")
    world.sofia.sees("Ya entran.")
    world.until("17:00", day=1)
    world.carla.sees_nothing()


def test_its_owner_says_when_and_whoever_asked_knows(world: World) -> None:
    say = WORDS[world.language]
    _, asked = ask(world)

    asked.choose(say["today"])

    world.sofia.sees(say["on it"])
    world.until("10:59")
    world.ana.sees_nothing()


def test_without_an_owner_the_lead_of_that_side_passes_it_on(world: World) -> None:
    say = WORDS[world.language]
    form = world.marta.types("/sla solicitud nueva")
    filed = form.submit(text="Actualizar los datos de Acme", kind="information", area="crm").reply
    world.channel_shows("ventas", "Actualizar los datos de Acme")

    world.carla.sees(say["nobody"]).choose("Bruno Díaz")

    told = world.bruno.sees(say["passed"], "Actualizar los datos de Acme")
    filed.click(say["withdraw"])
    told.now().says(say["withdrew"]).with_no_buttons()
    world.until("17:00", day=1)
    world.bruno.sees_nothing()


def test_a_message_of_the_channel_becomes_one_answered_under_it(world: World) -> None:
    say = WORDS[world.language]
    said = world.act("marta", "say", {"user": "marta", "channel": "ventas", "text": "Urge Acme"})
    ts = said.raw["ts"] if "ts" in said.raw else newest(world)

    form = world.act(
        "marta",
        "shortcut",
        {
            "user": "marta",
            "callback_id": Id.SHORTCUT_REQUEST,
            "channel": "ventas",
            "message_ts": ts,
        },
    )
    assert not form.submit(text="Urge Acme <!channel>", kind="urgent", area="urgent").errors

    posted = world.channel_shows("ventas", "Urge Acme")
    world.ana.sees("Urge Acme").click(say["answer"])
    world.ana.submits(answer="Hecho.")
    answered = world.channel_shows("ventas", "Hecho.")
    assert [posted.raw["thread_ts"], answered.raw["thread_ts"]] == [ts, ts]
    world.marta.sees("Hecho.")


def ask(world: World) -> tuple[Shown, Shown]:
    """Sofía asks for a client; return what the channel reads and what Ana does."""
    say = WORDS[world.language]
    world.sofia.types(TYPED)
    posted = world.channel_shows("ventas", say["asks"], "no pueden entrar al portal")
    asked = world.ana.sees(say["asks"], "no pueden entrar al portal").with_buttons(say["answer"])
    return posted, asked


def newest(world: World) -> str:
    """The ``ts`` of the last message in the working channel."""
    return str(world.messages({"channel": "ventas"})[-1]["ts"])
