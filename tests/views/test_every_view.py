"""Every message and every form, in both languages: sound, translated, and closed to strangers."""

import re
from dataclasses import fields
from itertools import cycle
from typing import get_args, get_type_hints

import pytest

from bot.notices import KINDS
from bot.notices.people import Reader
from bot.sandbox.blocks.validator import message_problems, view_problems
from bot.views import VIEWS, render
from bot.views.examples import EXAMPLES
from bot.views.examples.cast import LEAD, READERS
from bot.views.examples.commitments import PROMISE
from bot.views.examples.goals import GOAL
from bot.views.examples.home import HOME
from bot.views.examples.requests import REQUEST
from bot.views.ids import Id
from bot.views.modals.examples import FORMS
from bot.views.modals.hours import COUNTRIES
from bot.views.modals.setup import CURRENCIES
from bot.views.numbers import country_name, currency_name
from bot.views.translate import Translator
from tests.views.hostile import HOSTILE
from tests.views.walking import objects_of, texts_in, texts_of, with_every_text

BOTH = (Reader("en", "UTC", "CO"), Reader("es", "UTC", "CO"))
ALIKE = ("WhatsApp", "Marketing", "English", "Español", "Lead", "UTC", "America/Bogota")
PLACES = (
    *(country_name(country, "es") for country in COUNTRIES),
    *(currency_name(currency, "es") for currency in CURRENCIES),
    *CURRENCIES,
)
IN_BOTH = pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.language)
EVERY_MESSAGE = pytest.mark.parametrize("name", EXAMPLES)
EVERY_FORM = pytest.mark.parametrize("name", FORMS)

OURS = re.compile(
    r"<!date\^\d+\^\{date_short_pretty\}, \{time\}\|[^<>|]+>|<@[UW][A-Z0-9]+>|<#[CG][A-Z0-9]+>"
)


def test_every_fact_people_can_be_told_has_a_view_and_an_example() -> None:
    shown = {type(example) for example in EXAMPLES.values()}
    parts = {part for kind in KINDS.values() for part in _parts(kind)}

    assert set(VIEWS) == shown
    assert set(KINDS.values()) - set(VIEWS) <= parts | {Reader, *_ANSWERED_ELSEWHERE}


@IN_BOTH
@EVERY_MESSAGE
def test_a_message_is_what_slack_takes(name: str, reader: Reader) -> None:
    message = render(EXAMPLES[name], reader)

    assert message_problems(message.blocks) == []
    assert 0 < len(message.text) <= 3_000
    assert len(message.blocks) <= 50


@IN_BOTH
@EVERY_FORM
def test_a_form_is_what_slack_takes(name: str, reader: Reader) -> None:
    assert view_problems(FORMS[name](Translator(reader))) == []


@IN_BOTH
@EVERY_MESSAGE
def test_the_words_of_a_notification_are_a_whole_sentence(name: str, reader: Reader) -> None:
    """Screen readers and notifications get nothing else."""
    text = render(EXAMPLES[name], reader).text

    assert len(text.split()) >= 2
    assert re.search(r"[.!?:]", text)
    assert not text.startswith((" ", ",", "·"))


@EVERY_MESSAGE
def test_no_english_is_left_in_a_spanish_message(name: str) -> None:
    english, spanish = (set(texts_of(render(EXAMPLES[name], reader))) for reader in BOTH)
    data = sorted(texts_in(EXAMPLES[name]), key=len, reverse=True)

    assert [text for text in english & spanish if _has_words(text, data)] == []


@EVERY_FORM
def test_no_english_is_left_in_a_spanish_form(name: str) -> None:
    english, spanish = (set(texts_of(FORMS[name](Translator(reader)))) for reader in BOTH)
    data = sorted((*texts_in((LEAD, GOAL, PROMISE, HOME, REQUEST)), *PLACES), key=len, reverse=True)

    assert [text for text in english & spanish if _has_words(text, data)] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_a_stranger_writes_reaches_anybody_or_becomes_a_link(name: str) -> None:
    """T1, T2: names and notes are data, in the blocks and in the text of the notification."""
    for payload, reader in zip(HOSTILE, cycle(READERS), strict=False):
        message = render(with_every_text(EXAMPLES[name], payload), reader)

        assert [text for text in texts_of(message) if _is_alive(text)] == []
        assert message_problems(message.blocks) == []


@IN_BOTH
@EVERY_MESSAGE
def test_slack_is_told_to_leave_addresses_alone(name: str, reader: Reader) -> None:
    """Without ``verbatim`` Slack makes links of bare addresses in foreign text."""
    blocks = render(EXAMPLES[name], reader).blocks

    assert all(text["verbatim"] for text in objects_of(blocks, "mrkdwn"))


@IN_BOTH
@EVERY_MESSAGE
def test_buttons_carry_known_ids_and_what_is_handled_has_none(name: str, reader: Reader) -> None:
    blocks = render(EXAMPLES[name], reader).blocks
    pressed = [found["action_id"] for found in objects_of(blocks, "button")]

    assert set(pressed) <= set(Id)
    assert not (pressed and name.startswith(("lead_handled", "lead_passed", "commitment_kept")))


def test_the_channel_never_reads_who_was_late_nor_an_amount() -> None:
    """A contact's name, a person and a figure of money stay out of what everybody reads."""
    for name in ("misses_flagged", "deal_won", "status_shared"):
        shown = " ".join(texts_of(render(EXAMPLES[name], READERS[0])))

        assert "Laura" not in shown
        assert "12,500,000" not in shown


def _is_alive(text: str) -> bool:
    return "<" in OURS.sub("", text) or ">" in OURS.sub("", text).replace("\n> ", "")


def _has_words(text: str, data: list[str]) -> bool:
    """Say whether words are left once moments, foreign data and words common to both are gone."""
    left = OURS.sub("", text)
    for each in (*data, *ALIKE):
        left = left.replace(each, "")
    return re.search(r"[^\W\d_]{3}", left) is not None


def _parts(kind: type[object]) -> set[type[object]]:
    hints = get_type_hints(kind)
    return {
        part
        for each in fields(kind)  # type: ignore[arg-type]  # KINDS holds dataclasses only
        for part in _named_in(hints[each.name])
    }


def _named_in(hint: object) -> set[type[object]]:
    inner = {part for each in get_args(hint) for part in _named_in(each)}
    return inner | ({hint} if isinstance(hint, type) else set())


_ANSWERED_ELSEWHERE = {KINDS[name] for name in ("AgreementSetUp", "CardChanged") if name in KINDS}
