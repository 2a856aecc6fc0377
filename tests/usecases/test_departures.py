"""An owner's account is closed: the sales lead hears of it once, and the rota takes the leads."""

from typing import TypeVar
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from bot.notices import wire
from bot.notices.departures import LeadsGivenOut, LeadsKept, OwnerLeft
from bot.rules.departures import NobodyLeft, OwnerIsBack
from bot.rules.refusals import NotAllowed, NotAMember, Refusal
from bot.usecases.departures import give_out, has_leads_left
from bot.usecases.people import SlackPerson, keep_people
from bot.usecases.status import status
from models import Departure, Lead, Outbox, Person, Role, Turn
from models.database import Database
from tests.usecases.builders import acts, make_absence, make_member
from tests.usecases.leadwork import Day, local
from tests.usecases.told import told

LEFT = SlackPerson("UANA", "Ana", is_deactivated=True)
Kind = TypeVar("Kind")


@pytest.fixture
def day(database: Database) -> Day:
    """Ana owns Acme and Umbra, Bruno owns Faro."""
    day = Day(database)
    for company in ("Acme", "Faro", "Umbra"):
        day.lead_arrives(company, email=f"l@{company.lower()}.example")
    return day


def leaves(day: Day, person: SlackPerson = LEFT) -> None:
    with day.database.writing() as session:
        keep_people(session, now=day.now, team_id="T1", people=[person])


def news(day: Day, kind: type[Kind]) -> list[Kind]:
    with day.database.reading() as session:
        return [each for each in told(session, "UCARLA") if isinstance(each, kind)]


def gives_out(
    day: Day, by: Person, departure_id: UUID | None = None, *, most: int = 100
) -> LeadsGivenOut:
    with day.database.writing() as session:
        return give_out(
            session,
            now=day.now,
            actor=acts(by),
            departure_id=departure_id or session.exec(select(Departure.id)).one(),
            most=most,
        )


def test_the_sales_lead_is_told_with_the_list(day: Day) -> None:
    leaves(day)

    (left,) = news(day, OwnerLeft)
    assert (left.person.name, left.total) == ("Ana", 2)
    assert [lead.company for lead in left.leads] == ["Acme", "Umbra"]


def test_slack_may_tell_of_it_as_often_as_it_likes(day: Day) -> None:
    leaves(day)
    leaves(day)

    assert len(news(day, OwnerLeft)) == 1


def test_whoever_comes_back_and_leaves_again_is_told_of_again(day: Day) -> None:
    leaves(day)
    leaves(day, SlackPerson("UANA", "Ana"))
    day.until("10:00")
    leaves(day)

    assert len(news(day, OwnerLeft)) == 2


@pytest.mark.parametrize(
    "person",
    [SlackPerson("UANA", "Ana María"), SlackPerson("UCARLA", "Carla", is_deactivated=True)],
    ids=["a new name", "somebody without leads"],
)
def test_nothing_is_told_of_anything_else(day: Day, person: SlackPerson) -> None:
    leaves(day, person)

    assert news(day, OwnerLeft) == []


def test_the_list_holds_ten_and_says_how_many_there_are(database: Database) -> None:
    day = Day(database)
    with database.writing() as session:
        make_absence(session, day.cast.bruno, ends_at=local("17:00"))
    for number in range(11):
        day.lead_arrives(f"Firma {number}", email=f"a@f{number}.example")

    leaves(day)

    (left,) = news(day, OwnerLeft)
    assert (len(left.leads), left.total) == (10, 11)


def test_one_press_gives_them_out_and_whoever_is_next_has_a_turn_of_their_own(day: Day) -> None:
    leaves(day)
    day.until("10:00")

    given = gives_out(day, day.cast.carla)

    assert (given.given, given.unowned, given.left) == (2, 0, 0)
    assert len(day.told(day.cast.bruno, "LeadArrived")) == 3
    with day.database.reading() as session:
        owners = {turn.person_id for turn in session.exec(select(Turn)) if turn.ended_at is None}
        assert owners == {day.cast.bruno.id}
        assert not has_leads_left(session, session.exec(select(Departure.id)).one())


def test_with_nobody_in_the_rota_they_are_openly_nobodys(day: Day) -> None:
    with day.database.writing() as session:
        make_absence(session, day.cast.bruno)
    leaves(day)

    given = gives_out(day, day.cast.carla)

    assert (given.given, given.unowned) == (0, 2)
    assert len(day.told(day.cast.carla, "LeadUnowned")) == 2
    with day.database.reading() as session:
        found = status(
            session, now=day.now, actor=acts(day.cast.carla), agreement_id=day.cast.agreement_id
        )
    assert (found.open_leads, found.unowned) == (3, 2)


