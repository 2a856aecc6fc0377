"""Slack goes wrong in every way it can; each message still arrives exactly once."""

import logging
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from bot.notices.goals import GoalFacts, MilestoneReached
from bot.notices.mentions import MentionHelp
from bot.notices.people import PersonRef
from tests.delivery.office import (
    ANA,
    CARLA,
    EQUIPO,
    Office,
    missed,
)
from tests.usecases.builders import MONDAY

IN_DOUBT = [
    pytest.param({"kind": "500"}, id="500 before it is stored"),
    pytest.param({"kind": "500", "stored": True}, id="500 after it is stored"),
    pytest.param({"kind": "502"}, id="502"),
    pytest.param({"kind": "503"}, id="503 before it is stored"),
    pytest.param({"kind": "503", "stored": True}, id="503 after it is stored"),
    pytest.param({"kind": "html"}, id="a page before it is stored"),
    pytest.param({"kind": "html", "stored": True}, id="a page after it is stored"),
    pytest.param({"kind": "timeout_before"}, id="timeout, nothing stored"),
    pytest.param({"kind": "timeout_after"}, id="timeout, stored"),
    pytest.param({"kind": "reset_before"}, id="reset, nothing stored"),
    pytest.param({"kind": "reset_after"}, id="reset, stored"),
    pytest.param({"kind": "truncated"}, id="half an answer"),
    pytest.param({"kind": "late", "seconds": 60}, id="stored a minute later"),
    pytest.param({"kind": "error", "error": "internal_error"}, id="internal_error"),
    pytest.param({"kind": "error", "error": "fatal_error"}, id="fatal_error"),
    pytest.param({"kind": "error", "error": "never_heard_of"}, id="an unknown code"),
]


@pytest.mark.parametrize("fault", IN_DOUBT)
def test_what_is_in_doubt_is_looked_for_and_stands_once(
    office: Office, fault: dict[str, object]
) -> None:
    office.fault("chat.postMessage", **fault)  # type: ignore[arg-type]  # a row of the table
    owed = office.owe(missed("Acme"))

    office.later(seconds=89)
    before_the_look = office.row(owed).state
    office.later(minutes=5)

    assert before_the_look == "UNSURE"
    assert office.row(owed).state == "SENT"
    assert len(office.messages("@ana")) == 1


@pytest.mark.parametrize(
    ("said", "waits"),
    [
        pytest.param({"retry_after": 30}, 30, id="half a minute, as asked"),
        pytest.param({"retry_after": 0}, 1, id="nothing means a second"),
        pytest.param({"retry_after": 86400}, 300, id="a day means five minutes"),
        pytest.param({"retry_after": "soon"}, 30, id="nonsense means half a minute"),
        pytest.param({"retry_after": None}, 30, id="no header means half a minute"),
    ],
)
def test_a_429_makes_its_own_reader_wait_and_nobody_else(
    office: Office, said: dict[str, object], waits: int
) -> None:
    office.fault("chat.postMessage", "429", channel="D0ANA", **said)
    office.owe(missed("Acme"))
    office.owe(missed("Bravo"), to=CARLA)

    office.later(seconds=waits - 1)
    too_early, others = len(office.messages("@ana")), len(office.messages("@carla"))
    office.later(seconds=1)

    assert (too_early, others) == (0, 1)
    assert len(office.messages("@ana")) == 1
    assert len(office.calls("chat.postMessage")) == 3


def test_a_line_that_nobody_answers_leaves_the_message_owed(office: Office) -> None:
    office.workspace.stop()
    owed = office.owe(missed("Acme"))
    office.later(seconds=4)

    assert office.row(owed).state == "PENDING"
    assert office.row(owed).attempt == 0


def test_a_look_that_fails_decides_nothing_and_the_admin_hears_of_it(office: Office) -> None:
    office.fault("chat.postMessage", "timeout_after", channel="D0ANA")
    office.fault("conversations.history", "500", times=0)
    owed = office.owe(missed("Acme"))

    office.later(minutes=25)
    unknown, told_early = office.row(owed).state, office.messages("@alba")
    office.later(minutes=20)
    told = office.messages("@alba")
    office.no_faults()
    office.later(minutes=10)

    assert (unknown, told_early) == ("UNSURE", [])
    assert len(told) == 1
    assert office.row(owed).state == "SENT"
    assert len(office.messages("@ana")) == 1


