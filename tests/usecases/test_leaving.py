"""Who leaves the workspace leaves areas and promises; their side's leads hear of them once."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest

from bot.notices.commitments import CommitmentDue
from bot.notices.leaving import PersonLeft
from bot.rules.directory import SlackPerson
from bot.rules.smart import CommitmentDraft
from bot.usecases.commitments import make_commitment
from bot.usecases.occasions import fire_due_occasions
from bot.usecases.people import keep_people
from models.database import Database
from tests.usecases.builders import MONDAY, acts
from tests.usecases.test_responsibilities import Areas
from tests.usecases.told import kinds_told, told


class Office(Areas):
    """The six areas, CRM Ana's, and a promise of hers due on Thursday."""

    def ana_promises(self) -> None:
        draft = CommitmentDraft(
            text="Llamar a los clientes dormidos",
            quantity=Decimal(20),
            due_at=MONDAY + timedelta(days=3, hours=4),
            reason="Tres cancelaron en enero",
        )
        make_commitment(
            self.session,
            now=MONDAY,
            actor=acts(self.cast.ana),
            agreement_id=self.cast.agreement_id,
            draft=draft,
        )

    def slack_says(self, *, gone: bool) -> None:
        ana = SlackPerson(
            slack_id="UANA",
            handle="ana",
            name="Ana",
            email="ana@example.com",
            zone="America/Bogota",
            locale="es-LA",
            is_deactivated=gone,
            is_guest=False,
            is_stranger=False,
        )
        keep_people(self.session, now=MONDAY, team_id="T1", people=[ana])

    def left(self, slack_id: str) -> list[PersonLeft]:
        return [each for each in told(self.session, slack_id) if isinstance(each, PersonLeft)]


@pytest.fixture
def office(database: Database) -> Iterator[Office]:
    with database.writing() as session:
        yield Office(session)


def test_the_leads_of_their_side_are_told_once(office: Office) -> None:
    office.give(office.cast.carla, "crm", "@ana")
    office.ana_promises()

    for _ in range(3):
        office.slack_says(gone=True)

    (left,) = office.left("UCARLA")
    assert [area.slug for area in left.areas] == ["crm"]
    assert [promise.text for promise in left.commitments] == ["Llamar a los clientes dormidos"]
    assert office.left("UMARTA") == []


def test_of_somebody_with_nothing_nobody_is_told(office: Office) -> None:
    office.slack_says(gone=True)

    assert office.left("UCARLA") == []


def test_somebody_still_here_is_no_news(office: Office) -> None:
    office.give(office.cast.carla, "crm", "@ana")

    office.slack_says(gone=False)

    assert office.left("UCARLA") == []


def test_of_their_promise_the_lead_of_their_side_is_asked(office: Office) -> None:
    office.ana_promises()
    office.slack_says(gone=True)

    for hours in range(5 * 24):
        fire_due_occasions(office.session, now=MONDAY + timedelta(hours=hours), limit=10)

    asked = [each for each in told(office.session, "UCARLA") if isinstance(each, CommitmentDue)]
    assert asked
    assert all(each.instead for each in asked)
    assert kinds_told(office.session, "UANA") == []
