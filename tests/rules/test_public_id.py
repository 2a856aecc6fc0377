"""Short ids that people can read out."""

import pytest

from bot.rules.public_id import ALPHABET, as_public_id, public_id


def test_a_short_id_has_no_letter_that_could_be_a_digit() -> None:
    assert not set("01IO") & set(ALPHABET)
    assert public_id(0) == "L-2222"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("L-7K3F", "L-7K3F", id="as written"),
        pytest.param(" l-7k3f ", "L-7K3F", id="small letters and spaces"),
        pytest.param("7k3f", "L-7K3F", id="without the prefix"),
        pytest.param("L–7K3F", "L-7K3F", id="with a long dash, as phones write it"),
        pytest.param("7k3", None, id="too short to be one"),
        pytest.param("Olmo", None, id="a name with a letter no id has"),
        pytest.param("L-7K30", None, id="a zero"),
    ],
)
def test_a_typed_id_is_forgiven_its_looks(typed: str, meant: str | None) -> None:
    assert as_public_id(typed) == meant
