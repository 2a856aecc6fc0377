"""What is asked of an area: filed in words or a form, answered, passed on, withdrawn, listed."""

from uuid import UUID

from bot.notices.requests import RequestCard
from bot.notices.responsibilities import AreaFacts
from bot.rules.phrases.mentions import people_in, without_people
from bot.rules.public_id import REQUEST_PREFIX, as_public_id
from bot.rules.refusals import HoldTooLong
from bot.rules.requests import LONGEST_REQUEST, RequestKind, area_asked, read_request
from bot.rules.responsibilities import AreaName
from bot.rules.value_words import SUBS, Sub
from bot.usecases.requests.answering import acknowledge_request, answer_request
from bot.usecases.requests.asking_again import reopen_request, withdraw_request
from bot.usecases.requests.cards import show_request
from bot.usecases.requests.filing import RequestDraft, areas_to_ask, file_request
from bot.usecases.requests.listing import list_requests, why_request
from bot.usecases.requests.passing import pass_request
from bot.views import Message
from bot.views.modals import requests as form
from bot.views.requests import request_card, request_list
from bot.views.story import request_story
from handlers.answering import Answer, Wrong
from handlers.forms import Submission, carrying
from handlers.moments import HOLDS, chosen_moment
from handlers.payloads import Press
from handlers.typed import called, moment
from handlers.visit import Visit


def request(visit: Visit, text: str) -> Answer:
    """`/sla request [R-Q2XA, new, what is needed]`: a list, a card, the form, or filed at once."""
    found = SUBS.at_start(text)
    if found is not None and found.meaning is Sub.NEW:
        return _new(visit, found.rest)
    if is_named(text):
        return _card(visit, text)
    if text and not (found is not None and found.meaning is Sub.MINE and not found.rest):
        return _asked(visit, text)
    return request_list(visit.ask(list_requests, agreement_id=visit.agreement.id), visit.t)


def is_named(text: str) -> bool:
    """Say whether a text is the short id of a request, prefix and all."""
    is_request = text.strip().upper().startswith(REQUEST_PREFIX)
    return is_request and as_public_id(text, REQUEST_PREFIX) is not None


def why(visit: Visit, text: str) -> Answer:
    """`/sla why R-Q2XA`."""
    story = visit.ask(why_request, agreement_id=visit.agreement.id, request=text)
    return request_story(story, visit.t)


def acknowledge(visit: Visit, text: str) -> Answer:
    """`/sla ack R-Q2XA today`; without a moment, the request and its menu of them."""
    name, _, when = text.partition(" ")
    if not when.strip():
        return _card(visit, name)
    until = moment(visit, when)
    there = visit.agreement.id
    card = visit.act(acknowledge_request, agreement_id=there, request=name, until=until)
    return _shown(card, visit)


def pressed_show(visit: Visit, press: Press) -> Answer:
    return _shown(visit.ask(show_request, request=press.subject_id), visit)


def pressed_answer(visit: Visit, press: Press) -> Answer:
    return form.build_answer(_of(visit, press.subject_id).request, visit.t)


def pressed_ack(visit: Visit, press: Press) -> Answer:
    there = visit.in_agreement_of_request(press.subject_id)
    until = chosen_moment(there, HOLDS, press.payload.choice)
    try:
        card = visit.act(acknowledge_request, request=press.subject_id, until=until)
    except HoldTooLong as limit:
        # What the menu offers may be longer than this window allows: then as long as it does.
        card = visit.act(acknowledge_request, request=press.subject_id, until=limit.latest)
    return _shown(card, visit)


def pressed_pass(visit: Visit, press: Press) -> Answer:
    """Pass it to the person chosen from the menu of those who could take it."""
    card = visit.act(pass_request, request=press.subject_id, to=press.payload.person)
    return _shown(card, visit)


def pressed_withdraw(visit: Visit, press: Press) -> Answer:
    return _shown(visit.act(withdraw_request, request=press.subject_id), visit)


def pressed_reopen(visit: Visit, press: Press) -> Answer:
    return form.build_reopen(_of(visit, press.subject_id).request, visit.t)


def submitted(visit: Visit, sent: Submission) -> Message | Wrong:
    there = visit.in_agreement_of(sent.subject_id)
    slugs = [area.slug for area in _areas(there)]
    filled = form.parse_request(sent.values, there.t, areas=slugs)
    if isinstance(filled, dict):
        return filled
    draft = RequestDraft(
        text=filled.text,
        area=filled.area,
        kind=RequestKind(filled.kind),
        client=_client(filled.client),
        channel_id=sent.payload.channel,
        thread=sent.payload.ts,
    )
    return _shown(there.act(file_request, agreement_id=there.agreement.id, draft=draft), there)


def submitted_answer(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_answer(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    return _shown(visit.act(answer_request, request=sent.subject_id, text=filled.text), visit)


def submitted_reopen(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_reopen(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    return _shown(visit.act(reopen_request, request=sent.subject_id, why=filled.text), visit)


def shortcut(visit: Visit, note: str) -> Answer:
    """The message shortcut "Turn into a request": the message is what is needed."""
    return _new(visit, note[:LONGEST_REQUEST])


def _asked(visit: Visit, text: str) -> Answer:
    """File what was typed, if it says enough; what is missing or unclear is asked for in a form."""
    areas = _areas(visit)
    asked, hits = _read(text, areas)
    if not asked.text or len(hits) != 1:
        return _form(visit, asked, areas, hits)
    draft = RequestDraft(asked.text, hits[0].slug, RequestKind(asked.kind), asked.client)
    return _shown(visit.act(file_request, agreement_id=visit.agreement.id, draft=draft), visit)


def _new(visit: Visit, text: str) -> Answer:
    areas = _areas(visit)
    asked, hits = _read(text, areas)
    return _form(visit, asked, areas, hits)


def _form(
    visit: Visit,
    asked: form.RequestForm,
    areas: tuple[AreaFacts, ...],
    hits: tuple[AreaName, ...],
) -> Answer:
    area = hits[0].slug if len(hits) == 1 else ""
    filled = form.RequestForm(asked.text, asked.kind, area, asked.client)
    view = form.build_request(filled, visit.t, areas=areas)
    place = (visit.channel_id, visit.message_ts) if visit.message_ts else ("", "")
    return carrying(view, agreement_id=visit.agreement.id, channel=place[0], ts=place[1])


def _read(text: str, areas: tuple[AreaFacts, ...]) -> tuple[form.RequestForm, tuple[AreaName, ...]]:
    """Take what was typed apart; the first person named is whom it is asked for."""
    people = people_in(text)
    asked = read_request(without_people(text))
    names = [AreaName(area.slug, area.name_en, area.name_es, area.synonyms) for area in areas]
    client = asked.client or (f"@{called(people[0])}" if people else "")
    hits = area_asked(asked, names)
    return form.RequestForm(asked.text, asked.kind.value, "", client), hits


def _client(typed: str) -> str:
    """Return a person named with @ as one, and anything else as it was typed."""
    people = people_in(typed)
    return f"@{called(people[0])}" if people else typed


def _areas(visit: Visit) -> tuple[AreaFacts, ...]:
    return visit.ask(areas_to_ask, agreement_id=visit.agreement.id)


def _card(visit: Visit, text: str) -> Answer:
    found = visit.ask(show_request, agreement_id=visit.agreement.id, request=text)
    return _shown(found, visit)


def _of(visit: Visit, request_id: UUID) -> RequestCard:
    return visit.ask(show_request, request=request_id)


def _shown(card: RequestCard, visit: Visit) -> Message:
    return request_card(card, visit.t)
