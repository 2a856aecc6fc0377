"""An agreement is set up once, by somebody with the right, and told to its channel."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlmodel import Session, col, select

from bot.notices.agreements import AgreementSetUp, AgreementStarted
from bot.rules.agreement import (
    ChannelFacts,
    ChannelShared,
    ChannelTaken,
    LeadsBothSides,
    NameTaken,
    NoRep,
    NoSuchPeople,
    SetupFacts,
    SideFacts,
    UnknownCountry,
    UnknownRegion,
    WindowFacts,
)
from bot.rules.opening_hours import NeverOpens
from bot.rules.refusals import NotAllowed, NotAMember, Refusal
from bot.rules.rota import Filter, OutsideSales, RotaDraft, SeatDraft, TwiceInRota
from bot.usecases.actors import agreement_for, ref_of
from bot.usecases.agreement import set_up_agreement, show_agreement
from bot.usecases.clocks.promises import promises_of
from models import (
    Agreement,
    AgreementVersion,
    Calendar,
    Event,
    Membership,
    Outbox,
    Person,
    Responsibility,
    Rota,
    RotaPlace,
    Window,
)
from models.database import Database
from tests.usecases.builders import MONDAY, acts, make_person, make_workspace
from tests.usecases.told import told

NAMES = ("Marta", "Mateo", "Carla", "Ana", "Bruno", "Elena", "Alba", "Diego")
FACTS = SetupFacts(
    name="Leads",
    kind="marketing_sales",
    channel=ChannelFacts("CLEADS", "leads"),
    celebrations=ChannelFacts("CEQUIPO", "equipo"),
    marketing=SideFacts(("@marta",), ("mateo@example.com",)),
    sales=SideFacts(("UCARLA",), ("@ana", "Bruno")),
    management=SideFacts(members=("@elena",)),
    zone="America/Bogota",
    country="CO",
    language="es",
    currency="COP",
    week=dict.fromkeys(range(5), (("08:00", "12:00"), ("14:00", "18:00"))),
    windows=(
        WindowFacts("first_touch", 4 * 3600),
        WindowFacts("accept", 86_400, around_the_clock=True),
    ),
    extra_holidays=((date(2026, 12, 24), "Cierre"),),
)


class Office:
    """A workspace with its people, before any agreement."""

    def __init__(self, session: Session) -> None:
        make_workspace(session)
        self.session = session
        self.people = {name: make_person(session, name, is_admin=name == "Alba") for name in NAMES}

    def __getitem__(self, name: str) -> Person:
        return self.people[name]

    def set_up(self, facts: SetupFacts = FACTS, by: str = "Alba") -> AgreementSetUp:
        return set_up_agreement(self.session, now=MONDAY, actor=acts(self[by]), facts=facts)

    def name_of(self, person_id: object) -> str:
        return next(name for name, person in self.people.items() if person.id == person_id)


@pytest.fixture
def office(database: Database) -> Iterator[Office]:
    with database.writing() as session:
        yield Office(session)


def test_the_channel_reads_who_set_the_bot_up_and_what_was_agreed(office: Office) -> None:
    office.set_up()

    (started,) = told(office.session, "CLEADS")
    assert isinstance(started, AgreementStarted)
    assert started.by == ref_of(office["Alba"])
    assert started.terms.sales_leads == (ref_of(office["Carla"]),)
    assert [rep.name for rep in started.terms.reps] == ["Ana", "Bruno"]
    assert [(each.stage, each.target) for each in started.terms.windows] == [
        ("first_touch", 14_400),
        ("accept", 86_400),
    ]
    assert [hours.weekday for hours in started.terms.hours] == [0, 1, 2, 3, 4]
    assert started.terms.hours[0].blocks == ("08:00-12:00", "14:00-18:00")


def test_the_holidays_told_are_those_of_the_year_and_the_sides_called_by_their_names(
    office: Office,
) -> None:
    """Colombia has 19 in 2026; the 24th of December is the company's own."""
    office.set_up(replace(FACTS, kind="client_agency"))

    (started,) = told(office.session, "CLEADS")
    assert isinstance(started, AgreementStarted)
    assert started.terms.holidays == 19 + 1
    assert {each.party for each in started.terms.windows} == {"client"}


