"""The vocabulary of these tests: a file with this content is read on this day in Bogotá."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl

from bot.intake.files import LeadFile, LeadRow, Problem, read_leads

NOW = datetime(2026, 3, 3, 20, 0, tzinfo=UTC)
ZONE = "America/Bogota"  # five hours behind UTC all year


def read(content: str | bytes, **options: Any) -> LeadFile:
    data = content.encode() if isinstance(content, str) else content
    with TemporaryDirectory() as folder:
        path = Path(folder) / "leads.csv"
        path.write_bytes(data)
        return read_leads(path, **{"zone": ZONE, "now": NOW, **options})


def lead(content: str | bytes, **options: Any) -> LeadRow:
    """The only lead of a file without problems."""
    file = read(content, **options)
    assert file.problems == ()
    (only,) = file.rows
    return only


def cell(header: str, value: str, **options: Any) -> LeadRow:
    """The lead Acme with one more column; a tab sets it off, so that it may hold commas."""
    return lead(f"company\t{header}\nAcme\t{value}\n", **options)


def bad_cell(header: str, value: str, **options: Any) -> Problem:
    """The only problem of such a file, which gives no lead."""
    file = read(f"company\t{header}\nAcme\t{value}\n", **options)
    assert tuple(file.rows) == ()
    (only,) = file.problems
    return only


def workbook(
    path: Path, rows: Sequence[Sequence[object]], title: str = "Leads"
) -> openpyxl.Workbook:
    """A saved workbook with these rows, still open for changes."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append([*row])
    book.save(path)
    return book
