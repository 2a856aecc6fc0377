"""What holds for working time whatever the schedule, the moment and the amount."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.worktime import Schedule

SECOND = timedelta(seconds=1)
patient = settings(deadline=None, max_examples=60)  # a minute a week makes a long calendar
ZONES = [
    "UTC",
    "America/Bogota",
    "Europe/Madrid",
    "America/New_York",
    "Australia/Lord_Howe",
    "America/Santiago",
    "Africa/Casablanca",
    "Asia/Kathmandu",
]


def _label(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


@st.composite
def days(draw: st.DrawFn) -> list[tuple[str, str]]:
    """Up to three blocks of a day, the last perhaps into the night."""
    edges = sorted(draw(st.sets(st.integers(0, 1440), max_size=6)))
    blocks = [(_label(a), _label(b)) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    if len(edges) % 2 and 0 < edges[-1] < 1440:
        blocks.append((_label(edges[-1]), _label(draw(st.integers(0, edges[-1] - 1)))))
    return blocks


dates = st.dates(date(2025, 6, 1), date(2027, 6, 1))
schedules = st.builds(
    lambda zone, week, monday, off, other: Schedule(
        zone, {**dict(enumerate(week)), 0: monday}, off, other
    ),
    st.sampled_from(ZONES),
    st.lists(days(), max_size=7),
    days().filter(bool),
    st.sets(dates, max_size=20),
    st.dictionaries(dates, days(), max_size=5),
)
moments = st.datetimes(datetime(2025, 6, 1), datetime(2027, 6, 1)).map(  # noqa: DTZ001 - made aware
    lambda at: at.replace(microsecond=0, tzinfo=UTC)
)
amounts = st.integers(-500_000, 500_000).map(lambda s: timedelta(seconds=s))
positive = st.integers(1, 500_000).map(lambda s: timedelta(seconds=s))


@patient
@given(schedules, moments, amounts)
def test_what_was_added_lies_between(
    schedule: Schedule, start: datetime, amount: timedelta
) -> None:
    assert schedule.between(start, schedule.add(start, amount)) == amount


@patient
@given(schedules, moments, moments, amounts)
def test_a_later_start_never_ends_earlier(
    schedule: Schedule, one: datetime, other: datetime, amount: timedelta
) -> None:
    first, second = sorted((one, other))

    assert schedule.add(first, amount) <= schedule.add(second, amount)


@patient
@given(schedules, moments, amounts, amounts)
def test_a_greater_amount_never_ends_earlier(
    schedule: Schedule, start: datetime, one: timedelta, other: timedelta
) -> None:
    less, more = sorted((one, other))

    assert schedule.add(start, less) <= schedule.add(start, more)


@patient
@given(schedules, moments, positive, positive)
def test_splitting_the_wait_changes_nothing(
    schedule: Schedule, start: datetime, one: timedelta, other: timedelta
) -> None:
    assert schedule.add(schedule.add(start, one), other) == schedule.add(start, one + other)
    assert schedule.add(schedule.add(start, -one), -other) == schedule.add(start, -one - other)


@patient
@given(schedules, moments, positive)
def test_an_amount_ends_with_an_open_second(
    schedule: Schedule, start: datetime, amount: timedelta
) -> None:
    assert schedule.is_open(schedule.add(start, amount) - SECOND)
    assert schedule.is_open(schedule.add(start, -amount))


@patient
@given(schedules, moments, positive)
def test_the_end_is_the_one_nearest_the_start(
    schedule: Schedule, start: datetime, amount: timedelta
) -> None:
    end = schedule.add(start, amount)

    assert schedule.between(start, end - SECOND) == amount - SECOND


@patient
@given(schedules, moments, positive)
def test_walking_back_from_an_open_moment_returns(
    schedule: Schedule, start: datetime, amount: timedelta
) -> None:
    opening = schedule.next_open(start)

    assert schedule.add(schedule.add(opening, amount), -amount) == opening


@patient
@given(schedules, moments, moments, moments)
def test_open_time_adds_up_over_any_stop_on_the_way(
    schedule: Schedule, one: datetime, two: datetime, three: datetime
) -> None:
    assert schedule.between(one, two) + schedule.between(two, three) == schedule.between(one, three)
    assert schedule.between(two, one) == -schedule.between(one, two)


@patient
@given(schedules, moments)
def test_the_next_opening_is_open_and_nothing_opens_before_it(
    schedule: Schedule, start: datetime
) -> None:
    opening = schedule.next_open(start)

    assert schedule.is_open(opening)
    assert schedule.between(start, opening) == timedelta()
    assert opening == start or not schedule.is_open(start)


@patient
@given(schedules, moments, st.lists(moments, max_size=5), amounts)
def test_the_order_of_questions_does_not_matter(
    schedule: Schedule, start: datetime, asked: list[datetime], amount: timedelta
) -> None:
    fresh = schedule.add(start, amount)
    for moment in asked:
        schedule.is_open(moment)

    assert schedule.add(start, amount) == fresh
