"""`sla import`: from a file to leads, with a table of what happened or would happen."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from bot.cli.database import database, settings
from bot.cli.failures import USAGE, Failure
from bot.cli.words_for import english, said
from bot.clock import Clock
from bot.intake.files import LeadFile, LeadRow, LeadStatus, read_leads
from bot.notices.imports import ImportReport
from bot.rules.refusals import Refusal
from bot.rules.terms import LeadStage
from bot.rules.value_words import language_code
from bot.usecases.actors import AgreementFacts, agreement_named
from bot.usecases.leads.importing import ImportRow, import_leads
from bot.usecases.leads.storing import NewLead
from bot.views.refusals.files import row_problem
from models.database import Database

BATCH = 500
SHOWN = 20

_STAGES = {
    LeadStatus.WORKING: LeadStage.WORKING,
    LeadStatus.QUALIFIED: LeadStage.QUALIFIED,
    LeadStatus.REJECTED: LeadStage.LOST,
    LeadStatus.LOST: LeadStage.LOST,
    LeadStatus.WON: LeadStage.WON,
}


def import_leads_file(
    file: Path,
    agreement: str | None,
    *,
    dry_run: bool,
    mapping: list[str],
    day_first: bool | None,
    number_style: str | None,
    preset: str | None,
    as_json: bool,
) -> None:
    """Store the leads of a file; with one bad row nothing is stored."""
    with database(settings().database_url) as opened:
        try:
            with opened.reading() as session:
                wanted = agreement_named(session, now=Clock().now(), named=agreement)
            found = read_leads(
                file,
                zone=wanted.zone,
                now=Clock().now(),
                mapping=_mapping(mapping),
                day_first=day_first,
                number_style=number_style,
                preset=preset,
            )
        except Refusal as refusal:
            raise Failure(said(refusal)) from None
        _refuse_bad_rows(found)
        report = _store(opened, wanted, found, dry_run=dry_run, quiet=as_json)
    _show(report, found, wanted, dry_run=dry_run, as_json=as_json)


def _mapping(pairs: list[str]) -> dict[str, str]:
    wrong = [pair for pair in pairs if "=" not in pair]
    if wrong:
        raise Failure(f"--map {wrong[0]}: write it as column=field", code=USAGE)
    return dict(pair.rsplit("=", 1) for pair in pairs)


def _refuse_bad_rows(found: LeadFile) -> None:
    lines: list[str] = [
        row_problem(
            each.kind,
            english(),
            row=each.row,
            column=each.column,
            value=each.value,
            hints=each.hints,
        )
        for each in found.problems[:SHOWN]
    ]
    more = found.total_problems - len(lines)
    if more > 0:
        lines.append(f"and {more} more problems")
    if lines:
        raise Failure(*lines, "Nothing was stored.")


def _store(
    opened: Database, agreement: AgreementFacts, found: LeadFile, *, dry_run: bool, quiet: bool
) -> ImportReport:
    """Store page by page, so that nobody waits; a rehearsal is one page, undone at the end."""
    total = ImportReport(0, 0, 0, 0, 0, 0, ())
    rows = (_row(each, found.system) for each in found.rows)
    page = max(found.total_leads, 1) if dry_run else BATCH
    with Progress(disable=quiet, console=Console(stderr=True)) as progress:
        task = progress.add_task("Leads", total=found.total_leads)
        for batch in _pages(rows, page):
            opening = opened.rehearsing() if dry_run else opened.writing()
            with opening as session:
                total = total.plus(
                    import_leads(session, now=_now(), agreement_id=agreement.id, rows=batch)
                )
            progress.advance(task, len(batch))
    return total


def _now() -> datetime:
    return Clock().now()


def _pages(rows: Iterable[ImportRow], size: int) -> Iterator[list[ImportRow]]:
    rest = iter(rows)
    while page := list(islice(rest, size)):
        yield page


def _row(row: LeadRow, system: str) -> ImportRow:
    stage = _STAGES.get(row.status, LeadStage.NEW) if row.status else LeadStage.NEW
    external_id = row.external_id or _id_by_content(row)
    new = NewLead(
        name=row.name,
        company=row.company,
        email=row.email,
        phone=row.phone,
        source=row.source,
        segment=row.segment,
        language=language_code(row.language),
        score=row.score,
        received_at=row.received_at,
        qualified_at=row.qualified_at,
        source_system=system if external_id else None,
        external_id=external_id,
        first_touch_at=row.first_touch_at,
        was_touched=row.last_activity_at is not None,
        stage=stage,
        closed_at=row.won_at,
        amount=row.amount if stage is LeadStage.WON else None,
    )
    return ImportRow(row.row, new, row.owner_email or row.owner)


def _id_by_content(row: LeadRow) -> str | None:
    """Name a row that has nothing else to be known by, so that the file twice changes nothing."""
    if row.email or row.phone:
        return None
    content = repr((row.name, row.company, row.source, row.received_at))
    return f"row:{sha256(content.encode()).hexdigest()[:32]}"


def _show(
    report: ImportReport,
    found: LeadFile,
    agreement: AgreementFacts,
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    if as_json:
        facts = {**asdict(report), "agreement": agreement.name, "dry_run": dry_run}
        Console().print_json(json.dumps(facts))
        return
    table = Table(title=f"{agreement.name}: {'what would happen' if dry_run else 'done'}")
    table.add_column("Rows")
    table.add_column("Count", justify="right")
    counts = asdict(report)
    for name in ("rows", "added", "updated", "unchanged", "closed", "unowned"):
        table.add_row(name, str(counts[name]))
    console = Console()
    console.print(table)
    columns = ", ".join(f"{each.header} → {each.field or 'not used'}" for each in found.columns)
    console.print(f"Columns: {columns}", markup=False)
    for skipped in found.skipped:
        console.print(f"Row {skipped.row} is below the table: {skipped.text}", markup=False)
    if found.other_sheets:
        console.print(f"Sheets not read: {', '.join(found.other_sheets)}", markup=False)
    for owner, times in report.unknown_owners:
        console.print(f"Owner {owner} is not in the rota: {times} went to the rota", markup=False)
