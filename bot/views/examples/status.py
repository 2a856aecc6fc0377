from collections.abc import Mapping
from dataclasses import replace

from bot.notices.status import (
    ClockStory,
    LateLead,
    LateWindow,
    LeadLine,
    LeadList,
    StatusFacts,
    StatusShared,
    StoryLine,
    WindowStatus,
)
from bot.views.examples.cast import FIVE, HOUR, LEAD, NINE, NOON, SECOND
from bot.views.examples.goals import GOAL, REVENUE

_STATUS = StatusFacts(
    agreement="North region",
    as_of=NOON,
    channel_id="C0VENTAS1",
    open_leads=34,
    unowned=1,
    windows=(
        WindowStatus("accept", "sales", 4, 1, 0, 20, 0, 0),
        WindowStatus("first_touch", "sales", 12, 3, 1, 17, 3, 1),
    ),
    goals=(GOAL, REVENUE),
    late=(
        LateLead(LEAD, (LateWindow("accept", NINE), LateWindow("first_touch", NOON)), "Ana Ríos"),
    ),
    late_leads=1,
    late_seen=9,
)
LINE = LeadLine(LEAD, "accepted", "Ana Ríos", "first_touch", FIVE, is_late=False)
_STORY = (
    StoryLine("lead.received", NINE, "Inés Vega", (("source", "Landing page"),)),
    StoryLine("lead.assigned", NINE, None, (("to", "Ana Ríos"), ("why", "rota"))),
    StoryLine("clock.started", NINE, None, (("target", "14400"),)),
    StoryLine("clock.reminded", NOON, None, (("percent", "75"),)),
    StoryLine("lead.paused", NOON, "Ana Ríos", (("until", FIVE.isoformat()),)),
    StoryLine("lead.touched", FIVE, "Ana Ríos", (("channel", "call"), ("outcome", "answered"))),
    StoryLine("clock.stopped", FIVE, None, (("outcome", "met"), ("consumed", "10800"))),
)

EXAMPLES: Mapping[str, object] = {
    "status": _STATUS,
    "status_quiet": replace(
        _STATUS, open_leads=1, unowned=0, windows=(), goals=(), late=(), late_leads=0, late_seen=0
    ),
    "status_shared": StatusShared(_STATUS, "U0LUIS001"),
    "lead_list": LeadList("mine", 3, (LINE, replace(LINE, lead=SECOND, is_late=True))),
    "lead_list_empty": LeadList("Acme", 0, ()),
    "lead_list_none_late": LeadList("late_own", 0, ()),
    "clock_story": ClockStory(
        LEAD, "first_touch", 4 * HOUR, 3 * HOUR, "met", "stopped", FIVE, _STORY
    ),
    "clock_story_running": ClockStory(
        LEAD, "first_touch", 4 * HOUR, HOUR, None, "running", FIVE, _STORY[:3]
    ),
    "clock_story_late": ClockStory(
        LEAD, "first_touch", 4 * HOUR, 5 * HOUR, None, "running", FIVE, _STORY[:3]
    ),
}