def test_whoever_is_back_keeps_the_leads(day: Day) -> None:
    leaves(day)
    day.until("10:00")
    day.returns(day.cast.ana)

    with pytest.raises(OwnerIsBack) as refused:
        gives_out(day, day.cast.carla)

    assert refused.value.name == "Ana"
    assert day.told(day.cast.bruno, "LeadArrived") == ["LeadArrived"]


def test_the_message_with_the_button_says_that_they_are_back(day: Day) -> None:
    leaves(day)
    with day.database.writing() as session:
        post = session.exec(select(Outbox).where(Outbox.notice == OwnerLeft.__name__)).one()
        post.state, post.channel, post.ts = "SENT", "DCARLA", "1.5"

    day.returns(day.cast.ana)
    day.returns(day.cast.ana)

    with day.database.reading() as session:
        rewrite = session.exec(select(Outbox).where(Outbox.updates == post.id)).one()
        assert wire.load(LeadsKept, rewrite.facts).person.name == "Ana"


def test_what_is_not_sent_yet_when_they_are_back_is_not_sent(day: Day) -> None:
    leaves(day)
    day.returns(day.cast.ana)

    with day.database.reading() as session:
        assert not has_leads_left(session, session.exec(select(Departure.id)).one())


def test_a_message_asks_for_nothing_while_the_account_is_open(day: Day) -> None:
    """Though nobody noted the return, as before it was noted at all."""
    leaves(day)
    with day.database.writing() as session:
        departure_id = session.exec(select(Departure.id)).one()
        assert has_leads_left(session, departure_id)
        session.get_one(Person, day.cast.ana.id).is_deactivated = False

    with day.database.reading() as session:
        assert not has_leads_left(session, departure_id)


class TestTheOnlySalesLeadLeaves:
    def carla_leaves(self, day: Day, *besides: Person) -> None:
        with day.database.writing() as session:
            for lead in session.exec(select(Lead)).all():
                lead.owner_id = day.cast.carla.id
        for person in (*besides, day.cast.carla):
            day.leaves(person)

    def read_by(self, day: Day, person: Person) -> OwnerLeft:
        with day.database.reading() as session:
            every = told(session, person.slack_id)
        (left,) = [each for each in every if isinstance(each, OwnerLeft)]
        return left

    def test_whoever_speaks_for_another_side_is_told_without_the_button(self, day: Day) -> None:
        self.carla_leaves(day)

        left = self.read_by(day, day.cast.marta)
        assert (left.total, len(left.leads), left.gives_out) == (3, 3, False)

    def test_another_sales_lead_is_told_with_the_button_and_marketing_is_not(
        self, day: Day
    ) -> None:
        cast = day.cast
        with day.database.writing() as session:
            make_member(session, cast.agreement, cast.diego, "sales", Role.LEAD)

        self.carla_leaves(day)

        assert self.read_by(day, cast.diego).gives_out
        assert "OwnerLeft" not in day.told(cast.marta)

    def test_with_nobody_to_speak_the_admins_are_told_how_many_and_not_which(
        self, day: Day
    ) -> None:
        self.carla_leaves(day, day.cast.marta)

        left = self.read_by(day, day.cast.alba)
        assert (left.total, left.leads, left.gives_out) == (3, (), False)


def test_more_than_one_press_can_bear_are_given_out_in_several(day: Day) -> None:
    leaves(day)

    presses = [gives_out(day, day.cast.carla, most=1) for _ in range(2)]

    assert [(each.given, each.left) for each in presses] == [(1, 1), (1, 0)]


def test_what_was_given_out_is_not_given_out_again(day: Day) -> None:
    leaves(day)
    gives_out(day, day.cast.carla)

    with pytest.raises(NobodyLeft):
        gives_out(day, day.cast.carla)


@pytest.mark.parametrize(
    ("name", "refusal"),
    [("bruno", NotAllowed), ("marta", NotAllowed), ("alba", NotAllowed), ("diego", NotAMember)],
)
def test_nobody_but_the_sales_lead_gives_them_out(
    day: Day, name: str, refusal: type[Refusal]
) -> None:
    leaves(day)

    with pytest.raises(refusal):
        gives_out(day, getattr(day.cast, name))
    with pytest.raises(NotAMember):
        gives_out(day, day.cast.diego, uuid4())
