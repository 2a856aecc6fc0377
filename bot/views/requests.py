"""Requests: filed, asked of somebody, answered, listed."""

from collections.abc import Sequence

from bot.notices.requests import (
    RequestAnswerPosted,
    RequestAsked,
    RequestCard,
    RequestFacts,
    RequestHandled,
    RequestList,
    RequestPosted,
    RequestReminderPast,
    RequestReplied,
    RequestSeen,
    RequestUnowned,
)
from bot.rules.requests import LONGEST_ANSWER, LONGEST_REQUEST, RequestState
from bot.views import request_buttons as buttons
from bot.views.blocks import Block, Element, actions, context, section
from bot.views.emoji import Sign
from bot.views.escape import Markup, esc
from bot.views.message import Message, facts, lines, plain_message, sentences
from bot.views.responsibilities import area_name
from bot.views.translate import Translator, mark
from bot.views.words import REQUEST_KINDS, quoted, word

HANDLED_BY = {
    "answered": mark("{by} answered {request} · {moment}"),
    "passed": mark("{by} passed {request} on · {moment}"),
    "withdrawn": mark("{by} withdrew {request} · {moment}"),
    "reopened": mark("{by} asked again: {request} · {moment}"),
}
TAKEN_CARE_OF_BY = mark("{by} took care of {request} · {moment}")
MOST_LISTED = 15


def request_card(card: RequestCard, t: Translator) -> Message:
    """Answer whoever asks about a request, or has just filed it."""
    request, row = card.request, _own_buttons(card, t)
    text = _state(request, t)
    title = _with_sign(request, _title(request, t), t)
    blocks = [
        section(lines([title, _asked(request)])),
        context(request_small(request, t)),
        section(lines([text, _answer(request)])),
    ]
    return Message(text, [*blocks, actions(row)] if row else blocks)


def request_posted(posted: RequestPosted, t: Translator) -> Message:
    """Tell the channel what was asked, of whom and by when; kept up to date."""
    request = posted.request
    text = _asked_by(request, t)
    head = lines([_with_sign(request, text, t), _asked(request)])
    return Message(
        text,
        [section(head), context(facts([_area(request, t), _due(request, t), _state(request, t)]))],
    )


def request_asked(asked: RequestAsked, t: Translator) -> Message:
    """Ask whoever answers for the area; say why it is them."""
    request = asked.request
    why = None
    if asked.by is not None:
        why = t("{by} passed it to you.", by=t.person(asked.by))
    elif asked.covers is not None:
        why = t("You stand in for {owner}.", owner=t.person(asked.covers))
    row = [
        buttons.answer(request.id, t),
        buttons.acknowledge(request.id, t),
        *buttons.pass_on(request.id, asked.candidates, t),
    ]
    return _asking(request, why, asked.reopened, row, t)


def request_unowned(unowned: RequestUnowned, t: Translator) -> Message:
    """Tell the leads of the side asked that nobody could answer."""
    request = unowned.request
    why = t("Nobody can answer for {area} now: pass it on or answer it.", area=_area(request, t))
    row = [
        buttons.answer(request.id, t),
        *buttons.pass_on(request.id, unowned.candidates, t),
    ]
    return _asking(request, why, unowned.reopened, row, t)


def request_seen(seen: RequestSeen, t: Translator) -> Message:
    text = t(
        "{by} is on it and will answer by then: {request} · {moment}",
        by=t.person(seen.by),
        request=request_name(seen.request, t),
        moment=t.moment(seen.until),
    )
    return plain_message(t.lay("{sign} {text}", sign=Sign.ASKED, text=text))


def request_answer_posted(posted: RequestAnswerPosted, t: Translator) -> Message:
    """Tell the thread the answer, in the words of whoever gave it."""
    request = posted.request
    text = _answered_by(request, t)
    said = t.lay("{sign} {text}", sign=Sign.DONE, text=text)
    return Message(text, [section(lines([said, _answer(request)]))])


def request_replied(replied: RequestReplied, t: Translator) -> Message:
    """Tell whoever asked; for a working day they can say that it is something else."""
    request = replied.request
    text = _answered_by(request, t)
    said = t.lay("{sign} {text}", sign=Sign.DONE, text=text)
    asked = t("You asked: {text}", text=t.note(request.text))
    row = [buttons.reopen(request.id, t), buttons.show(request.id, t)]
    return Message(text, [section(lines([said, _answer(request)])), context(asked), actions(row)])


def request_handled(handled: RequestHandled, t: Translator) -> Message:
    """Return the one line that a message shrinks to: who did what, when; no buttons."""
    said = t(
        HANDLED_BY.get(handled.what, TAKEN_CARE_OF_BY),
        by=t.person(handled.by),
        request=request_name(handled.request, t),
        moment=t.moment(handled.at),
    )
    return plain_message(t.lay("{sign} {text}", sign=Sign.DONE, text=said))


def request_reminder_past(past: RequestReminderPast, t: Translator) -> Message:
    return plain_message(
        t(
            "Earlier reminder: {request} · {moment}",
            moment=t.moment(past.at),
            request=request_name(past.request, t),
        )
    )


