"""Many messages in one: what is left of each is a line, and what the whole then says."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.notices import KINDS, wire
from bot.notices.commitments import CommitmentNear
from bot.notices.digests import CatchUp, Digest, DigestLine
from bot.notices.leads import (
    LeadArrived,
    LeadFacts,
    LeadPassed,
    LeadRejected,
    LeadUnowned,
    MissEscalated,
    MissReported,
    ReassignmentOffered,
    ReminderAgain,
    TouchedForYou,
    WindowClosing,
    WindowMissed,
)
from bot.notices.rejections import RejectionAgreed, RejectionContested
from bot.notices.requests import (
    RequestAsked,
    RequestClosing,
    RequestEscalated,
    RequestMissed,
    RequestMissReported,
    RequestPassOffered,
    RequestUnowned,
)
from bot.usecases.outbox.flags import FLAGS, Flag, joined, raised_again, with_outcome
from models import Outbox

MOST_LINES = 40

Bundle = Digest | CatchUp | Flag

CARRIED = frozenset(
    kind.__name__
    for kind in (
        CommitmentNear,
        LeadArrived,
        LeadPassed,
        LeadRejected,
        LeadUnowned,
        MissEscalated,
        MissReported,
        ReassignmentOffered,
        RejectionAgreed,
        RejectionContested,
        ReminderAgain,
        RequestAsked,
        RequestClosing,
        RequestEscalated,
        RequestMissReported,
        RequestMissed,
        RequestPassOffered,
        RequestUnowned,
        TouchedForYou,
        WindowClosing,
        WindowMissed,
    )
)
"""Notices that can become a line of a digest: nothing is lost with their buttons."""


def notice_of(row: Outbox) -> object:
    """Return the fact a row holds. Raises ``KeyError`` for a kind this version does not know."""
    return wire.load(KINDS[row.notice], row.facts)


def is_readable(row: Outbox) -> bool:
    """Say whether this version can read a row: an older one may have written it otherwise."""
    try:
        notice_of(row)
    except (KeyError, TypeError, ValueError):
        return False
    return True


def settled(post: Outbox, outcome: object) -> object | None:
    """Return what a message says once its subject was handled; a channel's flag stays a flag.

    Nothing means that the message stays as it is: a new owner is no follow-up.
    """
    if post.notice not in FLAGS:
        return outcome
    said = notice_of(post)
    return with_outcome(said, said, outcome) if isinstance(said, Flag) else outcome


def bundle_of(kind: str, notices: Sequence[object]) -> Bundle:
    """Return one notice of ``kind`` that says all of ``notices``, in their order."""
    if kind in FLAGS:
        return joined(notices)
    # Two reminders of one clock say the same: the lead, the window and when it ends.
    every = tuple(dict.fromkeys(_line(notice) for notice in notices))
    lines, more = every[:MOST_LINES], max(0, len(every) - MOST_LINES)
    return CatchUp(lines, more) if kind == CatchUp.__name__ else Digest(lines, more)


def with_line_settled(carrier: Outbox, merged: Outbox, outcome: object) -> Bundle | None:
    """Return what a posted bundle says once the subject of one of its lines was handled.

    Nothing means that it stays as it is.
    """
    said, part = notice_of(carrier), notice_of(merged)
    if isinstance(said, Flag):
        return with_outcome(said, part, outcome)
    assert isinstance(said, Digest | CatchUp)  # noqa: S101  only these carry others
    done = _line(part)
    lines = tuple(replace(line, handled=True) if line == done else line for line in said.lines)
    return replace(said, lines=lines)


def with_line_open(carrier: Outbox, merged: Outbox) -> Bundle:
    """Return what a posted bundle says once what had settled one of its lines was undone."""
    said, done = notice_of(carrier), replace(_line(notice_of(merged)), handled=True)
    assert isinstance(said, Digest | CatchUp)  # noqa: S101  flags are opened by flagged_again
    lines = tuple(replace(line, handled=False) if line == done else line for line in said.lines)
    return replace(said, lines=lines)


def flagged_again(carrier: Outbox, flag: Outbox) -> Flag:
    """Return what a channel reads once whatever settled one of its flags was undone."""
    return raised_again(notice_of(carrier), notice_of(flag))


def lead_in(notice: object) -> LeadFacts | None:
    """Return the lead a notice that can be a line is about."""
    return _line(notice).lead


def _line(notice: object) -> DigestLine:
    kind = type(notice).__name__
    match notice:
        case LeadArrived():
            return DigestLine(kind, notice.card.lead, "", notice.card.received_at)
        case CommitmentNear():
            return DigestLine(kind, None, "", notice.commitment.due_at, notice.commitment.text)
        case LeadUnowned() | LeadPassed() | LeadRejected() | TouchedForYou() | RejectionAgreed():
            return DigestLine(kind, notice.lead, "", None)
        case _:
            return _window_line(notice)


def _window_line(notice: object) -> DigestLine:
    kind = type(notice).__name__
    match notice:
        case RejectionContested():
            return DigestLine(kind, notice.lead, "", notice.due_at)
        case WindowClosing(is_late=True):
            return DigestLine(WindowMissed.__name__, notice.lead, notice.stage, notice.due_at)
        case WindowClosing() | ReminderAgain() | WindowMissed() | MissReported() | MissEscalated():
            return DigestLine(kind, notice.lead, notice.stage, notice.due_at)
        case ReassignmentOffered():
            return DigestLine(kind, notice.lead, notice.stage, None)
        case _:
            return _request_line(notice)


def _request_line(notice: object) -> DigestLine:
    kind = type(notice).__name__
    at: datetime | None
    match notice:
        case RequestClosing(is_late=True):
            kind, at = RequestMissed.__name__, notice.due_at
        case RequestClosing() | RequestMissed() | RequestMissReported():
            at = notice.due_at
        case RequestAsked() | RequestUnowned() | RequestEscalated() | RequestPassOffered():
            at = notice.request.due_at
        case _:
            raise TypeError(f"{kind} cannot be a line")
    request = notice.request
    about = f"{request.public_id}: {request.text}"
    return DigestLine(kind, None, request.kind, at, about, request_id=request.id)
