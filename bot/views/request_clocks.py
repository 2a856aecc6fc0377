"""What the window of a request says: reminders, the miss, escalations, the channel's flag."""

from decimal import Decimal

from bot.notices.people import PersonRef
from bot.notices.requests import (
    FlaggedRequest,
    RequestClosing,
    RequestEscalated,
    RequestFacts,
    RequestMissed,
    RequestMissReported,
    RequestPassOffered,
    RequestsFlagged,
)
from bot.views import request_buttons as buttons
from bot.views.blocks import Block, Element, actions, context, section
from bot.views.emoji import Sign
from bot.views.escape import Markup, esc
from bot.views.message import Message, facts, lines, paragraphs
from bot.views.requests import request_name, request_origin
from bot.views.responsibilities import area_name
from bot.views.translate import Translator, mark, mark_n
from bot.views.words import REQUEST_KINDS, own_time, quoted, standing_in, word

MOST_FLAGGED = 60
FLAG_OUTCOMES = {
    "missed": mark("no answer yet"),
    "answered": mark("answered past the window"),
    "withdrawn": mark("withdrawn"),
}
FLAGGED = mark_n(
    "{agreement}: {n} request was not answered within the agreed window.",
    "{agreement}: {n} requests were not answered within the agreed window.",
)


def request_closing(reminder: RequestClosing, t: Translator) -> Message:
    """A short new message to the owner, with the answer one tap away."""
    request = reminder.request
    if reminder.is_late:
        return _turn_closing(reminder, t)
    said = _time_left(request, reminder.left, t)
    used = t("{percent} of the window used", percent=t.percent(Decimal(reminder.percent) / 100))
    due = t("Due {due}", due=t.moment(reminder.due_at))
    row = [buttons.answer(request.id, t), buttons.acknowledge(request.id, t)]
    absent = standing_in(reminder.standing_in_for, t)
    small = facts([request_origin(request, t), due, used, absent])
    text = section(t.lay("{sign} {text}", sign=Sign.DUE_SOON, text=said))
    return Message(said, [text, context(small), actions(row)])


def _turn_closing(reminder: RequestClosing, t: Translator) -> Message:
    """Name moments only, not what is left: nothing newer takes this message's place."""
    request, until = reminder.request, reminder.own_until
    text = t("{id} is past the window and still waiting for your answer.", id=request.public_id)
    due = t("It was due {due}", due=t.moment(reminder.due_at))
    own = None if until is None else own_time(until, t)
    small = facts([due, own, standing_in(reminder.standing_in_for, t)])
    row = [buttons.answer(request.id, t), buttons.acknowledge(request.id, t)]
    return Message(text, _told(Sign.LATE, request, text, small, row, t))


def request_missed(missed: RequestMissed, t: Translator) -> Message:
    request = missed.request
    text = t("Past the window: {id} is waiting for your answer.", id=request.public_id)
    due = t("It was due {due}", due=t.moment(missed.due_at))
    small = facts([due, standing_in(missed.standing_in_for, t)])
    row = [buttons.answer(request.id, t), buttons.acknowledge(request.id, t)]
    return Message(text, _told(Sign.LATE, request, text, small, row, t))


def request_miss_reported(missed: RequestMissReported, t: Translator) -> Message:
    request = missed.request
    text = t("{id} was not answered within the agreed window.", id=request.public_id)
    small = facts([_owner(request.owner, t), t("It was due {due}", due=t.moment(missed.due_at))])
    row = [buttons.show(request.id, t), buttons.answer(request.id, t)]
    return Message(text, _told(Sign.LATE, request, text, small, row, t))


def request_escalated(missed: RequestEscalated, t: Translator) -> Message:
    request = missed.request
    text = t(
        "{id} is {late} past the window without an answer.",
        id=request.public_id,
        late=t.duration(missed.late),
    )
    promised = request.promised_at
    said = t("Answer promised by {moment}", moment=t.moment(promised)) if promised else None
    row = [buttons.answer(request.id, t), buttons.acknowledge(request.id, t)]
    small = facts([_owner(request.owner, t), said])
    return Message(text, _told(Sign.LATE, request, text, small, row, t))


def request_pass_offered(offer: RequestPassOffered, t: Translator) -> Message:
    request = offer.request
    text = t(
        "{id} is {late} past the window and nobody has answered: pass it to someone else?",
        id=request.public_id,
        late=t.duration(offer.late),
    )
    row = [*buttons.pass_on(request.id, offer.candidates, t), buttons.answer(request.id, t)]
    return Message(text, _told(Sign.LATE, request, text, _owner(request.owner, t), row, t))


def requests_flagged(flag: RequestsFlagged, t: Translator) -> Message:
    """Tell the working channel how many and which: ids, kinds and areas, no people."""
    text = t.n(*FLAGGED, len(flag.requests), agreement=flag.agreement)
    shown = [_flag_line(each, t) for each in flag.requests[:MOST_FLAGGED]]
    hidden = len(flag.requests) - len(shown)
    if hidden:
        shown.append(t.n("and {n} more", "and {n} more", hidden))
    waiting = any(each.outcome == "missed" for each in flag.requests)
    sign = Sign.LATE if waiting else Sign.DONE_LATE
    return Message(
        text, [section(t.lay("{sign} {text}", sign=sign, text=text)), *paragraphs(shown)]
    )


def _flag_line(line: FlaggedRequest, t: Translator) -> Markup:
    sign = Sign.LATE if line.outcome == "missed" else Sign.DONE_LATE
    said = facts(
        [
            esc(line.public_id),
            word(REQUEST_KINDS, line.kind, t),
            area_name(line.area, t),
            word(FLAG_OUTCOMES, line.outcome, t),
            t.person(line.owner) if line.owner else None,
        ]
    )
    return t.lay("{sign} {line}", sign=sign, line=said)


def _time_left(request: RequestFacts, seconds: int, t: Translator) -> Markup:
    """Say how much is left; the verb agrees with the first figure of the time."""
    name = request_name(request, t)
    if seconds < 60:
        return t("Less than a minute left to answer {request}.", request=name)
    return t.n(
        "{left} left to answer {request}.",
        "{left} left to answer {request}.",
        seconds // 3600 or seconds // 60,
        left=t.duration(seconds),
        request=name,
    )


def _told(
    sign: Sign,
    request: RequestFacts,
    text: Markup,
    small: Markup,
    row: list[Element],
    t: Translator,
) -> list[Block]:
    said = lines([t.lay("{sign} {text}", sign=sign, text=text), quoted(request.text, t)])
    return [section(said), context(facts([request_origin(request, t), small])), actions(row)]


def _owner(owner: PersonRef | None, t: Translator) -> Markup:
    return t("No owner yet") if owner is None else t("Owner: {owner}", owner=t.person(owner))
