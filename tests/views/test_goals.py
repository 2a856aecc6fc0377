"""Goals in words: what was added, how one ended, and what can still be done with it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.notices.goals import GoalFacts, GoalUpdated
from bot.notices.people import Reader
from bot.rules.terms import AgreementKind
from bot.views import render
from bot.views.examples.cast import INES
from bot.views.examples.goals import GOAL, REVENUE
from bot.views.goals import goal_list
from bot.views.modals.goals import GoalForm, build_goal
from bot.views.translate import Translator
from tests.views.walking import texts_of

SPANISH = Reader("es", "America/Bogota", "CO")
SIDES = {"Marketing", "Ventas", "Agencia", "Cliente", "Gerencia"}
OVER = replace(GOAL, days_left=0, is_over=True)


@pytest.mark.parametrize(
    ("amount", "goal", "change"),
    [
        pytest.param("1", replace(GOAL, unit="webinars"), "+1 (webinars)", id="one of many"),
        pytest.param("-3", replace(GOAL, unit="webinars"), "-3 (webinars)", id="taken off"),
        pytest.param("1.5", replace(GOAL, unit=""), "+1,5", id="no unit"),
        pytest.param("5000000", REVENUE, "+$5.000.000", id="money"),
    ],
)
def test_what_an_entry_brought_reads_well_for_one_and_for_many(
    amount: str, goal: GoalFacts, change: str
) -> None:
    said = render(GoalUpdated(goal, Decimal(amount), INES, ()), SPANISH).text

    assert said.startswith(f"{goal.name}: {change}, van ")


@pytest.mark.parametrize(
    ("goal", "ended"),
    [
        (replace(OVER, actual=Decimal("119.99")), "sin cumplir"),
        (replace(OVER, actual=Decimal(120)), "cumplida"),
        (replace(OVER, direction="at_most", actual=Decimal(120)), "dentro del límite"),
        (replace(OVER, direction="at_most", actual=Decimal("120.01")), "por encima del límite"),
    ],
    ids=["short of it", "reached", "within its limit", "over its limit"],
)
def test_a_goal_that_is_over_says_how_it_ended_and_can_be_closed(
    goal: GoalFacts, ended: str
) -> None:
    said = list(texts_of(render(goal, SPANISH)))

    assert any(f"Terminó el 31 de mar: {ended}." in text for text in said)
    assert "Cerrar la meta" in said


def test_a_goal_that_runs_is_not_offered_to_be_closed_and_a_closed_one_takes_nothing() -> None:
    running, closed = (
        list(texts_of(render(goal, SPANISH))) for goal in (GOAL, replace(GOAL, is_open=False))
    )

    assert "Registrar avance" in running
    assert {"Cerrar la meta", "Registrar avance"}.isdisjoint(closed)
    assert "Cerrar la meta" not in running


def test_goals_that_are_over_are_listed_apart() -> None:
    message = goal_list((replace(OVER, ends_on=date(2026, 2, 28)), GOAL), Translator(SPANISH))

    assert message.text == "1 meta abierta. 1 meta terminó y no se ha cerrado."


@pytest.mark.parametrize(
    ("kind", "sides"),
    [
        (AgreementKind.MARKETING_SALES, ["Marketing", "Ventas", "Gerencia"]),
        (AgreementKind.CLIENT_AGENCY, ["Agencia", "Cliente", "Gerencia"]),
    ],
)
def test_the_form_names_the_sides_of_its_own_agreement(
    kind: AgreementKind, sides: list[str]
) -> None:
    t = Translator(replace(SPANISH, sides=kind))

    said = texts_of(build_goal(GoalForm(), t))

    assert [text for text in said if text in SIDES] == sides
