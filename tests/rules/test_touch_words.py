"""A follow-up as typed: the first channel and the first outcome count, the rest stays as it is."""

import pytest

from bot.rules.terms import Channel, Outcome
from bot.rules.touch_words import TouchWords, parse_touch

CALL, WHATSAPP, EMAIL = Channel.CALL, Channel.WHATSAPP, Channel.EMAIL
ANSWERED = Outcome.ANSWERED


@pytest.mark.parametrize(
    ("typed", "channel", "outcome", "pieces"),
    [
        pytest.param("L-1 llamada contestó", CALL, ANSWERED, "L-1||", id="lead first"),
        pytest.param("llamada contestó Acme S.A.", CALL, ANSWERED, "||Acme S.A.", id="lead last"),
        pytest.param("llamada Acme contestó", CALL, ANSWERED, "|Acme|", id="lead between"),
        pytest.param("acme wa no contestó", WHATSAPP, Outcome.NO_ANSWER, "acme||", id="not"),
        pytest.param("L-1, llamada, contestó", CALL, ANSWERED, "L-1||", id="commas"),
        pytest.param(
            "contestó por whatsapp, sí", WHATSAPP, ANSWERED, "|por|sí", id="outcome first"
        ),
        pytest.param("L-1 reunión agendada", None, Outcome.BOOKED, "L-1||", id="booked, not met"),
        pytest.param("L-1 correo enviado", EMAIL, Outcome.SENT, "L-1||", id="sent"),
        pytest.param("L-1 WhatsApp", WHATSAPP, None, "L-1||", id="outcome missing"),
        pytest.param("L-1 call quote", CALL, None, "L-1||quote", id="outcome missing, a note"),
        pytest.param("no le interesa L-1", None, Outcome.NOT_INTERESTED, "||L-1", id="no channel"),
        pytest.param("Acme", None, None, "||Acme", id="only a lead"),
        pytest.param("", None, None, "||", id="nothing"),
        pytest.param(
            "llamada contestó habló con compras y agendó demo",
            CALL,
            ANSWERED,
            "||habló con compras y agendó demo",
            id="outcomes and channels of the note",
        ),
        pytest.param(
            "call answered today 10:00 spoke with purchasing",
            CALL,
            ANSWERED,
            "||today 10:00 spoke with purchasing",
            id="the same in English",
        ),
        pytest.param(
            "llamada no contestó, dejé mensaje",
            CALL,
            Outcome.NO_ANSWER,
            "||dejé mensaje",
            id="the first of two outcomes",
        ),
    ],
)
def test_a_follow_up_is_taken_apart(
    typed: str, channel: Channel | None, outcome: Outcome | None, pieces: str
) -> None:
    said = parse_touch(typed)

    assert (said.channel, said.outcome) == (channel, outcome)
    assert f"{said.before}|{said.between}|{said.after}" == pieces


@pytest.mark.parametrize(
    ("typed", "tail"),
    [
        ("llamada con compras, contestó bien", "con compras, contestó bien"),
        ("contestó, mandó un correo a compras", "mandó un correo a compras"),
        ("contestó bien", "bien"),
    ],
)
def test_what_follows_the_first_of_the_two_is_kept_as_typed(typed: str, tail: str) -> None:
    said = parse_touch(typed)

    assert (said.tail, said.whole) == (tail, typed)


def test_it_is_known_which_of_the_two_came_first() -> None:
    assert parse_touch("contestó por correo").channel_last
    assert not parse_touch("correo, contestó").channel_last
    assert not parse_touch("contestó").channel_last


def test_nothing_is_missing_once_both_are_said() -> None:
    assert parse_touch("call answered").is_complete
    assert not parse_touch("call").is_complete
    assert not parse_touch("answered").is_complete
    assert TouchWords().whole == ""
