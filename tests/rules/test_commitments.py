"""When a promise is reminded of and asked about. Monday 2 March 2026; hours 9 to 17 in Bogotá."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.rules.commitments import next_question_at, question_at, reminder_at
from bot.rules.worktime import Schedule

BOGOTA = ZoneInfo("America/Bogota")
HOURS = Schedule(
    "America/Bogota",
    {day: [("09:00", "17:00")] for day in range(5)},
    holidays=[date(2026, 3, 23)],
)
NEVER_AGAIN = Schedule(
    "America/Bogota",
    {},
    overrides={date(2026, 3, 2): [("09:00", "17:00")], date(2026, 6, 1): [("09:00", "17:00")]},
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=BOGOTA)


REMINDERS = {
    "the opening of the day before": ("03-05 15:00", "03-04 09:00"),
    "before a Monday, Friday": ("03-09 15:00", "03-06 09:00"),
    "before a Sunday, Friday": ("03-08 15:00", "03-06 09:00"),
    "before the day after a holiday, the day before it": ("03-24 10:00", "03-20 09:00"),
    "a minute past midnight belongs to its own day": ("03-05 00:01", "03-04 09:00"),
}


@pytest.mark.parametrize(("due", "reminder"), REMINDERS.values(), ids=REMINDERS.keys())
def test_the_reminder_comes_at(due: str, reminder: str) -> None:
    assert reminder_at(HOURS, at(due)) == at(reminder)


def test_two_closed_weeks_leave_no_reminder() -> None:
    assert reminder_at(NEVER_AGAIN, at("06-01 12:00")) is None


QUESTIONS = {
    "an hour before": ("03-05 15:00", "03-02 09:00", "03-05 14:00"),
    "at the close: an hour before": ("03-05 17:00", "03-02 09:00", "03-05 16:00"),
    "in the evening: the last hour of that day": ("03-05 23:59", "03-02 09:00", "03-05 16:00"),
    "at the opening: then": ("03-05 09:00", "03-02 09:00", "03-05 09:00"),
    "half an hour after it: at the opening": ("03-05 09:30", "03-02 09:00", "03-05 09:00"),
    "an hour after it: at the opening": ("03-05 10:00", "03-02 09:00", "03-05 09:00"),
    "before the opening: the last hour of the day before": (
        "03-05 08:00",
        "03-02 09:00",
        "03-04 16:00",
    ),
    "on a Saturday: Friday's last hour": ("03-07 12:00", "03-02 09:00", "03-06 16:00"),
    "made within that hour: when it is due": ("03-05 15:00", "03-05 14:00", "03-05 15:00"),
    "made just before that hour": ("03-05 15:00", "03-05 13:59", "03-05 14:00"),
    "made on Saturday for Saturday: at the next opening": (
        "03-07 12:00",
        "03-07 10:00",
        "03-09 09:00",
    ),
}


@pytest.mark.parametrize(("due", "made", "asked"), QUESTIONS.values(), ids=QUESTIONS.keys())
def test_the_question_comes(due: str, made: str, asked: str) -> None:
    assert question_at(HOURS, at(due), made_at=at(made)) == at(asked)


AGAIN = {
    "the next day": ("03-05 14:00", "03-06 09:00"),
    "after a Friday, Monday": ("03-06 16:00", "03-09 09:00"),
    "asked late, the next day all the same": ("03-05 16:59", "03-06 09:00"),
    "after the Friday before a holiday, Tuesday": ("03-20 16:00", "03-24 09:00"),
}


@pytest.mark.parametrize(("asked", "again"), AGAIN.values(), ids=AGAIN.keys())
def test_it_is_asked_again(asked: str, again: str) -> None:
    assert next_question_at(HOURS, at(asked)) == at(again)
