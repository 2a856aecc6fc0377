"""The words of /sla: both languages, any accent, case, plural or quotation mark."""

from collections import defaultdict
from collections.abc import Iterable

import pytest

from bot.rules.phrases.refusals import TooLong
from bot.rules.terms import Channel, Outcome, RejectReason
from bot.rules.value_words import (
    CHANNELS,
    FILTERS,
    OUTCOMES,
    PERIODS,
    REASONS,
    RESULTS,
    SUBS,
    LeadFilter,
    Period,
    Result,
    Sub,
)
from bot.rules.vocabulary import Vocabulary, key_of
from bot.rules.words import COMMANDS, Match, Unknown, Word, find_word, shown

TABLES = {
    "commands": COMMANDS,
    "channels": CHANNELS,
    "outcomes": OUTCOMES,
    "filters": FILTERS,
    "periods": PERIODS,
    "results": RESULTS,
    "second words": SUBS,
    "reasons": REASONS,
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_no_name_reaches_two_words(table: Vocabulary[object]) -> None:
    reached = defaultdict(set)
    for meaning, names in table.table.items():
        for name in names:
            reached[key_of(name)].add(meaning)

    assert {key: meanings for key, meanings in reached.items() if len(meanings) > 1} == {}


@pytest.mark.parametrize(
    ("table", "meanings"),
    [
        (COMMANDS, Word),
        (CHANNELS, Channel),
        (OUTCOMES, Outcome),
        (FILTERS, LeadFilter),
        (PERIODS, Period),
        (RESULTS, Result),
        (SUBS, Sub),
        (REASONS, RejectReason),
    ],
    ids=TABLES.keys(),
)
def test_every_meaning_has_a_name_in_both_languages(
    table: Vocabulary[object], meanings: Iterable[object]
) -> None:
    assert set(table.table) == set(meanings)
    assert all(names.en and names.es for names in table.table.values())


@pytest.mark.parametrize("word", Word)
def test_every_name_leads_to_its_word_and_keeps_the_rest(word: Word) -> None:
    for name in COMMANDS.table[word]:
        found = find_word(f"{name.upper()}  L-0042 «Ñandú»")

        assert isinstance(found, Match)
        assert (found.word, found.rest) == (word, "L-0042 «Ñandú»")


@pytest.mark.parametrize(
    ("typed", "word", "rest"),
    [
        pytest.param("estado", Word.STATUS, "", id="Spanish"),
        pytest.param("¿Cómo vamos?", Word.STATUS, "", id="a question"),
        pytest.param("como  VAMOS", Word.STATUS, "", id="no accent, spaces, case"),
        pytest.param("LEADS míos", Word.LEADS, "míos", id="the rest is as typed"),
        pytest.param("lead L-0042", Word.LEADS, "L-0042", id="singular equals plural"),
        pytest.param("solicitudes", Word.REQUEST, "", id="Spanish plural"),
        pytest.param("metas nueva", Word.GOAL, "nueva", id="plural with a second word"),
        pytest.param("de quién es “El Blog”", Word.WHO, "“El Blog”", id="curly quotes stay"),
        pytest.param("doliente SEO", Word.WHO, "SEO", id="doliente"),
        pytest.param("quiénes", Word.WHO, "", id="quiénes"),
        pytest.param("qué es un MQL", Word.DEFINE, "un MQL", id="qué es"),
        pytest.param("pasar a <@U1>", Word.ASSIGN, "<@U1>", id="the longest name wins"),
        pytest.param("en eso L-1 mañana", Word.ACK, "L-1 mañana", id="en eso"),
        pytest.param("me", Word.ME, "", id="me"),
        pytest.param("me cubre @ana", Word.AWAY, "@ana", id="me cubre"),
        pytest.param("propose x", Word.PROPOSE, "x", id="propose"),
        pytest.param("proposal", Word.PROPOSALS, "", id="a proposal is not proposing"),
        pytest.param("follow–up Acme", Word.LOG, "Acme", id="a long dash"),
        pytest.param("por qué L-9", Word.WHY, "L-9", id="por qué"),
        pytest.param("nuevo Acme", Word.NEW, "Acme", id="nuevo"),
        pytest.param("?", Word.HELP, "", id="a lone question mark"),
    ],
)
def test_a_command_is_found(typed: str, word: Word, rest: str) -> None:
    found = find_word(typed)

    assert isinstance(found, Match)
    assert (found.word, found.rest) == (word, rest)


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        pytest.param("asginar L-1", Word.ASSIGN, id="letters swapped"),
        pytest.param("solisitud", Word.REQUEST, id="a wrong letter"),
        pytest.param("estatus", Word.STATUS, id="half English"),
        pytest.param("vaciones en julio", Word.AWAY, id="letters missing"),
        pytest.param("hlep", Word.HELP, id="letters swapped in a short word"),
        pytest.param("xyzzy", None, id="nothing like it"),
        pytest.param("reopen R-Q2XA", None, id="letters of resumen, and another meaning"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_an_unknown_word_names_the_nearest(typed: str, nearest: Word | None) -> None:
    assert find_word(typed) == Unknown(typed, nearest)


@pytest.mark.parametrize(
    ("typed", "word", "details"),
    [
        ("called Camila answered", Word.LOG, "call Camila answered"),
        ("llamé a Camila contestó", Word.LOG, "call a Camila contestó"),
        ("urgencia el portal", Word.REQUEST, "urgent: el portal"),
        ("log Acme", Word.LOG, "Acme"),
    ],
)
def test_a_name_can_say_more_than_its_word(typed: str, word: Word, details: str) -> None:
    found = find_word(typed)

    assert isinstance(found, Match)
    assert (found.word, found.details) == (word, details)


def test_what_nobody_types_is_refused() -> None:
    with pytest.raises(TooLong):
        find_word("estado " * 200)


def test_a_word_is_shown_by_its_first_name() -> None:
    assert shown(Word.ASSIGN, "es") == "asignar"
    assert shown(Word.ASSIGN, "en") == "assign"


def test_values_are_found_at_the_start() -> None:
    late = FILTERS.at_start("fuera de plazo @ana")

    assert late is not None
    assert (late.meaning, late.rest) == (LeadFilter.LATE, "@ana")
    assert FILTERS.at_start("Acme vencidos") is None
