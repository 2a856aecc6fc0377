"""What comes back from a button is read as if a stranger had written it."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.views.payload import ForgedPayload, Payload, dump, parse

LEAD = UUID("12345678-1234-4234-8234-123456789abc")
FULL = Payload(LEAD, LEAD, "C0VENTAS1", "1773439200.000100", "tomorrow")


@pytest.mark.parametrize("payload", [Payload(), Payload(id=LEAD), Payload(choice="1h"), FULL])
def test_what_was_written_is_read(payload: Payload) -> None:
    assert parse(dump(payload)) == payload


def test_a_payload_fits_a_menus_option() -> None:
    """An option's value holds 150 characters."""
    assert len(dump(Payload(id=LEAD, person=LEAD))) <= 150
    assert len(dump(Payload(id=LEAD, choice="tomorrow"))) <= 150


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x", id="not JSON"),
        pytest.param("[]", id="not an object"),
        pytest.param('"id"', id="a bare text"),
        pytest.param("null", id="nothing at all"),
        pytest.param('{"id": "1"}', id="no such id"),
        pytest.param('{"id": 1}', id="a number"),
        pytest.param('{"id": null}', id="an empty id"),
        pytest.param('{"id": "12345678-1234-4234-8234-123456789abc "}', id="a space after it"),
        pytest.param('{"id": "12345678-1234-4234-8234-123456789abc\\n"}', id="a line after it"),
        pytest.param('{"ID": "x"}', id="an unknown name"),
        pytest.param('{"team_id": "T0OTHER"}', id="another workspace"),
        pytest.param('{"choice": "<!channel>"}', id="a choice that is none"),
        pytest.param('{"channel": "general"}', id="a channel's name"),
        pytest.param('{"ts": "1.x"}', id="no moment"),
        pytest.param('{"choice": "' + "a" * 2_000 + '"}', id="too long"),
        pytest.param("[" * 1_500, id="deep"),
        pytest.param('{"id": {"id": {}}}', id="nested"),
        pytest.param("NaN", id="not a number"),
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ForgedPayload):
        parse(text)


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    try:
        found = parse(text)
    except ForgedPayload:
        return
    assert parse(dump(found)) == found
