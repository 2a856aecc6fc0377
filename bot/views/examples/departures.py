from collections.abc import Mapping

from bot.notices.departures import LeadsGivenOut, OwnerLeft
from bot.views.examples.cast import ANA, KEY, LEAD, LUIS, SECOND

EXAMPLES: Mapping[str, object] = {
    "owner_left": OwnerLeft(KEY, "North region", ANA, (LEAD, SECOND), 12),
    "owner_left_one": OwnerLeft(KEY, "North region", ANA, (LEAD,), 1),
    "leads_given_out": LeadsGivenOut(ANA, LUIS, given=12, unowned=0, left=0),
    "leads_given_to_nobody": LeadsGivenOut(ANA, LUIS, given=0, unowned=2, left=0),
    "leads_given_out_in_part": LeadsGivenOut(ANA, LUIS, given=99, unowned=1, left=40),
}
