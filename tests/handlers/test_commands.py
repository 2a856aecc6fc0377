"""Every word of /sla: what it answers, what it asks for, and what it refuses, in both languages."""

from typing import cast

import pytest
from sqlmodel import select

from bot.rules.words import Word, shown
from handlers.commands import COMMANDS_BY_WORD
from models import Lead, Person, Touch
from tests.handlers.conftest import Stage, arrives
from tests.handlers.slack import Reply
from tests.usecases.builders import MONDAY

ANSWERS = [
    ("ana", "status", "estado", "Leads: 1 "),
    ("ana", "leads", "leads", "Laura Gómez"),
    ("ana", "leads mine", "leads míos", "Laura Gómez"),
    ("ana", "leads late", "leads vencidos", "leads "),
    ("ana", "lead {id}", "lead {id}", "Laura Gómez (Acme)"),
    ("ana", "lead acme", "lead acme", "Laura Gómez (Acme)"),
    ("ana", "leads @ana", "leads @ana", "Laura Gómez"),
    ("ana", "why {id}", "por qué {id}", "Laura Gómez"),
    ("ana", "accept {id}", "aceptar {id}", "Laura Gómez"),
    ("ana", "log {id} whatsapp answered", "seguimiento {id} whatsapp contestó", "WhatsApp"),
    ("ana", "log whatsapp answered", "registrar whatsapp contestó", "Laura Gómez"),
    ("ana", "log acme call no answer", "contacté acme llamada no contestó", "Laura Gómez"),
    ("ana", "snooze {id} 2h", "posponer {id} 2h", "Laura Gómez"),
    ("ana", "pause {id} travelling until tomorrow", "pausar {id} de viaje hasta mañana", "Laura"),
    ("ana", "reject {id} no budget", "devolver {id} sin presupuesto", "marketing"),
    ("ana", "close {id} lost", "cerrar {id} perdido", "Laura Gómez"),
    ("ana", "close {id} won 12000", "cerrar {id} ganado 12.000", "12.000"),
    ("ana", "assign {id} @bruno", "asignar {id} @bruno", "Bruno"),
    ("carla", "assign {id} <@UBRUNO|bruno>", "pasar a {id} <@UBRUNO|bruno>", "Bruno"),
    ("ana", "who", "quién", ""),
    ("ana", "who seo", "quién seo", "seo"),
    ("marta", "own seo @mateo", "encargar seo @mateo", "<@UMATEO>"),
    ("ana", "commitment", "compromiso", ""),
    ("ana", "commitments mine", "compromisos míos", ""),
    ("ana", "goal", "meta", ""),
    ("ana", "me", "yo", "America/Bogota"),
    ("ana", "language", "idioma", "Español"),
    ("ana", "help", "ayuda", "`/sla "),
    ("ana", "help all", "ayuda todo", "L-7K3F"),
    ("ana", "setup", "configurar", "Leads"),
    ("alba", "setup", "configurar", "Leads"),
    ("ana", "agreement", "acuerdo", "Leads"),
]
FORMS = [
    ("ana", "log {id}", "seguimiento {id}", "touch.submit"),
    ("ana", "log {id} whatsapp", "seguimiento {id} whatsapp", "touch.submit"),
    ("ana", "new", "nuevo", "lead_new.submit"),
    ("ana", "new Pedro Paz", "mql Pedro Paz", "lead_new.submit"),
    ("ana", "assign {id}", "asignar {id}", "assign.submit"),
    ("ana", "reject {id}", "devolver {id}", "reject.submit"),
    ("ana", "close {id}", "cerrar {id}", "close.submit"),
    ("ana", "close {id} won", "cerrar {id} ganado", "close.submit"),
    ("ana", "snooze {id}", "posponer {id}", "snooze.submit"),
    ("ana", "ack {id}", "enterado {id}", "ack.submit"),
    ("ana", "pause {id}", "pausar {id}", "pause.submit"),
    ("marta", "own", "encargar", "area.submit"),
    ("marta", "own seo", "encargar seo", "area.submit"),
    ("ana", "commitment new", "compromiso nuevo", "commitment.submit"),
    ("ana", "commit four articles", "me comprometo cuatro artículos", "commitment.submit"),
    ("marta", "goal new MQL", "meta nueva MQL", "goal.submit"),
    ("alba", "setup new", "configurar nuevo", "setup.submit"),
    ("carla", "setup new", "configurar nuevo", "setup.submit"),
]
REFUSALS = [
    ("ana", "status last month", "estado el mes pasado", "/sla "),
    ("ana", "lead L-ZZZZ", "lead L-ZZZZ", "L-ZZZZ"),
    ("ana", "log L-ZZZZ call answered", "registrar L-ZZZZ llamada contestó", "L-ZZZZ"),
    ("ana", "claim {id}", "tomar {id}", "Ana"),
    ("ana", "assign {id} @nadie", "asignar {id} @nadie", "nadie"),
    ("ana", "assign {id} @marta", "asignar {id} @marta", "Marta"),
    ("ana", "resume {id}", "reanudar {id}", "{id}"),
    ("ana", "undo {id}", "deshacer {id}", ""),
    ("ana", "close {id} won usd 500", "cerrar {id} ganado usd 500", "COP"),
    ("ana", "goal update 5", "meta avance 5", ""),
    ("ana", "goal close MQL", "meta cerrar MQL", "MQL"),
    ("ana", "status in #nowhere", "estado en #nowhere", "nowhere"),
    ("bruno", "accept {id}", "aceptar {id}", ""),
    ("ana", "setup new", "configurar nuevo", ""),
    ("ana", "own seo @mateo", "encargar seo @mateo", ""),
]
HOSTILE = [
    "<!channel>",
    "<!here> <!subteam^S1>",
    "<https://evil.test|Acme>",
    "'; DROP TABLE lead; --",
    "{lead} {0} %s %(x)s {{7*7}}",
    "../../etc/passwd",
    "\u202e\u200b\ufeff",
    "\x00\x01\x02",
    "😀" * 300,
    "٣" * 40,
    "L-" + "9" * 400,
    "-" * 990,
    "\\n\\t\\",
    "*_~`" * 50,
    "&lt;!channel&gt; &amp;amp;",
]


