"""The totals of an agreement, the same for everybody, and lists of leads."""

from decimal import Decimal

from bot.notices.leads import LeadFacts
from bot.notices.status import (
    LateLead,
    LateWindow,
    LeadLine,
    LeadList,
    StatusFacts,
    StatusShared,
    WindowStatus,
)
from bot.rules.terms import REQUEST_STAGES, LeadStage
from bot.views import buttons
from bot.views.blocks import Block, actions, button, context, divider, section
from bot.views.emoji import Sign
from bot.views.escape import Markup, esc
from bot.views.goals import goal_line
from bot.views.ids import Id
from bot.views.message import Message, facts, lines, paragraphs, sentences
from bot.views.payload import Payload, dump
from bot.views.translate import Translator, mark
from bot.views.words import LEAD_STAGES, PARTIES, WINDOWS, strong, word

MOST_LATE = 15
MOST_LISTED = 25
MOST_GOALS = 12

TITLES = {
    "open": mark("Open leads"),
    "mine": mark("My leads"),
    "late": mark("Leads past the window"),
    "late_side": mark("Leads past a window of your side"),
    "late_own": mark("Your leads past the window"),
    "unowned": mark("Leads without an owner"),
    "of": mark("Leads of one person"),
    "matching": mark("Leads that match"),
    "for_lead": mark("Waiting for whoever leads your side"),
}
NONE = {
    "late": mark("No lead is past its window."),
    "late_side": mark("No lead is past a window of your side."),
    "late_own": mark("None of your leads is past its window."),
}


def status_message(status: StatusFacts, t: Translator) -> Message:
    """Answer one reader: the totals, and below them the late leads they may see."""
    text = _totals(status, t)
    blocks = [*_public_blocks(status, t), *_late_blocks(status, t)]
    share = dump(Payload(channel=status.channel_id))
    row = [
        button(t("Share the totals in the channel"), Id.STATUS_SHARE, share),
        button(t("My leads"), Id.LEADS_MINE),
    ]
    return Message(text, [*blocks, actions(row)])


def status_shared(shared: StatusShared, t: Translator) -> Message:
    """Post the totals; whatever was private stays private."""
    by = t("Shared by {person}", person=t.member(shared.by_slack_id))
    return Message(_totals(shared.status, t), [*_public_blocks(shared.status, t), context(by)])


def lead_list(listed: LeadList, t: Translator) -> Message:
    title = word(TITLES, listed.title, t) if listed.title in TITLES else _found(listed.title, t)
    new = actions([button(t("Register a lead"), Id.LEAD_NEW)])
    if not listed.lines:
        none = t("{title}: there are none.", title=title)
        text = t(NONE[listed.title]) if listed.title in NONE else none
        return Message(text, [section(text), new])
    text = t.lay("{title}: {n}", title=title, n=listed.total)
    shown = listed.lines[:MOST_LISTED]
    blocks = [section(t.lay("*{title}*", title=text)), *(_listed(line, t) for line in shown)]
    hidden = listed.total - len(shown)
    if hidden > 0:
        blocks.append(context(t.n("and {n} more", "and {n} more", hidden)))
    return Message(text, [*blocks, new])


def lead_line(line: LeadLine, t: Translator) -> Markup:
    """Return a lead in a list: its name, then what matters about it."""
    sign = lead_sign(line)
    small = facts(
        [
            word(LEAD_STAGES, line.stage, t),
            esc(line.owner_name) if line.owner_name else t("nobody yet"),
            _due(line, t),
        ]
    )
    return lines([t.lay("{sign} {lead}", sign=sign, lead=strong(line.lead, t)), small])


def _totals(status: StatusFacts, t: Translator) -> Markup:
    late = status.late_leads
    return sentences(
        [
            t.n(
                "{agreement}: {n} open lead.",
                "{agreement}: {n} open leads.",
                status.open_leads,
                agreement=status.agreement,
            ),
            t.n("{n} is past its window.", "{n} are past their window.", late)
            if late
            else t("None is past its window."),
        ]
    )


def _public_blocks(status: StatusFacts, t: Translator) -> list[Block]:
    title = t.lay("*{text}*", text=_totals(status, t))
    opening = lines([title, _unowned(status, t), _requests(status, t)])
    blocks = [section(opening)]
    if status.windows:
        blocks.append(section(lines(_window(window, t) for window in status.windows)))
    if status.goals:
        blocks.extend(paragraphs([goal_line(goal, t) for goal in status.goals[:MOST_GOALS]]))
    return [*blocks, context(t("As of {moment}", moment=t.moment(status.as_of)))]


