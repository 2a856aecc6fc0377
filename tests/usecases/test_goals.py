"""Goals moved by hand, and the milestones the team celebrates."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlmodel import Session, col, select

from bot.notices.goals import GoalFacts, GoalUpdated, MilestoneReached, MilestoneUndone
from bot.rules.commitments import HasNoPart
from bot.rules.goals import (
    AmountTooLarge,
    EntryDraft,
    EntryFarBeyond,
    EntryInFuture,
    EntryIsZero,
    GoalExists,
    GoalIsClosed,
    NoOpenGoal,
    NoSuchGoal,
    WhichGoal,
)
from bot.rules.refusals import NotAllowed, NotAMember, ValueTooLong
from bot.rules.smart import GoalDraft, NotSmart
from bot.usecases.actors import ref_of
from bot.usecases.goals import (
    add_goal,
    close_goal,
    list_goals,
    show_goal,
    still_true,
    update_goal,
)
from models import Event, Goal, GoalEntry, Milestone, Outbox, Person
from models.database import Database
from tests.usecases.builders import MONDAY, Cast, acts, make_absence, make_cast
from tests.usecases.told import kinds_told, told

TEAM_CHANNEL = "CEQUIPO"
DAY = timedelta(days=1)


class Goals:
    """An agreement, and short ways to make, move and read its goals."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.cast: Cast = make_cast(session, holidays={"2026-03-23": "San José"})

    def add(self, by: Person | None = None, draft: GoalDraft | None = None) -> GoalFacts:
        return add_goal(
            self.session,
            now=MONDAY,
            actor=acts(by or self.cast.carla),
            agreement_id=self.cast.agreement_id,
            draft=draft or goal(),
        )

    def move(
        self,
        amount: str,
        by: Person | None = None,
        *,
        named: str | None = None,
        now: datetime = MONDAY,
        happened_at: datetime | None = None,
        is_sure: bool = False,
    ) -> GoalUpdated:
        return update_goal(
            self.session,
            now=now,
            actor=acts(by or self.cast.carla),
            agreement_id=self.cast.agreement_id,
            goal=named,
            draft=EntryDraft(Decimal(amount), is_sure, happened_at),
        )

    def show(self, named: str | None = None, *, now: datetime = MONDAY) -> GoalFacts:
        return show_goal(
            self.session,
            now=now,
            actor=acts(self.cast.ana),
            agreement_id=self.cast.agreement_id,
            goal=named,
        )

    def close(self, by: Person, named: str | None = None) -> GoalFacts:
        return close_goal(
            self.session,
            now=MONDAY,
            actor=acts(by),
            agreement_id=self.cast.agreement_id,
            goal=named,
        )

    def everything_is_read(self) -> None:
        for post in self.session.exec(select(Outbox).where(Outbox.state == "PENDING")).all():
            post.state = "SENT"
        self.session.flush()

    def celebrated(self) -> list[int]:
        return sorted(
            notice.percent
            for notice in told(self.session, TEAM_CHANNEL)
            if isinstance(notice, MilestoneReached)
        )


def goal(
    name: str = "Ventas",
    *,
    target: str | None = "100",
    ends_on: date | None = date(2026, 3, 31),
    party: str | None = None,
    owner: str | None = None,
    direction: str = "at_least",
    total: str = "0",
) -> GoalDraft:
    return GoalDraft(
        name=name,
        target=None if target is None else Decimal(target),
        ends_on=ends_on,
        unit="contratos",
        party=party,
        owner=owner,
        direction=direction,
        total=Decimal(total),
    )


@pytest.fixture
def goals(database: Database) -> Iterator[Goals]:
    with database.writing() as session:
        yield Goals(session)


def test_a_goal_belongs_to_the_side_and_the_person_who_made_it(goals: Goals) -> None:
    made = goals.add()

    assert (made.name, made.party, made.owner) == ("Ventas", "sales", ref_of(goals.cast.carla))
    assert (made.target, made.actual, made.unit) == (Decimal(100), Decimal(0), "contratos")
    assert (made.starts_on, made.ends_on) == (date(2026, 3, 2), date(2026, 3, 31))
    assert made.is_open


