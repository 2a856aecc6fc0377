"""What the owner of a returned lead reads of the answer: it comes back, or it is closed."""

from bot.notices.rejections import RejectionAgreed, RejectionContested
from bot.views import buttons
from bot.views.blocks import actions, context, section
from bot.views.emoji import Sign
from bot.views.escape import Markup, esc
from bot.views.message import Message, facts
from bot.views.translate import Translator
from bot.views.words import called


def rejection_contested(told: RejectionContested, t: Translator) -> Message:
    """A short new message with the follow-up one tap away: the rewritten card notifies nobody."""
    fields = {"by": t.person(told.by), "lead": called(told.lead, t)}
    if told.due_at is None:
        text = t("{by} sends {lead} back to you: it stays open.", **fields)
        row = [buttons.log(told.lead, t, first=True), buttons.show(told.lead, t)]
    else:
        text = t("{by} sends {lead} back to you, and its clock goes on.", **fields)
        row = [*buttons.one_tap_touches(told.lead, t), buttons.log(told.lead, t)]
    sign = Sign.MOVED if told.left > 0 or told.due_at is None else Sign.LATE
    return Message(
        text,
        [
            section(t.lay("{sign} {text}", sign=sign, text=text)),
            context(facts([esc(told.lead.public_id), *_time(told, t)])),
            actions(row),
        ],
    )


def rejection_agreed(told: RejectionAgreed, t: Translator) -> Message:
    text = t(
        "{by} agrees on the return of {lead}: it is closed, and nothing is pending.",
        by=t.person(told.by),
        lead=called(told.lead, t),
    )
    return Message(text, [section(t.lay("{sign} {text}", sign=Sign.DONE, text=text))])


def _time(told: RejectionContested, t: Translator) -> list[Markup]:
    if told.due_at is None:
        return []
    due = t.moment(told.due_at)
    if told.left <= 0:
        return [t("It was due {due}", due=due)]
    return [t("Due {due}", due=due), t("Time left: {left}", left=t.duration(told.left))]
