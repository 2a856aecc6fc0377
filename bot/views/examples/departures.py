from collections.abc import Mapping

from bot.notices.departures import LeadsGivenOut, LeadsKept, OwnerLeft
from bot.views.examples.cast import ANA, KEY, LEAD, LUIS, SECOND

EXAMPLES: Mapping[str, object] = {
    "owner_left": OwnerLeft(KEY, "North region", ANA, (LEAD, SECOND), 12),
    "owner_left_one": OwnerLeft(KEY, "North region", ANA, (LEAD,), 1),
    "owner_left_without_sales_lead": OwnerLeft(
        KEY, "North region", ANA, (LEAD,), 2, gives_out=False
    ),
    "owner_left_to_an_admin": OwnerLeft(KEY, "North region", ANA, (), 2, gives_out=False),
    "leads_kept": LeadsKept(ANA),
    "leads_given_out": LeadsGivenOut(ANA, LUIS, given=12, unowned=0, left=0),
    "leads_given_to_nobody": LeadsGivenOut(ANA, LUIS, given=0, unowned=2, left=0),
    "leads_given_out_in_part": LeadsGivenOut(ANA, LUIS, given=99, unowned=1, left=40),
}
