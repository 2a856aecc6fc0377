"""Lead files: CSV, TSV and XLSX from any CRM or spreadsheet → plain facts.

Nothing is guessed. What the file itself does not prove (day or month first, point or comma) is
asked by refusing the file; what a row gets wrong refuses that row and is told with its place.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

from bot.intake.files import limits
from bot.intake.files.facts import (
    Column,
    LeadField,
    LeadFile,
    LeadRow,
    LeadStatus,
    NumberStyle,
    Problem,
    ProblemKind,
    SkippedRow,
)
from bot.intake.files.headers import choose_preset, header_texts, match_columns
from bot.intake.files.opening import open_table
from bot.intake.files.refusals import NoSuchFile, UnreadableFile
from bot.intake.files.rows import Plan, read_row
from bot.intake.files.survey import Survey, body, find_header, survey
from bot.intake.files.table import Record, Table
from bot.intake.files.words import fold

__all__ = [
    "Column",
    "LeadField",
    "LeadFile",
    "LeadRow",
    "LeadStatus",
    "NumberStyle",
    "Problem",
    "ProblemKind",
    "SkippedRow",
    "UnreadableFile",
    "read_leads",
]
NO_MAPPING: Mapping[str, str] = MappingProxyType({})


def read_leads(
    path: Path,
    *,
    zone: str,
    now: datetime,
    mapping: Mapping[str, str] = NO_MAPPING,
    day_first: bool | None = None,
    number_style: str | None = None,
    preset: str | None = None,
) -> LeadFile:
    """Read a file of leads; raises an ``UnreadableFile`` that says why it cannot be read.

    ``zone`` places times that have no offset; ``now`` is where the future begins. ``mapping``
    is column → field (``ignore`` for none) and overrules what headers say. ``day_first`` and
    ``number_style`` (``point`` or ``comma``) answer ``AmbiguousDates`` and ``AmbiguousAmounts``.
    Raises ``ZoneInfoNotFoundError`` and ``ValueError`` for an unknown zone or number style.
    """
    style = NumberStyle(number_style) if number_style else None
    place = ZoneInfo(zone)
    try:
        table = open_table(path)
        layout = _lay_out(table, mapping, preset)
        plan = _plan(layout, place, now, day_first=day_first, style=style)
        return _read(layout, plan)
    except OSError as error:
        raise NoSuchFile from error


@dataclass(frozen=True, slots=True)
class _Layout:
    """A file whose columns are known."""

    table: Table
    header: Record
    columns: tuple[Column, ...]
    fields: Mapping[LeadField, Column]
    preset: str
    system: str
    survey: Survey

    @property
    def width(self) -> int:
        return len(self.columns)


def _lay_out(table: Table, mapping: Mapping[str, str], preset: str | None) -> _Layout:
    header = find_header(table, frozenset(fold(column) for column in mapping))
    texts = header_texts(header.cells)
    program = choose_preset(texts, preset)
    columns = match_columns(texts, program, mapping)
    fields = {column.field: column for column in columns if column.field}
    seen = survey(table, header, fields, len(columns))
    return _Layout(table, header, columns, fields, program.name, program.system, seen)


def _plan(
    layout: _Layout,
    zone: ZoneInfo,
    now: datetime,
    *,
    day_first: bool | None,
    style: NumberStyle | None,
) -> Plan:
    asked = None if style is None else style is NumberStyle.COMMA
    return Plan(
        columns=layout.fields,
        width=layout.width,
        ragged=layout.table.ragged,
        system=layout.system,
        zone=zone,
        now=now,
        day_first=layout.survey.day_first(asked=day_first),
        decimal_comma=layout.survey.decimal_comma(asked=asked),
    )


@dataclass(frozen=True, slots=True)
class _Rows:
    """The leads of a file too large to keep: read anew on each walk."""

    layout: _Layout
    plan: Plan

    def __iter__(self) -> Iterator[LeadRow]:
        return (one for one in _walk(self.layout, self.plan) if isinstance(one, LeadRow))


def _walk(layout: _Layout, plan: Plan) -> Iterator[LeadRow | tuple[Problem, ...]]:
    records = body(layout.table, layout.header, layout.width, layout.survey.end)
    return (read_row(record, plan) for record in records)


def _read(layout: _Layout, plan: Plan) -> LeadFile:
    kept: list[LeadRow] = []
    problems: list[Problem] = []
    total_leads = total_problems = chars = 0
    for one in _walk(layout, plan):
        if isinstance(one, LeadRow):
            total_leads += 1
            chars += _chars(one)
            if total_leads <= limits.KEPT_LEADS and chars <= limits.KEPT_CHARS:
                kept.append(one)
        else:
            total_problems += len(one)
            problems.extend(one[: limits.KEPT_PROBLEMS - len(problems)])
    return _described(
        layout,
        plan,
        rows=tuple(kept) if len(kept) == total_leads else _Rows(layout, plan),
        problems=tuple(problems),
        total_problems=total_problems,
        total_leads=total_leads,
    )


def _chars(lead: LeadRow) -> int:
    return sum(map(len, (lead.name, lead.company, lead.source, lead.segment, lead.language)))


def _described(
    layout: _Layout,
    plan: Plan,
    *,
    rows: Iterable[LeadRow],
    problems: tuple[Problem, ...],
    total_problems: int,
    total_leads: int,
) -> LeadFile:
    styles = {None: None, True: NumberStyle.COMMA, False: NumberStyle.POINT}
    return LeadFile(
        rows=rows,
        problems=problems,
        total_problems=total_problems,
        total_rows=layout.survey.total_rows,
        total_leads=total_leads,
        columns=layout.columns,
        preset=layout.preset,
        system=layout.system,
        encoding=layout.table.encoding,
        delimiter=layout.table.delimiter,
        sheet=layout.table.sheet,
        other_sheets=layout.table.other_sheets,
        day_first=plan.day_first,
        number_style=styles[plan.decimal_comma],
        skipped=layout.survey.skipped,
    )
