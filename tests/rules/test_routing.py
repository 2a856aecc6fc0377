"""Who gets the next lead."""

from uuid import UUID

import pytest

from bot.rules.routing import Choice, Place, Why, choose

ANA, BRUNO, CARLA = UUID(int=1), UUID(int=2), UUID(int=3)


def place(who: UUID, **more: int | bool | None) -> Place:
    values: dict[str, int | bool | None] = {"position": who.int, "weight": 1, "credit": 0, **more}
    return Place(person_id=who, **values)  # type: ignore[arg-type]


def hand_out(rota: list[Place], times: int) -> list[int]:
    """Return who got each of several leads, by the number of their place."""
    given = []
    for _ in range(times):
        choice = choose(rota)
        rota = _after(rota, choice)
        given.append(choice.person_id.int if choice.person_id else 0)
    return given


def _after(rota: list[Place], choice: Choice) -> list[Place]:
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
            [place(BRUNO, daily_cap=2, given=2)], Why.EVERYBODY_FULL, id="everybody at their cap"
        ),
    ],
)
def test_nobody_available_is_said_with_its_reason(rota: list[Place], why: Why) -> None:
    assert choose(rota, but=ANA) == Choice(None, why)


def test_one_lead_below_the_cap_is_still_given() -> None:
    assert choose([place(BRUNO, daily_cap=2, given=1)]).person_id == BRUNO