def test_everybody_gets_one_part_and_reps_their_place_in_the_rota(office: Office) -> None:
    office.set_up()

    parts = office.session.exec(select(Membership)).all()
    assert {office.name_of(part.person_id): (part.party, part.role) for part in parts} == {
        "Marta": ("marketing", "lead"),
        "Mateo": ("marketing", "member"),
        "Carla": ("sales", "lead"),
        "Ana": ("sales", "member"),
        "Bruno": ("sales", "member"),
        "Elena": ("management", "member"),
    }
    places = office.session.exec(select(RotaPlace).order_by(col(RotaPlace.position))).all()
    assert [office.name_of(place.person_id) for place in places] == ["Ana", "Bruno"]


ROTAS = (
    RotaDraft("Big", (SeatDraft("@bruno", 2, 10), SeatDraft("@carla")), Filter(("Big",))),
    RotaDraft("Rest", (SeatDraft("@ana"),), falls_through=True),
)


def test_rotas_of_the_file_stand_before_that_of_the_reps(office: Office) -> None:
    office.set_up(replace(FACTS, rotas=ROTAS))

    rows = office.session.exec(
        select(Rota, RotaPlace)
        .join(RotaPlace, col(RotaPlace.rota_id) == col(Rota.id))
        .order_by(col(Rota.is_default), col(Rota.position), col(RotaPlace.position))
    ).all()
    assert [(rota.name, office.name_of(place.person_id)) for rota, place in rows] == [
        ("Big", "Bruno"),
        ("Big", "Carla"),
        ("Rest", "Ana"),
        ("", "Ana"),
        ("", "Bruno"),
    ]
    assert (rows[0][1].weight, rows[0][1].daily_cap) == (2, 10)
    assert [rota.falls_through for rota, _ in rows] == [False, False, True, False, False]


def test_the_same_rotas_again_change_nothing_however_people_are_named(office: Office) -> None:
    office.set_up(replace(FACTS, rotas=ROTAS))
    renamed = replace(ROTAS[0], people=(SeatDraft("UBRUNO", 2, 10), SeatDraft("Carla")))

    again = office.set_up(replace(FACTS, rotas=(renamed, ROTAS[1])))

    assert not again.is_new
    with pytest.raises(ChannelTaken):
        office.set_up(replace(FACTS, rotas=ROTAS[1:]))


