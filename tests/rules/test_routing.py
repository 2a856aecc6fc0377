"""Who gets the next lead."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.rota import Filter, Traits
from bot.rules.routing import Choice, Place, Rota, Skipped, Unable, Why, choose, decide

ANA, BRUNO, CARLA = UUID(int=1), UUID(int=2), UUID(int=3)


def place(who: UUID, **more: int | bool | None) -> Place:
    values: dict[str, int | bool | None] = {"position": who.int, "weight": 1, "credit": 0, **more}
    return Place(person_id=who, **values)  # type: ignore[arg-type]


def hand_out(rota: Sequence[Place], times: int) -> list[int]:
    """Return who got each of several leads, by the number of their place."""
    given = []
    for _ in range(times):
        choice = choose(rota)
        rota = _after(rota, choice)
        given.append(choice.person_id.int if choice.person_id else 0)
    return given


def _after(rota: Sequence[Place], choice: Choice) -> list[Place]:
    settled = {each.person_id: each for each in choice.places}
    return [settled.get(each.person_id, each) for each in rota]


def test_equal_weights_take_turns_in_order() -> None:
    assert hand_out([place(ANA), place(BRUNO), place(CARLA)], 6) == [1, 2, 3, 1, 2, 3]


def test_a_double_weight_gets_two_of_three_and_not_in_a_row() -> None:
    assert hand_out([place(ANA, weight=2), place(BRUNO)], 6) == [1, 2, 1, 1, 2, 1]


def test_nobody_catches_up_after_leave() -> None:
    """Bruno was away for ten leads; back again he gets every second one, not ten."""
    rota = [place(ANA), place(BRUNO, is_away=True)]
    for _ in range(10):
        rota = _after(rota, choose(rota))

    back = [rota[0], place(BRUNO, credit=rota[1].credit)]

    assert hand_out(back, 4) == [1, 2, 1, 2]


def test_a_reassigned_lead_never_returns_to_the_same_person() -> None:
    assert choose([place(ANA), place(BRUNO)], but=ANA).person_id == BRUNO


@pytest.mark.parametrize(
    ("rota", "why"),
    [
        pytest.param([], Why.NOBODY_IN_ROTA, id="an empty rota"),
        pytest.param([place(BRUNO, is_away=True)], Why.EVERYBODY_AWAY, id="everybody away"),
        pytest.param([place(ANA)], Why.NOBODY_ELSE, id="nobody beside who had it"),
        pytest.param(
            [place(ANA), place(BRUNO, is_away=True)], Why.EVERYBODY_AWAY, id="the others away"
        ),
        pytest.param(
            [place(BRUNO, daily_cap=2, given=2)], Why.EVERYBODY_FULL, id="everybody at their cap"
        ),
        pytest.param(
            [place(BRUNO, open_cap=2, open_leads=2), place(CARLA, is_away=True)],
            Why.EVERYBODY_FULL,
            id="one full and the other away",
        ),
    ],
)
def test_nobody_available_is_said_with_its_reason(rota: list[Place], why: Why) -> None:
    choice = choose(rota, but=ANA)

    assert (choice.person_id, choice.why, choice.places) == (None, why, ())


@pytest.mark.parametrize(
    ("caps", "gets_it"),
    [
        pytest.param({"daily_cap": 2, "given": 1}, True, id="one below the cap of the day"),
        pytest.param({"daily_cap": 2, "given": 2}, False, id="at the cap of the day"),
        pytest.param({"open_cap": 2, "open_leads": 1}, True, id="one below the cap of open leads"),
        pytest.param({"open_cap": 2, "open_leads": 2}, False, id="at the cap of open leads"),
        pytest.param(
            {"daily_cap": 5, "given": 1, "open_cap": 2, "open_leads": 2},
            False,
            id="at one of two caps",
        ),
        pytest.param({"given": 99, "open_leads": 99}, True, id="without caps"),
    ],
)
def test_a_cap_keeps_further_leads_away(caps: dict[str, int], *, gets_it: bool) -> None:
    assert (choose([place(BRUNO, **caps)]).person_id == BRUNO) is gets_it


def test_who_was_passed_over_is_kept_with_the_reason() -> None:
    """Of two reasons the one that cannot change is told: it was theirs before."""
    rota = [
        place(ANA, is_away=True),
        place(BRUNO, daily_cap=1, given=1),
        place(CARLA),
        place(UUID(int=4)),
    ]

    choice = choose(rota, but=CARLA)

    assert choice.skipped == (
        Skipped(ANA, Unable.AWAY),
        Skipped(BRUNO, Unable.FULL),
        Skipped(CARLA, Unable.HAD_IT),
    )
    assert choice.place is not None
    assert choice.place.position == 4


def rota(name: str, *who: Place, **more: object) -> Rota:
    return Rota(UUID(int=len(name)), name, Filter(), who, **more)  # type: ignore[arg-type]


BIG = replace(rota("Big", place(ANA)), takes=Filter(segments=("Big",)))
SPANISH = replace(rota("Spanish", place(BRUNO)), takes=Filter(languages=("es",)))
REST = rota("", place(CARLA), is_default=True)
BIG_AWAY = replace(BIG, places=(place(ANA, is_away=True),))
REST_AWAY = replace(REST, places=(place(CARLA, is_away=True),))


@pytest.mark.parametrize(
    ("lead", "got"),
    [
        pytest.param(Traits(segment="Big", language="es"), ANA, id="the first that takes it"),
        pytest.param(Traits(segment="Small", language="es"), BRUNO, id="the second takes it"),
        pytest.param(Traits(), CARLA, id="no other than the default takes it"),
    ],
)
def test_the_first_rota_that_takes_a_lead_gives_it_out(lead: Traits, got: UUID) -> None:
    assert decide([BIG, SPANISH, REST], lead).choice.person_id == got


def test_a_rota_with_nobody_there_keeps_its_lead_and_no_other_rota_is_asked() -> None:
    decision = decide([BIG_AWAY, SPANISH, REST], Traits(segment="Big", language="es"))

    assert decision.rota == BIG_AWAY
    assert (decision.choice.person_id, decision.choice.why) == (None, Why.EVERYBODY_AWAY)


def test_a_rota_that_falls_through_passes_the_lead_to_the_default_one() -> None:
    falling = replace(BIG_AWAY, falls_through=True)

    decision = decide([falling, REST], Traits(segment="Big"))

    assert (decision.choice.person_id, decision.rota, decision.passed) == (CARLA, REST, falling)
    assert decision.choice.skipped == (Skipped(ANA, Unable.AWAY),)


def test_nobody_in_either_rota_leaves_the_lead_to_nobody() -> None:
    falling = replace(BIG_AWAY, falls_through=True)

    decision = decide([falling, REST_AWAY], Traits(segment="Big"))

    assert (decision.choice.person_id, decision.choice.why) == (None, Why.EVERYBODY_AWAY)
    assert decision.choice.skipped == (Skipped(ANA, Unable.AWAY), Skipped(CARLA, Unable.AWAY))


def test_without_any_rota_nobody_gets_a_lead() -> None:
    assert decide([], Traits()).choice == Choice(None, Why.NOBODY_IN_ROTA)


def test_no_rota_gives_a_lead_back_to_who_had_it() -> None:
    both = replace(REST, places=(place(ANA), place(CARLA)))
    falling = replace(BIG, falls_through=True)

    assert decide([falling, both], Traits(segment="Big"), but=ANA).choice.person_id == CARLA


WEIGHTS = st.lists(st.integers(1, 9), min_size=1, max_size=6)


@given(WEIGHTS, st.integers(1, 5))
def test_after_whole_rounds_everybody_has_exactly_the_share_of_their_weight(
    weights: list[int], rounds: int
) -> None:
    rota = [place(UUID(int=n), weight=weight) for n, weight in enumerate(weights, start=1)]

    got = Counter(hand_out(rota, sum(weights) * rounds))

    assert [got[n] for n in range(1, len(weights) + 1)] == [weight * rounds for weight in weights]


@given(WEIGHTS, st.integers(0, 60))
def test_at_any_moment_nobody_is_a_whole_lead_per_colleague_off_their_share(
    weights: list[int], leads: int
) -> None:
    rota = [place(UUID(int=n), weight=weight) for n, weight in enumerate(weights, start=1)]

    got = Counter(hand_out(rota, leads))

    for n, weight in enumerate(weights, start=1):
        assert abs(got[n] - leads * weight / sum(weights)) <= max(1, len(weights) - 1)


@given(WEIGHTS, st.lists(st.integers(1, 4), min_size=6, max_size=6), st.integers(1, 40))
def test_nobody_gets_more_than_their_cap(weights: list[int], caps: list[int], leads: int) -> None:
    places = [
        place(UUID(int=n), weight=weight, daily_cap=cap)
        for n, (weight, cap) in enumerate(zip(weights, caps, strict=False), start=1)
    ]
    got: Counter[UUID | None] = Counter()
    for _ in range(leads):
        now = [replace(each, given=got[each.person_id]) for each in places]
        choice = choose(now)
        places = _after(now, choice)
        got[choice.person_id] += 1

    assert all(got[each.person_id] <= (each.daily_cap or 0) for each in places)
    able = sum(each.daily_cap or 0 for each in places)
    assert got[None] == max(0, leads - able)


@given(WEIGHTS.filter(lambda weights: len(weights) > 1), st.integers(0, 20), st.integers(1, 60))
def test_whoever_returns_gets_the_share_of_their_weight_and_nothing_for_the_time_away(
    weights: list[int], before: int, missed: int
) -> None:
    """However long they were away, in the next round they get their weight, give or take one."""
    rota = [place(UUID(int=n), weight=weight) for n, weight in enumerate(weights, start=1)]
    for _ in range(before):
        rota = _after(rota, choose(rota))
    away = [replace(rota[0], is_away=True), *rota[1:]]
    for _ in range(missed):
        away = _after(away, choose(away))

    back = [replace(away[0], is_away=False), *away[1:]]

    got = hand_out(back, sum(weights)).count(1)
    assert got <= weights[0] + 1
