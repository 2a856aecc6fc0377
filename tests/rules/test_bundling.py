"""When several messages due for one reader become one."""

from uuid import uuid4

import pytest

from bot.rules.bundling import Owed, flags_to_join, lines_to_join


def owed(
    n: int,
    *,
    as_line: bool = True,
    held_back: bool = False,
    daily: bool = False,
    is_report: bool = False,
) -> list[Owed]:
    return [
        Owed(uuid4(), as_line=as_line, is_report=is_report, held_back=held_back, daily=daily)
        for _ in range(n)
    ]


@pytest.mark.parametrize(
    ("due", "joined"),
    [
        pytest.param(owed(5), 0, id="five stay single"),
        pytest.param(owed(6), 6, id="six become one"),
        pytest.param(owed(5) + owed(3, as_line=False), 0, id="what is no line does not count"),
        pytest.param(owed(6) + owed(3, as_line=False), 6, id="what is no line stays single"),
        pytest.param(owed(1, held_back=True), 0, id="one that was held back stays single"),
        pytest.param(owed(2, held_back=True), 2, id="two that were held back become one"),
        pytest.param(owed(1, held_back=True) + owed(1), 2, id="one held back takes others along"),
        pytest.param(
            owed(1, as_line=False, held_back=True) + owed(2), 0, id="not if it is no line itself"
        ),
        pytest.param(owed(1, daily=True), 0, id="a summary of one is that one"),
        pytest.param(owed(2, daily=True), 2, id="two of a daily summary become one"),
        pytest.param(owed(2, daily=True) + owed(9), 2, id="and nothing else gets into it"),
        pytest.param(owed(1, daily=True) + owed(4), 0, id="one of a summary makes no six of five"),
        pytest.param(owed(1, daily=True) + owed(5), 6, id="it is a line like the others"),
        pytest.param(owed(7, daily=True), 7, id="more than five are still one message"),
        pytest.param(owed(1, is_report=True), 0, id="one report stays single"),
        pytest.param(owed(2, is_report=True), 2, id="two reports become one"),
        pytest.param(owed(2, is_report=True) + owed(3), 2, id="and take nothing else along"),
        pytest.param(owed(2, is_report=True) + owed(4), 6, id="unless six are due"),
    ],
)
def test_more_than_five_lines_become_a_digest(due: list[Owed], joined: int) -> None:
    assert len(lines_to_join(due)) == joined


def test_a_digest_keeps_the_order_of_its_messages() -> None:
    due = owed(7)

    assert lines_to_join(due) == tuple(each.id for each in due)


@pytest.mark.parametrize(("flags", "joined"), [(0, 0), (1, 0), (2, 2), (9, 9)])
def test_flags_are_joined_from_two_on(flags: int, joined: int) -> None:
    due = [Owed(uuid4(), is_flag=True) for _ in range(flags)] + owed(1)

    assert len(flags_to_join(due)) == joined
