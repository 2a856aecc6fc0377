"""A date is read when its order is proved, refused when it is impossible, never guessed."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfoNotFoundError

import pytest

from bot.intake.files import ProblemKind
from bot.intake.files.refusals import AmbiguousDates, DoubtfulColumn, MixedDates, OppositeDates
from tests.intake.reading import bad_cell, cell, read

MADRID = "Europe/Madrid"
WRITTEN = {
    "ISO with a space": ("2026-03-02 09:14", "2026-03-02T14:14Z"),
    "ISO with seconds": ("2026-03-02 09:14:59", "2026-03-02T14:14:59Z"),
    "ISO with thousandths": ("2026-03-02T09:14:59.999", "2026-03-02T14:14:59Z"),
    "ISO in UTC": ("2026-03-02T09:14:00.000Z", "2026-03-02T09:14Z"),
    "an offset without a colon": ("2026-03-02T09:14:00.000+0000", "2026-03-02T09:14Z"),
    "an offset to the east": ("2026-03-02T09:14:00+05:30", "2026-03-02T03:44Z"),
    "an offset to the west": ("2026-03-02T09:14:00-03:00", "2026-03-02T12:14Z"),
    "slashes, year first": ("2026/03/02 09:14", "2026-03-02T14:14Z"),
    "day first, proved by itself": ("27/02/2026 09:14", "2026-02-27T14:14Z"),
    "month first, proved by itself": ("2/27/2026 9:14 AM", "2026-02-27T14:14Z"),
    "an offset of 14 hours": ("2026-03-02T09:14:00+14:00", "2026-03-01T19:14Z"),
    "one o'clock": ("2/27/2026 1:00 AM", "2026-02-27T06:00Z"),
    "the last second of a day": ("2026-03-02 23:59:59", "2026-03-03T04:59:59Z"),
    "noon": ("2/27/2026 12:00 PM", "2026-02-27T17:00Z"),
    "midnight": ("2/27/2026 12:00 AM", "2026-02-27T05:00Z"),
    "Spanish afternoon": ("27/02/2026 3:05 p. m.", "2026-02-27T20:05Z"),
    "Spanish morning with a narrow space": ("27/02/2026 9:05\u202fa.\u00a0m.", "2026-02-27T14:05Z"),
    "points": ("27.02.2026 09:14", "2026-02-27T14:14Z"),
    "English words": ("Mar 2, 2026 9:14 AM", "2026-03-02T14:14Z"),
    "Spanish words": ("2 de marzo de 2026 09:14", "2026-03-02T14:14Z"),
    "a short Spanish month": ("02-ene-2026 09:14", "2026-01-02T14:14Z"),
    "day and month alike": ("02/02/2026 09:14", "2026-02-02T14:14Z"),
}


@pytest.mark.parametrize(
    ("written", "meant"), WRITTEN.values(), ids=[f"{name} is understood" for name in WRITTEN]
)
def test_moments(written: str, meant: str) -> None:
    read_lead = cell("received", written)

    assert read_lead.received_at == datetime.fromisoformat(meant)
    assert read_lead.received_has_time


@pytest.mark.parametrize(
    "written", ["2026-03-02", "2026-3-2", "2 mar 2026", "March 2, 2026", "2/3/2026"]
)
def test_a_date_without_an_hour_starts_its_day_and_says_so(written: str) -> None:
    read_lead = cell("received", written, day_first=True)

    assert read_lead.received_at == datetime(2026, 3, 2, 5, 0, tzinfo=UTC)
    assert not read_lead.received_has_time


REFUSED = {
    "31 February does not exist": ("31/02/2026", ProblemKind.IMPOSSIBLE_DATE),
    "ISO 31 February does not exist": ("2026-02-31", ProblemKind.IMPOSSIBLE_DATE),
    "29 February of a common year does not exist": ("2026-02-29", ProblemKind.IMPOSSIBLE_DATE),
    "month 13 does not exist": ("2026-13-01", ProblemKind.IMPOSSIBLE_DATE),
    "hour 24 does not exist": ("2026-03-02 24:00", ProblemKind.IMPOSSIBLE_DATE),
    "minute 60 does not exist": ("2026-03-02 09:60", ProblemKind.IMPOSSIBLE_DATE),
    "second 60 does not exist": ("2026-03-02 09:00:60", ProblemKind.IMPOSSIBLE_DATE),
    "no place is 14 hours and a minute ahead": (
        "2026-03-02T09:00+14:01",
        ProblemKind.IMPOSSIBLE_DATE,
    ),
    "13 p.m. does not exist": ("2026-03-02 13:00 pm", ProblemKind.IMPOSSIBLE_DATE),
    "0 a.m. does not exist": ("2026-03-02 0:10 am", ProblemKind.IMPOSSIBLE_DATE),
    "no place is 15 hours ahead": ("2026-03-02T09:00+15:00", ProblemKind.IMPOSSIBLE_DATE),
    "a year needs four digits": ("27/02/26", ProblemKind.TWO_DIGIT_YEAR),
    "a word is no date": ("yesterday", ProblemKind.UNKNOWN_DATE),
    "a bare number is no date": ("46083", ProblemKind.UNKNOWN_DATE),
    "full-width digits are no date": ("２０２６-03-02", ProblemKind.UNKNOWN_DATE),
    "a novel is no date": ("2026-03-02 " + "x" * 500, ProblemKind.UNKNOWN_DATE),
    "1900 is a placeholder": ("1900-01-01", ProblemKind.OLD_DATE),
    "year 1 is a placeholder": ("0001-01-01 00:00+14:00", ProblemKind.OLD_DATE),
    "the last day of 1989 is a placeholder": ("1989-12-31", ProblemKind.OLD_DATE),
    "tomorrow is still to come": ("2026-03-04", ProblemKind.FUTURE_DATE),
    "a minute from now is still to come": ("2026-03-03 15:01", ProblemKind.FUTURE_DATE),
    "year 9999 is still to come": ("9999-12-31 23:59-14:00", ProblemKind.FUTURE_DATE),
}


@pytest.mark.parametrize(("written", "kind"), REFUSED.values(), ids=REFUSED)
def test_bad_moments(written: str, kind: ProblemKind) -> None:
    problem = bad_cell("received", written, day_first=True)

    assert (problem.kind, problem.row, problem.column) == (kind, 2, "received")


@pytest.mark.parametrize("written", ["2026-03-03 15:00", "2026-03-03", "1990-01-01"])
def test_now_today_and_the_first_day_of_1990_are_read(written: str) -> None:
    assert cell("received", written).received_at is not None


def test_an_hour_that_the_clocks_jump_over_is_refused() -> None:
    problem = bad_cell("received", "2025-03-30 02:30", zone=MADRID)

    assert (problem.kind, problem.hints) == (ProblemKind.SKIPPED_TIME, (MADRID,))


@pytest.mark.parametrize(
    ("written", "hour"), [("2025-03-30 01:59", "00:59"), ("2025-03-30 03:00", "01:00")]
)
def test_the_minutes_beside_the_jump_are_read(written: str, hour: str) -> None:
    moment = cell("received", written, zone=MADRID).received_at

    assert moment is not None
    assert f"{moment:%H:%M}" == hour


def test_an_hour_that_comes_twice_is_the_earlier_one() -> None:
    moment = cell("received", "2025-10-26 02:30", zone=MADRID).received_at

    assert moment == datetime(2025, 10, 26, 0, 30, tzinfo=UTC)


def test_a_day_without_midnight_starts_when_the_clocks_jump() -> None:
    moment = cell("received", "2018-11-04", zone="America/Sao_Paulo").received_at

    assert moment == datetime(2018, 11, 4, 3, 0, tzinfo=UTC)


def test_an_order_that_nothing_proves_is_asked_with_an_example() -> None:
    with pytest.raises(AmbiguousDates) as refusal:
        read("company,received\nAcme,02/02/2026\nBravo,01/02/2026\n")

    asked = refusal.value
    assert (asked.column, asked.row, asked.example) == ("received", 3, "01/02/2026")


@pytest.mark.parametrize(
    ("answer", "month"), [(True, 2), (False, 1)], ids=["day first", "month first"]
)
def test_the_answer_settles_it(answer: bool, month: int) -> None:  # noqa: FBT001  the two answers
    moment = cell("received", "01/02/2026", day_first=answer).received_at

    assert moment is not None
    assert moment.month == month


def test_one_row_proves_the_order_for_the_whole_column() -> None:
    file = read("company,received\nAcme,01/02/2026\nBravo,13/02/2026\n")

    assert file.day_first is True
    assert [row.received_at for row in file.rows] == [
        datetime(2026, 2, 1, 5, 0, tzinfo=UTC),
        datetime(2026, 2, 13, 5, 0, tzinfo=UTC),
    ]


def test_a_proof_in_one_column_counts_for_the_file() -> None:
    file = read("company,received,first touch\nAcme,13/02/2026,02/03/2026\n")

    (row,) = file.rows
    assert row.first_touch_at == datetime(2026, 3, 2, 5, 0, tzinfo=UTC)


CONTRADICTIONS = {
    "two orders in one column": (
        "company,received\nA,13/02/2026\nB,02/14/2026\n", None, MixedDates, 3),
    "two orders in two columns": (
        "company,received,qualified\nA,13/02/2026,02/14/2026\n", None, MixedDates, 2),
    "the order asked for is disproved": (
        "company,received\nA,01/02/2026\nB,02/14/2026\n", True, OppositeDates, 3),
}  # fmt: skip


@pytest.mark.parametrize(
    ("content", "answer", "kind", "row"), CONTRADICTIONS.values(), ids=CONTRADICTIONS
)
def test_contradictions_are_asked(
    content: str,
    answer: bool | None,  # noqa: FBT001  the answers to a yes-or-no question
    kind: type[DoubtfulColumn],
    row: int,
) -> None:
    with pytest.raises(kind) as refusal:
        read(content, day_first=answer)

    assert refusal.value.row == row


def test_an_answer_over_a_mixed_column_refuses_only_the_rows_that_do_not_fit() -> None:
    file = read("company,received\nA,13/02/2026\nB,02/14/2026\n", day_first=True)

    assert [row.name for row in file.rows] == ["A"]
    assert [(p.row, p.kind) for p in file.problems] == [(3, ProblemKind.IMPOSSIBLE_DATE)]


def test_won_before_received_is_told_with_both_moments() -> None:
    file = read("company,received,won\nAcme,2026-03-02 09:00,2026-03-02 08:59\n")

    (problem,) = file.problems
    assert problem.kind is ProblemKind.WON_BEFORE_RECEIVED
    assert problem.hints == ("2026-03-02T14:00:00+00:00", "2026-03-02T13:59:00+00:00")


@pytest.mark.parametrize("won", ["2026-03-02 09:00", "2026-03-02"])
def test_won_in_the_same_minute_or_on_the_same_day_is_in_order(won: str) -> None:
    file = read(f"company,received,won\nAcme,2026-03-02 09:00,{won}\n")

    assert file.problems == ()


def test_an_unknown_zone_is_an_error_of_the_caller() -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        read("company\nAcme\n", zone="Nowhere/Land")
