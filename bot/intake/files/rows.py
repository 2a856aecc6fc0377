"""One record of a table → one lead, or everything that is wrong with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.intake.files import limits
from bot.intake.files.amounts import Money, read_money
from bot.intake.files.bad_value import BadValueError
from bot.intake.files.dates import Moment, read_moment
from bot.intake.files.facts import MOMENTS, Column, LeadField, LeadRow, Problem, ProblemKind
from bot.intake.files.statuses import further
from bot.intake.files.table import Cell, Record, filled
from bot.intake.files.values import (
    is_nothing,
    read_email,
    read_id,
    read_owner,
    read_phone,
    read_score,
    read_status,
    read_text,
)
from bot.intake.files.words import shown

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Plan:
    """How to read every row of a file: proved by the file or said by its sender."""

    columns: Mapping[LeadField, Column]
    width: int
    ragged: bool
    system: str
    zone: ZoneInfo
    now: datetime
    day_first: bool | None
    decimal_comma: bool | None


def read_row(record: Record, plan: Plan) -> LeadRow | tuple[Problem, ...]:
    """The lead of a row, or all its problems: nothing is half-read."""
    reading = _Reading(record, plan)
    if not reading.has_right_length():
        return tuple(reading.problems)
    lead = _lead(reading)
    if not lead.name and not reading.problems:
        reading.note(ProblemKind.NO_IDENTITY)
    return tuple(reading.problems) if reading.problems else lead


def _lead(reading: "_Reading") -> LeadRow:
    take, text = reading.take, reading.text
    system = reading.plan.system
    moments = {field: take(field, reading.moment) for field in MOMENTS}
    reading.check_order(moments[LeadField.RECEIVED], moments[LeadField.WON])
    external_id = take(LeadField.ID, partial(read_id, system=system))
    company, email = text(LeadField.COMPANY), take(LeadField.EMAIL, read_email)
    phone = take(LeadField.PHONE, read_phone)
    owner = take(LeadField.OWNER, partial(read_owner, system=system))
    money = take(LeadField.AMOUNT, reading.money)
    return LeadRow(
        row=reading.record.row,
        name=_full_name(reading) or company or email or phone or external_id or "",
        external_id=external_id,
        company=company,
        email=email,
        phone=phone,
        source=text(LeadField.SOURCE),
        segment=text(LeadField.SEGMENT),
        language=text(LeadField.LANGUAGE),
        score=take(LeadField.SCORE, read_score),
        owner=owner,
        owner_email=take(LeadField.OWNER_EMAIL, read_email) or _address(owner),
        received_at=_at(moments[LeadField.RECEIVED]),
        qualified_at=_at(moments[LeadField.QUALIFIED]),
        first_touch_at=_at(moments[LeadField.FIRST_TOUCH]),
        last_activity_at=_at(moments[LeadField.LAST_ACTIVITY]),
        won_at=_at(moments[LeadField.WON]),
        date_only=frozenset(f for f, m in moments.items() if m and not m.has_time),
        status=further(take(LeadField.STATUS, read_status), take(LeadField.LIFECYCLE, read_status)),
        amount=money.amount if money else None,
        currency=money.currency if money else None,
    )


def _full_name(reading: "_Reading") -> str:
    name, last = reading.text(LeadField.NAME), reading.text(LeadField.LAST_NAME)
    first = reading.text(LeadField.FIRST_NAME)
    return name or f"{first} {last}".strip() or reading.text(LeadField.TITLE)


def _address(owner: str | None) -> str | None:
    try:
        return read_email(owner) if owner else None
    except BadValueError:
        return None


def _at(moment: Moment | None) -> datetime | None:
    return moment.at if moment else None


class _Reading:
    """A row being read: what cannot be read is noted and the rest goes on."""

    def __init__(self, record: Record, plan: Plan) -> None:
        self.record, self.plan = record, plan
        self.problems: list[Problem] = []

    def has_right_length(self) -> bool:
        cells, width = self.record.cells, self.plan.width
        found, expected = str(len(cells)), str(width)
        if filled(cells[width:]):
            self.note(ProblemKind.EXTRA_CELLS, found, expected)
        elif len(cells) < width and not self.plan.ragged:
            self.note(ProblemKind.MISSING_CELLS, found, expected)
        return not self.problems

    def take(self, field: LeadField, read: Callable[[Cell], T]) -> T | None:
        """The field's value; ``None`` when the column or the value is absent, or it is bad."""
        column = self.plan.columns.get(field)
        if column is None or column.index >= len(self.record.cells):
            return None
        cell = self.record.cells[column.index]
        if cell == "":
            return None
        try:
            _refuse_long(cell)
            return None if is_nothing(cell) else read(cell)
        except BadValueError as bad:
            value = shown(str(cell))
            self.problems.append(
                Problem(self.record.row, column.header, value, bad.kind, bad.hints)
            )
            return None

    def text(self, field: LeadField) -> str:
        return self.take(field, read_text) or ""

    def moment(self, cell: Cell) -> Moment:
        moment = read_moment(cell, day_first=self.plan.day_first, zone=self.plan.zone)
        if moment.at > self.plan.now:
            raise BadValueError(ProblemKind.FUTURE_DATE)
        return moment

    def money(self, cell: Cell) -> Money:
        return read_money(cell, decimal_comma=self.plan.decimal_comma)

    def check_order(self, received: Moment | None, won: Moment | None) -> None:
        """Won on the day of receipt is in order unless both hours are known."""
        if received is None or won is None or won.at >= received.at:
            return
        zone, hours = self.plan.zone, received.has_time and won.has_time
        if hours or won.at.astimezone(zone).date() < received.at.astimezone(zone).date():
            hints = received.at.isoformat(), won.at.isoformat()
            self.note(ProblemKind.WON_BEFORE_RECEIVED, *hints)

    def note(self, kind: ProblemKind, *hints: str) -> None:
        """A problem of the whole row, shown by what it holds."""
        cells = shown(" · ".join(str(cell) for cell in filled(self.record.cells)[:5]))
        self.problems.append(Problem(self.record.row, None, cells, kind, hints))


def _refuse_long(cell: Cell) -> None:
    if isinstance(cell, str) and len(cell) > limits.CELL_CHARS:
        raise BadValueError(ProblemKind.CELL_TOO_LONG, str(limits.CELL_CHARS))
