"""When to try again, at both sides of each limit."""

import pytest

from bot.rules.retry import back_off, may_send_again, retry_after


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        pytest.param("1", 1, id="as asked, the shortest"),
        pytest.param("30", 30, id="as asked"),
        pytest.param("300", 300, id="as asked, the longest"),
        pytest.param("301", 300, id="never longer than five minutes"),
        pytest.param("86400", 300, id="not for a day"),
        pytest.param("0", 1, id="never at once"),
        pytest.param("0.2", 1, id="a fraction counts as the second it began"),
        pytest.param("2.1", 3, id="a fraction is rounded up"),
        pytest.param(" 7 ", 7, id="spaces mean nothing"),
        pytest.param(None, 30, id="no header"),
        pytest.param("", 30, id="an empty header"),
        pytest.param("soon", 30, id="a word"),
        pytest.param("-5", 30, id="a negative number"),
        pytest.param("1e9", 30, id="a number of another kind"),
        pytest.param("٣", 30, id="a digit that is not ASCII"),
        pytest.param("9" * 400, 30, id="a number beyond all sense"),
    ],
)
def test_slack_is_left_alone_as_long_as_it_asks_within_reason(
    header: str | None, seconds: int
) -> None:
    assert retry_after(header) == seconds


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(1, 5.0), (2, 10.0), (3, 20.0), (6, 160.0), (7, 300.0), (1_000_000, 300.0)],
)
def test_each_failure_in_a_row_doubles_the_wait_up_to_the_longest(
    failures: int, seconds: float
) -> None:
    assert back_off(failures, first=5.0, most=300.0) == seconds


@pytest.mark.parametrize(("absences", "may"), [(0, False), (1, False), (2, True), (3, True)])
def test_a_message_is_sent_again_after_it_was_absent_twice(
    absences: int,
    may: bool,  # noqa: FBT001  a column of the table
) -> None:
    assert may_send_again(absences) is may
