"""Many messages about requests become few, and keep a way to each of them."""

from dataclasses import replace
from uuid import uuid4

from bot.notices.requests import FlaggedRequest, RequestMissed, RequestsFlagged
from bot.views.examples.requests import REQUEST
from bot.views.ids import Id
from tests.delivery.office import VENTAS, Office, flag
from tests.usecases.builders import MONDAY


def missed() -> RequestMissed:
    return RequestMissed(replace(REQUEST, id=uuid4()), MONDAY)


def flagged(public_id: str) -> RequestsFlagged:
    line = FlaggedRequest(uuid4(), public_id, "asset", REQUEST.area, None)
    return RequestsFlagged("Leads", (line,))


def test_six_due_at_once_come_as_one_with_a_button_each(office: Office) -> None:
    for _ in range(6):
        office.owe(missed())

    office.later(minutes=1)

    (digest,) = office.messages("@ana")
    assert str(digest["blocks"]).count(Id.REQUEST_SHOW.value) == 6
    assert office.states() == {"MERGED": 6, "SENT": 1}


def test_five_due_at_once_come_one_by_one(office: Office) -> None:
    for _ in range(5):
        office.owe(missed())

    office.later(minutes=1)

    assert len(office.messages("@ana")) == 5


def test_flags_of_requests_are_one_and_those_of_leads_another(office: Office) -> None:
    for public_id in ("R-AAAA", "R-BBBB"):
        office.owe(flagged(public_id), to=VENTAS)
    for company in ("Acme", "Beta"):
        office.owe(flag(company), to=VENTAS)

    office.later(minutes=1)

    leads, requests = sorted(office.messages("ventas"), key=lambda each: "R-AAAA" in str(each))
    assert "R-BBBB" in str(requests["blocks"])
    assert "Acme" not in str(requests["blocks"])
    assert "Beta" in str(leads["blocks"])
