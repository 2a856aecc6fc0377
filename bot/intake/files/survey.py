"""The first walk through a file: where its table is and what its columns prove."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from bot.intake.files import limits
from bot.intake.files.amounts import amount_readings
from bot.intake.files.dates import date_readings
from bot.intake.files.evidence import Doubts, Evidence, settle
from bot.intake.files.facts import MOMENTS, Column, LeadField, SkippedRow
from bot.intake.files.footers import Tail, is_footer
from bot.intake.files.headers import known_headers
from bot.intake.files.refusals import (
    AmbiguousAmounts,
    AmbiguousDates,
    EmptyFile,
    MixedAmounts,
    MixedDates,
    NoHeader,
    OppositeAmounts,
    OppositeDates,
    TooManyColumns,
    TooManyRows,
)
from bot.intake.files.table import Cell, Record, Table, filled, is_blank
from bot.intake.files.values import EMAIL
from bot.intake.files.words import fold, shown

TITLE_ROWS = 20
NAMES_BELOW_TITLES = 2  # one word alone may be a value that looks like a name
DATES = Doubts(AmbiguousDates, MixedDates, OppositeDates)
AMOUNTS = Doubts(AmbiguousAmounts, MixedAmounts, OppositeAmounts)
Readings = Callable[[Cell], Mapping[bool, object]]


@dataclass(frozen=True, slots=True)
class Survey:
    """``end`` is the first row below the table when something stands there."""

    end: int | None
    total_rows: int
    skipped: tuple[SkippedRow, ...]
    dates: Mapping[str, Evidence]
    amounts: Mapping[str, Evidence]

    def day_first(self, *, asked: bool | None) -> bool | None:
        return settle(self.dates, DATES, asked=asked)

    def decimal_comma(self, *, asked: bool | None) -> bool | None:
        return settle(self.amounts, AMOUNTS, asked=asked)


def find_header(table: Table, asked: frozenset[str]) -> Record:
    """The row near the top that names most columns; titles may stand above it.

    Raises ``EmptyFile``, ``TooManyColumns``, and ``NoHeader`` when the first row holds an e-mail
    or a date.
    """
    top = [r for r in islice(_rows(table), TITLE_ROWS) if not is_blank(r.cells)]
    if not top:
        raise EmptyFile
    best = max(top, key=lambda record: _names(record, asked))
    if _names(best, asked) >= NAMES_BELOW_TITLES:
        return best
    if value := next((str(cell) for cell in top[0].cells if _is_value(cell)), None):
        raise NoHeader(shown(value))
    return top[0]


def survey(table: Table, header: Record, columns: Mapping[LeadField, Column], width: int) -> Survey:
    """Walk the whole file once; raises what makes it unreadable as a whole."""
    notes = _Notes(columns, width)
    for record in _rows(table):
        if record.row > header.row:
            notes.take(record)
    if not notes.rows:
        raise EmptyFile
    return notes.summary()


def body(table: Table, header: Record, width: int, end: int | None) -> Iterator[Record]:
    """The rows that should hold leads: below the header, above ``end``, no blanks, no footers."""
    for record in table.records():
        if end is not None and record.row >= end:
            return
        if record.row > header.row and not is_blank(record.cells) and not is_footer(record, width):
            yield record


def _rows(table: Table) -> Iterator[Record]:
    for record in table.records():
        if len(record.cells) > limits.COLUMNS:
            raise TooManyColumns(record.row, limits.COLUMNS)
        yield record


def _names(record: Record, asked: frozenset[str]) -> int:
    wanted = sum(isinstance(cell, str) and fold(cell) in asked for cell in record.cells)
    return known_headers(record.cells) + wanted * NAMES_BELOW_TITLES


def _is_value(cell: Cell) -> bool:
    if not isinstance(cell, str):
        return True
    return bool(EMAIL.fullmatch(cell.strip()) or date_readings(cell))


class _Notes:
    """What has been seen so far; the rows of a tail may still turn out to be leads."""

    def __init__(self, columns: Mapping[LeadField, Column], width: int) -> None:
        self.rows = 0
        self.skipped: list[Record] = []
        self._tail = Tail(width)
        self._width = width
        self._dates = [(columns[field], Evidence()) for field in MOMENTS if field in columns]
        amount = columns.get(LeadField.AMOUNT)
        self._amounts = [(amount, Evidence())] if amount else []

    def take(self, record: Record) -> None:
        if is_footer(record, self._width):
            self._skip(record)
            return
        self._tail.pass_by(record)
        if is_blank(record.cells):
            return
        self.rows += 1
        if self.rows > limits.ROWS:
            raise TooManyRows(limits.ROWS)
        _note(self._dates, record, date_readings)
        _note(self._amounts, record, amount_readings)

    def summary(self) -> Survey:
        tail = self._tail
        below = sorted([*self.skipped, *tail.rows], key=lambda record: record.row)
        return Survey(
            end=tail.start if tail.count else None,
            total_rows=self.rows - tail.count,
            skipped=tuple(_skipped(record) for record in below[: limits.KEPT_SKIPPED]),
            dates={column.header: found for column, found in self._dates},
            amounts={column.header: found for column, found in self._amounts},
        )

    def _skip(self, record: Record) -> None:
        if len(self.skipped) < limits.KEPT_SKIPPED:
            self.skipped.append(record)


def _note(columns: list[tuple[Column, Evidence]], record: Record, readings: Readings) -> None:
    for column, found in columns:
        if column.index < len(record.cells) and (cell := record.cells[column.index]):
            found.note(readings(cell), record.row, shown(str(cell)))


def _skipped(record: Record) -> SkippedRow:
    return SkippedRow(record.row, shown(" · ".join(str(cell) for cell in filled(record.cells))))
