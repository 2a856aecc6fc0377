"""Who answers for what, and what people are told when an area changes hands."""

from collections.abc import Sequence

from bot.notices.people import PersonRef
from bot.notices.requests import AreaRef
from bot.notices.responsibilities import (
    AreaBoard,
    AreaFacts,
    AreaGiven,
    AreaList,
    AreasUnowned,
    AreaTaken,
    PersonAreas,
    WhoAnswer,
)
from bot.views.absence_words import until
from bot.views.blocks import Block, Element, actions, button, confirmation, section
from bot.views.emoji import Sign
from bot.views.escape import Markup, esc
from bot.views.ids import Id
from bot.views.message import Message, facts, lines, paragraphs, plain_message, sentences
from bot.views.payload import Payload, dump
from bot.views.translate import Translator
from bot.views.words import PARTIES, word

MOST_LISTED = 80
MOST_WITH_BUTTONS = 20


def who_answer(answer: WhoAnswer, t: Translator) -> Message:
    """Answer "who is responsible?": one, several to choose from, or the nearest."""
    if len(answer.hits) == 1:
        return _one(answer, answer.hits[0], t)
    if answer.hits:
        text = t("Several areas match “{text}”.", text=answer.asked)
        return Message(text, [section(text), *_to_choose(answer.hits, t)])
    return _nobody(answer, t)


def person_areas(areas: PersonAreas, t: Translator) -> Message:
    """Answer what one person is responsible for, now and in whose place."""
    person = t.person(areas.person)
    said = [
        t("{person} is responsible for {areas}.", person=person, areas=_named(areas.owned, t)),
        t("{person} covers {areas} now.", person=person, areas=_named(areas.covered, t)),
        t("{person} is the backup for {areas}.", person=person, areas=_named(areas.backed_up, t)),
    ]
    lists = (areas.owned, areas.covered, areas.backed_up)
    told = [text for text, listed in zip(said, lists, strict=True) if listed]
    nothing = t(
        "{person} is not responsible for any area. See them all with `/sla who`.", person=person
    )
    return plain_message(lines(told or [nothing]))


def area_list(board: AreaBoard, t: Translator) -> Message:
    """List every area; those without an owner are called out, with who can give them one."""
    areas = board.areas
    unowned = sum(1 for area in areas if area.owner is None)
    own = _way_to_give(board, t)
    if not areas:
        text = t("No areas have been set up yet.")
        return Message(text, [section(text), *own])
    text = sentences(
        [
            t.n("{n} area.", "{n} areas.", len(areas)),
            t.n("{n} has no owner.", "{n} have no owner.", unowned) if unowned else None,
        ]
    )
    return Message(text, [section(t.lay("*{title}*", title=text)), *_listed(areas, t), *own])


def _way_to_give(board: AreaBoard, t: Translator) -> list[Block]:
    if board.may_give:
        return [actions([button(t("Give an area its owner"), Id.AREA_OWN)])]
    return [section(_givers(board.ask, t))] if board.ask else []


def _givers(people: Sequence[PersonRef], t: Translator) -> Markup:
    return t(
        "An owner is given by {people}.", people=t.any_of([t.mention(each) for each in people])
    )


def area_list_for_all(listed: AreaList, t: Translator) -> Message:
    """List every area where everybody reads it: without buttons."""
    text = t.n("{n} area.", "{n} areas.", len(listed.areas))
    blocks = _listed(listed.areas, t)
    return Message(text, [section(t.lay("*{title}*", title=text)), *blocks])


def areas_unowned(unowned: AreasUnowned, t: Translator) -> Message:
    """Call out what nobody answers for, to whoever can give it an owner."""
    n = len(unowned.areas)
    text = t.n(
        "{n} area of {agreement} has no owner.",
        "{n} areas of {agreement} have no owner.",
        n,
        agreement=unowned.agreement,
    )
    shown = [to_own(area, t) for area in unowned.areas[:MOST_WITH_BUTTONS]]
    rest = paragraphs([_area(area, t) for area in unowned.areas[MOST_WITH_BUTTONS:MOST_LISTED]])
    return Message(text, [section(t.lay("*{title}*", title=text)), *shown, *rest])


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


def to_own(area: AreaFacts, t: Translator) -> Block:
    """Return an area without an owner, and the button that gives it one."""
    said = lines([_area(area, t), _meaning(area, t)])
    return section(said, _about(area, t("Give it an owner"), Id.AREA_EDIT))


