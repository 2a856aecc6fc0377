"""Several messages in one, and plain words about messages that did not arrive."""

from collections.abc import Sequence

from bot.notices.digests import AdminNote, CatchUp, CouldNotTell, Digest, DigestLine, MayBeRepeat
from bot.notices.leads import LeadFacts
from bot.views import buttons, request_buttons
from bot.views.blocks import Block, context, section
from bot.views.emoji import Sign
from bot.views.escape import Markup, esc
from bot.views.message import Message, facts, lines, paragraphs, plain_message, sentences
from bot.views.translate import Translator, mark, mark_n
from bot.views.words import called

MOST_WITH_BUTTONS = 20

LINES = {
    "CommitmentNear": mark("Your commitment is due soon: {text}"),
    "LeadArrived": mark("New for you: {lead}"),
    "LeadPassed": mark("{lead} is with someone else now"),
    "LeadRejected": mark("{lead} came back to marketing"),
    "RejectionContested": mark("{lead} came back to you and is waiting"),
    "RejectionAgreed": mark("{lead} is closed: its return was agreed on"),
    "LeadUnowned": mark("{lead} has no owner"),
    "TouchedForYou": mark("A colleague followed up with {lead} for you"),
    "MissEscalated": mark("{lead} is still waiting for its first follow-up, past the window"),
    "MissReported": mark("{lead} is past the window for its first follow-up"),
    "ReassignmentOffered": mark("{lead} could go to someone else: no first follow-up yet"),
    "ReminderAgain": mark("{lead} is waiting for its first follow-up"),
    "WindowClosing": mark("{lead} is waiting for its first follow-up"),
    "WindowMissed": mark("{lead} is past the window and waiting for you"),
    "RequestAsked": mark("A request for you: {text}"),
    "RequestClosing": mark("A request is waiting for your answer: {text}"),
    "RequestEscalated": mark("A request is past the window and still waiting: {text}"),
    "RequestMissReported": mark("A request is past the window: {text}"),
    "RequestMissed": mark("A request is past the window and waiting for you: {text}"),
    "RequestPassOffered": mark("A request could go to someone else: {text}"),
    "RequestUnowned": mark("A request has nobody to answer it: {text}"),
}
LINES_TO_ACCEPT = {
    "MissEscalated": mark("{lead} is still waiting to be accepted, past the window"),
    "MissReported": mark("{lead} is past the window to be accepted"),
    "ReassignmentOffered": mark("{lead} could go to someone else: not accepted yet"),
    "WindowMissed": mark("{lead} is past the window and waiting for you to accept it"),
    "ReminderAgain": mark("{lead} is waiting to be accepted"),
    "WindowClosing": mark("{lead} is waiting to be accepted"),
}
OWNERS = {"LeadArrived", "RejectionContested", "ReminderAgain", "WindowClosing", "WindowMissed"}
UNTOLD = {
    "channel_not_found": mark("Slack does not know that conversation any more."),
    "is_archived": mark("The channel is archived."),
    "not_in_channel": mark("The bot is not in the channel: invite it."),
    "user_not_found": mark("Slack does not know that person any more."),
    "account_inactive": mark("The account is deactivated."),
    "user_disabled": mark("The account is deactivated."),
    "cannot_dm_bot": mark("That account is a bot."),
    "shared_channel": mark("The channel is shared with another organisation."),
}
NOT_TAKEN = mark("Slack did not take it.")
NOTES = {
    "capped": mark_n(
        "{n} message went into a summary: too many for one hour.",
        "{n} messages went into a summary: too many for one hour.",
    ),
    "unsure": mark_n(
        "For {n} message it is not known yet whether it arrived.",
        "For {n} messages it is not known yet whether they arrived.",
    ),
    "dead": mark_n(
        "{n} message could not be delivered.",
        "{n} messages could not be delivered.",
    ),
    "overdue": mark_n(
        "{n} step of a clock is overdue.",
        "{n} steps of clocks are overdue.",
    ),
}
A_LOOK = mark_n(
    "The bot's own work needs a look: {n} case.",
    "The bot's own work needs a look: {n} cases.",
)


