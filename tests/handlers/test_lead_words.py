"""What people type about a lead, in both languages: which lead is meant, and what is said of it.

Ana has one open lead, Laura Gómez of Acme; Bruno has Beta Corp. Carla leads sales. It is Monday
2 March 2026, 09:00 in Bogotá; the leads came in then.
"""

from datetime import timedelta
from typing import cast

import pytest
from sqlmodel import col, select

from models import Event, Lead, Person, Touch
from tests.handlers.conftest import Stage, arrives
from tests.handlers.slack import Json, Reply
from tests.handlers.test_commands import speaks
from tests.usecases.builders import MONDAY

DONE = [
    # who, what is typed in English and in Spanish, what the history then says of which lead
    (
        "ana",
        "pause acme out of office until tomorrow",
        "pausar acme de viaje hasta mañana",
        "lead.paused Acme {out of office|de viaje}",
    ),
    (
        "ana",
        "pause out of office until tomorrow",
        "pausar de viaje hasta mañana",
        "lead.paused Acme {out of office|de viaje}",
    ),
    (
        "ana",
        "pause Laura Gómez out of office till tomorrow",
        "pausa laura gomez de viaje hasta mañana",
        "lead.paused Acme {out of office|de viaje}",
    ),
    (
        "ana",
        "pause laura out of office until tomorrow",
        "pausar Laura de viaje hasta mañana",
        "lead.paused Acme {out of office|de viaje}",
    ),
    (
        "ana",
        "pause {id} acme is closed until tomorrow",
        "pausar {id} acme cerró hasta mañana",
        "lead.paused Acme {acme is closed|acme cerró}",
    ),
    (
        "ana",
        "pause they are away until tomorrow",
        "pausar cliente de viaje hasta mañana",
        "lead.paused Acme {they are away|cliente de viaje}",
    ),
    (
        "carla",
        "pause beta on holiday until tomorrow",
        "pausar beta de vacaciones hasta mañana",
        "lead.paused Beta Corp {on holiday|de vacaciones}",
    ),
    (
        "carla",
        "pause beta corp: on holiday until tomorrow",
        "pausar Beta Corp, de viaje hasta mañana",
        "lead.paused Beta Corp {on holiday|de viaje}",
    ),
    ("ana", "snooze acme tomorrow 9am", "posponer acme mañana 9am", "clock.snoozed Acme"),
    ("ana", "snooze laura 2h", "posponer laura 2h", "clock.snoozed Acme"),
    ("ana", "snooze 2h", "posponer 2h", "clock.snoozed Acme"),
    (
        "ana",
        "log acme call answered",
        "seguimiento acme llamada contestó",
        "lead.touched Acme call answered",
    ),
    (
        "ana",
        "log call acme no answer",
        "registrar llamada acme no contestó",
        "lead.touched Acme call no_answer",
    ),
    (
        "ana",
        "log acm call answered",
        "registrar acm llamada contestó",
        "lead.touched Acme call answered",
    ),
    (
        "ana",
        "reject acme no budget",
        "devolver acme sin presupuesto",
        "lead.rejected Acme no_budget",
    ),
    (
        "ana",
        "reject no budget acme",
        "devolver sin presupuesto acme",
        "lead.rejected Acme no_budget",
    ),
    (
        "ana",
        "reject no budget, another provider",
        "devolver sin presupuesto, otro proveedor",
        "lead.rejected Acme no_budget {another provider|otro proveedor}",
    ),
    ("ana", "close acme lost", "cerrar acme perdido", "lead.closed Acme lost"),
    ("ana", "close lost acme", "cerrar perdido acme", "lead.closed Acme lost"),
    (
        "ana",
        "close lost because of the price",
        "cerrar perdido por precio",
        "lead.closed Acme lost",
    ),
    (
        "ana",
        "close acme as won for 12000",
        "cerrar acme como ganado por 12.000",
        "lead.closed Acme won 12000",
    ),
    ("ana", "close acme 12000 won", "cerrar acme 12.000 ganado", "lead.closed Acme won 12000"),
    ("ana", "close won acme 12000", "cerrar ganado acme 12.000", "lead.closed Acme won 12000"),
    (
        "carla",
        "close beta won 12000",
        "cerrar beta ganado 12.000",
        "lead.closed Beta Corp won 12000",
    ),
    ("ana", "assign acme to @bruno", "asignar acme a @bruno", "lead.assigned Acme"),
    ("ana", "assign @bruno acme", "asignar a @bruno acme", "lead.assigned Acme"),
    ("ana", "assign acme to bruno", "pasar acme a bruno", "lead.assigned Acme"),
    ("carla", "assign beta to me", "asignar beta a mí", "lead.assigned Beta Corp"),
]
REFUSED = [
    (
        "ana",
        "log acme call answered tomorrow 9am",
        "registrar acme llamada contestó mañana 9am",
        "9:00",
        "to come|por llegar",
    ),
    (
        "ana",
        "log call answered tomorrow 9am",
        "registrar llamada contestó mañana 9am",
        "9:00",
        "snooze|posponer",
    ),
    (
        "ana",
        "log acme tomorrow 9am call answered",
        "registrar acme mañana 9am llamada contestó",
        "9:00",
        "to come|por llegar",
    ),
    (
        "ana",
        "log acme call answered 31/02",
        "registrar acme llamada contestó 31/02",
        "31/02",
        "does not exist|no existe",
    ),
    (
        "ana",
        "log acme call answered on Monday 9am",
        "registrar acme llamada contestó el lunes 9am",
        "on Monday 9am|el lunes 9am",
        "yesterday 4pm|ayer 4pm",
    ),
    ("ana", "snooze acme 31/02", "posponer acme 31/02", "31/02", "does not exist|no existe"),
    ("ana", "snooze 31/02", "posponer 31/02", "31/02", "does not exist|no existe"),
    ("ana", "ack acme 31/02", "enterado acme 31/02", "31/02", "does not exist|no existe"),
    (
        "ana",
        "pause acme away until 31/02",
        "pausar acme de viaje hasta 31/02",
        "31/02",
        "does not exist|no existe",
    ),
    (
        "ana",
        "snooze acme tomorrow 25:00",
        "posponer acme mañana 25:00",
        "tomorrow 25:00|mañana 25:00",
        "tomorrow 9am|mañana 9am",
    ),
    (
        "ana",
        "snooze acme yesterday 9am",
        "posponer acme ayer 9am",
        "yesterday 9am|ayer 9am",
        "has passed|ya pasó",
    ),
    ("ana", "snooze zzz 2h", "posponer zzz 2h", "zzz", "can't find|No se encontró"),
    (
        "ana",
        "pause beta corp on holiday until tomorrow",
        "pausar beta corp de viaje hasta mañana",
        "its owner|su responsable",
        "",
    ),
    (
        "ana",
        "reject zzz no budget",
        "devolver zzz sin presupuesto",
        "zzz",
        "can't find|No se encontró",
    ),
    ("ana", "close lost zzz", "cerrar perdido zzz", "zzz", "can't find|No se encontró"),
    ("ana", "close acme won banana", "cerrar acme ganado banana", "banana", ""),
    ("ana", "assign acme to nobody", "asignar acme a nadie", "nobody|nadie", ""),
]


