from collections.abc import Mapping

from bot.notices.undone import FollowUpUndone
from bot.views.examples.cast import ANA, FIVE, HOUR, LEAD, LUIS, NOON

EXAMPLES: Mapping[str, object] = {
    "follow_up_undone": FollowUpUndone(
        LEAD, "first_touch", ANA, NOON, FIVE, HOUR, ANA, to_owner=True
    ),
    "follow_up_undone_late": FollowUpUndone(
        LEAD, "accept", LUIS, FIVE, NOON, -HOUR, ANA, to_owner=True
    ),
    "follow_up_undone_to_the_sales_lead": FollowUpUndone(
        LEAD, "first_touch", ANA, FIVE, NOON, -HOUR, ANA, to_owner=False
    ),
}
