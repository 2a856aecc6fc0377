"""Driving the whole bot through the agenda, and telling what came of it."""

import time
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from rich.console import Console
from rich.progress import Progress

from bot.app import Program
from bot.cli.demo.serving import forget_environment
from bot.cli.failures import USAGE, Failure
from bot.cli.logs import write_logs
from bot.cli.manifests import read_manifest
from bot.cli.replay.agenda import Agenda, Intent
from bot.cli.replay.doing import Doer, Totals, acting
from bot.cli.replay.journal import Journal
from bot.cli.replay.outcome import message_totals, write_messages, write_steps
from bot.cli.replay.stage import AGREEMENT, SEED, ZONE, office
from bot.clock import WoundClock
from bot.intake.olist import NotOlist, read_olist
from bot.intake.setup_file import read_setup
from bot.intake.slack_directory import read_channels
from bot.rules.agreement import ChannelFacts
from bot.sandbox import Workspace
from bot.usecases.agreement import set_up_agreement
from models.database import Database

QUIET_DAYS = timedelta(days=7)


def replay_folder(folder: Path, *, until: str | None, seed: int, journal: Path | None) -> None:
    """Run the leads of a folder; ``until`` is the last day on which leads still arrive."""
    write_logs("ERROR")
    forget_environment()
    started = time.perf_counter()  # how long the run takes, not what time it is for the bot
    try:
        intents = _intents(folder, _day(until), seed)
    except NotOlist as wrong:
        raise Failure(f"{folder}: {wrong.file}: {wrong.reason}") from None
    with TemporaryDirectory(prefix="sla-replay-") as place:
        totals = _run(Path(place), intents, journal, until=_last(intents))
    _show(totals, time.perf_counter() - started, seed)


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        raise Failure(f"--until {text}: write a date such as 2018-01-31", code=USAGE) from None


def _intents(folder: Path, until: date | None, seed: int) -> list[Intent]:
    """Draw the whole agenda beforehand, in the order of time."""
    agenda = Agenda(seed, office(), ZONE)
    return sorted(
        intent
        for lead, deal in read_olist(folder, zone=ZONE)
        if until is None or lead.asked_on <= until
        for intent in agenda.of(lead, deal)
    )


def _last(intents: list[Intent]) -> datetime:
    arrivals = [intent.at for intent in intents if intent.deed == "receive"]
    return arrivals[-1] + QUIET_DAYS


def _run(
    place: Path, intents: list[Intent], journal_path: Path | None, *, until: datetime
) -> Totals:
    clock = WoundClock(intents[0].at - timedelta(minutes=1), speed=0)
    workspace = Workspace(SEED, now=clock.now, elapsed=clock.elapsed, manifest=read_manifest())
    workspace.start()
    database = Database(f"sqlite:///{place / 'replay.db'}", durable=False)
    database.migrate()
    journal = Journal(journal_path)
    program = Program(
        database,
        clock,
        bot_token=workspace.bot_token,
        app_token=workspace.app_token,
        api_url=workspace.api_url,
        admins=("lead_sales@replay.example",),
    )
    try:
        program.connect()
        doer = Doer(program, _agree(program), journal)
        _walk(program, doer, [intent for intent in intents if intent.at <= until])
        program.drain(until)
        write_steps(program, journal, until)
        write_messages(program, workspace, journal, until)
        doer.totals.update(message_totals(program))
        return doer.totals
    finally:
        journal.close()
        program.stop()
        workspace.stop()
        database.close()


def _agree(program: Program) -> UUID:
    channels = [
        ChannelFacts(each.id, each.name, each.is_shared) for each in read_channels(program.client)
    ]
    facts = read_setup(AGREEMENT.encode(), channels=channels)
    actor = program.ask(acting, handle="lead_sales")
    return program.act(set_up_agreement, actor=actor, facts=facts).agreement_id


def _walk(program: Program, doer: Doer, intents: list[Intent]) -> None:
    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task("Replay", total=len(intents))
        for intent in intents:
            program.drain(intent.at)
            doer.do(intent)
            progress.advance(task)


def _show(totals: Totals, seconds: float, seed: int) -> None:
    console = Console()
    console.print(f"Follow-ups and owners are simulated (seed {seed}); leads and days are real.")
    for name, count in sorted(totals.items()):
        console.print(f"{name:>28} {count:>8}")
    decided = totals["clocks met"] + totals["clocks missed"]
    if decided:
        console.print(f"{'attainment':>28} {totals['clocks met'] / decided:>8.1%}")
    console.print(f"{'wall time':>28} {seconds:>7.0f}s")