def test_its_pace_counts_working_days_without_the_holiday(goals: Goals) -> None:
    """March 2 to 31 has 22 weekdays, one of them a holiday: 21 working days."""
    goals.add(draft=goal(target="210"))

    first = goals.show()
    tuesday = goals.show(now=MONDAY + DAY)
    after_the_holiday = goals.show(now=datetime.fromisoformat("2026-03-24T14:00:00+00:00"))

    assert (first.expected, first.required, first.days_left) == (None, Decimal(10), 21)
    assert (tuesday.expected, tuesday.days_left) == (Decimal(10), 20)
    assert (after_the_holiday.expected, after_the_holiday.days_left) == (Decimal(150), 6)


def test_a_limit_asks_for_no_daily_amount(goals: Goals) -> None:
    made = goals.add(draft=goal("Devoluciones", direction="at_most"))

    assert (made.direction, made.required) == ("at_most", None)


def test_entries_add_up_and_a_correction_is_an_entry_of_its_own(goals: Goals) -> None:
    goals.add()
    goals.move("10.50")
    goals.move("4")

    corrected = goals.move("-0.50")

    assert corrected.goal.actual == Decimal(14)
    assert corrected.amount == Decimal("-0.50")
    amounts = goals.session.exec(select(GoalEntry)).all()
    assert sorted(entry.amount for entry in amounts) == [
        Decimal("-0.50"),
        Decimal(4),
        Decimal("10.50"),
    ]


def test_an_entry_keeps_when_it_happened_and_when_it_was_told(goals: Goals) -> None:
    goals.add()

    goals.move("5", happened_at=MONDAY - DAY)

    entry = goals.session.exec(select(GoalEntry)).one()
    assert (entry.happened_at, entry.told_at) == (MONDAY - DAY, MONDAY)
    event = goals.session.exec(select(Event).where(Event.kind == "goal_moved")).one()
    assert (event.happened_at, event.noticed_at) == (MONDAY - DAY, MONDAY)
    assert event.facts == {"amount": "5.00", "total": "5.00", "note": ""}


def test_a_line_that_is_crossed_is_celebrated_in_the_team_channel(goals: Goals) -> None:
    goals.add()
    goals.move("24.99")
    assert told(goals.session, TEAM_CHANNEL) == []

    moved = goals.move("0.01")

    assert moved.crossed == (25,)
    (reached,) = told(goals.session, TEAM_CHANNEL)
    assert isinstance(reached, MilestoneReached)
    assert (reached.percent, reached.goal.actual) == (25, Decimal(25))
    assert reached.by == (ref_of(goals.cast.carla),)


def test_everybody_who_moved_the_goal_there_is_named_the_most_generous_first(
    goals: Goals,
) -> None:
    goals.add(draft=goal(owner="@ana"))
    goals.move("5", goals.cast.carla)
    goals.move("30", goals.cast.ana, now=MONDAY + DAY)
    goals.move("10", goals.cast.carla, now=MONDAY + 2 * DAY)
    goals.move("12", goals.cast.ana, now=MONDAY + 3 * DAY)

    first, second = told(goals.session, TEAM_CHANNEL)

    assert isinstance(first, MilestoneReached)
    assert first.by == (ref_of(goals.cast.ana), ref_of(goals.cast.carla))
    assert isinstance(second, MilestoneReached)
    assert (second.percent, len(second.by)) == (50, 2)


def test_whoever_only_took_back_is_not_thanked(goals: Goals) -> None:
    goals.add(draft=goal(owner="@ana"))
    goals.move("-5", goals.cast.carla)

    goals.move("30", goals.cast.ana)

    (reached,) = told(goals.session, TEAM_CHANNEL)
    assert isinstance(reached, MilestoneReached)
    assert reached.by == (ref_of(goals.cast.ana),)


def test_several_lines_at_once_make_one_message_for_the_highest(goals: Goals) -> None:
    goals.add()

    moved = goals.move("80")

    assert moved.crossed == (25, 50, 75)
    assert goals.celebrated() == [75]
    marks = goals.session.exec(select(Milestone)).all()
    assert {(mark.percent, mark.celebrated) for mark in marks} == {
        (25, False),
        (50, False),
        (75, True),
    }


