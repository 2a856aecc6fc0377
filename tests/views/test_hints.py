"""What a form gives as an example is understood when somebody types it."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.locales.__main__ import written
from bot.notices.people import Reader
from bot.rules.phrases.past import parse_past
from bot.rules.phrases.ranges import parse_range
from bot.rules.phrases.when import parse_when
from bot.rules.words import Match, Word, find_word
from bot.views import Message
from bot.views.examples.cast import READERS
from bot.views.help import help_in_full, help_message
from bot.views.ids import Id
from bot.views.modals.examples import FORMS
from bot.views.translate import Translator
from tests.views.walking import objects_of, texts_of

MONDAY_NOON = datetime(2026, 3, 9, 17, tzinfo=UTC)
ZONE = "America/Bogota"


def examples(*blocks: Id) -> Iterator[str]:
    for reader in READERS:
        for build in FORMS.values():
            for line in objects_of(build(Translator(reader)), "input"):
                if line["block_id"] in blocks and "hint" in line:
                    after = re.split(r"For example: |Por ejemplo: ", line["hint"]["text"])[1]
                    yield from after.rstrip(".").split(", ")


@pytest.mark.parametrize("typed", sorted(set(examples(Id.FIELD_UNTIL, Id.FIELD_DUE))))
def test_a_moment_to_come(typed: str) -> None:
    assert parse_when(typed, now=MONDAY_NOON, zone=ZONE) > MONDAY_NOON


@pytest.mark.parametrize("typed", sorted(set(examples(Id.FIELD_WHEN, Id.FIELD_RECEIVED))))
def test_a_moment_past(typed: str) -> None:
    assert parse_past(typed, now=MONDAY_NOON, zone=ZONE) < MONDAY_NOON


@pytest.mark.parametrize("typed", sorted(set(examples(Id.FIELD_STRETCH))))
def test_a_stretch_of_time_to_come(typed: str) -> None:
    assert parse_range(typed, now=MONDAY_NOON, zone=ZONE).ends_at > MONDAY_NOON


def _forms(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, list | tuple) else (str(text or ""),)


def commands() -> Iterator[str]:
    """Yield every command that a sentence of ours shows, in either language."""
    for message in written():
        for text in (*_forms(message.id), *_forms(message.string)):
            yield from re.findall(r"`/sla ([^`]+)`", text)


@pytest.mark.parametrize("command", sorted(set(commands())))
def test_a_command_that_a_sentence_shows_is_known(command: str) -> None:
    assert isinstance(find_word(command), Match)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.language)
def test_help_shows_six_words_first_and_every_word_there_is_behind_more(reader: Reader) -> None:
    t = Translator(reader)
    first, everything = (
        {match.word for match in _matches(message)}
        for message in (help_message(t), help_in_full(t))
    )

    assert len(first) == 6
    assert first < everything
    assert everything >= set(Word) - LATER - {Word.HELP}


LATER = {
    *(Word.REQUEST, Word.PLAN, Word.INSIGHTS, Word.DEFINE),
    *(Word.PROPOSE, Word.PROPOSALS, Word.REPORT, Word.AGREEMENT),
}


def _matches(message: Message) -> Iterator[Match]:
    for command in re.findall(r"`/sla ([^`]+)`", " ".join(texts_of(message))):
        found = find_word(command)
        assert isinstance(found, Match)
        yield found
