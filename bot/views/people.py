"""What the bot knows of its reader, and how it speaks to them."""

from bot.notices.home import Me, PartFacts, PersonMapped, PreferenceChange
from bot.views.agreements import week_lines
from bot.views.blocks import (
    Block,
    Choice,
    Element,
    actions,
    button,
    context,
    fields,
    section,
    select,
)
from bot.views.emoji import Sign
from bot.views.escape import Markup, esc
from bot.views.ids import Id
from bot.views.message import Message, facts, lines, plain_message
from bot.views.payload import Payload, dump
from bot.views.reminders import singly
from bot.views.translate import Translator, mark
from bot.views.words import LANGUAGES, PARTIES, word

PREFERENCES = {
    "language": mark("Language"),
    "zone": mark("Time zone"),
    "hours": mark("Working hours"),
    "quiet": mark("Hours without reminders"),
    "digest": mark("Summary of reminders"),
    "crm_id": mark("Id in the CRM"),
    "crm_email": mark("E-mail in the CRM"),
}


def me_card(me: Me, t: Translator) -> Message:
    text = t("This is what I know of you, {name}.", name=t.person(me.person))
    parts = [_part(part, t) for part in me.parts] or [t("You have no part in any agreement yet.")]
    blocks: list[Block] = [section(text), fields(preference_fields(me, t)), section(lines(parts))]
    if me.changes:
        blocks.append(context(lines(_change(each, t) for each in me.changes)))
    row = [change_preferences(t), *([singly(t)] if me.reached.gathered else [])]
    return Message(text, [*blocks, actions(row)])


def preference_fields(me: Me, t: Translator) -> list[Markup]:
    """Return what a person prefers, each with its title."""
    hours = week_lines(me.reached.hours, t) or [t("as in the agreement")]
    shown: list[Markup | None] = [
        t("*Language*\n{language}", language=LANGUAGES.get(me.language, me.language)),
        t("*Time zone*\n{zone}", zone=me.zone),
        t("*Working hours*\n{hours}", hours=lines(hours)),
        t("*Reminders*\n{manner}", manner=_manner(me, t)),
        t("*In the CRM*\n{names}", names=facts([esc(me.crm_id), esc(me.crm_email)]))
        if me.crm_id or me.crm_email
        else None,
    ]
    return [each for each in shown if each is not None]


def change_preferences(t: Translator) -> Element:
    return button(t("Change preferences"), Id.ME_OPEN)


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


def person_mapped(mapped: PersonMapped, t: Translator) -> Message:
    """Tell whoever maps people what the CRM calls one of them now."""
    name = t.person(mapped.person)
    called = facts([esc(mapped.crm_id), esc(mapped.crm_email)])
    if not called:
        return plain_message(t("In the CRM {name} goes by their own e-mail.", name=name))
    return plain_message(t("In the CRM {name} is: {called}.", name=name, called=called))


def _manner(me: Me, t: Translator) -> Markup:
    reached = me.reached
    if reached.digest_at:
        said = t("one summary a day, at {time}", time=reached.digest_at)
    elif reached.gathered:
        said = t("together each morning")
    else:
        said = t("each at its time")
    quiet = t("none between {hours}", hours=reached.quiet.replace("-", "–"))
    return facts([said, quiet if reached.quiet else None])


def _change(change: PreferenceChange, t: Translator) -> Markup:
    return t(
        "{moment} · {field}: changed by {by}",
        field=word(PREFERENCES, change.field, t),
        by=change.by,
        moment=t.moment(change.at),
    )


def _part(part: PartFacts, t: Translator) -> Markup:
    fields = {"agreement": part.agreement, "party": word(PARTIES, part.party, t)}
    if part.is_lead:
        return t("{sign} {agreement}: {party}, lead", sign=Sign.PERSON, **fields)
    return t.lay("{sign} {agreement}: {party}", sign=Sign.PERSON, **fields)
