"""What lies orphaned when somebody leaves, with what can be done about each."""

from bot.notices.leaving import PersonLeft
from bot.notices.requests import RequestFacts
from bot.views import request_buttons
from bot.views.blocks import Block, actions, context, section
from bot.views.commitments import answers, commitment_line
from bot.views.emoji import Sign
from bot.views.message import Message
from bot.views.requests import request_line
from bot.views.responsibilities import to_own
from bot.views.translate import Translator

MOST_AREAS = 20
MOST_PROMISES = 8
MOST_REQUESTS = 10


def person_left(left: PersonLeft, t: Translator) -> Message:
    text = t(
        "{person} left the workspace, and {agreement} has things of theirs to hand over.",
        person=left.person.name,
        agreement=left.agreement,
    )
    blocks: list[Block] = [section(t.lay("{sign} {text}", sign=Sign.CAREFUL, text=text))]
    blocks += [to_own(area, t) for area in left.areas[:MOST_AREAS]]
    for promise in left.commitments[:MOST_PROMISES]:
        blocks.append(section(commitment_line(promise, t)))
        if promise.state == "open":
            blocks.append(actions(answers(promise, t)))
    blocks += [_to_pass_on(request, left, t) for request in left.requests[:MOST_REQUESTS]]
    hidden = len(left.requests) - MOST_REQUESTS
    if hidden > 0:
        blocks.append(context(t.n("and {n} more request", "and {n} more requests", hidden)))
    return Message(text, blocks)


def _to_pass_on(request: RequestFacts, left: PersonLeft, t: Translator) -> Block:
    """Return a request with the menu of those who could take it, for whoever may pass it on."""
    menu = request_buttons.pass_on(request.id, left.candidates, t)
    return section(request_line(request, t), *(menu or [request_buttons.show(request.id, t)]))