def area_removed(area: AreaFacts, t: Translator) -> Message:
    return plain_message(t("{area} is no longer an area of this agreement.", area=_strong(area, t)))


def _one(answer: WhoAnswer, area: AreaFacts, t: Translator) -> Message:
    ask = _givers(answer.ask, t) if answer.ask and not answer.may_change else None
    text = sentences([_answer(area, t), ask])
    shown = t.lay("{sign} {text}", sign=Sign.PERSON, text=text)
    said = section(lines([shown, _meaning(area, t), _new(area, t)]))
    return Message(text, [said, actions(_changes(area, t))] if answer.may_change else [said])


def _changes(area: AreaFacts, t: Translator) -> list[Element]:
    """Return what whoever leads its side can do with an area."""
    edit = t("Give it an owner") if area.owner is None else t.c("button", "Change")
    sure = confirmation(
        t("Remove the area?"),
        t(
            "{area} will not be listed or found any more. Its history stays.",
            area=area_name(area, t),
        ),
        t.c("button", "Remove"),
        t.c("button", "Cancel"),
    )
    value = dump(Payload(id=area.id))
    return [
        button(edit, Id.AREA_EDIT, value),
        button(t.c("button", "Remove"), Id.AREA_REMOVE, value, style="danger", confirm=sure),
    ]


def _to_choose(areas: Sequence[AreaFacts], t: Translator) -> list[Block]:
    return [
        section(_area(area, t), _about(area, t.c("button", "See"), Id.AREA_SHOW))
        for area in areas[:MOST_WITH_BUTTONS]
    ]


def _listed(areas: Sequence[AreaFacts], t: Translator) -> list[Block]:
    return paragraphs([_area(area, t) for area in areas[:MOST_LISTED]])


def _about(area: AreaFacts, words: Markup, action: Id) -> Element:
    return button(words, action, dump(Payload(id=area.id)))


def _meaning(area: AreaFacts, t: Translator) -> Markup | None:
    """Return the line that says what an area is, in the reader's language where it has one."""
    spanish = t.language == "es"
    meant = (area.meaning_es if spanish else area.meaning_en) or area.meaning_en or area.meaning_es
    return t.lay("_{meaning}_", meaning=t.note(meant)) if meant else None


def _new(area: AreaFacts, t: Translator) -> Markup | None:
    """Return the line that says an area was not there before: a slip of the pen makes one too."""
    if not area.is_new:
        return None
    party = word(PARTIES, area.party, t)
    return t("This is a new area ({party}). If it was a mistake, remove it here.", party=party)


def _named(areas: Sequence[AreaFacts], t: Translator) -> Markup:
    return t.all_of([_strong(area, t) for area in areas[:MOST_LISTED]])


def _strong(area: AreaFacts, t: Translator) -> Markup:
    return t.lay("*{area}*", area=area_name(area, t))


def _answer(area: AreaFacts, t: Translator) -> Markup:
    name = _strong(area, t)
    if area.owner is None and area.former is not None:
        left = t(
            "Nobody is responsible for {area}: {person} left the workspace.",
            area=name,
            person=area.former.name,
        )
        return sentences([left, _backup(area, t)])
    if area.owner is None:
        return t("Nobody is responsible for {area} yet.", area=name)
    owner = t("{owner} is responsible for {area}.", owner=t.mention(area.owner), area=name)
    if area.away_until is None:
        return sentences([owner, _backup(area, t)])
    away = t("{owner} is away {until}", owner=area.owner.name, until=until(area.away_until, t))
    if area.cover is None:
        return lines([owner, facts([away, t("nobody covers")])])
    return lines([owner, facts([away, t("covered by {cover}", cover=t.mention(area.cover))])])


def _area(area: AreaFacts, t: Translator) -> Markup:
    name, party = area_name(area, t), word(PARTIES, area.party, t)
    if area.owner is None and area.former is not None:
        return t(
            "{sign} *{area}* ({party}): nobody, since {person} left",
            sign=Sign.UNOWNED,
            area=name,
            party=party,
            person=area.former.name,
        )
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
    people = [t.mention(person) for person in answer.ask]
    ask = t("{people} can say who it is.", people=t.any_of(people)) if people else None
    said = section(sentences([text, ask]))
    if not answer.nearest:
        return Message(text, [said])
    meant = section(t("Perhaps one of these was meant:"))
    return Message(text, [said, meant, *_to_choose(answer.nearest, t)])
