"""The buttons people meet in messages about a request."""

from collections.abc import Sequence
from uuid import UUID

from bot.notices.people import PersonRef
from bot.views.blocks import Choice, Element, button, select
from bot.views.buttons import HOLDS, about
from bot.views.ids import Id
from bot.views.payload import Payload, dump
from bot.views.translate import Translator


def answer(request_id: UUID, t: Translator) -> Element:
    value = about(request_id)
    return button(t.c("request", "Answer"), Id.REQUEST_ANSWER, value, style="primary")


def acknowledge(request_id: UUID, t: Translator) -> Element:
    choices = [Choice(t(text), about(request_id, when)) for when, text in HOLDS.items()]
    return select(t("I'm on it"), Id.REQUEST_ACK, choices)


def pass_on(request_id: UUID, candidates: Sequence[PersonRef], t: Translator) -> list[Element]:
    """Return the menu of those who could take it; none where there is nobody else."""
    choices = [
        Choice(t.person(person), dump(Payload(id=request_id, person=person.id)))
        for person in candidates
    ]
    return [select(t("Pass to…"), Id.REQUEST_HAND_ON, choices)] if choices else []


def show(request_id: UUID, t: Translator) -> Element:
    return button(t("See the request"), Id.REQUEST_SHOW, about(request_id))


def withdraw(request_id: UUID, t: Translator) -> Element:
    return button(t.c("request", "Withdraw"), Id.REQUEST_WITHDRAW, about(request_id))


def reopen(request_id: UUID, t: Translator) -> Element:
    return button(t("Not what I asked"), Id.REQUEST_REOPEN, about(request_id))


def new(t: Translator) -> Element:
    return button(t("New request"), Id.REQUEST_NEW)
