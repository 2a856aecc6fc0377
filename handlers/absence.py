"""Being away and covering: typed, filled in, answered with buttons."""

from bot.notices.absence import AbsenceCancelled, AbsenceOver, CoverAnswered
from bot.rules.absence import NoSuchAbsence, Stretch
from bot.rules.absence_words import AbsenceWords, parse_absence
from bot.rules.phrases.mentions import people_in
from bot.rules.phrases.ranges import parse_range
from bot.rules.value_words import SUBS, Sub
from bot.usecases.absence import (
    accept_offer,
    add_cover,
    answer_cover,
    decline_offer,
    end_absence,
    my_absences,
    set_absence,
    show_absence,
)
from bot.views import Message
from bot.views.absence import (
    absence_cancelled,
    absence_list,
    absence_offer_declined,
    absence_over,
    absence_set,
)
from bot.views.covers import cover_answered
from bot.views.modals import absence as form
from bot.views.payload import Payload, dump
from handlers.answering import Answer, Wrong
from handlers.forms import AGREEMENT, Submission
from handlers.payloads import Press
from handlers.typed import called
from handlers.visit import Visit

CHANGE = "absence"


def away(visit: Visit, text: str) -> Answer:
    """`/sla away until friday cover @bruno`; bare, one's own absences."""
    if not text:
        return absence_list(visit.ask(my_absences), visit.t)
    found = SUBS.at_start(text)
    if found is not None and found.meaning is Sub.NEW:
        return _form(visit, form.AbsenceForm(when=found.rest))
    typed = parse_absence(text)
    if typed.asks_cover and typed.cover is None:
        return _form(visit, _blank(typed))
    if not typed.dates:
        return _without_dates(visit, typed)
    return _set(
        visit,
        typed.dates,
        person=called(typed.person) if typed.person else "",
        cover=called(typed.cover) if typed.cover else "",
    )


def back(visit: Visit, text: str) -> Answer:
    """`/sla back`; whoever leads sales may name a rep who is back."""
    people = people_in(text)
    if not people:
        return _ended(visit.act(end_absence), visit)
    named = called(people[0])
    return _ended(visit.act(end_absence, agreement_id=visit.agreement.id, person=named), visit)


def pressed_new(visit: Visit, press: Press) -> Answer:
    del press
    return _form(visit, form.AbsenceForm())


def pressed_change(visit: Visit, press: Press) -> Answer:
    absence = visit.ask(show_absence, absence_id=press.subject_id)
    when = form.as_typed(absence.starts_at, absence.ends_at, visit.actor.zone)
    cover = absence.cover or absence.asked
    filled = form.AbsenceForm(when, cover.slack_id if cover else "")
    return _carrying(visit, filled, Payload(id=absence.id, choice=CHANGE))


def pressed_end(visit: Visit, press: Press) -> Answer:
    return _ended(visit.act(end_absence, absence_id=press.subject_id), visit)


def pressed_accept(visit: Visit, press: Press) -> Answer:
    return _answer(visit, press, accepts=True)


def pressed_decline(visit: Visit, press: Press) -> Answer:
    return _answer(visit, press, accepts=False)


def pressed_take_offer(visit: Visit, press: Press) -> Answer:
    """Register what Slack says; without an end, ask until when."""
    del press
    answer = visit.act(accept_offer)
    if answer is None:
        return _form(visit, form.AbsenceForm())
    return absence_set(answer, visit.t)


def pressed_leave_offer(visit: Visit, press: Press) -> Answer:
    del press
    return absence_offer_declined(visit.act(decline_offer), visit.t)


def submitted(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_absence_form(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    if sent.payload.choice == AGREEMENT:
        visit = visit.in_agreement_of(sent.subject_id)
    return _set(
        visit,
        filled.when,
        person=filled.person,
        cover=filled.cover,
        absence_id=sent.payload.id if sent.payload.choice == CHANGE else None,
    )


def _set(visit: Visit, dates: str, *, person: str, cover: str, **which: object) -> Message:
    meant = parse_range(dates, now=visit.now, zone=visit.actor.zone)
    answer = visit.act(
        set_absence,
        wanted=Stretch(meant.starts_at, meant.ends_at),
        agreement_id=visit.agreement.id if person else None,
        person=person,
        cover=cover,
        **which,
    )
    return absence_set(answer, visit.t)


def _without_dates(visit: Visit, typed: AbsenceWords) -> Answer:
    """A cover alone is for the absence that is registered; else the form asks for the dates."""
    if typed.cover is not None and typed.person is None:
        try:
            return absence_set(visit.act(add_cover, cover=called(typed.cover)), visit.t)
        except NoSuchAbsence:
            pass
    return _form(visit, _blank(typed))


def _blank(typed: AbsenceWords) -> form.AbsenceForm:
    """A menu of people takes ids only: a name that was typed without one is chosen again."""
    cover, person = typed.cover, typed.person
    return form.AbsenceForm(
        typed.dates, (cover.id or "") if cover else "", (person.id or "") if person else ""
    )


def _form(visit: Visit, filled: form.AbsenceForm) -> Answer:
    if not filled.person:
        return form.build_absence(filled, visit.t)
    payload = Payload(id=visit.agreement.id, choice=AGREEMENT)
    return _carrying(visit, filled, payload)


def _carrying(visit: Visit, filled: form.AbsenceForm, payload: Payload) -> Answer:
    return form.build_absence(filled, visit.t) | {"private_metadata": dump(payload)}


def _ended(over: AbsenceOver | AbsenceCancelled, visit: Visit) -> Message:
    if isinstance(over, AbsenceOver):
        return absence_over(over, visit.t)
    return absence_cancelled(over, visit.t)


def _answer(visit: Visit, press: Press, *, accepts: bool) -> Answer:
    absence = visit.act(answer_cover, absence_id=press.subject_id, accepts=accepts)
    return cover_answered(CoverAnswered(absence, visit.actor.ref, accepts), visit.t)
