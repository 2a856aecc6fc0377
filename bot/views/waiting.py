"""What waits for somebody: the three most urgent things, and how many there are beside them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.notices.home import HomeFacts
from bot.notices.status import LeadLine
from bot.rules.terms import LeadStage
from bot.views import buttons
from bot.views.blocks import Block, context, header, section
from bot.views.commitments import commitment_line
from bot.views.help import help_message
from bot.views.message import Message, lines
from bot.views.requests import request_lines, request_listed
from bot.views.status import lead_line
from bot.views.translate import Translator, mark_n

NEXT = 3
MOST_REQUESTS = 5
MOST_LED = 5

BESIDES = {
    "leads": mark_n(
        "and {n} more lead: `/sla leads mine`", "and {n} more leads: `/sla leads mine`"
    ),
    "requests": mark_n(
        "and {n} more request: `/sla requests`", "and {n} more requests: `/sla requests`"
    ),
    "commitments": mark_n(
        "and {n} more commitment: `/sla commitments mine`",
        "and {n} more commitments: `/sla commitments mine`",
    ),
    "led": mark_n(
        "and {n} more lead of your side: `/sla leads late`, `/sla leads unowned`",
        "and {n} more leads of your side: `/sla leads late`, `/sla leads unowned`",
    ),
}


@dataclass(frozen=True, slots=True)
class _Thing:
    """Something that waits: one's own before what a lead of a side has to see to."""

    kind: str
    due_at: datetime | None
    block: Block
    is_led: bool = False

    @property
    def urgency(self) -> tuple[bool, bool, float]:
        due = 0.0 if self.due_at is None else self.due_at.timestamp()
        return self.is_led, self.due_at is None, due


def next_actions(home: HomeFacts, t: Translator) -> Message:
    """Answer the bare command: what to do next, what else there is, then help."""
    aid = help_message(t)
    things = sorted(_things(home, t), key=lambda each: each.urgency)
    if not things:
        text = t("You have nothing pending.")
        return Message(text, [section(text), *aid.blocks])
    shown = things[:NEXT]
    hidden = _hidden(home, shown)
    total = len(shown) + sum(hidden.values())
    text = t.n("{n} thing is waiting for you.", "{n} things are waiting for you.", total)
    besides = lines(t.n(*BESIDES[kind], n) for kind, n in hidden.items() if n)
    rest = [context(besides)] if besides else []
    title = section(t.lay("*{title}*", title=text))
    return Message(text, [title, *(each.block for each in shown), *rest, *aid.blocks])


def requests_waiting(home: HomeFacts, t: Translator) -> list[Block]:
    """Return the part of the Home tab with requests that wait for its reader's answer."""
    if not home.requests:
        return []
    shown = request_lines(home.requests[:MOST_REQUESTS], t)
    more = _more("requests", len(home.requests) - len(shown), t)
    return [header(t("Requests waiting for your answer")), *shown, *more]


def led_waiting(home: HomeFacts, t: Translator) -> list[Block]:
    """Return the part of the Home tab with what waits for whoever leads a side."""
    if not home.unowned_requests and not home.led:
        return []
    asked = home.unowned_requests[:MOST_REQUESTS]
    led = home.led[:MOST_LED]
    return [
        header(t("Waiting for you as lead of your side")),
        *request_lines(asked, t),
        *_more("requests", len(home.unowned_requests) - len(asked), t),
        *(_lead(each, t) for each in led),
        *_more("led", home.total_led - len(led), t),
    ]


def _things(home: HomeFacts, t: Translator) -> Iterator[_Thing]:
    for line in home.leads:
        if line.stage != LeadStage.REJECTED:
            yield _Thing("leads", line.due_at, _lead(line, t))
    for request in home.requests:
        yield _Thing("requests", request.due_at, request_listed(request, t))
    for promise in home.commitments:
        yield _Thing("commitments", promise.due_at, section(commitment_line(promise, t)))
    for request in home.unowned_requests:
        yield _Thing("requests", request.due_at, request_listed(request, t), is_led=True)
    for line in home.led:
        yield _Thing("led", line.due_at, _lead(line, t), is_led=True)


def _hidden(home: HomeFacts, shown: list[_Thing]) -> dict[str, int]:
    """Say how many of each kind wait beside those shown; what went back waits for others."""
    returned = sum(1 for line in home.leads if line.stage == LeadStage.REJECTED)
    totals = {
        "leads": home.total_leads - returned,
        "requests": len(home.requests) + len(home.unowned_requests),
        "commitments": len(home.commitments),
        "led": home.total_led,
    }
    return {
        kind: total - sum(1 for each in shown if each.kind == kind)
        for kind, total in totals.items()
    }


def _more(kind: str, hidden: int, t: Translator) -> list[Block]:
    return [context(t.n(*BESIDES[kind], hidden))] if hidden > 0 else []


def _lead(line: LeadLine, t: Translator) -> Block:
    return section(lead_line(line, t), buttons.show(line.lead, t))
