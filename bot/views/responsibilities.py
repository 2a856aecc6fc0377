"""Who answers for what, and what people are told when an area changes hands."""

from collections.abc import Sequence

from bot.notices.people import PersonRef
from bot.notices.requests import AreaRef
from bot.notices.responsibilities import AreaFacts, AreaGiven, AreaTaken, WhoAnswer
from bot.views.blocks import actions, button, section
from bot.views.emoji import Sign
from bot.views.escape import Markup, esc
from bot.views.ids import Id
from bot.views.message import Message, facts, lines, paragraphs, plain_message, sentences
from bot.views.translate import Translator
from bot.views.words import PARTIES, word

MOST_LISTED = 80


def who_answer(answer: WhoAnswer, t: Translator) -> Message:
    """Answer "who is responsible?": one, several to choose from, or the nearest."""
    if len(answer.hits) == 1:
        text = _answer(answer.hits[0], t)
        return Message(text, [section(t.lay("{sign} {text}", sign=Sign.PERSON, text=text))])
    if answer.hits:
        text = t("Several areas match “{text}”.", text=answer.asked)
        return Message(text, [section(text), *paragraphs([_area(a, t) for a in answer.hits])])
    return _nobody(answer, t)


def area_list(areas: Sequence[AreaFacts], t: Translator) -> Message:
    """List every area; those without an owner are called out."""
    unowned = sum(1 for area in areas if area.owner is None)
    own = actions([button(t("Give an area its owner"), Id.AREA_OWN)])
    if not areas:
        text = t("No areas have been set up yet.")
        return Message(text, [section(text), own])
    text = sentences(
        [
            t.n("{n} area.", "{n} areas.", len(areas)),
            t.n("{n} has no owner.", "{n} have no owner.", unowned) if unowned else None,
        ]
    )
    listed = paragraphs([_area(area, t) for area in areas[:MOST_LISTED]])
    return Message(text, [section(t.lay("*{title}*", title=text)), *listed, own])


def area_given(given: AreaGiven, t: Translator) -> Message:
    text = t(
        "{by} made you responsible for {area}.",
        by=t.person(given.by),
        area=area_name(given.area, t),
    )
    backup = _backup(given.area, t)
    body = lines([t.lay("{sign} {text}", sign=Sign.PERSON, text=text), backup])
    return Message(text, [section(body)])


def area_taken(taken: AreaTaken, t: Translator) -> Message:
    name = area_name(taken.area, t)
    if taken.area.owner is None:
        return plain_message(
            t("You no longer answer for {area}: {by} changed it.", area=name, by=taken.by.name)
        )
    return plain_message(
        t(
            "{owner} answers for {area} now, no longer you: {by} changed it.",
            owner=t.person(taken.area.owner),
            area=name,
            by=t.person(taken.by),
        )
    )


def area_name(area: AreaFacts | AreaRef, t: Translator) -> Markup:
    spanish = t.language == "es"
    return esc((area.name_es if spanish else area.name_en) or area.name_en or area.name_es)


def _answer(area: AreaFacts, t: Translator) -> Markup:
    name = t.lay("*{area}*", area=area_name(area, t))
    if area.owner is None:
        return t("Nobody is responsible for {area} yet.", area=name)
    owner = t("{owner} is responsible for {area}.", owner=t.mention(area.owner), area=name)
    if area.away_until is None:
        return sentences([owner, _backup(area, t)])
    away = t(
        "{owner} is away until {until}", owner=area.owner.name, until=t.moment(area.away_until)
    )
    cover = area.cover or area.backup
    if cover is None:
        return lines([owner, facts([away, t("nobody covers")])])
    return lines([owner, facts([away, t("covered by {cover}", cover=t.mention(cover))])])


def _area(area: AreaFacts, t: Translator) -> Markup:
    name, party = area_name(area, t), word(PARTIES, area.party, t)
    if area.owner is None:
        return t("{sign} *{area}* ({party}): nobody yet", sign=Sign.UNOWNED, area=name, party=party)
    return t.lay(
        "• *{area}* ({party}): {people}",
        area=name,
        party=party,
        people=_owner_and_backup(area.owner, area.backup, t),
    )


def _owner_and_backup(owner: PersonRef, backup: PersonRef | None, t: Translator) -> Markup:
    if backup is None:
        return t.person(owner)
    return t("{owner}, backup {backup}", owner=t.person(owner), backup=t.person(backup))


def _backup(area: AreaFacts, t: Translator) -> Markup | None:
    return t("Backup: {person}.", person=t.person(area.backup)) if area.backup else None


def _nobody(answer: WhoAnswer, t: Translator) -> Message:
    text = t("No area is called “{text}”.", text=answer.asked)
    names = [t.lay("*{area}*", area=area_name(area, t)) for area in answer.nearest]
    nearest = t("Did you mean {areas}?", areas=t.any_of(names)) if names else None
    people = [t.mention(person) for person in answer.ask]
    ask = t("{people} can say who it is.", people=t.any_of(people)) if people else None
    return Message(text, [section(sentences([text, nearest, ask]))])
