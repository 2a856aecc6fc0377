"""A person's own preferences, and what the CRM calls the others."""

from bot.notices.agreements import DayHours
from bot.notices.home import Me, PersonMapped
from bot.rules.phrases.mentions import people_in
from bot.rules.phrases.text import normalised
from bot.rules.quiet_hours import Wishes
from bot.usecases.mapping import map_person, mapped_person
from bot.usecases.preferences import about_me, prefer, prefer_language
from bot.usecases.reminders import remind_singly
from bot.views import Message
from bot.views.modals import people as form
from bot.views.modals.hours import SATURDAY, HoursForm
from bot.views.payload import ForgedPayload, Payload
from bot.views.people import language_choice, language_chosen, me_card, person_mapped
from bot.views.reminders import reminded_singly
from bot.views.words import LANGUAGES
from handlers.answering import Answer, Wrong
from handlers.forms import Submission
from handlers.payloads import Press
from handlers.typed import called
from handlers.visit import Visit

WEEKDAYS = (0, 1, 2, 3, 4)
NAMES = {
    "es": "es",
    "espanol": "es",
    "castellano": "es",
    "spanish": "es",
    "en": "en",
    "ingles": "en",
    "english": "en",
}


def me(visit: Visit, text: str) -> Answer:
    """`/sla me`; with somebody's name, what the CRM calls them."""
    people = people_in(text)
    return _mapping(visit, called(people[0])) if people else me_card(visit.ask(about_me), visit.t)


def language(visit: Visit, text: str) -> Answer:
    """`/sla language es`; without one, a menu in both."""
    wanted = NAMES.get(normalised(text))
    return language_choice(visit.t) if wanted is None else _speak(visit, wanted)


def pressed_language(visit: Visit, press: Press) -> Answer:
    wanted = press.payload.choice
    if wanted not in LANGUAGES:
        raise ForgedPayload(wanted)
    return _speak(visit, wanted)


def pressed_me(visit: Visit, press: Press) -> Answer:
    del press
    return form.build_me(_filled(visit.ask(about_me)), visit.t)


def pressed_singly(visit: Visit, press: Press) -> Answer:
    del press
    visit.act(remind_singly)
    return reminded_singly(visit.t)


def submitted(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_me(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    wishes = Wishes(
        zone=filled.zone,
        week=tuple(sorted(filled.hours.week.items())),
        quiet=filled.quiet_block,
        digest_at=filled.digest_at,
    )
    known = visit.act(prefer, language=filled.language, wishes=wishes)
    return me_card(known, visit.speaking(filled.language).t)


def submitted_crm(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_crm(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    if sent.payload.person is None:
        raise ForgedPayload("no person")
    mapped = visit.act(
        map_person,
        agreement_id=sent.subject_id,
        person=sent.payload.person,
        crm_id=filled.crm_id,
        crm_email=filled.crm_email,
    )
    return person_mapped(mapped, visit.t)


def _mapping(visit: Visit, person: str) -> Answer:
    agreement_id = visit.agreement.id
    mapped: PersonMapped = visit.ask(mapped_person, agreement_id=agreement_id, person=person)
    known = form.CrmForm(mapped.crm_id, mapped.crm_email)
    payload = Payload(id=agreement_id, person=mapped.person.id)
    return form.build_crm(mapped.person.name, known, visit.t, payload=payload)


def _filled(me: Me) -> form.MeForm:
    """Return the form as what is kept fills it."""
    reached = me.reached
    return form.MeForm(
        me.language, me.zone, _hours(reached.hours), reached.quiet, reached.digest_at
    )


def _hours(week: tuple[DayHours, ...]) -> HoursForm:
    """Return a kept week as the form writes one: the same hours daily, Saturday perhaps apart."""
    usual = next((day.blocks for day in week if day.weekday != SATURDAY), ())
    own = next((day.blocks for day in week if day.weekday == SATURDAY), ())
    apart = own if usual and own != usual else ()
    days = tuple(day.weekday for day in week if day.weekday != SATURDAY or not apart)
    return HoursForm(
        days=days or WEEKDAYS, hours=", ".join(usual or own), saturday=", ".join(apart)
    )


def _speak(visit: Visit, wanted: str) -> Answer:
    visit.act(prefer_language, language=wanted)
    return language_chosen(visit.speaking(wanted).t)
