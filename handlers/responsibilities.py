"""Who answers for what."""

from bot.notices.responsibilities import AreaFacts, WhoAnswer
from bot.rules.phrases.mentions import people_in, without_people
from bot.usecases.responsibilities import give_area, list_areas, who_is
from bot.views import Message
from bot.views.modals import responsibilities as form
from bot.views.responsibilities import area_list, who_answer
from handlers.answering import Answer, Wrong
from handlers.forms import Submission, carrying
from handlers.typed import called
from handlers.visit import Visit


def who(visit: Visit, text: str) -> Answer:
    """`/sla who seo`; without an area, all of them."""
    agreement_id = visit.agreement.id
    if not text:
        return area_list(visit.ask(list_areas, agreement_id=agreement_id), visit.t)
    return who_answer(visit.ask(who_is, agreement_id=agreement_id, area=text), visit.t)


def own(visit: Visit, text: str) -> Answer:
    """`/sla own seo @ana [@bruno]`; what is missing is asked for in a form."""
    people = [called(person) for person in people_in(text)[:2]]
    area = without_people(text)
    if not area or not people:
        blank = form.AreaForm(area, "")
        return carrying(form.build_area(blank, visit.t), agreement_id=visit.agreement.id)
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


def _owned(area: AreaFacts, visit: Visit) -> Message:
    """Answer as if it had been asked whose the area is now."""
    return who_answer(WhoAnswer(area.slug, (area,), (), ()), visit.t)
