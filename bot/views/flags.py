"""What the working channel reads of windows missed: how many and which leads, never who."""

from bot.notices.leads import FlaggedLead, MissesFlagged
from bot.views.blocks import section
from bot.views.emoji import Sign
from bot.views.escape import Markup, esc
from bot.views.message import Message, facts, paragraphs
from bot.views.translate import Translator, mark, mark_n
from bot.views.words import WINDOWS, word

MOST_FLAGGED = 60

FLAG_OUTCOMES = {
    "missed": mark("no follow-up yet"),
    "met": mark("on time, told late"),
    "touched": mark("followed up past the window"),
    "handled": mark("followed up past the window"),
    "relieved": mark("excused: the other side was late first"),
    "cancelled": mark("no longer needed"),
    "rejected": mark("returned to marketing"),
    "accepted": mark("accepted past the window"),
    "closed": mark("closed"),
    "won": mark("won"),
    "lost": mark("lost"),
    "claimed": mark("taken"),
    "assigned": mark("has an owner"),
    "reassigned": mark("has another owner"),
    "acknowledged": mark("being seen to"),
    "rejection_agreed": mark("returned to marketing"),
    "rejection_contested": mark("back with sales"),
}
HEADLINES = {
    "accept": mark_n(
        "{agreement}: {n} lead was not accepted within the agreed window.",
        "{agreement}: {n} leads were not accepted within the agreed window.",
    ),
    "first_touch": mark_n(
        "{agreement}: {n} lead was not followed up within the agreed window.",
        "{agreement}: {n} leads were not followed up within the agreed window.",
    ),
}
PAST = mark_n(
    "{agreement}: {n} lead went past the agreed window.",
    "{agreement}: {n} leads went past the agreed window.",
)


def misses_flagged(flag: MissesFlagged, t: Translator) -> Message:
    """Tell the working channel how many and which: public ids and companies, no people."""
    text = t.n(*_headline(flag), len(flag.leads), agreement=flag.agreement)
    shown = [_flag_line(lead, t) for lead in flag.leads[:MOST_FLAGGED]]
    hidden = len(flag.leads) - len(shown)
    if hidden:
        shown.append(t.n("and {n} more", "and {n} more", hidden))
    waiting = any(lead.outcome == "missed" for lead in flag.leads)
    sign = Sign.LATE if waiting else Sign.DONE_LATE
    opening = section(t.lay("{sign} {text}", sign=sign, text=text))
    return Message(text, [opening, *paragraphs(shown)])


def _headline(flag: MissesFlagged) -> tuple[str, str]:
    stages = {lead.stage for lead in flag.leads}
    return HEADLINES.get(stages.pop(), PAST) if len(stages) == 1 else PAST


def _flag_line(lead: FlaggedLead, t: Translator) -> Markup:
    sign = Sign.LATE if lead.outcome == "missed" else Sign.DONE_LATE
    return t.lay(
        "{sign} {line}",
        sign=sign,
        line=facts(
            [
                esc(lead.public_id),
                esc(lead.company) if lead.company else None,
                word(WINDOWS, lead.stage, t),
                _outcome(lead, t),
                t.person(lead.owner) if lead.owner else None,
            ]
        ),
    )


def _outcome(lead: FlaggedLead, t: Translator) -> Markup:
    if lead.stage == "accept" and lead.outcome == "missed":
        return t("not accepted yet")
    return word(FLAG_OUTCOMES, lead.outcome, t)
