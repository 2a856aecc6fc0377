"""Rotas: shown to whoever is in them, kept in a form by whoever leads sales."""

from bot.rules.contacts import score_of
from bot.rules.rota import Filter, RotaDraft
from bot.rules.rota_lines import line_of, read_people
from bot.rules.value_words import SUBS, Sub, language_code
from bot.usecases.rota import (
    OpenedRota,
    add_rota,
    change_rota,
    open_new_rota,
    open_rota,
    remove_rota,
    rota_named,
    show_rotas,
)
from bot.views import Message
from bot.views.blocks import View
from bot.views.modals import rota as form
from bot.views.payload import ForgedPayload, Payload
from bot.views.rota import rota_board, rota_saved
from handlers.answering import Answer, Wrong
from handlers.forms import AGREEMENT, Submission
from handlers.payloads import Press
from handlers.visit import Visit

REVISION = "r"


def show(visit: Visit, text: str) -> Answer:
    """`/sla rota [new | name]`."""
    found = SUBS.at_start(text)
    agreement_id = visit.agreement.id
    if found is not None and found.meaning is Sub.NEW:
        opened = visit.ask(open_new_rota, agreement_id=agreement_id)
        return _form(visit, opened, Payload(id=agreement_id, choice=AGREEMENT))
    if text:
        rota_id = visit.ask(rota_named, agreement_id=agreement_id, name=text)
        return _edit(visit, Payload(id=rota_id))
    return rota_board(visit.ask(show_rotas, agreement_id=agreement_id), visit.t)


def pressed_edit(visit: Visit, press: Press) -> Answer:
    return _edit(visit.in_agreement_of_rota(press.subject_id), press.payload)


def pressed_remove(visit: Visit, press: Press) -> Answer:
    there = visit.in_agreement_of_rota(press.subject_id)
    return rota_saved(there.act(remove_rota, rota_id=press.subject_id), there.t)


def submitted(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_rota(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    place = filled.place or None
    if sent.agreement_id is not None:
        there = visit.in_agreement_of(sent.agreement_id)
        draft = _draft(filled)
        added = there.act(add_rota, agreement_id=sent.agreement_id, draft=draft, place=place)
        return rota_saved(added, there.t)
    there = visit.in_agreement_of_rota(sent.subject_id)
    changed = there.act(
        change_rota,
        rota_id=sent.subject_id,
        revision=_revision(sent),
        draft=_draft(filled),
        place=place,
    )
    return rota_saved(changed, there.t)


def _edit(visit: Visit, about: Payload) -> View:
    opened = visit.ask(open_rota, rota_id=about.id)
    return _form(visit, opened, Payload(id=about.id, choice=f"{REVISION}{opened.revision}"))


def _form(visit: Visit, opened: OpenedRota, payload: Payload) -> View:
    draft, takes = opened.draft, opened.draft.filter
    filled = form.RotaForm(
        name=draft.name,
        segments=", ".join(takes.segments),
        languages=", ".join(takes.languages),
        score_from="" if takes.score_from is None else str(takes.score_from),
        score_to="" if takes.score_to is None else str(takes.score_to),
        people="\n".join(line_of(seat, visit.t.language) for seat in draft.people),
        falls_through=draft.falls_through,
        place=opened.place,
        places=opened.places,
        is_default=opened.is_default,
    )
    return form.build_rota(filled, visit.t, payload=payload)


def _draft(filled: form.RotaForm) -> RotaDraft:
    return RotaDraft(
        name=filled.name,
        people=read_people(filled.people),
        filter=Filter(
            segments=filled.split_segments,
            languages=tuple(language_code(each) for each in filled.split_languages),
            score_from=score_of(filled.score_from),
            score_to=score_of(filled.score_to),
        ),
        falls_through=filled.falls_through,
    )


def _revision(sent: Submission) -> int:
    """Return the revision the form was opened with. Raises ``ForgedPayload``."""
    number = sent.payload.choice.removeprefix(REVISION)
    if not number.isdecimal() or not number.isascii():
        raise ForgedPayload("revision")
    return int(number)