def test_every_line_up_to_a_fifth_beyond_the_target_is_celebrated_once(goals: Goals) -> None:
    goals.add()

    for _ in range(13):
        goals.move("10")

    assert goals.celebrated() == [25, 50, 75, 100, 120]


def test_lines_a_goal_was_past_when_it_was_made_are_never_celebrated(goals: Goals) -> None:
    goals.add(draft=goal(total="50"))

    goals.move("-30")
    goals.move("40")

    assert kinds_told(goals.session, TEAM_CHANNEL) == []
    goals.move("15")
    assert goals.celebrated() == [75]


def test_a_correction_is_said_and_the_line_is_celebrated_again_when_it_is_crossed(
    goals: Goals,
) -> None:
    goals.add()
    goals.move("30")
    goals.everything_is_read()

    goals.move("-10")
    goals.move("-1")
    goals.move("11")
    goals.move("1")

    undone = [
        each for each in told(goals.session, TEAM_CHANNEL) if isinstance(each, MilestoneUndone)
    ]
    assert [(each.percent, each.goal.actual) for each in undone] == [(25, Decimal(20))]
    assert goals.celebrated() == [25, 25]


def test_a_slip_corrected_leaves_every_line_to_be_celebrated(goals: Goals) -> None:
    goals.add(draft=goal(target="10"))
    goals.move("1200", is_sure=True)
    goals.everything_is_read()
    goals.move("-1200")
    goals.everything_is_read()

    goals.move("9", now=MONDAY + DAY)
    goals.move("1", now=MONDAY + DAY)
    goals.move("3", now=MONDAY + DAY)

    assert goals.celebrated() == [75, 100, 120, 120]


def test_what_was_celebrated_by_mistake_no_longer_stands_in_the_channel(goals: Goals) -> None:
    goals.add()
    goals.move("30")
    goals.everything_is_read()
    goals.move("25")
    goals.everything_is_read()

    goals.move("-55")

    rewrites = goals.session.exec(select(Outbox).where(Outbox.operation == "update")).all()
    assert {row.notice for row in rewrites} == {"MilestoneWithdrawn"}
    assert sorted(str(row.facts["percent"]) for row in rewrites) == ["25", "50"]
    undone = [
        each for each in told(goals.session, TEAM_CHANNEL) if isinstance(each, MilestoneUndone)
    ]
    assert [each.percent for each in undone] == [50]


def test_a_celebration_nobody_read_is_not_sent_and_not_taken_back(goals: Goals) -> None:
    goals.add()
    goals.move("30")

    goals.move("-10")
    goals.move("10")

    posts = goals.session.exec(select(Outbox).order_by(col(Outbox.created_at))).all()
    assert sorted((post.notice, post.state) for post in posts) == [
        ("MilestoneReached", "CANCELLED"),
        ("MilestoneReached", "PENDING"),
    ]


def test_an_entry_of_more_than_two_goals_is_asked_about(goals: Goals) -> None:
    goals.add()

    with pytest.raises(EntryFarBeyond) as refused:
        goals.move("200.01")
    assert (refused.value.amount, refused.value.target) == (Decimal("200.01"), Decimal(100))
    assert goals.show().actual == 0

    assert goals.move("200.01", is_sure=True).goal.actual == Decimal("200.01")
    assert goals.move("200").goal.actual == Decimal("400.01")


def test_a_goal_is_over_once_its_last_day_has_passed(goals: Goals) -> None:
    """The 31st ends at midnight in Bogota: 05:00 UTC."""
    made = goals.add()

    last_moment = datetime.fromisoformat("2026-04-01T04:59:59+00:00")
    assert not goals.show(now=last_moment).is_over
    assert goals.show(now=last_moment + timedelta(seconds=1)).is_over
    goals.close(goals.cast.carla)
    assert not goals.show(str(made.id), now=last_moment + DAY).is_over


