"""What a lead file holds, as plain values. Nothing here knows how files are read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum


class LeadField(StrEnum):
    """What a column can hold; these are the words on the right of ``--map column=field``."""

    ID = "id"
    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    TITLE = "title"
    COMPANY = "company"
    EMAIL = "email"
    PHONE = "phone"
    SOURCE = "source"
    SEGMENT = "segment"
    LANGUAGE = "language"
    SCORE = "score"
    OWNER = "owner"
    OWNER_EMAIL = "owner_email"
    RECEIVED = "received"
    QUALIFIED = "qualified"
    FIRST_TOUCH = "first_touch"
    LAST_ACTIVITY = "last_activity"
    STATUS = "status"
    LIFECYCLE = "lifecycle"
    AMOUNT = "amount"
    WON = "won"


MOMENTS = (
    LeadField.RECEIVED,
    LeadField.QUALIFIED,
    LeadField.FIRST_TOUCH,
    LeadField.LAST_ACTIVITY,
    LeadField.WON,
)


class LeadStatus(StrEnum):
    """Where a lead stands; in this order, so that the further of two columns can be taken."""

    OPEN = "open"
    WORKING = "working"
    QUALIFIED = "qualified"
    RECYCLED = "recycled"
    REJECTED = "rejected"
    LOST = "lost"
    WON = "won"


class NumberStyle(StrEnum):
    """The decimal mark of a file's amounts: 1,250,000.50 or 1.250.000,50."""

    POINT = "point"
    COMMA = "comma"


@dataclass(frozen=True, slots=True)
class LeadRow:
    """One lead as its file tells it. Instants are UTC; text is cleaned but not escaped.

    ``name`` is never empty: a lead without one is called by its title, company, e-mail, phone or
    id. ``owner`` is as written (a name, an e-mail or an id of the CRM); a queue is no owner.
    ``date_only`` names the moments that came without an hour; these stand at the start of
    their day. ``last_activity_at`` proves that somebody acted, not when this began.
    """

    row: int
    name: str
    external_id: str | None = None
    company: str = ""
    email: str | None = None
    phone: str | None = None
    source: str = ""
    segment: str = ""
    language: str = ""
    score: int | None = None
    owner: str | None = None
    owner_email: str | None = None
    received_at: datetime | None = None
    qualified_at: datetime | None = None
    first_touch_at: datetime | None = None
    last_activity_at: datetime | None = None
    won_at: datetime | None = None
    date_only: frozenset[LeadField] = frozenset()
    status: LeadStatus | None = None
    amount: Decimal | None = None
    currency: str | None = None

    @property
    def received_has_time(self) -> bool:
        return self.received_at is not None and LeadField.RECEIVED not in self.date_only


class ProblemKind(StrEnum):
    """Why a row was refused. A row with a problem yields no lead: nothing is half-read."""

    NO_IDENTITY = "no_identity"
    """The row has no name, company, e-mail, phone or id."""
    MISSING_CELLS = "missing_cells"
    """The row has fewer cells than the header (hints: found, expected)."""
    EXTRA_CELLS = "extra_cells"
    """The row has more cells than the header (hints: found, expected)."""
    CELL_TOO_LONG = "cell_too_long"
    """The cell holds more characters than the limit (hints: the limit)."""
    CELL_ERROR = "cell_error"
    """The cell holds an error of the spreadsheet, such as #REF!."""
    DAMAGED_TEXT = "damaged_text"
    """The text was saved in the wrong encoding before it came here (hints: as it probably was)."""
    BAD_EMAIL = "bad_email"
    """The cell is not one e-mail address."""
    BAD_PHONE = "bad_phone"
    """The cell is not one phone number of 5 to 15 plain digits."""
    BAD_SCORE = "bad_score"
    """The score is not a whole number in plain digits within its limits (hints: least, most)."""
    BAD_AMOUNT = "bad_amount"
    """The cell is not an amount in plain digits, or not in the style of its column."""
    NEGATIVE_AMOUNT = "negative_amount"
    """The amount is below zero."""
    HUGE_AMOUNT = "huge_amount"
    """The amount is above the limit (hints: the limit)."""
    UNKNOWN_DATE = "unknown_date"
    """The cell is not a date that is understood."""
    IMPOSSIBLE_DATE = "impossible_date"
    """The cell looks like a date, but there is no such day or hour in the order of its column."""
    TWO_DIGIT_YEAR = "two_digit_year"
    """The year has two digits; it needs four."""
    OLD_DATE = "old_date"
    """The date is before 1990: a placeholder rather than a date."""
    FUTURE_DATE = "future_date"
    """The date is still to come."""
    SKIPPED_TIME = "skipped_time"
    """The hour does not exist on that day: the clocks of the zone jump over it (hints: zone)."""
    WON_BEFORE_RECEIVED = "won_before_received"
    """The lead was won before it was received (hints: received, won, as ISO instants)."""
    UNKNOWN_STATUS = "unknown_status"
    """The word is no status that is known (hints: the nearest known words)."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why one row was refused. ``value`` is one line of at most 40 printable characters.

    ``column`` is the header as the file writes it; ``hints`` are described with each kind.
    """

    row: int
    column: str | None
    value: str
    kind: ProblemKind
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A line below the table that is no lead: a total, a copyright notice."""

    row: int
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """A header as the file writes it and the field it fills; ``None`` fills none."""

    index: int
    header: str
    field: LeadField | None


@dataclass(frozen=True, slots=True)
class LeadFile:
    """A file that can be read. ``rows`` can be walked any number of times, without problem rows.

    Large files are read again on each walk. ``problems`` holds the first thousand;
    ``total_problems`` counts them all. ``total_rows`` = leads + refused rows, without ``skipped``.
    ``day_first`` and ``number_style`` are what was proved or asked, ``None`` when no value
    needed it. ``system`` names where the external ids come from.
    """

    rows: Iterable[LeadRow]
    problems: tuple[Problem, ...]
    total_problems: int
    total_rows: int
    total_leads: int
    columns: tuple[Column, ...]
    preset: str
    system: str
    encoding: str
    delimiter: str | None
    sheet: str | None
    other_sheets: tuple[str, ...]
    day_first: bool | None
    number_style: NumberStyle | None
    skipped: tuple[SkippedRow, ...]