@pytest.fixture
def busy(stage: Stage) -> Stage:
    with stage.door.database.writing() as session:
        arrives(session, stage.cast, name="Pedro Paz", company="Beta Corp", owner="@bruno")
    return stage


def types(stage: Stage, name: str, language: str, en: str, es: str) -> Reply:
    speaks(stage, language)
    text = (en if language == "en" else es).replace("{id}", stage.id)
    return stage.door.types(cast("Person", getattr(stage.cast, name)), text)


def in_language(text: str, language: str) -> str:
    """Of "{one|other}" or "one|other", the half in a language."""
    head, brace, tail = text.partition("{")
    halves = (tail.removesuffix("}") if brace else head).split("|")
    return (head if brace else "") + halves[-1 if language == "es" else 0]


def happened(stage: Stage) -> str:
    """The last event, as its kind, its lead's company, and what was said of it."""
    with stage.door.database.reading() as session:
        rows = session.exec(
            select(Event, Lead)
            .join(Lead, col(Lead.id) == col(Event.subject_id))
            .where(col(Event.actor_id).is_not(None), col(Event.kind) != "lead.accepted")
            .order_by(col(Event.sequence).desc())
        ).all()
        event, lead = rows[0]
    said = [
        str(event.facts.get(key) or "").removesuffix(".00")
        for key in ("channel", "outcome", "stage", "amount", "reason", "note")
    ]
    return " ".join((event.kind, lead.company, *filter(None, said)))


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("name", "en", "es", "then"), DONE, ids=[row[1] for row in DONE])
def test_what_is_typed_is_done_to_the_lead_meant_and_the_answer_names_it(
    busy: Stage, name: str, en: str, es: str, then: str, language: str
) -> None:
    reply = types(busy, name, language, en, es)

    assert happened(busy) == in_language(then, language), reply.text
    assert ("Beta Corp" if "Beta" in then else "Acme") in reply.text


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    ("name", "en", "es", "names", "says"), REFUSED, ids=[row[1] for row in REFUSED]
)
def test_what_is_wrong_is_named_and_nothing_is_done(
    busy: Stage, name: str, en: str, es: str, names: str, says: str, language: str
) -> None:
    before = happened(busy)

    reply = types(busy, name, language, en, es)

    assert in_language(names, language) in reply.text
    assert in_language(says, language) in reply.text
    assert happened(busy) == before


