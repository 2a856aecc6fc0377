"""An owner left: whose leads they were, and where they went."""

from bot.notices.departures import LeadsGivenOut, LeadsKept, OwnerLeft
from bot.views.blocks import Block, actions, button, context, section
from bot.views.emoji import Sign
from bot.views.escape import Markup
from bot.views.ids import Id
from bot.views.message import Message, lines, plain_message, sentences
from bot.views.payload import Payload, dump
from bot.views.translate import Translator
from bot.views.words import strong


def owner_left(left: OwnerLeft, t: Translator) -> Message:
    """Tell the sales lead, or whoever is left to tell, whose leads these still are."""
    text = t.n(
        "The account of {person} was closed, and {n} open lead is still theirs ({agreement}).",
        "The account of {person} was closed, and {n} open leads are still theirs ({agreement}).",
        left.total,
        person=t.person(left.person),
        agreement=left.agreement,
    )
    names = [t.lay("• {lead}", lead=strong(lead, t)) for lead in left.leads]
    body = lines([t.lay("{sign} {text}", sign=Sign.UNOWNED, text=text), *names])
    hidden = left.total - len(left.leads) if left.leads else 0
    more = [context(t.n("and {n} more", "and {n} more", hidden))] if hidden > 0 else []
    return Message(text, [section(body), *more, _give_out(left, t)])


def leads_given_out(told: LeadsGivenOut, t: Translator) -> Message:
    said = sentences([_given(told, t), _unowned(told, t), _left(told, t)])
    return plain_message(t.lay("{sign} {text}", sign=Sign.MOVED, text=said))


def leads_kept(kept: LeadsKept, t: Translator) -> Message:
    text = t("{person} is back, and the leads stay with them.", person=t.person(kept.person))
    return plain_message(t.lay("{sign} {text}", sign=Sign.PERSON, text=text))


def _give_out(left: OwnerLeft, t: Translator) -> Block:
    if not left.gives_out:
        return context(t("Nobody leads sales now, and only whoever does can give them out."))
    give = button(
        t("Give them out by the rota"),
        Id.DEPARTURE_GIVE_OUT,
        dump(Payload(id=left.departure_id)),
        style="primary",
    )
    return actions([give])


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
