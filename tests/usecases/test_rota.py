"""Keeping rotas, telling the people in them, and showing what each one got."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar
from uuid import UUID

import pytest
from sqlmodel import col, select

from bot.notices.rota import RotaBoard, RotaChanged, RotaFacts, RotaLeft
from bot.rules.agreement import NoSuchPeople
from bot.rules.refusals import NotAllowed, Refusal
from bot.rules.rota import (
    BadWeight,
    DefaultRotaStays,
    Filter,
    NoSuchRota,
    OutsideSales,
    RotaChangedMeanwhile,
    RotaDraft,
    RotaNeverReached,
    RotaWithoutPeople,
    SeatDraft,
    TwiceInRota,
)
from bot.usecases.leads.ownership import assign_lead
from bot.usecases.rota import (
    add_rota,
    change_rota,
    open_new_rota,
    open_rota,
    remove_rota,
    rota_named,
    show_rotas,
)
from models import Event, Outbox, Person, Rota
from models.database import Database
from tests.usecases.builders import acts, make_absence, make_cast, make_person, make_workspace
from tests.usecases.leadwork import Day, local
from tests.usecases.told import told

R = TypeVar("R")

BIG = RotaDraft(
    "Big", (SeatDraft("Ana", 2, 10, 40), SeatDraft("@carla")), Filter(segments=("Big",))
)
MINE = replace(BIG, name="Mine", filter=Filter(("Mine",)))


@pytest.fixture
def day(database: Database) -> Day:
    return Day(database)


def add(day: Day, draft: RotaDraft = BIG, *, by: Person | None = None, **more: int) -> RotaFacts:
    return _do(day, add_rota, by, agreement_id=day.cast.agreement_id, draft=draft, **more).rota


def change(
    day: Day, rota: RotaFacts, draft: RotaDraft, *, by: Person | None = None, **more: int
) -> RotaFacts:
    revision = more.pop("revision", None) or _row(day, rota.id).revision
    return _do(day, change_rota, by, rota_id=rota.id, revision=revision, draft=draft, **more).rota


def board(day: Day, by: Person | None = None) -> RotaBoard:
    with day.database.reading() as session:
        actor = acts(by or day.cast.carla)
        return show_rotas(session, now=day.now, actor=actor, agreement_id=day.cast.agreement_id)


def test_a_new_rota_stands_before_the_default_one_with_its_people(day: Day) -> None:
    add(day)

    big, default = board(day).rotas
    assert (big.name, big.segments, big.weights) == ("Big", ("Big",), 3)
    assert [(seat.person.name, seat.weight) for seat in big.seats] == [("Ana", 2), ("Carla", 1)]
    assert (big.seats[0].daily_cap, big.seats[0].open_cap) == (10, 40)
    assert default.is_default


def test_a_rota_takes_the_place_in_the_order_it_is_given(day: Day) -> None:
    add(day)
    mid = add(day, replace(BIG, name="Mid", filter=Filter(("Mid",))), place=1)
    add(day, replace(BIG, name="Low", filter=Filter(("Low",))), place=2)
    assert [each.name for each in board(day).rotas] == ["Mid", "Low", "Big", ""]

    change(day, mid, replace(BIG, name="Mid", filter=Filter(("Mid",))), place=3)

    assert [each.name for each in board(day).rotas] == ["Low", "Big", "Mid", ""]


def test_a_change_is_kept_in_the_history_and_told_to_everybody_in_the_rota(day: Day) -> None:
    rota = add(day)
    told_before = len(_told(day, day.cast.ana))

    change(day, rota, replace(BIG, people=(SeatDraft("Bruno", 4), SeatDraft("Ana", 1))))

    kinds = _events(day)
    joined, changed = _told(day, day.cast.bruno)[-1], _told(day, day.cast.ana)[told_before]
    assert kinds == ["rota_added", "rota_changed"]
    assert isinstance(joined, RotaChanged)
    assert (joined.was_in, joined.seat.weight, joined.by.name) == (False, 4, "Carla")
    assert isinstance(changed, RotaChanged)
    assert (changed.was_in, changed.seat.weight, changed.rota.weights) == (True, 1, 5)
    assert _told(day, day.cast.carla) == []


def test_whoever_is_taken_out_is_told_and_gets_no_more_of_its_leads(day: Day) -> None:
    rota = add(day, replace(BIG, people=(SeatDraft("Ana"), SeatDraft("Bruno"))))

    change(day, rota, replace(BIG, people=(SeatDraft("Bruno"),)))

    left = _told(day, day.cast.ana)[-1]
    assert isinstance(left, RotaLeft)
    assert (left.rota, left.is_removed) == ("Big", False)
    owners = {day.lead(day.lead_arrives(name, segment="Big")).owner_id for name in "XYZ"}
    assert owners == {day.cast.bruno.id}


def test_a_removed_rota_tells_its_people_and_its_name_is_free_again(day: Day) -> None:
    rota = add(day)

    saved = _do(day, remove_rota, rota_id=rota.id)

    assert saved.is_removed
    left = _told(day, day.cast.ana)[-1]
    assert isinstance(left, RotaLeft)
    assert left.is_removed
    assert [each.name for each in board(day).rotas] == [""]
    assert add(day).name == "Big"


def test_saved_as_it_was_nothing_is_told_and_nothing_kept(day: Day) -> None:
    rota = add(day)

    change(day, rota, BIG)

    assert _events(day) == ["rota_added"]
    assert len(_told(day, day.cast.ana)) == 1


def test_what_is_told_waits_for_the_agreements_hours(day: Day) -> None:
    day.until("20:00")
    add(day)

    with day.database.reading() as session:
        owed = select(Outbox).where(Outbox.destination == day.cast.ana.slack_id)
        assert session.exec(owed).one().not_before == local("09:00", day=1)


def test_the_people_of_the_default_rota_are_changed_and_it_stays(day: Day) -> None:
    default = board(day).rotas[0]

    change(day, default, RotaDraft(people=(SeatDraft("Bruno", 3),)))

    assert [seat.person.name for seat in board(day).rotas[0].seats] == ["Bruno"]
    with pytest.raises(DefaultRotaStays):
        _do(day, remove_rota, rota_id=default.id)


def test_a_form_opened_before_somebody_elses_change_is_refused(day: Day) -> None:
    rota = add(day)
    change(day, rota, replace(BIG, name="Bigger"), revision=1)

    with pytest.raises(RotaChangedMeanwhile):
        change(day, rota, replace(BIG, name="Biggest"), revision=1)

    assert board(day).rotas[0].name == "Bigger"


def test_of_many_who_change_the_same_revision_at_once_one_does(day: Day) -> None:
    rota = add(day)

    def rename(hand: int) -> bool:
        try:
            change(day, rota, replace(BIG, name=f"Big {hand}"), revision=1)
        except RotaChangedMeanwhile:
            return False
        return True

    with ThreadPoolExecutor(6) as hands:
        assert sum(hands.map(rename, range(6))) == 1
    assert _events(day) == ["rota_added", "rota_changed"]


def test_leads_that_come_together_never_pass_the_cap(day: Day) -> None:
    add(day, replace(BIG, people=(SeatDraft("Ana", 5, 2), SeatDraft("Bruno", 1, None, 3))))

    def arrive(hand: int) -> UUID | None:
        return day.lead(day.lead_arrives(f"Company {hand}", segment="Big")).owner_id

    with ThreadPoolExecutor(8) as hands:
        owners = list(hands.map(arrive, range(8)))

    shares = [owners.count(each) for each in (day.cast.ana.id, day.cast.bruno.id, None)]
    assert shares == [2, 3, 3]


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        pytest.param(replace(MINE, people=()), RotaWithoutPeople, id="nobody in it"),
        pytest.param(replace(MINE, people=(SeatDraft("Ana", 0),)), BadWeight, id="weight zero"),
        pytest.param(replace(MINE, people=(SeatDraft("Nadie"),)), NoSuchPeople, id="unknown"),
        pytest.param(replace(MINE, people=(SeatDraft("Mateo"),)), OutsideSales, id="of marketing"),
        pytest.param(
            replace(MINE, people=(SeatDraft("Ana"), SeatDraft("@ana"))), TwiceInRota, id="twice"
        ),
        pytest.param(replace(MINE, filter=Filter(("Big",))), RotaNeverReached, id="never reached"),
    ],
)
def test_an_impossible_rota_is_refused_and_nothing_changes(
    day: Day, draft: RotaDraft, refusal: type[Refusal]
) -> None:
    add(day)

    with pytest.raises(refusal):
        add(day, draft)

    assert [each.name for each in board(day).rotas] == ["Big", ""]
    assert _events(day) == ["rota_added"]


@pytest.mark.parametrize("name", ["marta", "mateo", "ana", "elena", "alba"])
def test_only_whoever_leads_sales_keeps_rotas(day: Day, name: str) -> None:
    rota = add(day)
    person = getattr(day.cast, name)

    for attempt in (
        lambda: add(day, replace(BIG, name="Mine"), by=person),
        lambda: change(day, rota, replace(BIG, name="Mine"), by=person),
        lambda: _do(day, remove_rota, person, rota_id=rota.id),
        lambda: _do(day, open_new_rota, person, agreement_id=day.cast.agreement_id),
        lambda: _do(day, open_rota, person, rota_id=rota.id),
    ):
        with pytest.raises(NotAllowed):
            attempt()

    assert [each.name for each in board(day).rotas] == ["Big", ""]


def test_a_rota_of_others_and_one_that_is_not_there_are_refused_with_the_same_words(
    day: Day,
) -> None:
    rota = add(day)
    with day.database.writing() as session:
        make_workspace(session, "T2")
        stranger = make_person(session, "Otra", team_id="T2")

    for who, rota_id in ((day.cast.diego, rota.id), (stranger, rota.id), (None, UUID(int=9))):
        with pytest.raises(NoSuchRota):
            _do(day, open_rota, who, rota_id=rota_id)


def test_each_share_is_told_beside_the_weight(day: Day) -> None:
    add(day, replace(BIG, people=(SeatDraft("Ana", 2), SeatDraft("Bruno", 1))))
    for n in range(6):
        day.lead_arrives(f"Company {n}", segment="Big")
    day.lead_arrives("Small")

    big, default = board(day).rotas

    assert [(seat.person.name, seat.given) for seat in big.seats] == [("Ana", 4), ("Bruno", 2)]
    assert (big.given, default.given) == (6, 1)


def test_a_share_looks_back_thirty_days(day: Day) -> None:
    day.lead_arrives("Acme")
    day.now += timedelta(days=30)
    assert board(day).rotas[0].given == 1

    day.now += timedelta(seconds=1)

    assert board(day).rotas[0].given == 0


def test_the_last_ten_decisions_say_where_each_lead_went_and_why(day: Day) -> None:
    with day.database.writing() as session:
        make_absence(session, day.cast.ana)
    for n in range(11):
        day.lead_arrives(f"Company {n}", at=f"09:{n:02}")
    day.lead_arrives("Company 10", at="10:00", email="otra@acme.example")

    shown = board(day)

    assert len(shown.decisions) == 10
    latest, before = shown.decisions[:2]
    assert (latest.reason, latest.turn) == ("same_company", None)
    assert before.owner is not None
    assert before.owner.name == "Bruno"
    assert before.turn is not None
    assert [(each.name, each.why) for each in before.turn.skipped] == [("Ana", "away")]
    assert shown.rotas[0].seats[0].is_away


def test_a_lead_given_by_hand_is_no_decision_of_the_rotas(day: Day) -> None:
    lead = day.lead_arrives()
    _do(day, assign_lead, lead=lead, to=day.cast.bruno.id)

    assert [each.reason for each in board(day).decisions] == ["rota"]


def test_a_rep_sees_their_own_share_and_nobody_elses(day: Day) -> None:
    add(day)
    day.lead_arrives(segment="Big")

    own = board(day, day.cast.bruno)

    assert not own.is_whole
    assert not own.may_change
    assert own.decisions == ()
    assert [each.is_default for each in own.rotas] == [True]
    assert [seat.person.name for each in own.rotas for seat in each.seats] == ["Bruno"]


@pytest.mark.parametrize("name", ["mateo", "elena"])
def test_whoever_has_no_place_and_sets_nothing_up_sees_no_rota(day: Day, name: str) -> None:
    with pytest.raises(NotAllowed):
        board(day, getattr(day.cast, name))


def test_the_leads_of_both_sides_and_admins_see_every_share(day: Day) -> None:
    seen = {name: board(day, getattr(day.cast, name)) for name in ("carla", "marta", "alba")}

    assert all(each.is_whole for each in seen.values())
    assert {name for name, each in seen.items() if each.may_change} == {"carla"}


def test_an_opened_rota_has_its_people_by_name_and_can_be_found_by_its_own(day: Day) -> None:
    rota = add(day)

    with day.database.reading() as session:
        actor, agreement_id = acts(day.cast.carla), day.cast.agreement_id
        found = rota_named(session, now=day.now, actor=actor, agreement_id=agreement_id, name="bíg")
        opened = open_rota(session, now=day.now, actor=actor, rota_id=found)

    assert found == rota.id
    assert opened.draft == replace(BIG, people=(BIG.people[0], SeatDraft("Carla")))
    assert (opened.place, opened.places, opened.revision) == (1, 1, 1)


def test_two_people_of_one_name_are_opened_by_their_ids(day: Day) -> None:
    with day.database.writing() as session:
        make_person(session, "Ana", slack_id="UANA2")
    rota = add(day, replace(BIG, people=(SeatDraft("UANA"),)))

    opened = _do(day, open_rota, rota_id=rota.id)

    assert opened.draft.people == (SeatDraft("UANA"),)


def test_rotas_of_another_agreement_are_no_business_of_this_one(day: Day) -> None:
    with day.database.writing() as session:
        other = make_cast(session, team_id="T2")
    add(day)

    with day.database.reading() as session:
        theirs = show_rotas(
            session, now=day.now, actor=acts(other.carla), agreement_id=other.agreement_id
        )

    assert [each.is_default for each in theirs.rotas] == [True]


def _do(day: Day, use_case: Callable[..., R], by: Person | None = None, **facts: object) -> R:
    with day.database.writing() as session:
        return use_case(session, now=day.now, actor=acts(by or day.cast.carla), **facts)


def _row(day: Day, rota_id: UUID) -> Rota:
    with day.database.reading() as session:
        return session.get_one(Rota, rota_id)


def _told(day: Day, person: Person) -> list[RotaChanged | RotaLeft]:
    with day.database.reading() as session:
        every = told(session, person.slack_id)
    return [each for each in every if isinstance(each, RotaChanged | RotaLeft)]


def _events(day: Day) -> list[str]:
    with day.database.reading() as session:
        rows = session.exec(
            select(Event).where(Event.subject == "rota").order_by(col(Event.sequence))
        )
        return [row.kind for row in rows]