AN_HOUR = 60
TOLD = [
    # what is typed in English and in Spanish at 9:00; the channel, the outcome, how many minutes
    # ago it was, and the note
    (
        "log acme whatsapp answered today 8:30 asked for a quote",
        "seguimiento acme whatsapp contestó hoy 8:30 pidió cotización",
        "whatsapp answered 30 {asked for a quote|pidió cotización}",
    ),
    (
        "log acme call answered 8:00 am spoke with purchasing",
        "seguimiento acme llamada contestó 8:00 am habló con compras",
        "call answered 60 {spoke with purchasing|habló con compras}",
    ),
    (
        "log acme call answered spoke with purchasing and booked a demo",
        "registrar acme llamada contestó habló con compras y agendó demo",
        "call answered 0 {spoke with purchasing and booked a demo|habló con compras y agendó demo}",
    ),
    (
        "log acme 8:30 call answered wants a quote",
        "registrar acme 8:30 llamada contestó pidió precio",
        "call answered 30 {wants a quote|pidió precio}",
    ),
    (
        "log acme call with purchasing, answered at 8:30",
        "registrar acme llamada con compras, contestó a las 8:30",
        "call answered 30 {with purchasing, answered at 8:30|con compras, contestó a las 8:30}",
    ),
    (
        "log call acme answered 20 min ago wants a quote",
        "registrar llamada a acme contestó hace 20 min pidió precio",
        "call answered 20 {wants a quote|pidió precio}",
    ),
    (
        "called acme answered 20 min ago",
        "llamé a acme contestó hace 20 min",
        "call answered 20 {|}",
    ),
    (
        "log answered by whatsapp acme wants a quote",
        "registrar contestó por whatsapp acme pidió precio",
        "whatsapp answered 0 {wants a quote|pidió precio}",
    ),
    (
        "log call answered 20 min ago acme wants a quote",
        "registrar llamada contestó hace 20 min acme pidió precio",
        "call answered 20 {wants a quote|pidió precio}",
    ),
]
ASKED = [
    # what is typed, and what the form is opened with: channel, outcome, when, note
    ("log acme call answered yesterday wants a quote", "call|answered|yesterday|wants a quote"),
    ("registrar acme llamada contestó ayer pidió precio", "call|answered|ayer|pidió precio"),
    ("registrar acme contestó, mandó un correo", "|answered||mandó un correo"),
    ("log acme call 8:30 wants a quote", "call||8:30|wants a quote"),
]