def request_list(listed: RequestList, t: Translator) -> Message:
    """List what waits for this reader, what they asked, and what is late on their side."""
    new = actions([buttons.new(t)])
    text = t.n("{n} open request in all.", "{n} open requests in all.", listed.open)
    blocks: list[Block] = [section(t.lay("*{title}*", title=text))]
    for title, found in (
        (t("Waiting for your answer"), listed.to_answer),
        (t("Nobody answers for these yet: pass them on or answer them"), listed.unowned),
        (t("Asked by you"), listed.asked),
        (t("Past the window on your side. Only you can see this part."), listed.late),
    ):
        if found:
            blocks.append(section(t.lay("*{title}*", title=title)))
            blocks += request_lines(found[:MOST_LISTED], t)
    if listed.open and len(blocks) == 1:
        blocks.append(context(t("None of them waits for you, and you asked none of them.")))
    return Message(text, [*blocks, new])


def request_line(request: RequestFacts, t: Translator) -> Markup:
    """Return a request in a list: what was asked, then what matters about it."""
    sign = Sign.LATE if request.is_late else Sign.ASKED
    head = t.lay("{sign} *{request}*", sign=sign, request=request_name(request, t))
    return lines([head, request_small(request, t)])


def request_lines(requests: Sequence[RequestFacts], t: Translator) -> list[Block]:
    """Return requests in a list; see ``request_listed``."""
    return [request_listed(each, t) for each in requests]


def request_listed(request: RequestFacts, t: Translator) -> Block:
    """Return a request in a list, with the button that shows it."""
    return section(request_line(request, t), buttons.show(request.id, t))


def request_name(request: RequestFacts, t: Translator) -> Markup:
    """Return the id one can type beside the beginning of what was asked."""
    return t.lay("{id} “{text}”", id=request.public_id, text=request.text)


def request_origin(request: RequestFacts, t: Translator) -> Markup:
    """Return of what area it is asked, by whom and for whom."""
    return facts(
        [
            _area(request, t),
            t("asked by {person}", person=t.person(request.asked_by)),
            t("for {client}", client=request.client) if request.client else None,
        ]
    )


def request_small(request: RequestFacts, t: Translator) -> Markup:
    """Return where a request comes from and when it is due."""
    return facts([request_origin(request, t), _due(request, t)])


def _asking(
    request: RequestFacts, why: Markup | None, reopened: str, row: list[Element], t: Translator
) -> Message:
    text = _asked_by(request, t)
    again = t("The answer was not what was asked:") if reopened else None
    blocks = [section(lines([_with_sign(request, text, t), _asked(request)]))]
    if reopened or why:
        blocks.append(section(lines([again, quoted(reopened, t), why])))
    small = facts([_area(request, t), _due(request, t)])
    if small:
        blocks.append(context(small))
    return Message(text, [*blocks, actions(row)])


def _own_buttons(card: RequestCard, t: Translator) -> list[Element]:
    made = {
        "answer": buttons.answer,
        "ack": buttons.acknowledge,
        "withdraw": buttons.withdraw,
        "reopen": buttons.reopen,
    }
    return [make(card.request.id, t) for name, make in made.items() if name in card.may]


def _title(request: RequestFacts, t: Translator) -> Markup:
    return t.lay("*{kind}* · {id}", kind=word(REQUEST_KINDS, request.kind, t), id=request.public_id)


def _asked_by(request: RequestFacts, t: Translator) -> Markup:
    """Say who asks, for whom, and what kind of thing; both names are kept."""
    fields = {
        "by": t.person(request.asked_by),
        "kind": word(REQUEST_KINDS, request.kind, t),
        "id": request.public_id,
    }
    if request.client:
        return t("{by} asks on behalf of {client}: {kind} ({id}).", **fields, client=request.client)
    return t("{by} asks: {kind} ({id}).", **fields)


def _answered_by(request: RequestFacts, t: Translator) -> Markup:
    by = request.answered_by or request.asked_by
    return t("{by} answered {id}.", by=t.person(by), id=request.public_id)


def _asked(request: RequestFacts) -> Markup:
    """Return what was asked, whole: whoever has to answer reads it here."""
    return Markup(f"> {esc(request.text, LONGEST_REQUEST)}")


def _answer(request: RequestFacts) -> Markup | None:
    return Markup(f"> {esc(request.answer, LONGEST_ANSWER)}") if request.answer else None


def _due(request: RequestFacts, t: Translator) -> Markup | None:
    if request.due_at is None or request.state != RequestState.OPEN:
        return None
    due = t.moment(request.due_at)
    return t("was due {moment}", moment=due) if request.is_late else t("due {moment}", moment=due)


def _state(request: RequestFacts, t: Translator) -> Markup:
    """Say whose it is now, or what came of it."""
    if request.state == RequestState.ANSWERED:
        return _answered_by(request, t)
    if request.state == RequestState.WITHDRAWN:
        return t("{id} was withdrawn.", id=request.public_id)
    timeless = t("The agreement promises no time for it.") if request.due_at is None else None
    if request.owner is None:
        nobody = t("{id} has nobody to answer it yet.", id=request.public_id)
        return sentences([nobody, timeless])
    fields = {"id": request.public_id, "owner": t.person(request.owner)}
    if request.promised_at is not None:
        moment = t.moment(request.promised_at)
        return t("{owner} is on it, {id} · {moment}", **fields, moment=moment)
    return sentences([t("{id} is with {owner}.", **fields), timeless])


def _with_sign(request: RequestFacts, text: Markup, t: Translator) -> Markup:
    sign = Sign.DONE if request.state == RequestState.ANSWERED else Sign.ASKED
    return t.lay("{sign} {text}", sign=Sign.LATE if _is_late(request) else sign, text=text)


def _is_late(request: RequestFacts) -> bool:
    return request.is_late and request.state == RequestState.OPEN


def _area(request: RequestFacts, t: Translator) -> Markup:
    return area_name(request.area, t)
