from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.notices.goals import (
    GoalFacts,
    GoalUpdated,
    MilestoneReached,
    MilestoneUndone,
    MilestoneWithdrawn,
)
from bot.views.examples.cast import ANA, INES, KEY, LUIS, NOON

GOAL = GoalFacts(
    id=KEY,
    name="MQL in March",
    unit="MQL",
    direction="at_least",
    target=Decimal(120),
    actual=Decimal(60),
    expected=Decimal("49.1"),
    required=Decimal("4.62"),
    days_left=13,
    starts_on=date(2026, 3, 1),
    ends_on=date(2026, 3, 31),
    party="marketing",
    owner=INES,
    is_open=True,
)
REVENUE = replace(
    GOAL,
    name="Revenue",
    unit="COP",
    target=Decimal(120_000_000),
    actual=Decimal("30000000.50"),
    expected=Decimal(60_000_000),
    required=Decimal("6923076.88"),
)

EXAMPLES: Mapping[str, object] = {
    "goal_card": GOAL,
    "goal_card_behind": REVENUE,
    "goal_card_over": replace(GOAL, days_left=0, is_over=True),
    "goal_card_reached": replace(GOAL, days_left=0, is_over=True, actual=Decimal(120)),
    "goal_card_over_its_limit": replace(
        GOAL, direction="at_most", required=None, days_left=0, is_over=True, actual=Decimal(121)
    ),
    "goal_card_within_its_limit": replace(
        GOAL, direction="at_most", required=None, days_left=0, is_over=True
    ),
    "goal_card_closed": replace(GOAL, is_open=False),
    "goal_updated": GoalUpdated(GOAL, Decimal(1), INES, (50,)),
    "goal_corrected": GoalUpdated(REVENUE, Decimal(-5_000_000), INES, ()),
    "milestone_reached": MilestoneReached(GOAL, 50, (ANA, LUIS, INES), NOON),
    "milestone_reached_all": MilestoneReached(
        replace(GOAL, actual=Decimal(120)), 100, (ANA,), NOON
    ),
    "milestone_reached_beyond": MilestoneReached(replace(GOAL, actual=Decimal(144)), 120, (), NOON),
    "milestone_undone": MilestoneUndone(replace(GOAL, actual=Decimal(58)), 50, INES),
    "milestone_withdrawn": MilestoneWithdrawn(replace(GOAL, actual=Decimal(58)), 50, INES),
}