@pytest.fixture
def waiting(busy: Stage) -> Stage:
    """The leads came in an hour ago."""
    with busy.door.database.writing() as session:
        for lead in session.exec(select(Lead)):
            lead.received_at = MONDAY - timedelta(minutes=AN_HOUR)
    return busy


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("en", "es", "then"), TOLD, ids=[row[0] for row in TOLD])
def test_the_first_words_of_a_follow_up_count_and_the_rest_is_its_note(
    waiting: Stage, en: str, es: str, then: str, language: str
) -> None:
    reply = types(waiting, "ana", language, en, es)

    with waiting.door.database.reading() as session:
        touch, lead = session.exec(select(Touch, Lead).join(Lead)).one()
    minutes = (MONDAY - touch.happened_at) // timedelta(minutes=1)
    logged = f"{touch.channel} {touch.outcome} {minutes} {touch.note}"
    assert logged == in_language(then, language), reply.text
    assert lead.company == "Acme"


@pytest.mark.parametrize(("typed", "filled"), ASKED, ids=[row[0] for row in ASKED])
def test_what_a_follow_up_leaves_open_is_asked_with_the_rest_filled_in(
    waiting: Stage, typed: str, filled: str
) -> None:
    form = waiting.door.types(waiting.cast.ana, typed).view

    assert "|".join(held(form, "channel", "outcome", "when", "note")) == filled
    with waiting.door.database.reading() as session:
        assert session.exec(select(Touch)).all() == []


def held(form: Json, *lines: str) -> list[str]:
    """What the lines of a form are filled with."""
    elements = {block.get("block_id"): block.get("element", {}) for block in form["blocks"]}
    found = [elements[f"field.{line}"] for line in lines]
    return [
        each.get("initial_value") or each.get("initial_option", {}).get("value", "")
        for each in found
    ]


@pytest.mark.parametrize(
    ("typed", "filled"),
    [
        ("pause acme until Friday", "|until Friday"),
        ("pausar acme hasta el viernes", "|hasta el viernes"),
        ("pausar hasta el viernes", "|hasta el viernes"),
        ("pausar acme de viaje", "de viaje|"),
    ],
)
def test_a_pause_that_says_half_opens_the_form_with_that_half(
    busy: Stage, typed: str, filled: str
) -> None:
    form = busy.door.types(busy.cast.ana, typed).view

    assert "|".join(held(form, "reason", "until")) == filled


@pytest.mark.parametrize(
    ("typed", "ago", "note"),
    [
        pytest.param("log acme call answered 20 min ago", 20, "", id="when it was"),
        pytest.param("log call answered hace 20 min", 20, "", id="of my only open lead"),
        pytest.param("log acme call answered wants a quote", 0, "wants a quote", id="a note"),
    ],
)
def test_words_after_a_follow_up_say_when_it_was_or_are_its_note(
    busy: Stage, typed: str, ago: int, note: str
) -> None:
    with busy.door.database.writing() as session:
        for lead in session.exec(select(Lead)):
            lead.received_at = MONDAY - timedelta(hours=1)

    busy.door.types(busy.cast.ana, typed)

    with busy.door.database.reading() as session:
        touch = session.exec(select(Touch)).one()
        assert (touch.happened_at, touch.note) == (MONDAY - timedelta(minutes=ago), note)


def test_a_name_two_leads_go_by_is_asked_about_and_the_choice_keeps_the_rest(busy: Stage) -> None:
    with busy.door.database.writing() as session:
        other = arrives(session, busy.cast, name="Laura Ruiz", company="Acme", owner="@ana")
    reply = busy.door.types(busy.cast.ana, "pausar acme de viaje hasta mañana")
    menu = reply.ack["blocks"][0]["accessory"]
    (chosen,) = [each for each in menu["options"] if other.lead.public_id in each["text"]["text"]]

    busy.door.chooses(busy.cast.ana, menu["action_id"], chosen["value"])

    assert happened(busy) == "lead.paused Acme de viaje"


def test_a_longer_name_wins_over_a_shorter_one(busy: Stage) -> None:
    with busy.door.database.writing() as session:
        arrives(session, busy.cast, name="Eva Ruiz", company="Acme de Viaje", owner="@ana")

    busy.door.types(busy.cast.ana, "pausar acme de viaje feria hasta mañana")

    assert happened(busy) == "lead.paused Acme de Viaje feria"
