"""Many messages in one: what is left of each is a line, and what the whole then says."""

from collections.abc import Sequence
from dataclasses import replace

from bot.notices import KINDS, wire
from bot.notices.commitments import CommitmentNear
from bot.notices.digests import CatchUp, Digest, DigestLine
from bot.notices.leads import (
    FlaggedLead,
    LeadArrived,
    LeadFacts,
    LeadHandled,
    LeadPassed,
    LeadRejected,
    LeadUnowned,
    MissEscalated,
    MissesFlagged,
    MissReported,
    ReassignmentOffered,
    ReminderAgain,
    TouchedForYou,
    WindowClosing,
    WindowMissed,
)
from bot.notices.rejections import RejectionAgreed, RejectionContested
from bot.rules.terms import Stage
from models import Outbox

MOST_LINES = 40

Bundle = Digest | CatchUp | MissesFlagged

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
        TouchedForYou,
        WindowClosing,
        WindowMissed,
    )
)
"""Notices that can become a line of a digest: nothing is lost with their buttons."""

FLAG = MissesFlagged.__name__

_FLAG_OUTCOMES = {
    "accepted": "accepted",
    "rejected": "rejected",
    "closed": "closed",
    "won": "closed",
    "lost": "closed",
    "cancelled": "cancelled",
    "relieved": "relieved",
}


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
    said = notice_of(post) if post.notice == FLAG else None
    return _with_flag_settled(said, said, outcome) if isinstance(said, MissesFlagged) else outcome


def bundle_of(kind: str, notices: Sequence[object]) -> Bundle:
    """Return one notice of ``kind`` that says all of ``notices``, in their order."""
    if kind == FLAG:
        flags = [notice for notice in notices if isinstance(notice, MissesFlagged)]
        leads = tuple(lead for flag in flags for lead in flag.leads)
        return MissesFlagged(flags[0].agreement, leads)
    # Two reminders of one clock say the same: the lead, the window and when it ends.
    every = tuple(dict.fromkeys(_line(notice) for notice in notices))
    lines, more = every[:MOST_LINES], max(0, len(every) - MOST_LINES)
    return CatchUp(lines, more) if kind == CatchUp.__name__ else Digest(lines, more)


def with_line_settled(carrier: Outbox, merged: Outbox, outcome: object) -> Bundle | None:
    """Return what a posted bundle says once the subject of one of its lines was handled.

    Nothing means that it stays as it is.
    """
    said, part = notice_of(carrier), notice_of(merged)
    if isinstance(said, MissesFlagged) and isinstance(part, MissesFlagged):
        return _with_flag_settled(said, part, outcome)
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


def flagged_again(carrier: Outbox, flag: Outbox) -> MissesFlagged:
    """Return what a channel reads once the follow-up that settled one of its flags was undone."""
    said, part = notice_of(carrier), notice_of(flag)
    assert isinstance(said, MissesFlagged)  # noqa: S101  a flag is carried by flags only
    assert isinstance(part, MissesFlagged)  # noqa: S101  as above
    was = {(lead.lead_id, lead.stage): lead for lead in part.leads}
    return replace(
        said, leads=tuple(was.get((lead.lead_id, lead.stage), lead) for lead in said.leads)
    )


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
        case RejectionContested():
            return DigestLine(kind, notice.lead, "", notice.due_at)
        case LeadUnowned() | LeadPassed() | LeadRejected() | TouchedForYou() | RejectionAgreed():
            return DigestLine(kind, notice.lead, "", None)
        case WindowClosing() | ReminderAgain() | WindowMissed() | MissReported() | MissEscalated():
            return DigestLine(kind, notice.lead, notice.stage, notice.due_at)
        case ReassignmentOffered():
            return DigestLine(kind, notice.lead, notice.stage, None)
        case _:
            raise TypeError(f"{kind} cannot be a line")


def _with_flag_settled(
    said: MissesFlagged, handled: MissesFlagged, outcome: object
) -> MissesFlagged | None:
    which = {(lead.lead_id, lead.stage) for lead in handled.leads}
    leads = tuple(
        replace(lead, outcome=_flag_outcome(lead, outcome))
        if (lead.lead_id, lead.stage) in which
        else lead
        for lead in said.leads
    )
    return None if leads == said.leads else replace(said, leads=leads)


def _flag_outcome(lead: FlaggedLead, outcome: object) -> str:
    if not isinstance(outcome, LeadHandled):
        return "handled"
    if outcome.what == "touched":
        return "met" if outcome.late else "touched"
    if outcome.what == "accepted" and lead.stage != Stage.ACCEPT:
        return lead.outcome
    return _FLAG_OUTCOMES.get(outcome.what, lead.outcome)
