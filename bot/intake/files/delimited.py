"""Delimited text: comma, semicolon, tab or bar, quoted as spreadsheets do."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TextIO

from bot.intake.files import limits
from bot.intake.files.encoding import find_encoding
from bot.intake.files.headers import known_headers
from bot.intake.files.refusals import CellTooLong, UnclosedQuote, UnknownEncoding
from bot.intake.files.table import Cell, Record

DELIMITERS = ",;\t|"
SAMPLE_CHARS, SAMPLE_RECORDS = 64_000, 50
SEP_LINE = re.compile(r'"?sep=([^\w"\r\n])"?[ \t]*(?:\r\n|\r|\n|$)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextTable:
    path: Path
    encoding: str
    delimiter: str
    has_sep_line: bool
    sheet: None = None
    other_sheets: tuple[str, ...] = ()
    ragged: bool = False

    def records(self) -> Iterator[Record]:
        """Walk the rows; a ``sep=`` line is not one.

        Raises ``UnclosedQuote``, ``CellTooLong`` or ``UnknownEncoding`` where the text is torn.
        """
        with self.path.open(encoding=self.encoding, newline="") as file:
            if self.has_sep_line:
                file.readline(limits.LINE_CHARS)
            try:
                yield from _numbered(file, self.delimiter)
            except UnicodeDecodeError as error:
                raise UnknownEncoding from error


def open_text(path: Path, head: bytes) -> TextTable:
    encoding = find_encoding(path, head)
    try:
        with path.open(encoding=encoding, newline="") as file:
            sample = file.read(SAMPLE_CHARS)
    except UnicodeDecodeError as error:
        raise UnknownEncoding from error
    if said := SEP_LINE.match(sample):
        return TextTable(path, encoding, said[1], has_sep_line=True)
    return TextTable(path, encoding, find_delimiter(sample), has_sep_line=False)


def find_delimiter(sample: str) -> str:
    """The one that finds most known headers, then the steadiest, then the widest table."""
    return max(DELIMITERS, key=lambda delimiter: _fit(sample, delimiter))


def _fit(sample: str, delimiter: str) -> tuple[int, float, int]:
    rows = [cells for cells in _loosely(sample, delimiter) if any(cells)]
    if not rows:
        return 0, 0.0, 0
    width, steady = Counter(len(cells) for cells in rows).most_common(1)[0]
    known = max(known_headers(list(cells)) for cells in rows[:10])
    return known, steady / len(rows) if width > 1 else 0.0, width


def _loosely(sample: str, delimiter: str) -> list[list[str]]:
    """The sample's rows, but for the one its end cuts."""
    lines = sample.splitlines(keepends=True)
    rows: list[list[str]] = []
    try:
        rows.extend(islice(csv.reader(lines, delimiter=delimiter), SAMPLE_RECORDS))
    except csv.Error:
        return rows
    return rows[:-1] if len(sample) == SAMPLE_CHARS and len(rows) > 1 else rows


def _numbered(file: TextIO, delimiter: str) -> Iterator[Record]:
    reader = csv.reader(_lines(file), delimiter=delimiter, strict=True)
    row = line = 0
    try:
        for row, texts in enumerate(reader, 1):
            cells: list[Cell] = [*texts]
            yield Record(row, cells)
            line = reader.line_num
    except csv.Error as error:
        spans_lines = reader.line_num - line > 1
        too_long = "larger than" in str(error) and not spans_lines
        raise (CellTooLong if too_long else UnclosedQuote)(row + 1) from error


def _lines(file: TextIO) -> Iterator[str]:
    """Lines, none so long that holding it would cost memory."""
    while text := file.readline(limits.LINE_CHARS):
        if len(text) == limits.LINE_CHARS:
            raise csv.Error("line larger than the limit")
        yield text
