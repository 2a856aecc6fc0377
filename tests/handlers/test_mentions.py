"""The event of being named: taken once, answered below, and never one's own."""

from typing import Any

from sqlmodel import select

from models import Inbox, Outbox
from tests.handlers.conftest import Stage


def named(text: str, **more: Any) -> dict[str, Any]:
    event = {"type": "app_mention", "user": "UANA", "channel": "CLEADS", "ts": "5.1"}
    return event | {"text": f"<@UBOT> {text}"} | more


def answers(stage: Stage) -> list[Outbox]:
    with stage.door.database.reading() as session:
        return list(session.exec(select(Outbox).where(Outbox.destination == "CLEADS")).all())


def test_it_is_answered_below_the_message(stage: Stage) -> None:
    stage.door.tells(named("¿cómo vamos &amp; qué tal?"))

    (answer,) = answers(stage)
    assert (answer.notice, answer.thread) == ("StatusShared", "5.1")


def test_a_question_within_a_thread_is_answered_in_that_thread(stage: Stage) -> None:
    stage.door.tells(named("help", thread_ts="4.1"))

    (answer,) = answers(stage)
    assert answer.thread == "4.1"


def test_an_event_repeated_is_answered_once(stage: Stage) -> None:
    for _ in range(3):
        stage.door.tells(named("help"), event_id="Ev9")

    assert len(answers(stage)) == 1
    with stage.door.database.reading() as session:
        assert [row.event_id for row in session.exec(select(Inbox))] == ["Ev9"]


def test_bots_and_its_own_mention_are_not_answered(stage: Stage) -> None:
    stage.door.tells(named("help", bot_id="B2"))
    stage.door.tells(named("help", user="UBOT"))
    stage.door.tells(named("help", ts=""))

    assert answers(stage) == []
