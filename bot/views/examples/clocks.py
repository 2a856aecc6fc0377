from collections.abc import Mapping

from bot.notices.leads import (
    FlaggedLead,
    MissEscalated,
    MissesFlagged,
    MissReported,
    ReassignmentOffered,
    ReminderAgain,
    ReminderPast,
    WindowClosing,
    WindowMissed,
)
from bot.views.examples.cast import ANA, FIVE, HOUR, INES, KEY, LEAD, LUIS, NOON, SECOND

EXAMPLES: Mapping[str, object] = {
    "window_closing": WindowClosing(LEAD, "first_touch", 75, HOUR, FIVE),
    "window_closing_minutes": WindowClosing(LEAD, "first_touch", 90, 1_440, FIVE),
    "window_closing_past": WindowClosing(
        LEAD, "first_touch", 75, HOUR, NOON, is_late=True, own_until=FIVE
    ),
    "window_closing_past_to_cover": WindowClosing(
        LEAD, "accept", 75, HOUR, NOON, ANA, is_late=True, own_until=FIVE
    ),
    "window_closing_past_unowned": WindowClosing(LEAD, "accept", 75, HOUR, NOON, is_late=True),
    "window_closing_to_accept": WindowClosing(LEAD, "accept", 50, 1_800, FIVE),
    "reminder_again": ReminderAgain(LEAD, "first_touch", 20, FIVE),
    "window_missed": WindowMissed(LEAD, "first_touch", NOON),
    "window_missed_to_accept": WindowMissed(LEAD, "accept", NOON),
    "miss_reported": MissReported(LEAD, "first_touch", ANA, NOON),
    "miss_reported_unowned": MissReported(SECOND, "accept", None, NOON),
    "miss_escalated": MissEscalated(LEAD, "first_touch", ANA, NOON, HOUR, FIVE),
    "miss_escalated_to_accept": MissEscalated(LEAD, "accept", ANA, NOON, HOUR, None),
    "reassignment_offered": ReassignmentOffered(LEAD, "first_touch", ANA, 4 * HOUR, (INES, LUIS)),
    "reassignment_offered_nobody": ReassignmentOffered(LEAD, "first_touch", ANA, 4 * HOUR, ()),
    "window_closing_to_cover": WindowClosing(LEAD, "first_touch", 75, HOUR, FIVE, ANA),
    "window_missed_to_cover": WindowMissed(LEAD, "first_touch", NOON, ANA),
    "miss_reported_covered": MissReported(LEAD, "first_touch", ANA, NOON, LUIS),
    "misses_flagged": MissesFlagged(
        "North region",
        (
            FlaggedLead(KEY, "L-7K3F", "Acme", "first_touch", None),
            FlaggedLead(KEY, "L-Q2XA", "", "accept", None, "touched"),
            FlaggedLead(KEY, "L-9WZT", "Northwind", "first_touch", ANA, "met"),
        ),
    ),
    "reminder_past": ReminderPast(LEAD, NOON),
}
