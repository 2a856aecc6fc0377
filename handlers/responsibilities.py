"""Who answers for what."""

from bot.notices.responsibilities import AreaFacts, WhoAnswer
from bot.rules.phrases.mentions import people_in, without_people
from bot.rules.responsibilities import stems
from bot.usecases.responsibilities import (
    AreaChange,
    area_board,
    area_named,
    area_to_change,
    areas_of_person,
    change_area,
    give_area,
    may_give_areas,
    remove_area,
    show_area,
    who_is,
)
from bot.views import Message
from bot.views.modals import responsibilities as form
from bot.views.responsibilities import area_list, area_removed, person_areas, who_answer
from handlers.answering import Answer, Wrong
from handlers.forms import Submission, carrying
from handlers.payloads import Press
from handlers.typed import called, first_member, first_person
from handlers.visit import Visit


def who(visit: Visit, text: str) -> Answer:
    """`/sla who seo`, `/sla who @ana`; without an area or a person, all areas."""
    agreement_id = visit.agreement.id
    if not text:
        return area_list(visit.ask(area_board, agreement_id=agreement_id), visit.t)
    area, person = first_person(text)
    if person and not stems(area):
        areas = visit.ask(areas_of_person, agreement_id=agreement_id, person=person)
        return person_areas(areas, visit.t)
    return who_answer(visit.ask(who_is, agreement_id=agreement_id, area=area), visit.t)


def own(visit: Visit, text: str) -> Answer:
    """`/sla own seo @ana [@bruno]`; what is missing is asked for in a form."""
    people = [called(person) for person in people_in(text)[:2]]
    area = without_people(text)
    if not area or not people:
        return _form(visit, area, first_member(text)[1])
    given = visit.act(
        give_area,
        agreement_id=visit.agreement.id,
        area=area,
        owner=people[0],
        backup=people[1] if len(people) > 1 else None,
    )
    return _owned(given, visit)


def submitted(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_area(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    given = visit.act(
        give_area,
        agreement_id=sent.subject_id,
        area=filled.area,
        owner=filled.owner,
        backup=filled.backup or None,
    )
    return _owned(given, visit)


def pressed_show(visit: Visit, press: Press) -> Answer:
    return who_answer(visit.ask(show_area, area_id=press.subject_id), visit.t)


def pressed_edit(visit: Visit, press: Press) -> Answer:
    return form.build_area_edit(visit.ask(area_to_change, area_id=press.subject_id), visit.t)


def submitted_edit(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_area_edit(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    change = AreaChange(
        owner=filled.owner,
        backup=filled.backup,
        meaning_en=filled.meaning_en,
        meaning_es=filled.meaning_es,
        synonyms=filled.synonyms,
    )
    return _owned(visit.act(change_area, area_id=sent.subject_id, change=change), visit)


def pressed_remove(visit: Visit, press: Press) -> Answer:
    return area_removed(visit.act(remove_area, area_id=press.subject_id), visit.t)


def _form(visit: Visit, area: str, owner: str) -> Answer:
    """Return the form of the area named, or the one that asks which."""
    agreement_id = visit.agreement.id
    visit.ask(may_give_areas, agreement_id=agreement_id)
    known = visit.ask(area_named, agreement_id=agreement_id, area=area) if area else None
    if known is not None:
        return form.build_area_edit(known, visit.t, owner=owner)
    return carrying(form.build_area(form.AreaForm(area, owner), visit.t), agreement_id=agreement_id)


def _owned(area: AreaFacts, visit: Visit) -> Message:
    """Answer as if it had been asked whose the area is now; a new one can be removed at once."""
    return who_answer(WhoAnswer(area.slug, (area,), (), (), may_change=area.is_new), visit.t)