def _unowned(status: StatusFacts, t: Translator) -> Markup | None:
    if not status.unowned:
        return None
    said = t.n("{n} has no owner.", "{n} have no owner.", status.unowned)
    return t.lay("{sign} {text}", sign=Sign.UNOWNED, text=said)


def _requests(status: StatusFacts, t: Translator) -> Markup | None:
    if not status.open_requests:
        return None
    said = t.n("{n} open request.", "{n} open requests.", status.open_requests)
    return t.lay("{sign} {text}", sign=Sign.ASKED, text=said)


def _window(window: WindowStatus, t: Translator) -> Markup:
    name = t.lay(
        "*{window}* ({party})",
        window=word(WINDOWS, window.stage, t),
        party=word(PARTIES, window.party, t),
    )
    now = facts(
        [
            _open(window, t),
            t.n("{n} due soon", "{n} due soon", window.due_soon),
            t.n("{n} past the window", "{n} past the window", window.late),
        ]
    )
    return lines([name, now, _attainment(window, t)])


def _open(window: WindowStatus, t: Translator) -> Markup:
    if window.stage in REQUEST_STAGES:
        return t.n("{n} open request", "{n} open requests", window.open)
    return t.n("{n} open", "{n} open", window.open)


def _attainment(window: WindowStatus, t: Translator) -> Markup:
    decided = window.met + window.missed
    if not decided:
        said = t("No results this week yet.")
    else:
        said = t.n(
            "This week {share} on time: {met} of {n}.",
            "This week {share} on time: {met} of {n}.",
            decided,
            share=t.percent(Decimal(window.met) / decided),
            met=window.met,
        )
    excused = t.n("{n} more was excused.", "{n} more were excused.", window.relieved)
    return sentences([said, excused if window.relieved else None])


def _late_blocks(status: StatusFacts, t: Translator) -> list[Block]:
    if not status.late:
        return []
    only_you = t("Past the window. Only you can see this part.")
    blocks = [divider(), context(only_you)]
    shown = status.late[:MOST_LATE]
    blocks.extend(_late(lead, t) for lead in shown)
    hidden = status.late_seen - len(shown)
    if hidden > 0:
        more = t.n("and {n} more: `/sla leads late`", "and {n} more: `/sla leads late`", hidden)
        blocks.append(section(more, button(t("See the list"), Id.COMMAND_TRY, "leads late")))
    return blocks


def _late(late: LateLead, t: Translator) -> Block:
    owner = esc(late.owner_name) if late.owner_name else t("nobody yet")
    small = facts([*(_late_window(window, t) for window in late.windows), owner])
    said = lines([t.lay("{sign} {lead}", sign=Sign.LATE, lead=strong(late.lead, t)), small])
    return section(said, _see(late.lead, t))


def _late_window(late: LateWindow, t: Translator) -> Markup:
    due = t("was due {moment}", moment=t.moment(late.due_at))
    return facts([word(WINDOWS, late.stage, t), due])


def _listed(line: LeadLine, t: Translator) -> Block:
    return section(lead_line(line, t), _see(line.lead, t))


def _see(lead: LeadFacts, t: Translator) -> dict[str, object]:
    return buttons.show(lead, t)


def lead_sign(line: LeadLine) -> Sign:
    """Return how a lead stands at a glance."""
    if line.stage == LeadStage.REJECTED:
        return Sign.MOVED
    return Sign.LATE if line.is_late else Sign.DUE_SOON if line.due_at else Sign.PERSON


def _due(line: LeadLine, t: Translator) -> Markup | None:
    """Say what is due; the clock of a lead that went back stands still until it is answered."""
    if line.due_at is None or line.stage == LeadStage.REJECTED:
        return None
    window = word(WINDOWS, line.window, t) if line.window else None
    moment = t.moment(line.due_at)
    if line.is_late:
        return facts([window, t("was due {moment}", moment=moment)])
    return facts([window, t("due {moment}", moment=moment)])


def _found(asked: str, t: Translator) -> Markup:
    return t("Leads for “{text}”", text=asked)