@pytest.mark.parametrize(
    ("people", "refusal"),
    [
        pytest.param((SeatDraft("@nobody"),), NoSuchPeople, id="somebody unknown"),
        pytest.param((SeatDraft("@mateo"),), OutsideSales, id="somebody of marketing"),
        pytest.param((SeatDraft("@ana"), SeatDraft("UANA")), TwiceInRota, id="somebody twice"),
    ],
)
def test_a_rota_of_the_wrong_people_sets_nothing_up(
    office: Office, people: tuple[SeatDraft, ...], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        office.set_up(replace(FACTS, rotas=(RotaDraft("Big", people),)))

    assert office.session.exec(select(Agreement)).all() == []


def test_a_lead_who_sells_too_is_a_lead_with_a_place_in_the_rota(office: Office) -> None:
    office.set_up(replace(FACTS, sales=SideFacts(("@carla",), ("@ana", "@carla"))))

    carla = office["Carla"].id
    part = office.session.exec(select(Membership).where(Membership.person_id == carla)).one()
    assert part.role == "lead"
    assert office.session.exec(select(RotaPlace).where(RotaPlace.person_id == carla)).one()


def test_its_windows_are_ready_for_the_clocks(office: Office) -> None:
    done = office.set_up()

    promises = promises_of(office.session, done.agreement_id, 1)

    assert set(promises) == {"first_touch", "accept"}
    windows = {window.stage: window for window in office.session.exec(select(Window)).all()}
    touch = windows["first_touch"]
    assert (touch.reminders, touch.manager_after, touch.offer_after) == ([50, 75], 3600, 14_400)
    assert windows["accept"].around_the_clock
    assert promises["first_touch"].hours.is_open(MONDAY)


def test_the_hours_know_the_national_holidays_and_the_house_s_own(office: Office) -> None:
    office.set_up()

    calendar = office.session.exec(select(Calendar)).one()
    assert calendar.holidays["2026-07-20"] == "Día de la Independencia"
    assert calendar.holidays["2026-12-24"] == "Cierre"
    assert "2035-01-01" in calendar.holidays
    assert calendar.week["5"] == []


def test_holidays_speak_the_language_of_the_agreement(office: Office) -> None:
    office.set_up(replace(FACTS, language="en"))

    calendar = office.session.exec(select(Calendar)).one()
    assert calendar.holidays["2026-07-20"] == "Independence Day"


def test_a_region_has_its_own_holidays(office: Office) -> None:
    office.set_up(replace(FACTS, country="ES", region="CT", zone="Europe/Madrid"))

    assert "2026-09-11" in office.session.exec(select(Calendar)).one().holidays


def test_who_works_on_national_holidays_may_say_so(office: Office) -> None:
    office.set_up(replace(FACTS, national_holidays=False))

    assert office.session.exec(select(Calendar)).one().holidays == {"2026-12-24": "Cierre"}


def test_six_areas_wait_for_their_owners(office: Office) -> None:
    office.set_up()

    areas = office.session.exec(select(Responsibility)).all()
    assert {area.slug for area in areas} == {
        "content",
        "seo",
        "social",
        "follow-up",
        "crm",
        "urgent",
    }
    assert {area.owner_id for area in areas} == {None}


def test_version_one_and_the_history_say_who_and_when(office: Office) -> None:
    done = office.set_up()

    version = office.session.exec(select(AgreementVersion)).one()
    assert (version.number, version.accepted_by) == (1, office["Alba"].id)
    event = office.session.exec(select(Event)).one()
    assert (event.kind, event.actor_id, event.subject_id) == (
        "agreement_set_up",
        office["Alba"].id,
        done.agreement_id,
    )


def test_it_is_enforced_from_the_set_up_or_the_moment_agreed(office: Office) -> None:
    earlier = MONDAY - timedelta(days=400)

    office.set_up(replace(FACTS, enforced_from=earlier))
    office.set_up(other(FACTS))

    agreements = office.session.exec(select(Agreement).order_by(Agreement.name)).all()
    assert [agreement.enforced_from for agreement in agreements] == [earlier, MONDAY]


def test_its_people_find_it_and_others_do_not(office: Office) -> None:
    office.set_up()

    ana = acts(office["Ana"])
    found = agreement_for(office.session, now=MONDAY, actor=ana, channel_id="CLEADS")
    terms = show_agreement(office.session, now=MONDAY, actor=ana, agreement_id=found.id)
    assert (found.name, terms.name) == ("Leads", "Leads")
    with pytest.raises(NotAMember):
        show_agreement(
            office.session, now=MONDAY, actor=acts(office["Diego"]), agreement_id=found.id
        )


def test_an_agency_takes_marketings_place_and_its_client_that_of_sales(office: Office) -> None:
    office.set_up(replace(FACTS, kind="client_agency"))

    agreement = office.session.exec(select(Agreement)).one()
    marta = office["Marta"].id
    part = office.session.exec(select(Membership).where(Membership.person_id == marta)).one()
    assert (agreement.kind, part.party) == ("client_agency", "marketing")


def test_the_same_set_up_again_changes_nothing_and_says_so(office: Office) -> None:
    first = office.set_up()
    renamed = replace(
        FACTS,
        channel=ChannelFacts("CLEADS", "leads-2026"),
        sales=SideFacts(("@carla",), ("ana@example.com", "UBRUNO")),
    )

    again = office.set_up(renamed)

    assert (first.is_new, again.is_new) == (True, False)
    assert again.agreement_id == first.agreement_id
    assert len(office.session.exec(select(Agreement)).all()) == 1
    assert len(office.session.exec(select(Outbox)).all()) == 1
    assert len(office.session.exec(select(Event)).all()) == 1


def test_its_leads_may_set_up_the_same_again(office: Office) -> None:
    office.set_up()

    assert not office.set_up(by="Carla").is_new
    assert not office.set_up(by="Marta").is_new


def other(facts: SetupFacts) -> SetupFacts:
    return replace(
        facts,
        name="Other",
        channel=ChannelFacts("COTHER", "other"),
        celebrations=ChannelFacts("COTHER", "other"),
    )


def test_a_second_agreement_lives_beside_the_first(office: Office) -> None:
    first = office.set_up()

    second = office.set_up(other(FACTS))

    assert second.is_new
    assert second.agreement_id != first.agreement_id


def test_other_facts_in_the_same_channel_are_refused(office: Office) -> None:
    office.set_up()

    with pytest.raises(ChannelTaken) as refused:
        office.set_up(replace(FACTS, name="Other"))
    assert vars(refused.value) == {"channel": "leads", "agreement": "Leads"}
    with pytest.raises(ChannelTaken):
        office.set_up(replace(FACTS, zone="America/Lima"))


def test_other_facts_under_the_same_name_are_refused(office: Office) -> None:
    office.set_up()

    with pytest.raises(NameTaken) as refused:
        office.set_up(replace(other(FACTS), name=" LEADS "))
    assert refused.value.name == "Leads"


@pytest.mark.parametrize("by", ["Marta", "Mateo", "Carla", "Ana", "Elena", "Diego"])
def test_only_an_admin_sets_up_what_is_not_there(office: Office, by: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        office.set_up(by=by)

    assert refused.value.action == "set_up"
    assert office.session.exec(select(Agreement)).all() == []


@pytest.mark.parametrize("by", ["Mateo", "Ana", "Elena", "Diego"])
def test_members_do_not_set_up_again(office: Office, by: str) -> None:
    office.set_up()

    with pytest.raises(NotAllowed):
        office.set_up(by=by)


def test_leading_one_agreement_gives_no_right_to_set_up_another(office: Office) -> None:
    office.set_up()

    with pytest.raises(NotAllowed):
        office.set_up(other(FACTS), by="Carla")


REFUSED: dict[str, tuple[SetupFacts, type[Refusal]]] = {
    "a channel others read": (
        replace(FACTS, channel=ChannelFacts("C1", "partners", is_shared=True)),
        ChannelShared,
    ),
    "a country nobody knows": (replace(FACTS, country="XX"), UnknownCountry),
    "a country in three letters": (replace(FACTS, country="COL"), UnknownCountry),
    "a country in words": (replace(FACTS, country="Colombia"), UnknownCountry),
    "a region of another country": (replace(FACTS, region="CT"), UnknownRegion),
    "no opening": (replace(FACTS, week={}), NeverOpens),
    "one person on both ends": (replace(FACTS, marketing=SideFacts(("@carla",))), LeadsBothSides),
    "nobody to sell": (replace(FACTS, sales=SideFacts(("@carla",))), NoRep),
}


def set_up_by_alba(database: Database, facts: SetupFacts) -> None:
    with database.writing() as session:
        alba = session.exec(select(Person).where(Person.name == "Alba")).one()
        set_up_agreement(session, now=MONDAY, actor=acts(alba), facts=facts)


@pytest.mark.parametrize(("facts", "refusal"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_kept_leaves_nothing_behind(
    database: Database, facts: SetupFacts, refusal: type[Refusal]
) -> None:
    with database.writing() as session:
        Office(session)

    with pytest.raises(refusal):
        set_up_by_alba(database, facts)

    with database.reading() as session:
        assert session.exec(select(Agreement)).all() == []
        assert session.exec(select(Outbox)).all() == []


def test_all_unknown_people_are_named_at_once(office: Office) -> None:
    facts = replace(FACTS, marketing=SideFacts(("@nobody",), ("@mateo", "x@y.z", "@nobody")))

    with pytest.raises(NoSuchPeople) as refused:
        office.set_up(facts)

    assert refused.value.names == ("@nobody", "x@y.z")


def test_people_of_other_organisations_are_unknown(office: Office) -> None:
    office["Ana"].is_stranger = True
    office.session.flush()

    with pytest.raises(NoSuchPeople) as refused:
        office.set_up()

    assert refused.value.names == ("@ana",)


def test_another_workspace_may_use_the_same_names(office: Office) -> None:
    office.set_up()
    make_workspace(office.session, "T2")
    there = {
        name: make_person(office.session, name, team_id="T2", is_admin=name == "Alba")
        for name in NAMES
    }

    done = set_up_agreement(office.session, now=MONDAY, actor=acts(there["Alba"]), facts=FACTS)

    assert done.is_new
    assert done.terms.sales_leads == (ref_of(there["Carla"]),)
