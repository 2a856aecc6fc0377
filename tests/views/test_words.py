"""Nothing that the rules can decide or the history can hold is left without words."""

import ast
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path

import pytest

import bot.usecases
from bot.notices.people import Reader
from bot.notices.status import ClockStory, StoryLine
from bot.rules.commitments import CommitmentState
from bot.rules.goals import Direction
from bot.rules.rights import Who
from bot.rules.routing import Why
from bot.rules.smart import Letter
from bot.rules.terms import (
    AgreementKind,
    Channel,
    LeadStage,
    Outcome,
    PartyKind,
    RejectReason,
    Stage,
)
from bot.rules.value_words import Speech
from bot.usecases.leads.late import Reach
from bot.usecases.leads.listing import Which
from bot.views import commitments, digests, flags, handled, story_words, words
from bot.views.examples.cast import LEAD, NINE
from bot.views.modals.goals import DIRECTIONS
from bot.views.refusals.leads import SEATS
from bot.views.refusals.others import LETTERS
from bot.views.status import TITLES
from bot.views.story import clock_story
from bot.views.translate import Translator

ES = Translator(Reader("es", "America/Bogota", "CO"))
SOURCES = sorted(Path(bot.usecases.__path__[0]).rglob("*.py"))


@pytest.mark.parametrize(
    ("values", "table"),
    [
        pytest.param(Stage, words.WINDOWS, id="windows"),
        pytest.param(LeadStage, words.LEAD_STAGES, id="stages of a lead"),
        pytest.param(Channel, words.CHANNELS, id="channels"),
        pytest.param(Outcome, words.OUTCOMES, id="outcomes"),
        pytest.param(RejectReason, words.REJECT_REASONS, id="reasons to return a lead"),
        pytest.param(PartyKind, words.PARTIES, id="sides"),
        pytest.param(AgreementKind, words.AGREEMENT_KINDS, id="kinds of agreement"),
        pytest.param(Speech, words.SPEECH, id="languages of leads"),
        pytest.param(Why, story_words.ROUTES, id="why a lead went where it did"),
        pytest.param(CommitmentState, commitments.STATES, id="states of a promise"),
        pytest.param(Direction, DIRECTIONS, id="directions of a goal"),
        pytest.param(Who, SEATS, id="those who may"),
        pytest.param(Letter, LETTERS, id="letters of SMART"),
    ],
)
def test_a_closed_list_has_a_word_for_each_value(
    values: type[StrEnum], table: Mapping[str, str]
) -> None:
    assert set(values) <= set(table)


def test_every_reason_of_the_rota_is_told_to_the_owner_or_to_the_sales_lead() -> None:
    assert set(Why) == set(words.ROUTING_REASONS) | set(words.UNOWNED_REASONS)


def test_every_kind_of_event_the_history_keeps_has_words() -> None:
    kinds = set(_literals(re.compile(r"(lead|request|clock|touch)\.[a-z_]+")))

    assert kinds - set(story_words.HAPPENED) == set()


def test_whatever_was_done_about_a_lead_has_a_line_for_its_reminder() -> None:
    done = set(_keyword("what"))

    assert done - set(handled.HANDLED_BY) == set()
    assert done - set(flags.FLAG_OUTCOMES) <= NOT_IN_FLAGS


def test_every_note_to_the_admin_has_words() -> None:
    assert set(_first_argument("AdminNote")) <= set(digests.NOTES)


def test_every_list_of_leads_has_a_title() -> None:
    late = {f"late_{reach}" for reach in (Reach.SIDE, Reach.OWN)}
    assert {*Which, *late} == set(TITLES)


def test_an_event_of_a_later_version_is_told_in_general_words() -> None:
    line = StoryLine("lead.teleported", NINE, "Ana", (("to", "<!here>"), ("secret", "x")))
    story = ClockStory(LEAD, "first_touch", 60, 30, None, "running", None, (line,))

    said = str(clock_story(story, ES).blocks)

    assert "Se registró algo más (lead.teleported)." in said
    assert "&lt;!here&gt;" in said
    assert "secret" not in said


NOT_IN_FLAGS = {"paused", "resumed", "snoozed", "undone"}


def _literals(shape: re.Pattern[str]) -> Iterator[str]:
    for node in _nodes():
        match node:
            case ast.Constant(value=str(text)) if shape.fullmatch(text):
                yield text


def _keyword(name: str) -> Iterator[str]:
    for node in _nodes():
        match node:
            case ast.keyword(arg=arg, value=ast.Constant(value=str(text))) if arg == name:
                yield text


def _first_argument(called: str) -> Iterator[str]:
    for node in _nodes():
        match node:
            case ast.Call(ast.Name(name), [ast.Constant(value=str(text)), *_]) if name == called:
                yield text


def _nodes() -> Iterator[ast.AST]:
    for path in SOURCES:
        yield from ast.walk(ast.parse(path.read_text("utf-8")))
