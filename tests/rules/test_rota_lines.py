"""A rota's people as they are typed."""

import pytest

from bot.rules.refusals import Refusal
from bot.rules.rota import BadWeight, CapBelowOne, SeatDraft
from bot.rules.rota_lines import UnclearRotaLine, line_of, read_people
from bot.rules.value_words import language_code


@pytest.mark.parametrize(
    ("line", "seat"),
    [
        pytest.param("Ana", SeatDraft("Ana"), id="a name alone weighs one"),
        pytest.param("  Ana Gómez   2 ", SeatDraft("Ana Gómez", 2), id="a name and a weight"),
        pytest.param("@ana 100", SeatDraft("@ana", 100), id="a handle and the heaviest"),
        pytest.param("Ana 2, 10 per day", SeatDraft("Ana", 2, 10), id="a cap of the day"),
        pytest.param("Ana, 10/day", SeatDraft("Ana", 1, 10), id="written short"),
        pytest.param("Ana 2; 10 al día; 40 abiertos", SeatDraft("Ana", 2, 10, 40), id="Spanish"),
        pytest.param("Ana 2, 40 open, 1 a day", SeatDraft("Ana", 2, 1, 40), id="in any order"),
    ],
)
def test_a_line_is_a_person_a_weight_and_limits(line: str, seat: SeatDraft) -> None:
    assert read_people(line) == (seat,)


def test_empty_lines_do_not_count() -> None:
    assert read_people("\nAna 2\n\n  \nBruno\n") == (SeatDraft("Ana", 2), SeatDraft("Bruno"))


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    "seat",
    [SeatDraft("Ana Gómez"), SeatDraft("U0ANA0001", 3, 10), SeatDraft("Ana", 2, 1, 9_999)],
    ids=lambda seat: str(seat.who),
)
def test_what_the_form_shows_is_read_back_the_same(seat: SeatDraft, language: str) -> None:
    assert read_people(line_of(seat, language)) == (seat,)


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        pytest.param("Ana 0", BadWeight("Ana", "0"), id="zero"),
        pytest.param("Ana -1", BadWeight("Ana", "-1"), id="less than nothing"),
        pytest.param("Ana 101", BadWeight("Ana", "101"), id="one above the heaviest"),
        pytest.param("Ana 1.5", BadWeight("Ana", "1.5"), id="a fraction"),
        pytest.param("Ana ٢", BadWeight("Ana", "٢"), id="figures of another script"),
        pytest.param("Ana 2, 0 per day", CapBelowOne("Ana", 0), id="a limit of nothing"),
        pytest.param("Ana 2, 10 a year", UnclearRotaLine("Ana 2, 10 a year"), id="a year"),
        pytest.param("Ana 2, many", UnclearRotaLine("Ana 2, many"), id="no number"),
        pytest.param("2", UnclearRotaLine("2"), id="a weight of nobody"),
        pytest.param(", 10 per day", UnclearRotaLine(", 10 per day"), id="a limit of nobody"),
    ],
)
def test_a_line_that_is_not_understood_is_refused(line: str, refusal: Refusal) -> None:
    with pytest.raises(type(refusal)) as refused:
        read_people(f"Carla 1\n{line}")

    assert vars(refused.value) == vars(refusal)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Español", "es"),
        ("spanish", "es"),
        ("es-CO", "es"),
        ("es_419", "es"),
        ("English (US)", "en"),
        ("pt-BR", "pt"),
        ("Quechua", "quechua"),
        ("zh-Hans-CN", "zh"),
        ("", ""),
    ],
)
def test_a_leads_language_is_known_by_its_code_however_it_is_written(
    written: str, code: str
) -> None:
    assert language_code(written) == code
