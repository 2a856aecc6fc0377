"""XLSX workbooks, read row by row."""

import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.cell import Cell as PlainCell
from openpyxl.cell import MergedCell
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook

from bot.intake.files import limits
from bot.intake.files.refusals import NotATable, TooLarge
from bot.intake.files.table import Cell, Record

# What zipfile and openpyxl are known to raise on archives that are damaged or made to harm.
TORN = (
    zipfile.BadZipFile, zlib.error, ParseError, InvalidFileException, EOFError, struct.error,
    KeyError, IndexError, ValueError, TypeError, AttributeError, NotImplementedError,
    OverflowError, RuntimeError,
)  # fmt: skip
AnyCell = PlainCell | MergedCell | ReadOnlyCell | EmptyCell
SHARED_TEXTS = "xl/sharedStrings.xml"
LAST_ROW = 1_048_576
HOUR = re.compile(r"\[?h", re.IGNORECASE)
QUOTED = re.compile(r'"[^"]*"|\\.')


@dataclass(frozen=True, slots=True)
class SheetTable:
    path: Path
    sheet: str
    other_sheets: tuple[str, ...]
    encoding: str = "xlsx"
    delimiter: None = None
    ragged: bool = True

    def records(self) -> Iterator[Record]:
        """Walk the rows of the sheet; raises ``NotATable`` where the archive is damaged."""
        with _opened(self.path) as book:
            sheet = book[self.sheet]
            sheet.reset_dimensions()  # the declared size is often wrong, and rows would be lost
            for row, cells in enumerate(sheet.iter_rows(max_row=LAST_ROW), 1):
                yield Record(row, _plain(cells))


def open_workbook(path: Path) -> SheetTable:
    """The first visible sheet; raises ``NotATable`` or ``TooLarge``."""
    _weigh(path)
    with _opened(path) as book:
        sheets = [s.title for s in book.worksheets if s.sheet_state == "visible"]
    if not sheets:
        raise NotATable("xlsx")
    return SheetTable(path, sheets[0], tuple(sheets[1:]))


def _weigh(path: Path) -> None:
    """Refuse an archive by its declared sizes: zipfile never unpacks more than these."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if not any(part.filename == "xl/workbook.xml" for part in parts):
                raise NotATable("zip")
            if sum(part.file_size for part in parts) > limits.UNPACKED_BYTES:
                raise TooLarge(limits.UNPACKED_BYTES)
            for part in parts:
                _weigh_part(archive, part)
    except TORN as error:
        raise NotATable("zip") from error


def _weigh_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    if part.filename == SHARED_TEXTS:
        if part.file_size > limits.TEXT_BYTES:
            raise TooLarge(limits.TEXT_BYTES)
    elif part.file_size > limits.PART_BYTES and _longest_row(archive, part) > limits.ROW_BYTES:
        raise TooLarge(limits.PART_BYTES)


def _longest_row(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """About how many bytes lie between two rows of a sheet, at the most."""
    longest = gap = 0
    with archive.open(part) as file:
        while chunk := file.read(1 << 16):
            row = max(chunk.rfind(b"<row"), chunk.rfind(b":row"))
            gap = len(chunk) - row if row >= 0 else gap + len(chunk)
            longest = max(longest, gap)
    return longest


@contextmanager
def _opened(path: Path) -> Iterator[Workbook]:
    try:
        with path.open("rb") as file:  # by its name, openpyxl would judge the ending
            book = _loaded(file)
            try:
                yield book
            finally:
                book.close()
    except TORN as error:
        raise NotATable("xlsx") from error


def _loaded(file: BinaryIO) -> Workbook:
    with warnings.catch_warnings():
        # openpyxl warns of styles and extensions it leaves out; none of them holds a value.
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(file, read_only=True, data_only=True)


def _plain(cells: tuple[AnyCell, ...]) -> list[Cell]:
    plain = [_value(cell) for cell in cells]
    while plain and plain[-1] == "":
        plain.pop()
    return plain


def _value(cell: AnyCell) -> Cell:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return Decimal(repr(value))
    if isinstance(value, datetime):
        return _moment(value, cell.number_format)
    return value if isinstance(value, str) else str(value)


def _moment(value: datetime, number_format: str) -> datetime | date:
    """A day unless the cell shows an hour; serial numbers miss whole seconds by a little."""
    if not HOUR.search(QUOTED.sub("", number_format)):
        return value.date()
    return (value + timedelta(milliseconds=500)).replace(microsecond=0)
