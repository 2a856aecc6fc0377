"""Replies: under the right message, never before it, and looked for where they would stand."""

from uuid import UUID

import pytest

from tests.delivery.office import VENTAS, Office, flag


def thread_of(office: Office, post_id: UUID) -> str | None:
    """Under which message a post stands; every one stands once."""
    (found,) = [each for each in office.messages("ventas") if each["ts"] == office.row(post_id).ts]
    thread: str | None = found.get("thread_ts")
    return thread


def test_a_reply_stands_under_the_message_it_replies_to(office: Office) -> None:
    root = office.owe(flag("Acme"), to=VENTAS)
    office.later(seconds=10)
    reply = office.owe(flag("Beta"), to=VENTAS, replies_to=root)

    office.later(seconds=10)

    assert thread_of(office, reply) == office.row(root).ts


def test_both_owed_at_once_the_reply_waits_for_its_first_message(office: Office) -> None:
    office.fault("chat.postMessage", "timeout_before", times=1)
    root = office.owe(flag("Acme"), to=VENTAS)
    reply = office.owe(flag("Beta"), to=VENTAS, replies_to=root)

    office.later(seconds=80)
    meanwhile = office.row(reply).state
    office.later(minutes=10)

    assert meanwhile == "PENDING"
    assert thread_of(office, reply) == office.row(root).ts


def test_a_reply_to_a_reply_stands_in_the_same_thread(office: Office) -> None:
    first = office.owe(flag("Acme"), to=VENTAS)
    office.later(seconds=10)
    second = office.owe(flag("Beta"), to=VENTAS, thread=office.row(first).ts)
    office.later(seconds=10)
    third = office.owe(flag("Gamma"), to=VENTAS, replies_to=second)

    office.later(seconds=10)

    assert thread_of(office, third) == office.row(first).ts


@pytest.mark.parametrize("kind", ["timeout_before", "timeout_after"])
def test_a_reply_in_doubt_is_looked_for_in_its_thread_and_stands_once(
    office: Office, kind: str
) -> None:
    root = office.owe(flag("Acme"), to=VENTAS)
    office.later(seconds=10)
    office.fault("chat.postMessage", kind, times=1)
    reply = office.owe(flag("Beta"), to=VENTAS, replies_to=root)

    office.later(minutes=10)

    assert office.row(reply).state == "SENT"
    assert len(office.messages("ventas")) == 2
    assert thread_of(office, reply) == office.row(root).ts


def test_under_a_message_that_is_gone_it_is_told_in_plain_words_to_somebody(
    office: Office,
) -> None:
    lost = office.owe(flag("Acme"), to=VENTAS, thread="1.000001")

    office.later(minutes=10)

    assert office.row(lost).state == "DEAD"
    assert office.states()["PENDING"] == 0
