"""Many hands at once: whatever they do together is done once."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from uuid import UUID

import pytest
from sqlmodel import Session, col, select, update

from bot.rules.agreement import ChannelTaken
from bot.rules.refusals import Refusal
from bot.rules.smart import GoalDraft
from bot.rules.terms import Channel, Outcome
from bot.usecases.agreement import set_up_agreement
from bot.usecases.clocks import tally
from bot.usecases.clocks.sweep import advance_due
from bot.usecases.goals import add_goal
from bot.usecases.leads.closing import close_lead
from bot.usecases.leads.ownership import claim_lead, register_lead
from bot.usecases.leads.storing import NewLead
from bot.usecases.leads.touching import log_touch
from bot.usecases.responsibilities import give_area
from models import Agreement, Assignment, Outbox, Responsibility, Step, Touch
from models.database import Database
from tests.usecases.builders import MONDAY, acts, make_absence
from tests.usecases.leadwork import Day, local
from tests.usecases.test_setup import FACTS, Office

HANDS = 12


@pytest.fixture
def day(database: Database) -> Day:
    return Day(database)


def test_of_many_who_claim_a_lead_one_gets_it(day: Day) -> None:
    lead = _unowned(day)

    def claim(hand: int) -> None:
        actor = acts((day.cast.ana, day.cast.bruno)[hand % 2])
        with day.database.writing() as session:
            claim_lead(session, now=day.now, actor=actor, lead=lead)

    assert _at_once(claim)["done"] == 1
    with day.database.reading() as session:
        given = session.exec(select(Assignment).where(Assignment.lead_id == lead)).all()
    assert len([each for each in given if each.owner_id is not None]) == 1


def test_the_same_tap_from_two_devices_is_one_follow_up(day: Day) -> None:
    lead = day.lead_arrives()

    def tap(_hand: int) -> None:
        with day.database.writing() as session:
            log_touch(
                session,
                now=day.now,
                actor=acts(day.cast.ana),
                lead=lead,
                channel=Channel.CALL,
                outcome=Outcome.ANSWERED,
            )

    _at_once(tap)

    with day.database.reading() as session:
        assert len(session.exec(select(Touch).where(Touch.lead_id == lead)).all()) == 1


def test_leads_that_arrive_together_are_shared_out_as_one_by_one(day: Day) -> None:
    def arrive(hand: int) -> None:
        with day.database.writing() as session:
            _register(session, day, NewLead(name=f"Lead {hand}", company=f"Company {hand}"))

    assert _at_once(arrive)["done"] == HANDS
    with day.database.reading() as session:
        shares = Counter(session.exec(select(Assignment.owner_id)).all())
    assert sorted(shares.values()) == [HANDS // 2, HANDS // 2]


def test_a_sweep_and_a_follow_up_together_leave_true_counters(day: Day) -> None:
    """At the second of the breach, whichever comes first, nothing is counted twice."""
    leads = [day.lead_arrives(f"Company {number}") for number in range(HANDS)]
    day.now = local("13:00:01")

    def touch_or_sweep(hand: int) -> None:
        if hand % 3:
            day.touch(day.cast.carla, leads[hand])
        else:
            with day.database.writing() as session:
                advance_due(session, now=day.now)

    _at_once(touch_or_sweep)
    day.sweep(at=day.now)

    touched = sum(1 for hand in range(HANDS) if hand % 3)
    counts = _counts(day)
    assert counts["open"] == HANDS - touched
    assert counts["missed"] == HANDS
    with day.database.reading() as session:
        breaches = session.exec(select(Step).where(Step.step == "breach")).all()
    assert len(breaches) == HANDS


def test_a_sweep_that_rewrites_cards_never_waits_for_an_act_that_waits_for_it(day: Day) -> None:
    """Both rewrite the same cards, each after its own locks; a deadlock would fail one of them."""
    leads = [day.lead_arrives(f"Company {number}") for number in range(HANDS)]
    _cards_stand(day)
    day.now = local("13:00:01")

    def touch_or_sweep(hand: int) -> None:
        if hand % 3:
            day.touch(day.cast.carla, leads[hand])
        else:
            with day.database.writing() as session:
                advance_due(session, now=day.now)

    assert _at_once(touch_or_sweep)["done"] == HANDS
    with day.database.reading() as session:
        owed = session.exec(
            select(Outbox.updates).where(Outbox.operation == "update", Outbox.state == "PENDING")
        ).all()
    assert len(owed) == len(set(owed))


def test_of_many_who_hand_over_the_same_lead_one_does(day: Day) -> None:
    laura = NewLead(name="Laura", email="laura@acme.example")

    def hand_over(_hand: int) -> None:
        with day.database.writing() as session:
            _register(session, day, laura)

    assert _at_once(hand_over) == {"done": 1, "refused": HANDS - 1}


def test_leads_that_come_and_go_together_never_wait_for_each_other(day: Day) -> None:
    """Both move the counters of both windows; a deadlock would fail one of them."""
    leads = [day.lead_arrives(f"Company {number}") for number in range(HANDS)]

    def come_or_go(hand: int) -> None:
        with day.database.writing() as session:
            if hand % 2:
                close_lead(
                    session, now=day.now, actor=acts(day.cast.carla), lead=leads[hand], won=False
                )
            else:
                _register(session, day, NewLead(name=f"New {hand}", company=f"New {hand}"))

    assert _at_once(come_or_go)["done"] == HANDS
    assert _counts(day)["open"] == HANDS


def test_of_many_who_set_up_the_same_agreement_one_does_and_all_learn_of_it(
    database: Database,
) -> None:
    alba = acts(_office(database)["Alba"])
    new = []

    def set_up(_hand: int) -> None:
        facts = partial(set_up_agreement, now=MONDAY, actor=alba, facts=FACTS)
        new.append(database.transact(facts).is_new)

    assert _at_once(set_up) == {"done": HANDS}
    assert Counter(new) == {True: 1, False: HANDS - 1}


def test_of_many_who_set_up_different_agreements_in_a_channel_one_does(database: Database) -> None:
    alba = acts(_office(database)["Alba"])
    taken = []

    def set_up(hand: int) -> None:
        facts = replace(FACTS, name=f"Leads {hand}")
        try:
            database.transact(partial(set_up_agreement, now=MONDAY, actor=alba, facts=facts))
        except ChannelTaken as refused:
            taken.append(refused.agreement)
            raise

    assert _at_once(set_up) == {"done": 1, "refused": HANDS - 1}
    with database.reading() as session:
        assert set(taken) == {session.exec(select(Agreement.name)).one()}


def test_an_area_that_many_make_at_once_is_one_area(day: Day) -> None:
    def give(_hand: int) -> None:
        given = partial(
            give_area,
            now=day.now,
            actor=acts(day.cast.carla),
            agreement_id=day.cast.agreement_id,
            area="Postventa",
            owner="@ana",
        )
        day.database.transact(given)

    assert _at_once(give) == {"done": HANDS}
    with day.database.reading() as session:
        areas = session.exec(select(Responsibility.name_es)).all()
    assert areas.count("Postventa") == 1


def test_of_many_who_make_a_goal_of_the_same_name_one_does(day: Day) -> None:
    def add(hand: int) -> None:
        name = "Cierres" if hand % 2 else "cierres"
        draft = GoalDraft(
            name=name, direction="at_least", target=Decimal(10), ends_on=date(2026, 3, 31)
        )
        added = partial(
            add_goal,
            now=day.now,
            actor=acts(day.cast.carla),
            agreement_id=day.cast.agreement_id,
            draft=draft,
        )
        day.database.transact(added)

    assert _at_once(add) == {"done": 1, "refused": HANDS - 1}


def _office(database: Database) -> Office:
    with database.writing() as session:
        return Office(session)


def _register(session: Session, day: Day, new: NewLead) -> None:
    marta = acts(day.cast.marta)
    register_lead(session, now=day.now, actor=marta, agreement_id=day.cast.agreement_id, new=new)


def _at_once(do: Callable[[int], None]) -> Counter[str]:
    """Let many hands do something together; count who did it and who was refused."""

    def one(hand: int) -> str:
        try:
            do(hand)
        except Refusal:
            return "refused"
        return "done"

    with ThreadPoolExecutor(HANDS) as hands:
        return Counter(hands.map(one, range(HANDS)))


def _cards_stand(day: Day) -> None:
    with day.database.writing() as session:
        session.execute(
            update(Outbox).where(col(Outbox.step) == "card").values(state="SENT", ts="1.1")
        )


def _counts(day: Day) -> Counter[str]:
    """The first-touch counters of now and of the day."""
    with day.database.reading() as session:
        found = tally.read(session, day.cast.agreement_id, day.now.date(), day.now.date())
    counts: Counter[str] = Counter()
    for count, number in found.items():
        if count.stage == "first_touch":
            counts[count.measure.value] += number
    return counts


def _unowned(day: Day) -> UUID:
    with day.database.writing() as session:
        absences = [make_absence(session, who) for who in (day.cast.ana, day.cast.bruno)]
    lead = day.lead_arrives()
    with day.database.writing() as session:
        for absence in absences:
            session.delete(absence)
    return lead