def answers(stage: Stage, name: str, text: str) -> Reply:
    person = cast("Person", getattr(stage.cast, name))
    return stage.door.types(person, text.replace("{id}", stage.id))


def speaks(stage: Stage, language: str) -> None:
    with stage.door.database.writing() as session:
        for person in session.exec(select(Person)):
            person.language = language


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("name", "en", "es", "says"), ANSWERS, ids=[row[1] for row in ANSWERS])
def test_a_command_answers_its_person_only(
    stage: Stage, name: str, en: str, es: str, says: str, language: str
) -> None:
    speaks(stage, language)

    reply = answers(stage, name, en if language == "en" else es)

    assert reply.status == 200
    assert says.replace("{id}", stage.id) in reply.text
    assert reply.ack["response_type"] == "ephemeral"
    assert "Algo falló" not in reply.text
    assert "Something went wrong" not in reply.text


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("name", "en", "es", "form"), FORMS, ids=[row[1] for row in FORMS])
def test_what_is_missing_is_asked_for_in_a_form(
    stage: Stage, name: str, en: str, es: str, form: str, language: str
) -> None:
    speaks(stage, language)

    reply = answers(stage, name, en if language == "en" else es)

    assert reply.view["callback_id"] == form
    assert not reply.ack.get("text")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("name", "en", "es", "says"), REFUSALS, ids=[row[1] for row in REFUSALS])
