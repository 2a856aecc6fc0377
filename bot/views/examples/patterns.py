from collections.abc import Mapping

from bot.notices.patterns import PatternLine, PatternsSeen
from bot.views.examples.cast import ANA, LUIS, NOON

EXAMPLES: Mapping[str, object] = {
    "patterns_seen": PatternsSeen(
        "North region",
        (
            PatternLine("at_once", ANA, 6, ("L-7K3F", "L-Q2XA", "L-9WZT"), NOON),
            PatternLine("late_pauses", LUIS, 3, ("L-7K3F",), NOON),
            PatternLine("instant_contacts", LUIS, 1, ("L-7K3F",), NOON),
        ),
    ),
}
