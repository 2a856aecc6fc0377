"""What a promise lacks is named by its letter."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from bot.rules.smart import (
    CommitmentDraft,
    GoalDraft,
    goal_lacks,
    is_specific,
    lacks,
)

NOW = datetime(2026, 3, 2, 14, tzinfo=UTC)
SECOND = timedelta(seconds=1)
GOOD = CommitmentDraft(
    text="Llamar a los clientes dormidos",
    quantity=Decimal(20),
    unit="llamadas",
    due_at=NOW + SECOND,
    reason="Tres cancelaron en enero",
)

LACKING = {
    "nothing": (GOOD, ""),
    "S: only vague words": (replace(GOOD, text="Mejorar las cosas"), "S"),
    "S: one plain word": (replace(GOOD, text="Llamar más"), "S"),
    "S: no words": (replace(GOOD, text="20 %"), "S"),
    "S holds with two plain words": (replace(GOOD, text="Llamar clientes"), ""),
    "M: no number": (replace(GOOD, quantity=None), "M"),
    "M: a number of zero": (replace(GOOD, quantity=Decimal(0)), "M"),
    "M holds with the least number": (replace(GOOD, quantity=Decimal("0.01")), ""),
    "M holds with a yes or no": (replace(GOOD, quantity=None, is_checkable=True), ""),
    "R: neither goal nor reason": (replace(GOOD, reason=" "), "R"),
    "R holds with a goal": (replace(GOOD, reason="", goal="Ventas"), ""),
    "T: no date": (replace(GOOD, due_at=None), "T"),
    "T: due this very second": (replace(GOOD, due_at=NOW), "T"),
    "several, in the order of the word": (CommitmentDraft(text="mejorar"), "SMRT"),
}


@pytest.mark.parametrize(("draft", "letters"), LACKING.values(), ids=LACKING.keys())
def test_a_promise_lacks(draft: CommitmentDraft, letters: str) -> None:
    assert "".join(lacks(draft, now=NOW)) == letters


TODAY = date(2026, 3, 2)
GOAL = GoalDraft(name="Ventas", target=Decimal(100), ends_on=date(2026, 3, 31))

GOALS = {
    "nothing": (GOAL, ""),
    "S: a name without letters": (replace(GOAL, name="100"), "S"),
    "M: no target": (replace(GOAL, target=None), "M"),
    "M: a target of zero": (replace(GOAL, target=Decimal(0)), "M"),
    "T: no end": (replace(GOAL, ends_on=None), "T"),
    "T: it ended yesterday": (
        replace(GOAL, starts_on=date(2026, 2, 1), ends_on=date(2026, 3, 1)),
        "T",
    ),
    "T holds when it ends today": (replace(GOAL, ends_on=TODAY), ""),
    "T: it ends before it starts": (replace(GOAL, starts_on=date(2026, 4, 1)), "T"),
    "T holds for one day": (replace(GOAL, starts_on=date(2026, 3, 31)), ""),
    "T holds for ten years": (replace(GOAL, ends_on=TODAY + timedelta(days=3659)), ""),
    "T: a day more": (replace(GOAL, ends_on=TODAY + timedelta(days=3660)), "T"),
}


@pytest.mark.parametrize(("draft", "letters"), GOALS.values(), ids=GOALS.keys())
def test_a_goal_lacks(draft: GoalDraft, letters: str) -> None:
    assert "".join(goal_lacks(draft, target=draft.target, today=TODAY)) == letters


@pytest.mark.parametrize(
    "text", ["Improve things", "hacer más cosas", "try harder asap", "Mejorar MÁS", ""]
)
def test_vague_words_say_nothing_in_either_language(text: str) -> None:
    assert not is_specific(text)