def test_a_refusal_is_one_calm_sentence(
    stage: Stage, name: str, en: str, es: str, says: str, language: str
) -> None:
    speaks(stage, language)

    reply = answers(stage, name, en if language == "en" else es)

    assert reply.status == 200
    assert says.replace("{id}", stage.id) in reply.text
    assert "Algo falló" not in reply.text
    assert "Something went wrong" not in reply.text


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("argument", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_arguments_are_data(stage: Stage, argument: str, language: str) -> None:
    said = {
        word: answers(stage, "ana", f"{shown(word, language)} {argument}").text
        for word in COMMANDS_BY_WORD
    }

    assert {word: text for word, text in said.items() if not harmless(text)} == {}


def harmless(text: str) -> bool:
    alive = any(mark in text.replace("<!date^", "") for mark in ("<!", "<https://evil"))
    return bool(text) and not alive and "Algo falló" not in text


@pytest.mark.parametrize("word", COMMANDS_BY_WORD)
def test_extra_words_do_no_harm(stage: Stage, word: Word) -> None:
    reply = answers(stage, "ana", f"{word} {'y además otra cosa ' * 10}")

    assert reply.status == 200
    assert "Algo falló" not in reply.text


@pytest.mark.parametrize(("length", "is_read"), [(1_000, True), (1_001, False)])
def test_a_thousand_characters_are_read_and_no_more(
    stage: Stage, length: int, *, is_read: bool
) -> None:
    reply = answers(stage, "ana", "yo " + "x" * (length - 3))

    assert ("America/Bogota" in reply.text) is is_read
    assert ("1.000" in reply.text) is not is_read


def test_a_word_like_another_offers_it_as_a_button(stage: Stage) -> None:
    reply = answers(stage, "ana", "estdo")
    (_, row) = reply.ack["blocks"]

    pressed = stage.door.presses(stage.cast.ana, "command.try", row["elements"][0]["value"])

    assert "¿Quizás estado?" in reply.text or "estado" in reply.text
    assert "1 lead" in pressed.text


@pytest.mark.parametrize("typed", ["report week", "plan"])
def test_a_word_of_a_later_issue_is_not_known_yet(stage: Stage, typed: str) -> None:
    reply = answers(stage, "ana", typed)

    assert typed in reply.text


def test_the_bare_command_says_what_is_next(stage: Stage) -> None:
    reply = answers(stage, "ana", "")

    assert "Laura Gómez" in reply.text
    assert "`/sla estado`" in reply.text


def test_with_two_open_leads_the_one_meant_is_asked_for(stage: Stage) -> None:
    """The choice completes the command, channel and outcome included."""
    with stage.door.database.writing() as session:
        other = arrives(session, stage.cast, name="Pedro Paz", company="Beta", owner="@ana")
    reply = answers(stage, "ana", "registrar llamada contestó")
    menu = reply.ack["blocks"][0]["accessory"]
    (chosen,) = [each for each in menu["options"] if other.lead.public_id in each["text"]["text"]]

    done = stage.door.chooses(stage.cast.ana, menu["action_id"], chosen["value"])

    assert "Pedro Paz" in done.text
    with stage.door.database.reading() as session:
        (touch,) = session.exec(select(Touch)).all()
        assert (touch.lead_id, touch.channel) == (other.lead.id, "call")


def test_claiming_without_a_lead_takes_the_one_nobody_has(stage: Stage) -> None:
    with stage.door.database.writing() as session:
        lead = session.exec(select(Lead)).one()
        lead.owner_id = None

    reply = answers(stage, "bruno", "tomar")

    assert "Laura Gómez" in reply.text or "Acme" in reply.text
    with stage.door.database.reading() as session:
        assert session.exec(select(Lead)).one().owner_id == stage.cast.bruno.id


def test_a_snooze_echoes_the_moment_understood(stage: Stage) -> None:
    reply = answers(stage, "ana", "posponer 2h")

    assert f"<!date^{int(MONDAY.timestamp()) + 7200}^" in reply.message["text"]


def test_the_reject_reason_and_the_note_are_told_apart(stage: Stage) -> None:
    reply = answers(stage, "ana", "devolver {id} sin presupuesto hasta enero")

    assert "Sin presupuesto" in reply.text


def test_a_colleague_is_asked_why_they_and_not_the_owner(stage: Stage) -> None:
    form = answers(stage, "bruno", "log {id} llamada contestó").view

    reply = stage.door.submits(
        stage.cast.bruno,
        form,
        channel={"selected_option": {"value": "call"}},
        outcome={"selected_option": {"value": "answered"}},
        reason="Ana está en una reunión",
    )

    assert "Acme" in reply.text
    with stage.door.database.reading() as session:
        touch = session.exec(select(Touch)).one()
        assert (touch.person_id, touch.on_behalf_of) == (stage.cast.bruno.id, stage.cast.ana.id)
