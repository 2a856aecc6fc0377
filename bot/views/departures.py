"""An owner left: whose leads they were, and where they went."""

from bot.notices.departures import LeadsGivenOut, OwnerLeft
from bot.views.blocks import actions, button, context, section
from bot.views.emoji import Sign
from bot.views.escape import Markup
from bot.views.ids import Id
from bot.views.message import Message, lines, plain_message, sentences
from bot.views.payload import Payload, dump
from bot.views.translate import Translator
from bot.views.words import strong


def owner_left(left: OwnerLeft, t: Translator) -> Message:
    """Tell the sales lead which leads are with somebody whose account was closed."""
    text = t.n(
        "The account of {person} was closed, and {n} open lead is still theirs ({agreement}).",
        "The account of {person} was closed, and {n} open leads are still theirs ({agreement}).",
        left.total,
        person=t.person(left.person),
        agreement=left.agreement,
    )
    names = [t.lay("• {lead}", lead=strong(lead, t)) for lead in left.leads]
    body = lines([t.lay("{sign} {text}", sign=Sign.UNOWNED, text=text), *names])
    hidden = left.total - len(left.leads)
    more = [context(t.n("and {n} more", "and {n} more", hidden))] if hidden > 0 else []
    give = button(
        t("Give them out by the rota"),
        Id.DEPARTURE_GIVE_OUT,
        dump(Payload(id=left.departure_id)),
        style="primary",
    )
    return Message(text, [section(body), *more, actions([give])])


def leads_given_out(told: LeadsGivenOut, t: Translator) -> Message:
    said = sentences([_given(told, t), _unowned(told, t), _left(told, t)])
    return plain_message(t.lay("{sign} {text}", sign=Sign.MOVED, text=said))


def _given(told: LeadsGivenOut, t: Translator) -> Markup:
    if not told.given:
        return t("Nobody in the rota could take the leads of {person}.", person=told.person.name)
    return t.n(
        "{by} gave out {n} lead of {person} by the rota.",
        "{by} gave out {n} leads of {person} by the rota.",
        told.given,
        by=t.person(told.by),
        person=t.person(told.person),
    )


def _unowned(told: LeadsGivenOut, t: Translator) -> Markup | None:
    if not told.unowned:
        return None
    return t.n("{n} has no owner.", "{n} have no owner.", told.unowned)


def _left(told: LeadsGivenOut, t: Translator) -> Markup | None:
    if not told.left:
        return None
    return t.n(
        "{n} is left: press the button again.", "{n} are left: press the button again.", told.left
    )
