"""Moments as CRMs and spreadsheets write them.

Text without an offset is wall-clock time in the file's zone. An hour that comes twice when the
clocks go back is the earlier one; an hour that they jump over is refused. A date without an
hour is the start of its day.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.intake.files.bad_value import BadValueError
from bot.intake.files.facts import ProblemKind
from bot.intake.files.table import Cell
from bot.intake.files.words import clean, fold
from bot.rules.local_time import EPOCH, first_at_or_after, offsets

CLOCK = (
    r"(?:(?:t|,? )(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?"
    r" ?(?P<half>[ap]\.? ?m\.?)? ?(?P<offset>z|utc|gmt|[+-][0-9]{2}:?[0-9]{2})?)?"
)
YEAR_FIRST = re.compile(
    r"(?P<year>[0-9]{4})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})" + CLOCK,
    re.IGNORECASE,
)
YEAR_LAST = re.compile(
    r"(?P<one>[0-9]{1,2})(?P<mark>[-/.])(?P<two>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4}|[0-9]{2})"
    + CLOCK,
    re.IGNORECASE,
)
WORDED = (
    re.compile(
        r"(?P<day>[0-9]{1,2})[- ](?:de )?(?P<word>[^\W\d_]{3,10})\.?[-, ]{1,2}(?:del? )?"
        r"(?P<year>[0-9]{4})" + CLOCK,
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<word>[^\W\d_]{3,10})\.? (?P<day>[0-9]{1,2}),? (?P<year>[0-9]{4})" + CLOCK,
        re.IGNORECASE,
    ),
)
MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan ene", "feb", "mar", "apr abr", "may", "jun", "jul", "aug ago", "sep set", "oct",
         "nov", "dec dic"), 1)
    for name in names.split()
}  # fmt: skip
MOST_CHARS = 60
FIRST_YEAR, LAST_YEAR = 1990, 2200
SHEET_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  a wall-clock label, placed in its zone below
SHEET_DAYS = range(32_874, 109_572)  # 1990 to 2199


@dataclass(frozen=True, slots=True)
class Moment:
    at: datetime
    has_time: bool


def read_moment(cell: Cell, *, day_first: bool | None, zone: ZoneInfo) -> Moment:
    """The instant that a cell means; raises ``BadValueError``."""
    if isinstance(cell, str):
        return _from_text(clean(cell), day_first=day_first, zone=zone)
    if isinstance(cell, Decimal):
        return _from_serial(cell, zone)
    if isinstance(cell, datetime):
        return Moment(_instant(cell, zone), has_time=True)
    return Moment(_day_start(cell, zone), has_time=False)


def date_readings(cell: Cell) -> Mapping[bool, date]:
    """The day that a text means read day first (``True``) and month first, where it exists."""
    match = YEAR_LAST.fullmatch(clean(cell)) if isinstance(cell, str) else None
    if match is None or len(match["year"]) == 2:
        return {}
    year, one, two = int(match["year"]), int(match["one"]), int(match["two"])
    days = {True: (year, two, one), False: (year, one, two)}
    return {day_first: date(*day) for day_first, day in days.items() if _exists(*day)}


def _from_text(text: str, *, day_first: bool | None, zone: ZoneInfo) -> Moment:
    if len(text) > MOST_CHARS:
        raise BadValueError(ProblemKind.UNKNOWN_DATE)
    match, (year, month, day) = _parts(text, day_first=day_first)
    if not _exists(year, month, day):
        raise BadValueError(ProblemKind.IMPOSSIBLE_DATE)
    if match["hour"] is None:
        return Moment(_day_start(date(year, month, day), zone), has_time=False)
    label = datetime(year, month, day) + _time_of_day(match)  # noqa: DTZ001  as above
    if match["offset"]:
        _refuse_far(year)
        return Moment((label - _offset(match["offset"])).replace(tzinfo=UTC), has_time=True)
    return Moment(_instant(label, zone), has_time=True)


def _parts(text: str, *, day_first: bool | None) -> tuple[re.Match[str], tuple[int, int, int]]:
    if match := YEAR_FIRST.fullmatch(text):
        return match, (int(match["year"]), int(match["month"]), int(match["day"]))
    if match := YEAR_LAST.fullmatch(text):
        if len(match["year"]) == 2:
            raise BadValueError(ProblemKind.TWO_DIGIT_YEAR)
        one, two = int(match["one"]), int(match["two"])
        # Where nothing needed proof, both readings are the same day.
        return match, (int(match["year"]), *((two, one) if day_first else (one, two)))
    for worded in WORDED:
        if (match := worded.fullmatch(text)) and (month := MONTHS.get(fold(match["word"])[:3])):
            return match, (int(match["year"]), month, int(match["day"]))
    raise BadValueError(ProblemKind.UNKNOWN_DATE)


def _time_of_day(match: re.Match[str]) -> timedelta:
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    if match["half"]:
        if not 1 <= hour <= 12:
            raise BadValueError(ProblemKind.IMPOSSIBLE_DATE)
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    if hour > 23 or minute > 59 or second > 59:
        raise BadValueError(ProblemKind.IMPOSSIBLE_DATE)
    return timedelta(hours=hour, minutes=minute, seconds=second)


def _offset(text: str) -> timedelta:
    if text[0] not in "+-":
        return timedelta()
    digits = text[1:].replace(":", "")
    away = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if away > timedelta(hours=14):
        raise BadValueError(ProblemKind.IMPOSSIBLE_DATE)
    return away if text[0] == "+" else -away


def _from_serial(number: Decimal, zone: ZoneInfo) -> Moment:
    """A spreadsheet's count of days since the end of 1899, where a cell lost its date format."""
    if not number.is_finite() or int(number) not in SHEET_DAYS:
        raise BadValueError(ProblemKind.UNKNOWN_DATE)
    label = SHEET_EPOCH + timedelta(seconds=round(number * 86_400))
    if number == int(number):
        return Moment(_day_start(label.date(), zone), has_time=False)
    return Moment(_instant(label, zone), has_time=True)


def _instant(label: datetime, zone: ZoneInfo) -> datetime:
    _refuse_far(label.year)
    first, second = offsets(zone, label)
    if second > first:
        raise BadValueError(ProblemKind.SKIPPED_TIME, zone.key)
    return label.replace(tzinfo=timezone(timedelta(seconds=first))).astimezone(UTC)


def _day_start(day: date, zone: ZoneInfo) -> datetime:
    """Midnight, or the moment the clocks jump to on a day that has none."""
    _refuse_far(day.year)
    return EPOCH + timedelta(seconds=first_at_or_after(zone, day.toordinal(), 0))


def _refuse_far(year: int) -> None:
    if year < FIRST_YEAR:
        raise BadValueError(ProblemKind.OLD_DATE)
    if year >= LAST_YEAR:
        raise BadValueError(ProblemKind.FUTURE_DATE)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
