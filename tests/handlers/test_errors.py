"""Surprises: a code for the person, the same code with the traceback in the log, nothing else."""

import logging
import re
from collections.abc import Callable
from http.client import HTTPException
from typing import NoReturn, TypeVar

import pytest
from slack_sdk.errors import SlackRequestError

import handlers
from bot.rules.words import Word
from handlers.commands import COMMANDS_BY_WORD
from tests.handlers.conftest import Stage
from tests.handlers.slack import Door, Ear, Reply

SECRET = "xoxb-canary ana@example.com SELECT * FROM lead /srv/bot/app.py"
R = TypeVar("R")


class BrokenDoor(Door):
    """Everything behind the gate raises, once a visitor is let in."""

    is_broken = False

    def act(self, use_case: Callable[..., R], /, **facts: object) -> R:
        return self.fails() if self.is_broken else super().act(use_case, **facts)

    def ask(self, use_case: Callable[..., R], /, **facts: object) -> R:
        if self.is_broken and use_case.__name__ != "meet":
            self.fails()
        return super().ask(use_case, **facts)

    def fails(self) -> NoReturn:
        raise RuntimeError(SECRET)


@pytest.fixture
def broken(stage: Stage) -> BrokenDoor:
    door = BrokenDoor(stage.door.database)
    door.is_broken = True
    return door


def code_in(reply: Reply) -> str:
    found = re.search(r"[0-9a-f]{8}", reply.text)
    assert found, reply.text
    return found[0]


def tells_nothing(reply: Reply) -> bool:
    words = ("canary", "SELECT", "/srv", "RuntimeError", "Traceback")
    return not any(word in str(reply) for word in words)


def test_a_command_that_fails_gives_a_code_that_is_in_the_log(
    stage: Stage, broken: BrokenDoor, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        reply = broken.types(stage.cast.ana, "estado")

    assert tells_nothing(reply)
    (record,) = [each for each in caplog.records if each.name == "sla.handlers"]
    assert code_in(reply) in record.getMessage()
    assert record.exc_info is not None


@pytest.mark.parametrize("word", sorted(set(COMMANDS_BY_WORD) - {Word.HELP, Word.LANGUAGE}))
def test_no_command_lets_anything_out(stage: Stage, broken: BrokenDoor, word: Word) -> None:
    arguments = f"{word} {stage.id} whatsapp answered won 5 no budget @bruno until 2h"

    reply = broken.types(stage.cast.ana, arguments)

    assert reply.status == 200
    assert tells_nothing(reply)


def test_no_button_lets_anything_out(stage: Stage, broken: BrokenDoor) -> None:
    said = {
        action: broken.presses(stage.cast.ana, action, stage.about) for action in handlers.PRESSES
    }

    assert {action for action, reply in said.items() if not tells_nothing(reply)} == set()
    assert {action for action, reply in said.items() if reply.status != 200} == set()


def test_no_form_lets_anything_out(stage: Stage, broken: BrokenDoor) -> None:
    said = {
        form: broken.submits(
            stage.cast.ana,
            {
                "type": "modal",
                "callback_id": form.value,
                "private_metadata": stage.about,
                "blocks": [],
            },
        )
        for form in handlers.FORMS
    }

    assert {form for form, reply in said.items() if not tells_nothing(reply)} == set()
    assert {form for form, reply in said.items() if reply.status != 200} == set()


def test_a_shortcut_that_fails_says_so_in_a_form(stage: Stage, broken: BrokenDoor) -> None:
    reply = broken.uses(stage.cast.ana, "shortcut.commitment")

    assert tells_nothing(reply)
    assert code_in(reply)


def test_a_gate_that_fails_answers_too(stage: Stage) -> None:
    class Dead(BrokenDoor):
        def ask(self, _: Callable[..., R], /, **__: object) -> R:
            self.fails()

    reply = Dead(stage.door.database).types(stage.cast.ana, "estado")

    assert reply.status == 200
    assert tells_nothing(reply)
    assert code_in(reply)


def test_a_refusal_is_logged_without_its_values(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        stage.door.types(stage.cast.ana, "log Persona Secreta call answered")

    assert "refused: NoSuchLead" in caplog.text
    assert "Secreta" not in caplog.text


@pytest.mark.parametrize(
    "failure",
    [SlackRequestError("expired"), TimeoutError(), OSError(), HTTPException()],
    ids=["refused", "too slow", "unreachable", "half an answer"],
)
def test_a_form_slack_does_not_open_is_said_calmly(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    def fail(_: Ear, __: str, **___: object) -> NoReturn:
        raise failure

    monkeypatch.setattr(Ear, "api_call", fail)

    reply = stage.door.types(stage.cast.ana, "nuevo")

    assert "Slack" in reply.text
    assert "Algo falló" not in reply.text
