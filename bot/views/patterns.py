"""Private words to the one who leads: figures that may look better than the work was."""

from bot.notices.patterns import PatternLine, PatternsSeen
from bot.views.blocks import Block, context, section
from bot.views.emoji import Sign
from bot.views.escape import Markup, esc
from bot.views.message import Message, facts, paragraphs
from bot.views.translate import Translator, mark_n

PATTERNS = {
    "at_once": mark_n(
        "{person} changed {n} lead within a minute.",
        "{person} changed {n} leads within a minute.",
    ),
    "late_pauses": mark_n(
        "{person} paused {n} clock in the last tenth of its window this week.",
        "{person} paused {n} clocks in the last tenth of their window this week.",
    ),
    "instant_contacts": mark_n(
        "{person} logged {n} contact within a minute of getting the lead, without a note.",
        "{person} logged {n} contacts within a minute of getting the lead, without a note.",
    ),
}
UNNAMED = mark_n("{person}: {n} lead to look at.", "{person}: {n} leads to look at.")


def patterns_seen(seen: PatternsSeen, t: Translator) -> Message:
    """Say what stood out, plainly, and that it may have a good reason."""
    text = t("{agreement}: something worth a quiet look.", agreement=seen.agreement)
    fair = t("There may be a good reason, so ask before you judge. Nobody else was told.")
    blocks: list[Block] = [section(t.lay("{sign} {text}", sign=Sign.NOTE, text=text))]
    blocks += paragraphs([_line(line, t) for line in seen.lines])
    return Message(text, [*blocks, context(fair)])


def _line(line: PatternLine, t: Translator) -> Markup:
    words = PATTERNS.get(line.pattern, UNNAMED)
    said = t.n(*words, line.count, person=t.person(line.person))
    leads = esc(", ".join(line.leads))
    return t.lay("• {line}", line=facts([said, leads, t.moment(line.at)]))