def test_a_celebration_makes_sense_only_while_its_line_is_reached(goals: Goals) -> None:
    made = goals.add()
    goals.move("25")
    assert still_true(goals.session, made.id, "25")

    goals.move("-0.01")

    assert not still_true(goals.session, made.id, "25")


def test_taking_back_makes_sense_while_the_goal_is_under_a_line_people_read_of(
    goals: Goals,
) -> None:
    made = goals.add()
    goals.move("24")
    assert not still_true(goals.session, made.id, "25:undone")
    goals.move("1")
    goals.everything_is_read()
    goals.move("-1")
    assert still_true(goals.session, made.id, "25:undone")

    goals.move("1")

    assert not still_true(goals.session, made.id, "25:undone")


def test_a_goal_may_have_lines_of_its_own(goals: Goals) -> None:
    goals.add(draft=replace(goal(), milestones=(90, 10)))

    goals.move("50")
    goals.move("40")

    assert goals.celebrated() == [10, 90]


def test_a_limit_is_never_celebrated(goals: Goals) -> None:
    goals.add(draft=goal(direction="at_most"))

    goals.move("130")

    assert told(goals.session, TEAM_CHANNEL) == []


@pytest.mark.parametrize("amount", ["0", "0.001", "-0.004"])
def test_an_entry_of_nothing_is_refused(goals: Goals, amount: str) -> None:
    goals.add()

    with pytest.raises(EntryIsZero):
        goals.move(amount)


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "1e30", "-1e30"])
def test_an_entry_no_goal_can_hold_is_refused(goals: Goals, amount: str) -> None:
    goals.add()

    with pytest.raises(AmountTooLarge):
        goals.move(amount)


def test_many_large_entries_do_not_pass_the_limit_together(goals: Goals) -> None:
    goals.add(draft=goal(target="1e13"))
    goals.move("1e13")

    with pytest.raises(AmountTooLarge):
        goals.move("1")


def test_the_future_moves_nothing(goals: Goals) -> None:
    goals.add()

    with pytest.raises(EntryInFuture):
        goals.move("1", happened_at=MONDAY + timedelta(seconds=1))
    assert goals.move("1", happened_at=MONDAY).goal.actual == Decimal(1)


def test_a_vague_goal_is_refused_by_its_letters(goals: Goals) -> None:
    with pytest.raises(NotSmart) as refused:
        goals.add(draft=goal(target=None, ends_on=None))

    assert "".join(refused.value.letters) == "MT"


def test_a_target_too_small_to_count_is_no_target(goals: Goals) -> None:
    with pytest.raises(NotSmart):
        goals.add(draft=goal(target="0.004"))


def test_an_open_goal_keeps_its_name_to_itself(goals: Goals) -> None:
    goals.add()

    with pytest.raises(GoalExists):
        goals.add(draft=goal(" ventas "))
    goals.close(goals.cast.carla)
    assert goals.add().is_open


def test_a_name_is_short(goals: Goals) -> None:
    with pytest.raises(ValueTooLong):
        goals.add(draft=goal("a" * 81))
    assert goals.add(draft=goal("a" * 80)).is_open


def test_goals_are_found_by_part_of_their_name_or_their_id(goals: Goals) -> None:
    sales = goals.add(draft=goal("Ventas de marzo"))
    goals.add(draft=goal("Reuniones con gerencia"))

    assert goals.show("venta").id == sales.id
    assert goals.show("VENTAS DE MARZO").id == sales.id
    assert goals.show(str(sales.id)).id == sales.id


def test_an_exact_name_wins_over_a_longer_one(goals: Goals) -> None:
    goals.add(draft=goal("Ventas nuevas"))
    exact = goals.add(draft=goal("Ventas"))

    assert goals.show("ventas").id == exact.id


def test_a_name_left_out_means_the_only_open_goal(goals: Goals) -> None:
    with pytest.raises(NoOpenGoal):
        goals.show()
    only = goals.add()
    assert goals.show().id == only.id

    goals.add(draft=goal("Otra", ends_on=date(2026, 4, 30)))
    with pytest.raises(WhichGoal) as refused:
        goals.show()
    assert [name for _, name in refused.value.choices] == ["Ventas", "Otra"]


