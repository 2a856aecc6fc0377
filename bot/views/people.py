"""What the bot knows of its reader, and how it speaks to them."""

from bot.notices.home import Me, PartFacts
from bot.views.blocks import Choice, actions, button, fields, section, select
from bot.views.emoji import Sign
from bot.views.escape import Markup, esc
from bot.views.ids import Id
from bot.views.message import Message, lines, plain_message
from bot.views.payload import Payload, dump
from bot.views.translate import Translator
from bot.views.words import LANGUAGES, PARTIES, word


def me_card(me: Me, t: Translator) -> Message:
    text = t("This is what I know of you, {name}.", name=t.person(me.person))
    known = [
        t("*Language*\n{language}", language=LANGUAGES.get(me.language, me.language)),
        t("*Time zone*\n{zone}", zone=me.zone),
    ]
    parts = [_part(part, t) for part in me.parts] or [t("You have no part in any agreement yet.")]
    change = button(t("Change"), Id.ME_OPEN)
    return Message(text, [section(text), fields(known), section(lines(parts)), actions([change])])


def language_choice(t: Translator) -> Message:
    """Ask for the language, in both."""
    text = t("In which language shall I write to you?")
    choices = [
        Choice(esc(name), dump(Payload(choice=language))) for language, name in LANGUAGES.items()
    ]
    menu = select(t("Language"), Id.LANGUAGE_CHOOSE, choices)
    return Message(text, [section(text, menu)])


def language_chosen(t: Translator) -> Message:
    """Confirm in the language just chosen."""
    return plain_message(t("From now on I write to you in English."))


def _part(part: PartFacts, t: Translator) -> Markup:
    fields = {"agreement": part.agreement, "party": word(PARTIES, part.party, t)}
    if part.is_lead:
        return t("{sign} {agreement}: {party}, lead", sign=Sign.PERSON, **fields)
    return t.lay("{sign} {agreement}: {party}", sign=Sign.PERSON, **fields)
