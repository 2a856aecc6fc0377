"""A channel's flags: several become one, and each line says later what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from bot.notices.leads import FlaggedLead, LeadHandled, MissesFlagged
from bot.notices.requests import FlaggedRequest, RequestHandled, RequestsFlagged
from bot.rules.terms import Stage

Flag = MissesFlagged | RequestsFlagged
Line = TypeVar("Line", FlaggedLead, FlaggedRequest)

FLAGS = frozenset({MissesFlagged.__name__, RequestsFlagged.__name__})

_LEAD_OUTCOMES = {
    "accepted": "accepted",
    "rejected": "rejected",
    "closed": "closed",
    "won": "closed",
    "lost": "closed",
    "cancelled": "cancelled",
    "relieved": "relieved",
}
_REQUEST_OUTCOMES = {"answered": "answered", "withdrawn": "withdrawn"}


def joined(notices: Sequence[object]) -> Flag:
    """Return one flag that has the lines of all; they are of one kind."""
    leads = [notice for notice in notices if isinstance(notice, MissesFlagged)]
    if leads:
        return MissesFlagged(
            leads[0].agreement, tuple(line for each in leads for line in each.leads)
        )
    asked = [notice for notice in notices if isinstance(notice, RequestsFlagged)]
    lines = tuple(line for each in asked for line in each.requests)
    return RequestsFlagged(asked[0].agreement, lines)


def with_outcome(said: Flag, handled: object, outcome: object) -> Flag | None:
    """Return a flag whose lines of ``handled`` say what came of them.

    Nothing means that it stays as it is: a new owner is no follow-up.
    """
    now = said
    if isinstance(said, MissesFlagged) and isinstance(handled, MissesFlagged):
        leads = _replaced(said.leads, handled.leads, lambda line: _of_lead(line, outcome))
        now = replace(said, leads=leads)
    elif isinstance(said, RequestsFlagged) and isinstance(handled, RequestsFlagged):
        asked = _replaced(said.requests, handled.requests, lambda line: _of_request(line, outcome))
        now = replace(said, requests=asked)
    return None if now == said else now


def raised_again(said: object, flag: object) -> Flag:
    """Return what a channel reads once whatever settled one of its flags was undone."""
    if isinstance(said, MissesFlagged) and isinstance(flag, MissesFlagged):
        was = {_key(line): line for line in flag.leads}
        return replace(said, leads=_replaced(said.leads, flag.leads, lambda line: was[_key(line)]))
    assert isinstance(said, RequestsFlagged)  # noqa: S101  a flag is carried by flags of its kind
    assert isinstance(flag, RequestsFlagged)  # noqa: S101  as above
    asked = {_key(line): line for line in flag.requests}
    lines = _replaced(said.requests, flag.requests, lambda line: asked[_key(line)])
    return replace(said, requests=lines)


def _replaced(
    lines: Sequence[Line], which: Sequence[Line], change: Callable[[Line], Line]
) -> tuple[Line, ...]:
    keys = {_key(line) for line in which}
    return tuple(change(line) if _key(line) in keys else line for line in lines)


def _key(line: FlaggedLead | FlaggedRequest) -> tuple[object, str]:
    if isinstance(line, FlaggedLead):
        return line.lead_id, line.stage
    return line.request_id, ""


def _of_lead(lead: FlaggedLead, outcome: object) -> FlaggedLead:
    return replace(lead, outcome=_lead_outcome(lead, outcome))


def _lead_outcome(lead: FlaggedLead, outcome: object) -> str:
    if not isinstance(outcome, LeadHandled):
        return "handled"
    if outcome.what == "touched":
        return "met" if outcome.late else "touched"
    if outcome.what == "accepted" and lead.stage != Stage.ACCEPT:
        return lead.outcome
    return _LEAD_OUTCOMES.get(outcome.what, lead.outcome)


def _of_request(line: FlaggedRequest, outcome: object) -> FlaggedRequest:
    if not isinstance(outcome, RequestHandled):
        return line
    return replace(line, outcome=_REQUEST_OUTCOMES.get(outcome.what, line.outcome))
