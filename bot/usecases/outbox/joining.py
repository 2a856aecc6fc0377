"""Many messages for one reader becoming one, and one falling apart when nobody needs it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session, col, select

from bot.notices import wire
from bot.notices.digests import CatchUp, Digest
from bot.rules.bundling import Owed, flags_to_join, lines_to_join
from bot.usecases.leads.late import late_leads_of
from bot.usecases.outbox.flags import FLAGS
from bot.usecases.outbox.lines import CARRIED, Bundle, bundle_of, is_readable, notice_of
from bot.usecases.outbox.queue import IS_PENDING
from bot.usecases.outbox.reasons import DAILY, HELD_BACK, once_told
from bot.usecases.outbox.reports import REPORTS
from models import Outbox, PostState
from models.base import new_id

BUNDLED = CARRIED | FLAGS
BUNDLES = FLAGS | {Digest.__name__, CatchUp.__name__}


def join_due(session: Session, now: datetime, due: Sequence[Outbox]) -> Outbox | None:
    """Return the row to send first; flags, reports and more than five lines are joined before."""
    for kind in sorted(FLAGS):
        if ids := flags_to_join([_owed(row) for row in due if row.notice == kind]):
            return _joined(session, now, kind, [row for row in due if row.id in ids])
    if ids := lines_to_join([_owed(row) for row in due]):
        return _joined(session, now, Digest.__name__, [row for row in due if row.id in ids])
    return due[0] if due else None


def put_off_expired(session: Session, now: datetime, due: Sequence[Outbox]) -> list[Outbox]:
    """Take what came too late out of ``due``: it joins the reader's one catch-up."""
    late = [row for row in due if row.expires_at is not None and row.expires_at <= now]
    in_time = [row for row in due if row not in late]
    worth_saying = [row for row in late if _owed(row).as_line]
    for row in late:
        if row not in worth_saying:
            row.state, row.reason = PostState.CANCELLED, "too late"
    if not worth_saying:
        return in_time
    catch_up = _pending_catch_up(session, worth_saying[0])
    if catch_up is None:
        return [*in_time, _joined(session, now, CatchUp.__name__, worth_saying)]
    _merge(session, worth_saying, catch_up)
    return in_time


def leave_needed(
    session: Session, row: Outbox, is_needed: Callable[[Session, Outbox], bool]
) -> bool:
    """Cancel a row that is not needed; leave a bundle only the lines that are."""
    carried = _carried(session, row)
    if not carried:
        return is_needed(session, row) or _cancel(row)
    needed = [
        each
        for each in carried
        if (is_readable(each) and is_needed(session, each)) or _cancel(each)
    ]
    if not needed:
        return _cancel(row)
    bundle, said = bundle_of(row.notice, [notice_of(each) for each in needed]), notice_of(row)
    if isinstance(bundle, Digest) and isinstance(said, Digest):
        bundle = replace(bundle, late=said.late)
    row.facts = wire.dump(bundle)
    return True


def _owed(row: Outbox) -> Owed:
    can_join = row.notice in BUNDLED and is_readable(row)
    return Owed(
        id=row.id,
        as_line=can_join and row.notice in CARRIED,
        is_flag=can_join and row.notice in FLAGS,
        is_report=can_join and row.notice in REPORTS,
        held_back=row.reason == HELD_BACK,
        daily=row.reason == DAILY,
    )


def _joined(session: Session, now: datetime, kind: str, rows: Sequence[Outbox]) -> Outbox:
    bundle_id = new_id()
    bundle = Outbox(
        id=bundle_id,
        team_id=rows[0].team_id,
        dedupe_key=f"{kind}:{bundle_id}",
        destination=rows[0].destination,
        notice=kind,
        facts=wire.dump(_bundle(session, now, kind, rows)),
        not_before=now,
        created_at=now,
    )
    session.add(bundle)
    session.flush()
    _merge(session, rows, bundle)
    return bundle


def _bundle(session: Session, now: datetime, kind: str, rows: Sequence[Outbox]) -> Bundle:
    bundle = bundle_of(kind, [notice_of(row) for row in rows])
    if not isinstance(bundle, Digest) or any(row.reason != DAILY for row in rows):
        return bundle
    named = {line.lead.id for line in bundle.lines if line.lead is not None}
    first = rows[0]
    late = late_leads_of(session, now=now, team_id=first.team_id, slack_id=first.destination)
    return replace(bundle, late=len(late - named))


def _merge(session: Session, rows: Sequence[Outbox], bundle: Outbox) -> None:
    for row in rows:
        inner = _carried(session, row)
        for each in inner:
            each.merged_into = bundle.id
        if inner:
            row.state, row.reason, row.merged_into = PostState.CANCELLED, "joined", None
        else:
            row.state, row.reason = PostState.MERGED, once_told(row.reason)
            row.merged_into = bundle.id


def _carried(session: Session, row: Outbox) -> list[Outbox]:
    if row.notice not in BUNDLES:
        return []
    query = select(Outbox).where(Outbox.merged_into == row.id, Outbox.state == PostState.MERGED)
    return list(session.exec(query.order_by(col(Outbox.not_before))).all())


def _pending_catch_up(session: Session, like: Outbox) -> Outbox | None:
    return session.exec(
        select(Outbox).where(
            IS_PENDING,
            Outbox.team_id == like.team_id,
            Outbox.destination == like.destination,
            Outbox.notice == CatchUp.__name__,
        )
    ).first()


def _cancel(row: Outbox) -> bool:
    row.state, row.reason = PostState.CANCELLED, "no longer needed"
    return False
