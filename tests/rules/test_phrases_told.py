"""When something was, at the start of a note: taken off only where nothing else can be meant."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.rules.phrases.refusals import NoSuchDay
from bot.rules.phrases.told import Told, told_at_start

BOGOTA = "America/Bogota"
NOW = datetime(2026, 3, 4, 20, 30, tzinfo=UTC)
"""Wednesday 4 March, 15:30 in Bogotá."""


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC) + timedelta(hours=5)


def told(text: str) -> Told:
    return told_at_start(text, now=NOW, zone=BOGOTA)


@pytest.mark.parametrize(
    ("typed", "words", "moment", "rest"),
    [
        ("ayer 5pm pidió cotización", "ayer 5pm", at(3, 17), "pidió cotización"),
        ("hoy 10:00 habló con compras", "hoy 10:00", at(4, 10), "habló con compras"),
        ("today 10:00 spoke with 3 buyers", "today 10:00", at(4, 10), "spoke with 3 buyers"),
        ("yesterday at 4 pm, wants a quote", "yesterday at 4 pm", at(3, 16), "wants a quote"),
        ("ayer 5 p. m. el cliente pidió", "ayer 5 p. m.", at(3, 17), "el cliente pidió"),
        ("a las 3 pidió cotización", "a las 3", at(4, 15), "pidió cotización"),
        ("ayer a las 4 de la tarde la vi", "ayer a las 4 de la tarde", at(3, 16), "la vi"),
        ("14h pidió", "14h", at(4, 14), "pidió"),
        ("hace 20 min pidió", "hace 20 min", NOW - timedelta(minutes=20), "pidió"),
        ("20 min ago, wants a quote", "20 min ago", NOW - timedelta(minutes=20), "wants a quote"),
        ("al mediodía pidió", "al mediodía", at(4, 12), "pidió"),
        ("9:30", "9:30", at(4, 9, 30), ""),
    ],
)
def test_a_time_is_taken_off_and_the_rest_is_as_typed(
    typed: str, words: str, moment: datetime, rest: str
) -> None:
    assert told(typed) == Told(words, moment, rest)


@pytest.mark.parametrize(
    "typed",
    [
        "pidió cotización",
        "10 clientes",
        "3 veces",
        "en 5 sedes",
        "2h después de la reunión",
        "hoy viaja a Cali",
        "ahora pidió cotización",
        "tarde pero bien",
        "el lunes viaja",
        "mañana 9am hay reunión",
        "tomorrow 9am we meet",
        "a las 4:30 pm hay reunión",
        "en 2 horas llama",
        "la demo fue ayer 5pm",
        "",
    ],
)
def test_what_can_be_the_beginning_of_a_sentence_stays(typed: str) -> None:
    assert told(typed) == Told("", None, typed)


@pytest.mark.parametrize(
    ("typed", "words", "rest"),
    [
        pytest.param("ayer pidió cotización", "ayer", "pidió cotización", id="a day"),
        pytest.param("esta mañana pidió", "esta mañana", "pidió", id="a part of a day"),
        pytest.param("el lunes 9am pidió", "el lunes 9am", "pidió", id="last Monday or the next"),
        pytest.param("hoy 10 pidió", "hoy 10", "pidió", id="an hour, or ten of something"),
    ],
)
def test_what_does_not_say_exactly_when_is_left_to_be_asked(
    typed: str, words: str, rest: str
) -> None:
    assert told(typed) == Told(words, None, rest)


def test_a_day_that_does_not_exist_is_named() -> None:
    with pytest.raises(NoSuchDay):
        told("31/02 9am pidió")
