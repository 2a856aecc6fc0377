"""What the CRM calls a person: mapped by the sales lead or an admin, and unlike anybody else's."""

from uuid import uuid4

import pytest
from sqlmodel import select

from bot.notices.home import PersonMapped
from bot.rules.commitments import HasNoPart
from bot.rules.refusals import (
    BadCrmId,
    BadEmail,
    CrmNameTaken,
    NoSuchPerson,
    NotAllowed,
    NotAMember,
    Refusal,
)
from bot.usecases.actors import find_person
from bot.usecases.mapping import map_person, mapped_person
from bot.usecases.people import SlackPerson, keep_people
from models import Event, Person
from models.database import Database
from tests.usecases.builders import MONDAY, Cast, acts, make_cast


@pytest.fixture
def cast(database: Database) -> Cast:
    with database.writing() as session:
        return make_cast(session)


def maps(
    database: Database, cast: Cast, by: Person, person: Person, crm_id: str, email: str = ""
) -> PersonMapped:
    with database.writing() as session:
        return map_person(
            session,
            now=MONDAY,
            actor=acts(by),
            agreement_id=cast.agreement_id,
            person=person.id,
            crm_id=crm_id,
            crm_email=email,
        )


@pytest.mark.parametrize("name", ["8812", "ANA.G@CRM.example"])
def test_a_mapped_person_is_found_by_what_the_crm_calls_them(
    database: Database, cast: Cast, name: str
) -> None:
    maps(database, cast, cast.carla, cast.ana, "8812", "ana.g@crm.example")

    with database.reading() as session:
        assert find_person(session, team_id="T1", text=name).id == cast.ana.id


def test_what_is_left_empty_is_forgotten_and_an_unknown_id_is_nobodys(
    database: Database, cast: Cast
) -> None:
    maps(database, cast, cast.carla, cast.ana, "8812")
    maps(database, cast, cast.alba, cast.ana, "")

    with database.reading() as session, pytest.raises(NoSuchPerson):
        find_person(session, team_id="T1", text="8812")


def test_whoever_left_is_mapped_by_no_form_and_by_no_name(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        gone = SlackPerson("UANA", "Ana", is_deactivated=True)
        keep_people(session, now=MONDAY, team_id="T1", people=[gone])

    with pytest.raises(NoSuchPerson):
        maps(database, cast, cast.carla, cast.ana, "8812")
    with database.reading() as session, pytest.raises(NoSuchPerson):
        find_person(session, team_id="T1", text="Ana")


def test_every_change_says_who_made_it(database: Database, cast: Cast) -> None:
    maps(database, cast, cast.carla, cast.ana, "8812")
    maps(database, cast, cast.carla, cast.ana, "8812")

    with database.reading() as session:
        (event,) = session.exec(select(Event)).all()
    assert (event.subject_id, event.actor_id) == (cast.ana.id, cast.carla.id)
    assert (event.facts["field"], event.facts["now_is"]) == ("crm_id", "8812")


@pytest.mark.parametrize(
    ("crm_id", "email"),
    [("8812", ""), ("", "bruno@example.com"), ("", "b@crm.example"), ("BRUNO@example.com", "")],
    ids=["their id", "their own e-mail", "their e-mail there", "an id that is their e-mail"],
)
def test_two_people_never_go_by_one_name(
    database: Database, cast: Cast, crm_id: str, email: str
) -> None:
    maps(database, cast, cast.carla, cast.bruno, "8812", "b@crm.example")

    with pytest.raises(CrmNameTaken) as refused:
        maps(database, cast, cast.carla, cast.ana, crm_id, email)

    assert refused.value.name == "Bruno"


@pytest.mark.parametrize(
    ("crm_id", "email", "refusal"),
    [("two words", "", BadCrmId), ("<b>", "", BadCrmId), ("1", "nobody", BadEmail)],
)
def test_what_no_crm_would_call_anybody_is_refused(
    database: Database, cast: Cast, crm_id: str, email: str, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        maps(database, cast, cast.carla, cast.ana, crm_id, email)


def test_only_people_of_the_agreement_are_mapped(database: Database, cast: Cast) -> None:
    with pytest.raises(HasNoPart):
        maps(database, cast, cast.carla, cast.diego, "1")
    with database.writing() as session, pytest.raises(NoSuchPerson):
        map_person(
            session,
            now=MONDAY,
            actor=acts(cast.carla),
            agreement_id=cast.agreement_id,
            person=uuid4(),
            crm_id="1",
            crm_email="",
        )


@pytest.mark.parametrize(
    ("name", "refusal"),
    [("marta", NotAllowed), ("ana", NotAllowed), ("elena", NotAllowed), ("diego", NotAMember)],
)
def test_nobody_else_may_even_look(
    database: Database, cast: Cast, name: str, refusal: type[Refusal]
) -> None:
    with database.reading() as session, pytest.raises(refusal):
        mapped_person(
            session,
            now=MONDAY,
            actor=acts(getattr(cast, name)),
            agreement_id=cast.agreement_id,
            person="@ana",
        )