def digest(said: Digest, t: Translator) -> Message:
    n = len(said.lines) + said.more + said.late
    text = t.n("You have {n} thing waiting.", "You have {n} things waiting.", n)
    message = _message(text, said.lines, said.more, t)
    if not said.late:
        return message
    late = t.n(
        "{n} of them is a lead past its window already: `/sla leads mine`",
        "{n} of them are leads past their window already: `/sla leads mine`",
        said.late,
    )
    return Message(text, [*message.blocks, context(late)])


def catch_up(said: CatchUp, t: Translator) -> Message:
    n = len(said.lines) + said.more
    text = t.n(
        "{n} message could not be sent in time. Here it is.",
        "{n} messages could not be sent in time. Here they are.",
        n,
    )
    return _message(text, said.lines, said.more, t)


def could_not_tell(failed: CouldNotTell, t: Translator) -> Message:
    """Tell the next person in line what somebody else did not get to know."""
    reason = t(UNTOLD.get(failed.why, NOT_TAKEN))
    if failed.lead is None:
        text = t("A message for {reader} could not be delivered.", reader=failed.reader)
    else:
        text = t(
            "A message for {reader} about {lead} could not be delivered.",
            reader=failed.reader,
            lead=called(failed.lead, t),
        )
    said = sentences([text, reason])
    row = None if failed.lead is None else buttons.show(failed.lead, t)
    return Message(said, [section(t.lay("{sign} {text}", sign=Sign.SYSTEM, text=said), row)])


def admin_note(note: AdminNote, t: Translator) -> Message:
    one, many = NOTES.get(note.kind, A_LOOK)
    text = t.n(one, many, note.count)
    detail = t.note(note.detail) if note.detail else None
    return Message(
        text, [section(lines([t.lay("{sign} {text}", sign=Sign.SYSTEM, text=text), detail]))]
    )


def may_be_repeat(_: MayBeRepeat, t: Translator) -> Message:
    return plain_message(t("This may be a repeat: Slack did not say whether it arrived before."))


def _message(text: Markup, said: Sequence[DigestLine], more: int, t: Translator) -> Message:
    blocks: list[Block] = [section(text)]
    if len(said) <= MOST_WITH_BUTTONS:
        blocks.extend(_with_button(line, t) for line in said)
    else:
        blocks.extend(paragraphs([_line(line, t) for line in said]))
    if more:
        blocks.append(context(t.n("and {n} more", "and {n} more", more)))
    return Message(text, blocks)


def _with_button(line: DigestLine, t: Translator) -> Block:
    if line.request_id is not None and not line.handled:
        return section(_line(line, t), request_buttons.show(line.request_id, t))
    if line.lead is None or line.handled:
        return section(_line(line, t))
    own = buttons.log if line.notice in OWNERS else buttons.show
    return section(_line(line, t), own(line.lead, t))


def _line(line: DigestLine, t: Translator) -> Markup:
    if line.handled:
        return t.lay("{sign} ~{line}~", sign=Sign.DONE, line=_words(line, t))
    public_id = esc(line.lead.public_id) if line.lead else None
    moment = t.moment(line.at) if line.at else None
    return t.lay("• {line}", line=facts([_words(line, t), public_id, moment]))


def _words(line: DigestLine, t: Translator) -> Markup:
    fields = {"lead": _lead(line.lead, t), "text": esc(line.text)}
    if line.stage == "accept" and line.notice in LINES_TO_ACCEPT:
        return t(LINES_TO_ACCEPT[line.notice], **fields)
    if line.notice in LINES:
        return t(LINES[line.notice], **fields)
    return t.lay("{lead}{text}", **fields)


def _lead(lead: LeadFacts | None, t: Translator) -> Markup:
    if lead is None:
        return esc("")
    return t.lay("*{name}*", name=called(lead, t))
