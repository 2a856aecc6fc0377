"""The Spanish catalogue says everything the code says, and is compiled."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from bot.locales.__main__ import BOT, SPANISH, compiled, updated, written

MARKERS = {"t", "mark", "mark_n", "n", "c"}
ALIKE = {
    *("JSON", "Lead", "Marketing", "WhatsApp", "In 1 h", "SLA", "{actual} of {target} ({share})"),
    "For example: 09:00-13:00, 14:00-18:00.",
    "• {party}: {target}.",
}


def sentences() -> list[Message]:
    return [message for message in written() if message.id]


def forms(text: object) -> tuple[str, ...]:
    """Return the one form of a sentence, or its singular and plural."""
    return tuple(text) if isinstance(text, list | tuple) else (str(text or ""),)


def test_the_catalogue_has_exactly_the_sentences_of_the_code() -> None:
    """When it is red: python -m bot.locales, then translate what came back empty."""
    held = {(message.context, message.id) for message in sentences()}
    said = {(message.context, message.id) for message in updated() if message.id}

    assert held == said


def test_no_sentence_hides_from_the_extraction() -> None:
    """One inside another call, or glued from pieces, would silently stay English."""
    known = {form for message in sentences() for form in forms(message.id)}

    assert [found for found in _marked_in_code() if found not in known] == []


def test_every_sentence_is_translated() -> None:
    assert [m.id for m in sentences() if not all(forms(m.string))] == []
    assert [m.id for m in sentences() if m.fuzzy] == []


def test_a_translation_differs_from_its_source_unless_both_languages_say_it_so() -> None:
    same = {m.id for m in sentences() if set(forms(m.string)) & set(forms(m.id))}

    assert {each for each in same if re.search(r"[^\W\d_]", _without_fields(each))} <= ALIKE | PAIRS


def test_no_sentence_ends_at_a_moment() -> None:
    """ "10:00 a. m." has its own full stop: a second one would stand beside it."""
    ending = re.compile(r"\{(moment|due|until|latest|at|due_at|received_at)\}\.")
    said = [each for m in sentences() for each in (*forms(m.id), *forms(m.string))]

    assert [form for form in said if ending.search(form)] == []


def test_a_translation_names_the_fields_of_its_source() -> None:
    wrong = [m.id for m in sentences() if not _fields_agree(m)]

    assert wrong == []


def test_a_singular_may_leave_out_only_the_count() -> None:
    """Every form names every field, so that a count is never lost."""
    plurals = [m for m in sentences() if not isinstance(m.id, str)]

    assert [m.id for m in plurals if len(forms(m.string)) != 2] == []


def test_the_compiled_catalogue_is_in_step() -> None:
    assert SPANISH.with_suffix(".mo").read_bytes() == compiled(written())


def test_spanish_exclaims_only_where_english_does() -> None:
    """Bad news has no exclamation mark; a milestone may be warm."""
    loud = {m.id for m in sentences() if "!" in "".join(forms(m.string))}

    assert all("!" in "".join(forms(each)) for each in loud)
    assert len(loud) < 10


@pytest.mark.parametrize("word", ["incumpl", r"\bvos\b", "rechaz", "mail", "teléfono"])
def test_words_we_do_not_use_in_spanish(word: str) -> None:
    found = re.compile(word, re.IGNORECASE)
    used = [m.string for m in sentences() if found.search(_without_fields(m.string))]

    assert used == []


PAIRS = {
    ("{title}: {n} lead.", "{title}: {n} leads."),
    ("• {name}: {n} lead", "• {name}: {n} leads"),
}


def _without_fields(text: object) -> str:
    return re.sub(r"\{\w+\}", "", "".join(forms(text)))


def _fields_agree(message: Message) -> bool:
    wanted = {name for form in forms(message.id) for name in _fields(form)}
    return all(set(_fields(form)) == wanted for form in forms(message.string))


def _fields(text: str) -> Iterator[str]:
    return (name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def _marked_in_code() -> Iterator[str]:
    for path in sorted(Path(BOT, "views").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _called(node) in MARKERS:
                yield from _literals(node)


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _literals(node: ast.Call) -> Iterator[str]:
    texts = [
        each.value
        for each in node.args
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    ]
    return iter(texts[1:] if _called(node) == "c" else texts)
