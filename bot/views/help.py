"""What one can type: six words first, the rest behind "More"."""

from bot.views.blocks import actions, button, context, section
from bot.views.escape import Markup
from bot.views.ids import Id
from bot.views.message import Message, lines
from bot.views.translate import Translator, mark

FIRST = (
    mark("`/sla status` · how the agreement stands now"),
    mark("`/sla leads mine` · your leads, the most urgent first"),
    mark("`/sla new` · register a lead (MQL)"),
    mark("`/sla log Acme whatsapp answered` · log a follow-up"),
    mark("`/sla who seo` · who is responsible for what"),
    mark("`/sla goal` · goals and how they are going"),
)
REST = (
    mark("`/sla lead L-7K3F` · the card of a lead"),
    mark("`/sla why L-7K3F` · its clock, explained step by step"),
    mark("`/sla undo L-7K3F` · take back the last follow-up"),
    mark("`/sla claim`, `/sla accept`, `/sla assign L-7K3F @ana` · who owns a lead"),
    mark("`/sla reject L-7K3F no budget` · back to marketing, with a reason"),
    mark("`/sla close L-7K3F won 12,000` · won or lost"),
    mark("`/sla ack L-7K3F today`, `/sla snooze L-7K3F 2h` · I'm on it, remind me later"),
    mark("`/sla pause L-7K3F out of office until Monday`, `/sla resume L-7K3F` · the clock"),
    mark("`/sla own seo @ana` · give an area its owner"),
    mark("`/sla away until Friday cover @bruno`, `/sla back` · absences and who covers"),
    mark("`/sla request urgent: Acme cannot log in` · ask an area, with a clock; `/sla requests`"),
    mark("`/sla commitment` · promises with a number and a date"),
    mark("`/sla goal update` · add progress to a goal"),
    mark("`/sla me`, `/sla language es` · how I speak to you"),
    mark("`/sla rota` · who gets which leads, and each one's share"),
    mark("`/sla agreement` · what both sides agreed"),
    mark("`/sla setup` · set up an agreement, in a channel that has none yet"),
)


def help_message(t: Translator) -> Message:
    text = t("These six commands are enough to start.")
    more = actions([button(t.c("button", "More"), Id.HELP_MORE)])
    return Message(text, [section(lines([t.lay("*{title}*", title=text), *_all(FIRST, t)])), more])


def help_in_full(t: Translator) -> Message:
    text = t("Everything you can type after /sla.")
    small = t("Spanish words work too, with or without accents, and both languages mix.")
    body = lines([t.lay("*{title}*", title=text), *_all(FIRST, t), *_all(REST, t)])
    return Message(text, [section(body), context(small)])


def unknown_word(
    typed: str, t: Translator, *, nearest: str | None = None, command: str = ""
) -> Message:
    """Offer the nearest word to one that is not known as a button that types ``command``."""
    text = t("I don't know “{word}”.", word=typed)
    row = [button(t("See what I know"), Id.HELP_SHOW)]
    if nearest is not None:
        try_it = t("Did you mean {word}?", word=nearest)
        row.insert(0, button(try_it, Id.COMMAND_TRY, command))
    return Message(text, [section(text), actions(row)])


def _all(words: tuple[str, ...], t: Translator) -> list[Markup]:
    return [t(each) for each in words]
