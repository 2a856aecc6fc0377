"""Commands that only show: leads, status, examples of messages, the manifest."""

import json
import sys
from datetime import datetime

from rich.console import Console
from rich.table import Table
from sqlmodel import Session

from bot.cli.database import database, settings
from bot.cli.failures import Failure
from bot.cli.manifests import manifest_text
from bot.cli.words_for import said
from bot.clock import Clock
from bot.notices import wire
from bot.notices.status import LeadLine, StatusFacts
from bot.rules.refusals import Refusal
from bot.usecases.actors import agreement_named
from bot.usecases.leads.listing import all_open_leads
from bot.usecases.status import totals
from bot.views.examples import previews


def show_leads(agreement: str | None, *, as_json: bool) -> None:
    """Print the open leads of an agreement."""
    now = Clock().now()
    try:
        with database(settings().database_url) as opened, opened.reading() as session:
            wanted = agreement_named(session, now=now, named=agreement)
            lines = all_open_leads(session, now=now, agreement_id=wanted.id)
    except Refusal as refusal:
        raise Failure(said(refusal)) from None
    if as_json:
        _print_json([wire.dump(line) for line in lines])
        return
    Console().print(_lead_table(wanted.name, lines))


def show_status(agreement: str | None, *, as_json: bool) -> None:
    """Print an agreement's totals."""
    now = Clock().now()
    try:
        with database(settings().database_url) as opened, opened.reading() as session:
            facts = _totals(session, now, agreement)
    except Refusal as refusal:
        raise Failure(said(refusal)) from None
    if as_json:
        _print_json(wire.dump(facts))
        return
    Console().print(_status_table(facts))


def show_previews(language: str | None) -> None:
    """Print an example of every message, as Block Kit Builder takes it."""
    for name, spoken, message in previews():
        if language in (None, spoken):
            _print_json({"name": name, "language": spoken, "blocks": message.blocks})


def show_manifest() -> None:
    sys.stdout.write(manifest_text())


def _totals(session: Session, now: datetime, agreement: str | None) -> StatusFacts:
    wanted = agreement_named(session, now=now, named=agreement)
    return totals(session, now=now, agreement_id=wanted.id)


def _lead_table(name: str, lines: tuple[LeadLine, ...]) -> Table:
    table = Table(title=name)
    for column in ("Id", "Lead", "Company", "Owner", "Window", "Due", "Late"):
        table.add_column(column)
    for line in lines:
        table.add_row(
            line.lead.public_id,
            line.lead.name,
            line.lead.company,
            line.owner_name or "-",
            line.window or "-",
            line.due_at.isoformat() if line.due_at else "-",
            "late" if line.is_late else "",
        )
    return table


def _status_table(facts: StatusFacts) -> Table:
    table = Table(title=f"{facts.agreement}: {facts.open_leads} open, {facts.unowned} unowned")
    for column in ("Window", "Open", "Due soon", "Late", "Met this week", "Missed this week"):
        table.add_column(column)
    for window in facts.windows:
        counts = (window.open, window.due_soon, window.late, window.met, window.missed)
        table.add_row(window.stage, *map(str, counts))
    return table


def _print_json(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
