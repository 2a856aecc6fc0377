"""What the bot made of a replay: every step with its instant, and what became of its message."""

from collections import Counter
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from bot.app import Program
from bot.cli.replay.journal import Journal
from bot.sandbox import Workspace
from models import Clock, Lead, Outbox, PostState, Step


def write_steps(program: Program, journal: Journal, until: datetime) -> None:
    """Write the ledger, and how each step was told, into the journal."""
    for lead, stage, step, at, fate, told in program.ask(_steps):
        journal.write("step", lead, at, stage=stage, step=step, fate=fate, told=told)
    journal.write("end", "", until)


def write_messages(
    program: Program, workspace: Workspace, journal: Journal, until: datetime
) -> None:
    """Write where the bot says its messages stand, and where they do stand in the workspace."""
    for place in program.ask(_places):
        journal.write("posted", "", until, place=place)
    for channel, messages in workspace.state.messages.by_channel.items():
        for ts, message in messages.items():
            if message.by_bot:
                journal.write("found", "", until, place=f"{channel}:{ts}")


def message_totals(program: Program) -> Counter[str]:
    """Count messages by what became of them, and clocks by how they ended."""
    return program.ask(_totals)


def _places(session: Session, *, now: datetime) -> list[str]:
    del now
    rows = session.exec(
        select(Outbox.channel, Outbox.ts).where(
            Outbox.state == PostState.SENT, Outbox.operation == "post"
        )
    ).all()
    return [f"{channel}:{ts}" for channel, ts in rows]


def _steps(
    session: Session, *, now: datetime
) -> list[tuple[str, str, str, datetime, str, list[str]]]:
    del now
    told = _told(session)
    rows = session.exec(
        select(Step, Clock, Lead.external_id)
        .join(Clock, col(Clock.id) == col(Step.clock_id))
        .join(Lead, col(Lead.id) == col(Clock.lead_id))
    ).all()
    return [
        (
            external or "",
            clock.stage,
            step.step,
            step.due_at,
            step.fate,
            told.get((clock.id, step.step), []),
        )
        for step, clock, external in rows
    ]


def _told(session: Session) -> dict[tuple[UUID, str], list[str]]:
    """For each step the state of each of its messages, with channel and ts where it was sent."""
    told: dict[tuple[UUID, str], list[str]] = {}
    rows = session.exec(select(Outbox).where(col(Outbox.clock_id).is_not(None))).all()
    carriers = {row.id: row for row in session.exec(select(Outbox)).all()}
    for row in rows:
        carrier = carriers[row.merged_into] if row.merged_into else row
        place = f"{carrier.channel}:{carrier.ts}" if carrier.ts else carrier.reason
        if row.clock_id is not None and row.operation == "post":
            told.setdefault((row.clock_id, row.step), []).append(f"{row.state} {place}")
    return told


def _totals(session: Session, *, now: datetime) -> Counter[str]:
    del now
    totals: Counter[str] = Counter()
    states = select(Outbox.operation, Outbox.state, func.count()).group_by(
        col(Outbox.operation), col(Outbox.state)
    )
    for operation, state, count in session.exec(states).all():
        totals[f"{operation}s {state.lower()}"] = count
    outcomes = select(Clock.outcome, func.count()).group_by(col(Clock.outcome))
    for outcome, count in session.exec(outcomes).all():
        totals[f"clocks {outcome or 'open'}"] = count
    late = (
        select(func.count())
        .select_from(Clock)
        .where(col(Clock.breached_at).is_not(None), col(Clock.outcome).is_(None))
    )
    totals["clocks missed"] += session.exec(late).one()
    return totals
