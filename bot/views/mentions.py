"""Answers in a channel to whoever asked the bot by name."""

from collections.abc import Mapping

from bot.notices.mentions import MentionElsewhere, MentionHelp, MentionRefused
from bot.rules.refusals import NoAgreement, NotAMember, Refusal, StrangerRefused
from bot.rules.status_words import OnlyThisWeek
from bot.views.blocks import section
from bot.views.message import Message, lines, plain_message
from bot.views.refusals import refusal_text
from bot.views.translate import Translator, mark

QUESTIONS = (
    mark("“who does SEO?” · who is responsible for an area"),
    mark("“status” · the totals of this agreement"),
    mark("“help” · these three questions"),
)
REFUSALS: Mapping[str, Refusal] = {
    each.__name__: each() for each in (StrangerRefused, NotAMember, NoAgreement, OnlyThisWeek)
}


def mention_help(asked: MentionHelp, t: Translator) -> Message:
    """Say what can be asked here; everything else is for `/sla`."""
    if asked.understood:
        text = t("Three things can be asked here; everything else with `/sla`.")
    else:
        text = t(
            "I did not understand. Three things can be asked here; everything else with `/sla`."
        )
    return Message(text, [section(lines([text, *(t(each) for each in QUESTIONS)]))])


def mention_elsewhere(asked: MentionElsewhere, t: Translator) -> Message:
    return plain_message(
        t(
            "Questions about {agreement} are answered in {channel}, or anywhere with `/sla`.",
            agreement=asked.agreement,
            channel=t.channel(asked.channel_id),
        )
    )


def mention_refused(refused: MentionRefused, t: Translator) -> Message:
    return plain_message(refusal_text(REFUSALS.get(refused.why, NotAMember()), t))