def test_a_goal_of_another_agreement_is_unknown(goals: Goals) -> None:
    made = goals.add()
    there = make_cast(goals.session, team_id="T2")

    with pytest.raises(NoSuchGoal):
        show_goal(
            goals.session,
            now=MONDAY,
            actor=acts(there.carla),
            agreement_id=there.agreement_id,
            goal=str(made.id),
        )


def test_a_closed_goal_leaves_the_list_and_takes_nothing_more(goals: Goals) -> None:
    made = goals.add()

    closed = goals.close(goals.cast.carla)

    assert not closed.is_open
    assert listed(goals) == []
    with pytest.raises(GoalIsClosed):
        goals.move("1", named=str(made.id))
    with pytest.raises(GoalIsClosed):
        goals.close(goals.cast.carla, str(made.id))
    assert goals.session.get_one(Goal, made.id).closed_by == goals.cast.carla.id


def test_open_goals_are_listed_by_their_end(goals: Goals) -> None:
    goals.add(draft=goal("Trimestre", ends_on=date(2026, 6, 30)))
    goals.add(goals.cast.marta, goal("Semana", ends_on=date(2026, 3, 6)))

    assert listed(goals) == ["Semana", "Trimestre"]


def listed(goals: Goals) -> list[str]:
    found = list_goals(
        goals.session,
        now=MONDAY,
        actor=acts(goals.cast.elena),
        agreement_id=goals.cast.agreement_id,
    )
    return [each.name for each in found]


def test_only_a_lead_makes_and_closes_goals_and_only_of_their_side(goals: Goals) -> None:
    cast = goals.cast
    for member in (cast.mateo, cast.ana, cast.elena, cast.alba):
        with pytest.raises(NotAllowed):
            goals.add(member)
    with pytest.raises(NotAllowed):
        goals.add(cast.marta, goal(party="sales"))
    with pytest.raises(NotAMember):
        goals.add(cast.diego)

    goals.add(cast.carla)

    for other in (cast.marta, cast.ana, cast.elena, cast.alba):
        with pytest.raises(NotAllowed):
            goals.close(other)


def test_a_goal_is_moved_by_its_side_s_lead_its_owner_and_whoever_covers(goals: Goals) -> None:
    cast = goals.cast
    goals.add(cast.carla, goal(owner="@ana"))
    make_absence(goals.session, cast.ana, cover=cast.bruno, starts_at=MONDAY + DAY)

    goals.move("1", cast.carla)
    goals.move("1", cast.ana)
    with pytest.raises(NotAllowed):
        goals.move("1", cast.bruno)
    goals.move("1", cast.bruno, now=MONDAY + DAY)

    for other in (cast.marta, cast.mateo, cast.elena):
        with pytest.raises(NotAllowed):
            goals.move("1", other)


def test_a_member_of_marketing_moves_their_own_goal(goals: Goals) -> None:
    goals.add(goals.cast.marta, goal(owner="@mateo"))

    assert goals.move("1", goals.cast.mateo).goal.actual == Decimal(1)


def test_an_owner_has_a_part_in_the_agreement(goals: Goals) -> None:
    with pytest.raises(HasNoPart):
        goals.add(draft=goal(owner="@diego"))


def test_two_entries_at_once_celebrate_a_line_once(database: Database) -> None:
    """Eight tens from four hands: each sees the total the one before left."""
    with database.writing() as session:
        goals = Goals(session)
        goals.add(draft=goal())
        carla, agreement_id = acts(goals.cast.carla), goals.cast.agreement_id

    def enter(_: int) -> tuple[int, ...]:
        with database.writing() as session:
            return update_goal(
                session,
                now=MONDAY,
                actor=carla,
                agreement_id=agreement_id,
                goal=None,
                draft=EntryDraft(Decimal(10)),
            ).crossed

    with ThreadPoolExecutor(4) as pool:
        crossed = [line for lines in pool.map(enter, range(8)) for line in lines]

    assert sorted(crossed) == [25, 50, 75]
    with database.reading() as session:
        assert session.exec(select(col(Goal.total))).one() == Decimal(80)
        assert len(told(session, TEAM_CHANNEL)) == 3