def test_a_history_that_lags_is_read_twice_before_anything_is_repeated(office: Office) -> None:
    office.fault("chat.postMessage", "timeout_after")
    office.fault("conversations.history", "history_lag", seconds=110)
    office.owe(missed("Acme"))

    office.later(minutes=10)

    assert len(office.messages("@ana")) == 1
    assert len(office.calls("conversations.history")) == 2


class TestWithoutLooking:
    """Where Slack lets nobody look, what matters is said again and says so; praise is not."""

    def test_a_reminder_is_repeated_with_a_word_of_caution(self, office: Office) -> None:
        office.fault("chat.postMessage", "timeout_after")
        office.fault("conversations.history", "error", error="missing_scope", times=0)
        office.owe(missed("Acme"))

        office.later(minutes=5)

        first, again = office.texts("@ana")
        assert again.startswith(first)
        assert len(again) > len(first)
        assert office.sender.paused == ""

    def test_praise_is_dropped(self, office: Office) -> None:
        office.fault("chat.postMessage", "timeout_after")
        office.fault("conversations.history", "error", error="missing_scope", times=0)
        owed = office.owe(reached(), to=EQUIPO)

        office.later(minutes=5)

        assert office.row(owed).state == "CANCELLED"
        assert len(office.messages("equipo")) == 1


class TestRefusedToken:
    """With a revoked token nothing is sent, nothing is lost, and Slack is left alone."""

    @pytest.mark.parametrize("code", ["token_revoked", "invalid_auth", "missing_scope"])
    def test_messages_wait_and_go_out_once_when_the_bot_is_let_in(
        self, office: Office, caplog: pytest.LogCaptureFixture, code: str
    ) -> None:
        office.fault("*", "error", error=code, times=0)
        owed = office.owe(missed("Acme"))

        with caplog.at_level(logging.CRITICAL + 1, logger="bot.delivery.access"):
            office.until(MONDAY + timedelta(hours=1))
        paused, state, calls = office.sender.paused, office.row(owed).state, every_call(office)
        office.no_faults()
        office.later(minutes=2)

        assert (paused, state) == (code, "PENDING")
        assert calls <= 62
        assert office.sender.paused == ""
        assert len(office.messages("@ana")) == 1


def test_slack_down_for_four_hours_is_followed_by_one_message_each(office: Office) -> None:
    office.fault("*", "503", times=0)
    for n in range(12):
        office.owe(missed(f"Acme {n}"), not_before=MONDAY + timedelta(minutes=10 * n))
        office.owe(missed(f"Bravo {n}"), to=CARLA, not_before=MONDAY + timedelta(minutes=10 * n))

    office.until(MONDAY + timedelta(hours=4))
    office.no_faults()
    office.later(minutes=30)

    said = {reader: len(office.messages(f"@{reader}")) for reader in ("ana", "carla")}
    assert said["ana"] <= 3
    assert said["carla"] <= 3
    assert set(office.states()) == {"SENT", "MERGED"}


def every_call(office: Office) -> int:
    methods = ("auth.test", "conversations.open", "chat.postMessage")
    return sum(len(office.calls(method)) for method in methods)


def reached() -> MilestoneReached:
    ana = PersonRef(uuid4(), "Ana", ANA)
    goal = GoalFacts(
        id=uuid4(),
        name="MQLs",
        unit="",
        direction="at_least",
        target=Decimal(10),
        actual=Decimal(5),
        expected=None,
        required=None,
        days_left=5,
        starts_on=MONDAY.date(),
        ends_on=MONDAY.date(),
        party="marketing",
        owner=ana,
        is_open=True,
    )
    return MilestoneReached(goal, 50, (ana,), MONDAY)


@pytest.mark.parametrize("fault", ["timeout_before", "timeout_after"])
def test_an_answer_in_doubt_is_looked_for_in_its_thread(office: Office, fault: str) -> None:
    first = office.owe(MentionHelp(), EQUIPO)
    office.later(seconds=2)
    office.fault("chat.postMessage", fault)

    answer = office.owe(MentionHelp(), EQUIPO, subject="mention", thread=office.row(first).ts)
    office.later(minutes=6)

    assert office.row(answer).state == "SENT"
    assert len(office.texts(EQUIPO)) == 2


def test_an_answer_to_a_message_that_is_gone_is_nobody_else_s_business(office: Office) -> None:
    answer = office.owe(MentionHelp(), EQUIPO, subject="mention", thread="1.000001")
    office.later(minutes=6)

    assert office.row(answer).state == "DEAD"
    assert office.messages(EQUIPO) == []
    assert office.rows("CouldNotTell") == []
