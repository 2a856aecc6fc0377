"""Whatever waits for somebody is listed wherever they ask: theirs, their cover's, their side's."""

from datetime import timedelta

import pytest

from bot.notices.digests import Digest
from bot.notices.home import HomeFacts
from bot.notices.people import Reader
from bot.rules.requests import RequestKind
from bot.usecases.home import home
from bot.usecases.leads.late import late_leads_of
from bot.usecases.requests.listing import list_requests
from bot.views.digests import digest
from bot.views.home import home_view
from bot.views.requests import request_list
from bot.views.translate import Translator
from bot.views.waiting import next_actions
from models import Person
from models.database import Database
from tests.usecases.builders import acts, make_absence
from tests.usecases.requestwork import RequestDay

ES = Translator(Reader("es", "America/Bogota", "CO"))
EN = Translator(Reader("en", "America/Bogota", "CO"))


@pytest.fixture
def day(database: Database) -> RequestDay:
    return RequestDay(database)


def theirs(day: RequestDay, person: Person) -> HomeFacts:
    with day.database.reading() as session:
        return home(session, now=day.now, actor=acts(person))


def told(day: RequestDay, person: Person, t: Translator = ES) -> str:
    return str(next_actions(theirs(day, person), t).blocks)


def tab(day: RequestDay, person: Person) -> str:
    return str(home_view(theirs(day, person), ES))


def test_a_request_waits_for_whoever_answers_for_its_area(day: RequestDay) -> None:
    asked = day.asks(day.cast.ana)

    mine = theirs(day, day.cast.mateo)

    assert [each.id for each in mine.requests] == [asked]
    assert "1 asunto pendiente" in told(day, day.cast.mateo)
    assert "¿Qué palabras buscan?" in told(day, day.cast.mateo)
    assert "¿Qué palabras buscan?" in tab(day, day.cast.mateo)
    assert theirs(day, day.cast.ana).requests == ()


def test_a_cover_s_list_has_the_requests_of_whoever_is_away(day: RequestDay) -> None:
    asked = day.asks(day.cast.ana)
    with day.database.writing() as session:
        make_absence(session, day.cast.mateo, cover=day.cast.marta)

    assert [each.id for each in theirs(day, day.cast.marta).requests] == [asked]


def test_a_request_nobody_answers_waits_for_the_lead_of_the_side_asked(day: RequestDay) -> None:
    asked = day.asks(day.cast.mateo, area="crm", kind=RequestKind.URGENT)

    assert [each.id for each in theirs(day, day.cast.carla).unowned_requests] == [asked]
    assert "1 asunto pendiente" in told(day, day.cast.carla)
    assert "¿Qué palabras buscan?" in told(day, day.cast.carla)
    assert "¿Qué palabras buscan?" in tab(day, day.cast.carla)
    for other in (day.cast.ana, day.cast.marta):
        assert theirs(day, other).unowned_requests == ()

    day.until("11:00:01")

    with day.database.reading() as session:
        here = day.cast.agreement_id
        listed = list_requests(session, now=day.now, actor=acts(day.cast.carla), agreement_id=here)
    assert [each.id for each in listed.unowned] == [asked]
    assert listed.late == ()
    assert "¿Qué palabras buscan?" in str(request_list(listed, ES).blocks)


def test_late_and_unowned_leads_of_the_team_wait_for_the_sales_lead_alone(day: RequestDay) -> None:
    late = day.lead_arrives("Acme", email="l@acme.example")
    day.until("13:00:01")
    fresh = day.lead_arrives("Faro", email="l@faro.example", at="13:00:01")

    carla = theirs(day, day.cast.carla)

    assert ([each.lead.id for each in carla.led], carla.total_led) == ([late], 1)
    assert fresh not in {each.lead.id for each in carla.led}
    assert "1 thing is waiting for you." in told(day, day.cast.carla, EN)
    assert "(Acme)" in tab(day, day.cast.carla)
    for other in (day.cast.marta, day.cast.ana, day.cast.bruno, day.cast.elena):
        assert theirs(day, other).total_led == 0


def test_what_is_beyond_three_is_counted_by_kind_with_the_way_to_it(day: RequestDay) -> None:
    for number in range(8):
        day.lead_arrives(f"Empresa {number}", email=f"l@e{number}.example")
    day.asks(day.cast.marta, area="urgent", kind=RequestKind.URGENT)
    day.asks(day.cast.marta, "¿Y el portal?", area="urgent", kind=RequestKind.INFORMATION)

    said = told(day, day.cast.ana, EN)

    assert "6 things are waiting for you." in said
    assert "and 2 more leads: `/sla leads mine`" in said
    assert "and 1 more request: `/sla requests`" in said


def test_whoever_has_nothing_to_do_with_the_open_requests_is_told_so(day: RequestDay) -> None:
    day.asks(day.cast.ana)
    with day.database.reading() as session:
        here = day.cast.agreement_id
        listed = list_requests(session, now=day.now, actor=acts(day.cast.elena), agreement_id=here)

    assert "Ninguna espera tu respuesta" in str(request_list(listed, ES).blocks)


def test_the_summary_of_the_morning_counts_what_is_late_already(day: RequestDay) -> None:
    late = day.lead_arrives("Acme", email="l@acme.example")
    day.until("13:00")
    assert _late_of(day, day.cast.ana) == set()
    day.until("13:00:01")

    assert _late_of(day, day.cast.ana) == {late}
    assert _late_of(day, day.cast.bruno) == set()
    said = digest(Digest((), more=2, late=11), EN)
    assert said.text == "You have 13 things waiting."
    assert "11 of them are leads past their window already" in str(said.blocks)


def _late_of(day: RequestDay, person: Person) -> set[object]:
    with day.database.reading() as session:
        found = late_leads_of(
            session,
            now=day.now + timedelta(seconds=1),
            team_id=person.team_id,
            slack_id=person.slack_id,
        )
    return set(found)
